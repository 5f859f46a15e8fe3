/** Written medicines → mentions: which medicine, how it is taken, how much. */
import type { Dose } from "./doses.ts";
import { parseDose } from "./doses.ts";
import type { Mention } from "./mention.ts";
import { resolveMedicine } from "./names.ts";
import type { NotChecked } from "./notChecked.ts";
import type { WrittenMedicine } from "./person.ts";

export type ReadMentions = {
  readonly mentions: readonly Mention[];
  /** Names on no list. */
  readonly unknown: readonly { readonly asWritten: string }[];
  readonly notChecked: readonly NotChecked[];
};

export function readMentions(written: readonly WrittenMedicine[]): ReadMentions {
  const mentions: Mention[] = [];
  const unknown: { asWritten: string }[] = [];
  const notChecked: NotChecked[] = [];
  written.forEach(({ text, status }, place) => {
    const asWritten = text.trim();
    const match = resolveMedicine(text);
    const dose: Dose = parseDose(text);
    const base = { place, asWritten, status, dose };
    if (match.type === "unknown") {
      unknown.push({ asWritten });
      notChecked.push({ type: "unknownMedicine", asWritten });
      return;
    }
    if (match.type === "class") {
      mentions.push({
        ...base,
        ids: [],
        classId: match.classId,
        called: match.name,
        route: null,
        sure: true,
      });
    } else if (match.type === "close") {
      const suggestions = match.suggestions.map(({ name }) => name);
      const [only, ...others] = match.suggestions;
      const isOne = only !== undefined && others.length === 0;
      notChecked.push({ type: "spelling", asWritten, readAs: isOne ? only.name : null, suggestions });
      if (!isOne) {
        unknown.push({ asWritten });
        return;
      }
      mentions.push({ ...base, ids: [only.id], classId: null, called: only.name, route: null, sure: false });
    } else {
      mentions.push({
        ...base,
        ids: match.medicines.map(({ id }) => id),
        classId: null,
        called: match.brand ?? match.medicines.map(({ name }) => name).join(" + "),
        route: match.route ?? null,
        sure: true,
      });
    }
    if (dose.type === "unclear") notChecked.push({ type: "dose", asWritten, why: dose.why });
  });
  return { mentions, unknown, notChecked };
}

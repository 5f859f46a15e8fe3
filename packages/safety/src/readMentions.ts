/** Written medicines → mentions: which medicine, how it is taken, how much. */
import { type Dose, parseDose } from "./doses.ts";
import type { Mention } from "./mention.ts";
import { type CloseMatch, type MedicineMatch, resolveMedicine, type UnknownMatch } from "./names.ts";
import type { NotChecked } from "./notChecked.ts";
import type { WrittenMedicine } from "./person.ts";

export type ReadMentions = {
  readonly mentions: readonly Mention[];
  /** Names on no list. */
  readonly unknown: readonly { readonly asWritten: string }[];
  readonly notChecked: readonly NotChecked[];
};

type ReadLine = { readonly match: MedicineMatch; readonly dose: Dose };

/** What a line says never changes; while someone types, all lines but one are those of the last check. */
const readLines = new Map<string, ReadLine>();
const MOST_LINES = 200;

function readLine(text: string): ReadLine {
  const known = readLines.get(text);
  if (known !== undefined) return known;
  if (readLines.size >= MOST_LINES) readLines.clear();
  const read = { match: resolveMedicine(text), dose: parseDose(text) };
  readLines.set(text, read);
  return read;
}

/** A combination is suggested as "codeine + paracetamol". */
const idsOf = (suggestion: { readonly id: string }): string[] => suggestion.id.split(" + ");

export function readMentions(written: readonly WrittenMedicine[]): ReadMentions {
  const mentions: Mention[] = [];
  const unknown: { asWritten: string }[] = [];
  const notChecked: NotChecked[] = [];
  written.forEach(({ text, status }, place) => {
    const { match, dose } = readLine(text);
    const base = { place, status, dose };
    /** [SF-35] Near to one name: checked as that. Near to several or to none: not checked. */
    const takeUnsure = (part: CloseMatch | UnknownMatch): void => {
      const { asWritten } = part;
      const [only, ...others] = part.type === "close" ? part.suggestions : [];
      const isOne = only !== undefined && others.length === 0;
      if (part.type === "close") {
        const suggestions = part.suggestions.map(({ name }) => name);
        notChecked.push({ type: "spelling", asWritten, readAs: isOne ? only.name : null, suggestions });
      } else notChecked.push({ type: "unknownMedicine", asWritten });
      if (isOne) {
        const ids = idsOf(only);
        mentions.push({
          ...base,
          asWritten,
          ids,
          classId: null,
          called: only.name,
          route: null,
          sure: false,
        });
      } else unknown.push({ asWritten });
    };
    if (match.type === "known") {
      mentions.push({
        ...base,
        asWritten: match.asWritten,
        ids: match.medicines.map(({ id }) => id),
        classId: null,
        called: match.brand ?? match.medicines.map(({ name }) => name).join(" + "),
        route: match.route ?? null,
        sure: true,
      });
      for (const part of match.also ?? []) takeUnsure(part);
    } else if (match.type === "class") {
      const { asWritten, classId, name } = match;
      mentions.push({ ...base, asWritten, ids: [], classId, called: name, route: null, sure: true });
    } else takeUnsure(match);
    if (dose.type === "unclear") {
      const ids = mentions.filter((mention) => mention.place === place).flatMap((mention) => mention.ids);
      notChecked.push({ type: "dose", asWritten: text.trim(), why: dose.why, ids });
    }
  });
  return { mentions, unknown, notChecked };
}

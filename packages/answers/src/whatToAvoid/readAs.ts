/** How a written medicine was read, in words, and what else may have been meant. */
import { type Dose, type Mention, nameOf, parseDose, resolveMedicine } from "@unclench/safety";

/** How a written medicine was read, so that it can be looked over. */
export type ReadMedicine = {
  readonly asWritten: string;
  /** Generic names; empty where nothing is known of it. */
  readonly medicines: readonly string[];
  /** In words: "tizanidine, 4 mg at a time, 12 mg a day". */
  readonly readAs: string;
  /** Names that may have been meant, and the text with that name in place of what was written. */
  readonly suggestions: readonly { readonly name: string; readonly text: string }[];
};

const unitWords: Readonly<Record<string, string>> = { U: "units", mcg: "micrograms" };
const amountWords = ({ amount, unit }: { amount: number; unit: string }): string =>
  `${amount} ${unitWords[unit] ?? unit}`;

function doseWords(dose: Dose): string {
  if (dose.type === "none") return "no dose written";
  if (dose.type === "unclear") return `dose not clear (${dose.why.replace(/[.]$/, "")})`;
  const { single, perDay, asNeeded, every, notes } = dose;
  const daily = every === undefined || "hours" in every || every.days === 1;
  const parts = [
    single === null ? null : `${amountWords(single)} at a time`,
    perDay === null
      ? null
      : daily
        ? `${amountWords(perDay)} a day`
        : `${amountWords(perDay)} on every ${every.days}th day`,
    asNeeded ? "when needed" : null,
    ...notes,
  ].filter((part) => part !== null);
  return parts.join(", ");
}

const routeWords = (route: Mention["route"]): string =>
  route === null || route === "oral" ? "" : ` (${route})`;

/** One medicine text by itself, as it is typed. */
export function medicineRead(text: string): ReadMedicine {
  const match = resolveMedicine(text);
  const dose = doseWords(parseDose(text));
  const asWritten = text.trim();
  switch (match.type) {
    case "known": {
      const medicines = match.medicines.map(({ id }) => nameOf(id));
      const unsure = match.also?.length ?? 0;
      const more =
        unsure === 0
          ? ""
          : `; a part of it is not known: ${match.also?.map((part) => part.asWritten).join(", ")}`;
      return {
        asWritten,
        medicines,
        readAs: `${medicines.join(" + ")}${routeWords(match.route ?? null)}, ${dose}${more}`,
        suggestions: [],
      };
    }
    case "class":
      return { asWritten, medicines: [], readAs: `${match.name}: which one is it?`, suggestions: [] };
    case "close": {
      const [only, ...others] = match.suggestions;
      const names = match.suggestions.map(({ name }) => name).join(" or ");
      return {
        asWritten,
        medicines: only !== undefined && others.length === 0 ? only.id.split(" + ").map(nameOf) : [],
        readAs: others.length === 0 ? `${names}, ${dose}; did you mean that?` : `not clear: ${names}?`,
        suggestions: match.suggestions.map(({ name, asWritten: meant }) => ({
          name,
          text: replaced(asWritten, meant, name),
        })),
      };
    }
    case "unknown":
      return { asWritten, medicines: [], readAs: "a name we do not know", suggestions: [] };
  }
}

/** The meant name in place of the word that is most like it; else in front. */
function replaced(text: string, meant: string, name: string): string {
  const words = text.split(/\s+/);
  const place = words.findIndex(
    (word) => word[0]?.toLowerCase() === meant[0]?.toLowerCase() && word.length > 3,
  );
  if (place < 0) return `${name} ${text}`;
  return words.map((word, at) => (at === place ? meant : word)).join(" ");
}

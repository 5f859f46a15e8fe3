/** How a written medicine was read, in words. */
import { type Dose, type Mention, nameOf } from "@unclench/safety";
import type { ReadMedicine } from "./index.ts";

const unitWords: Readonly<Record<string, string>> = { U: "units", sprays: "sprays", mcg: "micrograms" };
const amountWords = ({ amount, unit }: { amount: number; unit: string }): string =>
  `${amount} ${unitWords[unit] ?? unit}`;

function doseWords(dose: Dose): string {
  if (dose.type === "none") return "no dose written";
  if (dose.type === "unclear") return "dose not clear";
  const parts = [
    dose.single === null ? null : `${amountWords(dose.single)} at a time`,
    dose.perDay === null ? null : `${amountWords(dose.perDay)} a day`,
    dose.asNeeded ? "when needed" : null,
  ].filter((part) => part !== null);
  return parts.join(", ");
}

export function readAsOf(asWritten: string, mentions: readonly Mention[]): ReadMedicine {
  const [mention] = mentions;
  if (mention === undefined) return { asWritten, medicines: [], readAs: "a name we do not know" };
  const medicines = mention.ids.map((id) => nameOf(id));
  const name = mention.classId === null ? medicines.join(" + ") : mention.called;
  const route = mention.route === null || mention.route === "oral" ? "" : ` (${mention.route})`;
  return { asWritten, medicines, readAs: `${name}${route}, ${doseWords(mention.dose)}` };
}

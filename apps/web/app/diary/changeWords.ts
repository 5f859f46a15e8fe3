import { measureWords } from "@unclench/answers/measure-words";
import type { ChangedRow, CheckIn, Treatment } from "@unclench/record";
import { dateWords } from "@unclench/answers/dates";

/** "5 March 2026: stiffness 6 here, 4 in the file." */
export function changeWords(change: ChangedRow<CheckIn> | ChangedRow<Treatment>): string {
  const { before, after, fields } = change;
  const name = "date" in before ? dateWords(before.date) : `${before.treatment}, ${dateWords(before.start)}`;
  const value = (row: object, field: string): string => {
    const found: unknown = Object.entries(row).find(([key]) => key === field)?.[1];
    return found === null || found === undefined ? "nothing" : `“${String(found)}”`;
  };
  const parts = fields
    .filter((field) => field !== "backfilled")
    .map((field) => `${fieldWords(field)} ${value(before, field)} here, ${value(after, field)} in the file`);
  return `${name}: ${parts.length === 0 ? "filled in later, says the file" : parts.join("; ")}.`;
}

function fieldWords(field: string): string {
  if (field === "spasmCount") return "number of spasms";
  return field in measureWords ? measureWords[field as keyof typeof measureWords].name : field;
}

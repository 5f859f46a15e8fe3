/** What can be taken along: the league and the studies as tables. */
import type { Study } from "@unclench/evidence";
import type { NetworkAnswer, Subnetwork } from "./network.ts";

const cell = (value: string | number | null): string => {
  const text = value === null ? "" : String(value);
  // A cell that begins like a formula is text to a spreadsheet only with an apostrophe in front.
  const safe = typeof value === "string" && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const csv = (lines: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;

/** Every ordered pair of every part with all its figures, logarithms for ratios. */
export function leagueCsv({ measure, method, subnetworks }: NetworkAnswer): string {
  const columns = [
    "estimate",
    "se",
    "ciLower",
    "ciUpper",
    "p",
    "predictionLower",
    "predictionUpper",
  ] as const;
  const rows = subnetworks.flatMap((part: Subnetwork, place) =>
    part.effects.map((one) => [
      place + 1,
      one.treatment,
      one.versus,
      measure,
      part.model === "random" ? method : "common",
      ...columns.map((column) => one[column]),
    ]),
  );
  return csv([["part", "treatment", "versus", "measure", "model", ...columns], ...rows]);
}

/** The studies in format 1, whatever they came from; read again, they give the same answer. */
export const studiesJson = (studies: readonly Study[]): string =>
  `${JSON.stringify({ format: 1, studies }, null, 2)}\n`;

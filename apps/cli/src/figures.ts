/** Figures of an evidence engine in text: numbers, intervals, tables. */
import type { Measure } from "@unclench/evidence";
import { oneLine } from "./lines.ts";

export const measureWords: Readonly<Record<Measure, string>> = {
  OR: "log odds ratio",
  RR: "log risk ratio",
  RD: "risk difference",
  MD: "mean difference",
  SMD: "standardised mean difference (Hedges' g)",
  SMDH: "standardised mean difference, unequal spreads",
  ROM: "log ratio of means",
};

export const figure = (value: number | null): string => {
  if (value === null) return "–";
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4)) return value.toExponential(3);
  return value.toFixed(4);
};
export const range = (lower: number | null, upper: number | null): string =>
  `${figure(lower)} to ${figure(upper)}`;

/** Columns of text; the first to the left, the others to the right. Names from people's files are kept to one line. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? "").length)),
  );
  const padded = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return cells.map((row) => `  ${row.map(padded).join("  ")}`.trimEnd());
}

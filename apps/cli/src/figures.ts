/** Figures of an evidence engine in text: numbers, intervals, tables. */
import { figure } from "@unclench/answers/your-studies";
import { oneLine } from "./lines.ts";

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

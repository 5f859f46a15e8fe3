/**
 * A table of studies, one arm a line: `study,treatment,events,n` or `study,treatment,n,mean,sd`. Nothing is guessed: a
 * cell that is no number stops everything and is named by its line. What studies have to be is for the engine's reader.
 */
import { parseStudies, type StudiesFault, type Study } from "@unclench/evidence";
import Papa from "papaparse";

/** What is wrong with the table itself; faults of the studies in it come from the engine, with the line beside. */
export type TableFault =
  | { readonly type: "EmptyTable" }
  | { readonly type: "QuoteNotClosed"; readonly line: number }
  | { readonly type: "LacksColumn"; readonly columns: readonly string[] }
  | { readonly type: "RepeatedColumn"; readonly column: string }
  | { readonly type: "CellCount"; readonly line: number; readonly cells: number; readonly columns: number }
  | { readonly type: "EmptyCell"; readonly line: number; readonly column: string }
  | { readonly type: "NoNumber"; readonly line: number; readonly column: string; readonly found: string }
  | { readonly type: "Thousands"; readonly line: number; readonly column: string; readonly found: string }
  | { readonly type: "FaultyStudy"; readonly line: number; readonly fault: StudiesFault };

const numberColumns = ["events", "n", "mean", "sd"] as const;
const columns = ["study", "treatment", "year", ...numberColumns] as const;
type Column = (typeof columns)[number];

const separators = [",", ";", "\t"] as const;
type Separator = (typeof separators)[number];

type Line = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads the text of a CSV file into studies, in the order in which they appear first.
 *
 * @example
 * readStudiesCsv("study,treatment,events,n\nA,x,3,40\nA,placebo,9,41\n") // one study with two arms
 */
export function readStudiesCsv(text: string): readonly Study[] | TableFault {
  const table = linesOf(text);
  if ("type" in table) return table;
  const [header, ...lines] = table.lines;
  if (header === undefined) return { type: "EmptyTable" };
  const places = placesOf(header.cells);
  if ("type" in places) return places;

  const armsByStudy = new Map<string, { readonly line: number; readonly arm: Record<string, unknown> }[]>();
  const yearsByStudy = new Map<string, Set<string>>();
  for (const { line, cells } of lines) {
    if (cells.length !== header.cells.length)
      return { type: "CellCount", line, cells: cells.length, columns: header.cells.length };
    const cell = (column: Column): string => cells[places.get(column) ?? -1]?.trim() ?? "";
    for (const column of ["study", "treatment"] as const)
      if (cell(column) === "") return { type: "EmptyCell", line, column };
    const arm: Record<string, unknown> = { treatment: cell("treatment") };
    for (const column of numberColumns) {
      const found = cell(column);
      if (found === "") continue;
      const number = numberIn(found, table.separator);
      if (typeof number === "string") return { type: number, line, column, found };
      arm[column] = number;
    }
    const study = cell("study");
    armsByStudy.set(study, [...(armsByStudy.get(study) ?? []), { line, arm }]);
    if (cell("year") !== "")
      yearsByStudy.set(study, (yearsByStudy.get(study) ?? new Set()).add(cell("year")));
  }
  if (armsByStudy.size === 0) return { type: "EmptyTable" };
  for (const [study, rows] of armsByStudy) {
    // One by one, so that a fault can be traced to its line.
    const read = parseStudies({ studies: [{ study, arms: rows.map(({ arm }) => arm) }] });
    if ("type" in read) {
      const place = "field" in read ? Number(/^arms\[(\d+)\]/.exec(read.field)?.[1] ?? 0) : 0;
      return { type: "FaultyStudy", line: rows[place]?.line ?? 0, fault: read };
    }
  }
  const studies = [...armsByStudy].map(([study, rows]) => {
    // Lines that disagree about the year of a study leave it without one.
    const [year, another] = yearsByStudy.get(study) ?? [];
    return {
      study,
      arms: rows.map(({ arm }) => arm),
      ...(year === undefined || another !== undefined ? {} : { year }),
    };
  });
  const read = parseStudies({ studies });
  return "type" in read ? { type: "FaultyStudy", line: 1, fault: read } : read;
}

/** The lines that hold anything, each with its number in the file. */
function linesOf(
  text: string,
): { readonly lines: readonly Line[]; readonly separator: Separator } | TableFault {
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const separator = separatorOf(body);
  const parsed = Papa.parse<string[]>(body, { delimiter: separator, newline: "\n" });
  const broken = new Set(parsed.errors.flatMap(({ type, row }) => (type === "Quotes" ? [row] : [])));
  const lines: Line[] = [];
  let line = 1;
  for (const [at, cells] of parsed.data.entries()) {
    if (broken.has(at)) return { type: "QuoteNotClosed", line };
    if (cells.some((cell) => cell.trim() !== "")) lines.push({ line, cells });
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
  }
  return { lines, separator };
}

/** The one that makes most of the known names appear in the first line. */
function separatorOf(text: string): Separator {
  const first = text.trimStart().split("\n", 1)[0] ?? "";
  const known = (separator: Separator): number =>
    first.split(separator).filter((name) => columns.some((column) => column === nameOf(name))).length;
  return separators.reduce((best, next) => (known(next) > known(best) ? next : best));
}

const nameOf = (text: string): string => text.trim().replaceAll('"', "").toLowerCase();

function placesOf(header: readonly string[]): ReadonlyMap<Column, number> | TableFault {
  const places = new Map<Column, number>();
  for (const [place, text] of header.entries()) {
    const column = columns.find((one) => one === nameOf(text));
    // Other columns are let be.
    if (column === undefined) continue;
    if (places.has(column)) return { type: "RepeatedColumn", column };
    places.set(column, place);
  }
  const wanted: readonly Column[] = places.has("mean") || places.has("sd") ? ["mean", "sd"] : ["events"];
  const lacking = (["study", "treatment", "n", ...wanted] as const).filter((column) => !places.has(column));
  return lacking.length === 0 ? places : { type: "LacksColumn", columns: lacking };
}

/**
 * A number with a decimal point, or a decimal comma where the comma is not the separator. `1,500`, and `1.500` where the
 * separator is not the comma, may be thousands or a fraction, and are refused as everywhere in this product.
 */
function numberIn(text: string, separator: Separator): number | "NoNumber" | "Thousands" {
  const parts = /^([+-]?)(\d*)(?:([.,])(\d+))?(e[+-]?\d{1,3})?$/i.exec(text);
  const [, sign = "", whole = "", mark = ".", decimals = "", exponent = ""] = parts ?? [];
  if (parts === null || (whole === "" && decimals === "")) return "NoNumber";
  if (mark === "," && separator === ",") return "NoNumber";
  const couldBeThousands = exponent === "" && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (couldBeThousands && separator !== ",") return "Thousands";
  return Number(`${sign}${whole === "" ? "0" : whole}${decimals === "" ? "" : `.${decimals}`}${exponent}`);
}

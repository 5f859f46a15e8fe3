/** A CSV file as people's spreadsheets write it → its columns by name, and rows that know their line. */
import Papa from "papaparse";
import { err, ok, type Result } from "../result.ts";
import type { CsvFileError, CsvRowError } from "./csvErrors.ts";
import { readFileText, type TextEncoding } from "./fileText.ts";

export type Delimiter = "," | ";" | "\t";
const delimiters: readonly Delimiter[] = [",", ";", "\t"];

export type CsvRow = {
  /** the line in which the row begins, the first line of the file being 1 */
  readonly line: number;
  readonly cells: readonly string[];
};

export type CsvTable = {
  readonly delimiter: Delimiter;
  readonly encoding: TextEncoding;
  /** as written in the file */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly broken: readonly CsvRowError[];
};

/** Column names compare without capitals, blanks, hyphens and underscores: "Spasm count" is `spasmcount`. */
export const columnKey = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");

/**
 * [RC-21] Splits a file into rows. `known` are the column names that decide which delimiter it is: the one that makes
 * most of them appear in the first line.
 */
export function readCsvTable(
  file: string | Uint8Array,
  known: readonly string[],
): Result<CsvTable, CsvFileError> {
  const read = readFileText(file);
  if (!read.ok) return read;
  // One kind of line end, so that a file glued together from two systems still has rows.
  const text = read.value.text.replace(/\r\n?/g, "\n");
  const knownKeys = new Set(known.map(columnKey));
  const hint = /^sep=([,;\t])\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = (hint?.[1] as Delimiter | undefined) ?? likeliestDelimiter(body, knownKeys);
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: "\n" });

  const brokenRows = new Map<number, string>();
  for (const problem of parsed.errors) {
    if (problem.type === "Quotes" && problem.row !== undefined) brokenRows.set(problem.row, problem.code);
  }
  let line = hint ? 2 : 1;
  let header: string[] | null = null;
  const rows: CsvRow[] = [];
  const broken: CsvRowError[] = [];
  for (const [index, cells] of parsed.data.entries()) {
    const began = line;
    line += 1 + lineBreaks(cells);
    const problem = brokenRows.get(index);
    // An open quote swallows everything up to the end of the file, so no later row can be trusted.
    if (problem === "MissingQuotes") return err({ type: "QuoteNotClosed", line: began });
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (header === null) {
      header = cells.map((cell) => cell.trim());
    } else if (problem !== undefined) {
      broken.push({ type: "StrayQuote", line: began, column: "", text: shortened(cells.join(delimiter)) });
    } else if (cells.slice(header.length).some((cell) => cell.trim() !== "")) {
      broken.push({ type: "TooManyCells", line: began, column: "", text: shortened(cells.join(delimiter)) });
    } else {
      rows.push({ line: began, cells });
    }
  }
  if (header === null) return err({ type: "EmptyFile" });
  return ok({ delimiter, encoding: read.value.encoding, header, rows, broken });
}

function likeliestDelimiter(text: string, knownKeys: ReadonlySet<string>): Delimiter {
  const firstLine = text.trimStart();
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of delimiters) {
    const cells = Papa.parse<string[]>(firstLine, { delimiter, newline: "\n", preview: 1 }).data[0] ?? [];
    const score = cells.filter((cell) => knownKeys.has(columnKey(cell))).length;
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}

/** Enough of the text to find the place, and never a whole diary in an error. */
export function shortened(text: string): string {
  const oneLine = text.replace(/\s+/g, " ").trim();
  return oneLine.length > 60 ? `${oneLine.slice(0, 60).toWellFormed()}…` : oneLine;
}

/** Where each wanted column stands; what is not wanted is ignored and named. */
export type ColumnPlaces = {
  readonly placeByColumn: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
};

export function placeColumns(
  header: readonly string[],
  wanted: readonly string[],
): Result<ColumnPlaces, CsvFileError> {
  const columnByKey = new Map(wanted.map((column) => [columnKey(column), column]));
  const placeByColumn = new Map<string, number>();
  const ignored: string[] = [];
  for (const [place, name] of header.entries()) {
    const column = columnByKey.get(columnKey(name));
    if (column === undefined) {
      if (name !== "") ignored.push(shortened(name));
    } else if (placeByColumn.has(column)) {
      return err({ type: "RepeatedColumn", column });
    } else {
      placeByColumn.set(column, place);
    }
  }
  return ok({ placeByColumn, ignored });
}

/** What one cell of a CSV file means. An empty cell is "not known" (`null`), never zero. */
import { readClockTime } from "../clockTime.ts";
import { type LocalDate, parseLocalDate } from "../localDate.ts";
import { err, ok, type Result } from "../result.ts";
import { isPlausibleDate, tidyNumber } from "../limits.ts";
import { tidyText } from "../text.ts";
import type { CsvRow, Delimiter } from "./csvTable.ts";
import type { CsvRowError, CsvRowErrorType } from "./csvErrors.ts";
import { shortened } from "./csvTable.ts";

export type Cell<Value> = Result<Value | null, CsvRowErrorType>;

export function dateCell(text: string): Cell<LocalDate> {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) return parsed.error.type === "EmptyDate" ? ok(null) : err(parsed.error.type);
  return isPlausibleDate(parsed.value) ? parsed : err("DateOutOfRange");
}

/**
 * [RC-24] A number with a decimal point or a decimal comma, no sign, no exponent, no unit. "1.500" in a file with
 * semicolons may be one and a half or one thousand five hundred; so may "1,500" anywhere. A dose must never be guessed,
 * so both are refused. In a file with commas between the cells the point is the decimal point.
 */
export function numberCell(text: string, delimiter: Delimiter): Cell<number> {
  const trimmed = text.trim();
  if (trimmed === "") return ok(null);
  const parts = /^(\d{1,9})(?:([.,])(\d{1,9}))?$/.exec(trimmed);
  if (parts === null) return err("NotANumber");
  const [, whole = "", mark, decimals = ""] = parts;
  const couldBeThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (couldBeThousands && !(mark === "." && delimiter === ",")) return err("AmbiguousNumber");
  return ok(tidyNumber(Number(mark === undefined ? whole : `${whole}.${decimals}`)));
}

/**
 * [RC-25] Free text. Our own export puts an apostrophe before text that a spreadsheet would run as a formula; here it
 * goes again. See [Note: Text that a spreadsheet would run] in export/csv.ts.
 */
export function textCell(text: string): string | null {
  const tidy = tidyText(text);
  return tidy === null ? null : tidy.replace(/^'(?='*[=+\-@＝＋－＠])/, "");
}

export function yesNoCell(text: string): Cell<boolean> {
  const word = text.trim().toLowerCase();
  if (word === "") return ok(null);
  if (["yes", "true", "1"].includes(word)) return ok(true);
  if (["no", "false", "0"].includes(word)) return ok(false);
  return err("UnknownYesNo");
}

/** "8:05" and "08:05:30" are 08:05; what has "am" or "pm" behind it is read as well. */
export function timeCell(text: string): Cell<string> {
  if (text.trim() === "") return ok(null);
  const time = readClockTime(text);
  return time === null ? err("UnreadableTime") : ok(time);
}

/** Reads the cells of one row and keeps the first problem, with its column and its text. */
export class RowReader {
  problem: CsvRowError | null = null;
  readonly #row: CsvRow;
  readonly #placeByColumn: ReadonlyMap<string, number>;

  constructor(row: CsvRow, placeByColumn: ReadonlyMap<string, number>) {
    this.#row = row;
    this.#placeByColumn = placeByColumn;
  }

  text(column: string): string {
    const place = this.#placeByColumn.get(column);
    return place === undefined ? "" : (this.#row.cells[place] ?? "");
  }

  read<Value>(column: string, cell: (text: string) => Cell<Value>): Value | null {
    const result = cell(this.text(column));
    if (result.ok) return result.value;
    this.refuse(result.error, column);
    return null;
  }

  refuse(type: CsvRowErrorType, column: string): void {
    this.problem ??= { type, line: this.#row.line, column, text: shortened(this.text(column)) };
  }
}

/**
 * The diary and the treatments as CSV, in the formats that the import reads: export, then import, is the identity.
 *
 * [Note: Text that a spreadsheet would run] A cell that begins with = + - or @ is a formula to a spreadsheet, and a note
 * from elsewhere could make it fetch or send something. Such text gets an apostrophe in front, which spreadsheets take
 * as "this is text"; the import takes it away again. Text that begins with apostrophes before such a character gets one
 * more, so that nothing is lost on the way back.
 */
import Papa from "papaparse";
import { type CheckIn, measures, ratings, type Treatment } from "../vocabulary.ts";

export type CsvExportOptions = {
  /** adds the column `example`, which keeps the file out of anyone's own record */
  readonly isExample?: boolean;
};

/** Without it, spreadsheets take the file for an older encoding and break every accent. */
const BYTE_ORDER_MARK = "\uFEFF";

/** [RC-33] Columns beside the day, the four ratings and the note appear only if some check-in has something in them. */
export function diaryCsv(checkIns: readonly CheckIn[], options: CsvExportOptions = {}): string {
  const hasCounts = checkIns.some(({ spasmCount }) => spasmCount !== null);
  const hasBackfilled = checkIns.some(({ backfilled }) => backfilled);
  const hasTimes = checkIns.some(({ time }) => time !== null);
  const shown = ratings.filter(
    (rating) => isMeasure(rating) || checkIns.some((checkIn) => checkIn[rating] !== null),
  );
  const columns: readonly Column<CheckIn>[] = [
    ["date", ({ date }) => date],
    ...(hasTimes ? [["time", ({ time }) => time ?? ""] satisfies Column<CheckIn>] : []),
    ...shown.map((rating): Column<CheckIn> => [rating, (row) => numberText(row[rating])]),
    ["note", ({ note }) => safeText(note)],
    ...(hasCounts ? [["spasmCount", (row) => numberText(row.spasmCount)] satisfies Column<CheckIn>] : []),
    ...(hasBackfilled
      ? [["backfilled", (row) => (row.backfilled ? "yes" : "no")] satisfies Column<CheckIn>]
      : []),
  ];
  return csv(columns, checkIns, options);
}

export function treatmentsCsv(treatments: readonly Treatment[], options: CsvExportOptions = {}): string {
  const columns: readonly Column<Treatment>[] = [
    ["treatment", ({ treatment }) => safeText(treatment)],
    ["kind", ({ kind }) => kind],
    ["start", ({ start }) => start],
    ["stop", ({ stop }) => stop ?? ""],
    ["dose", ({ dose }) => numberText(dose)],
    ["unit", ({ unit }) => safeText(unit)],
    ...(treatments.some(({ taken }) => taken !== null)
      ? [["taken", ({ taken }) => taken ?? ""] satisfies Column<Treatment>]
      : []),
  ];
  return csv(columns, treatments, options);
}

const isMeasure = (rating: string): boolean => (measures as readonly string[]).includes(rating);

export type Column<Row> = readonly [name: string, text: (row: Row) => string];

/** A table with a header, as spreadsheets take it. */
export function csv<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: CsvExportOptions,
): string {
  const all: readonly Column<Row>[] = options.isExample ? [...columns, ["example", () => "yes"]] : columns;
  const lines = [all.map(([name]) => name), ...rows.map((row) => all.map(([, text]) => text(row)))];
  return `${BYTE_ORDER_MARK}${Papa.unparse(lines, { delimiter: ",", newline: "\r\n" })}\r\n`;
}

export const numberText = (value: number | null): string => (value === null ? "" : String(value));

/** The wide forms of the four characters count too: some spreadsheets treat them alike. */
export const safeText = (text: string | null): string =>
  text === null ? "" : /^'*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;

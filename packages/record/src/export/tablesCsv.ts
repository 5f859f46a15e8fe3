/**
 * Every table of the record as CSV, for spreadsheets and other programs: one file a table, one line a row, a column for each
 * field. They are made to be read elsewhere; what comes back in whole is the JSON file.
 */
import type { FieldShapes } from "../fieldKinds.ts";
import type { PersonalRecord } from "../record.ts";
import { type Table, tables } from "../tables.ts";
import { type Column, type CsvExportOptions, csv, diaryCsv, safeText, treatmentsCsv } from "./csv.ts";

export type CsvFile = {
  /** as in the record: `checkIn`, `treatment`, `injection` … */
  readonly table: string;
  readonly rows: number;
  readonly text: string;
};

/** [RC-108] All tables that hold something, but for settings. */
export function recordCsvFiles(record: PersonalRecord): CsvFile[] {
  const options: CsvExportOptions = { isExample: record.isExample };
  const checkIns = record.checkIns();
  const treatments = record.treatments();
  const medicines = record.medicines();
  const { settings: _, ...others } = tables;
  const files: CsvFile[] = [
    { table: "checkIn", rows: checkIns.length, text: diaryCsv(checkIns, options) },
    { table: "treatment", rows: treatments.length, text: treatmentsCsv(treatments, options) },
    {
      table: "medicine",
      rows: medicines.length,
      text: csv(
        [
          ["text", ({ text }) => safeText(text)],
          ["status", ({ status }) => status],
        ],
        medicines,
        options,
      ),
    },
    goalRatings(record, options),
    ...Object.values(others).map((table) => tableFile(table as unknown as Table, record, options)),
  ];
  return files.filter(({ rows }) => rows > 0);
}

function tableFile(table: Table, record: PersonalRecord, options: CsvExportOptions): CsvFile {
  const rows: readonly Row[] = record.rows<FieldShapes>(table);
  const columns = Object.keys(table.fields).map((field): Column<Row> => [field, (row) => cellOf(row[field])]);
  return { table: table.name, rows: rows.length, text: csv(columns, rows, options) };
}

type Row = Readonly<Record<string, unknown>>;

/** Goals are rated in check-ins, several at a time: a table of their own, one line for each rating. */
function goalRatings(record: PersonalRecord, options: CsvExportOptions): CsvFile {
  const texts = new Map(record.rows(tables.goal).map(({ id, text }) => [id, text]));
  const rows = record
    .checkIns()
    .flatMap(({ date, time, goals }) =>
      goals.map(({ goal, rating }) => ({ date, time, goal: texts.get(goal) ?? goal, rating })),
    );
  const columns: readonly Column<(typeof rows)[number]>[] = [
    ["date", ({ date }) => date],
    ["time", ({ time }) => time ?? ""],
    ["goal", ({ goal }) => safeText(goal)],
    ["rating", ({ rating }) => String(rating)],
  ];
  return { table: "goalRating", rows: rows.length, text: csv(columns, rows, options) };
}

/** An empty cell is "not known". A list is its entries with semicolons, each entry its known values with blanks. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return safeText(value);
  // A number below zero begins with what a spreadsheet takes for a formula, and is one that it reads rightly.
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return safeText(value.map(entryText).join("; "));
  return safeText(entryText(value));
}

const entryText = (entry: unknown): string =>
  typeof entry === "object" && entry !== null
    ? Object.values(entry)
        .filter((part) => part !== null && part !== undefined)
        .join(" ")
    : String(entry);

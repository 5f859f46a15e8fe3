/** What the readers of other apps' CSV files share: which app it is, and rows that know their line. */
import { err, ok, type Result } from "../../result.ts";
import { LONGEST_NAME } from "../../limits.ts";
import { tidyName } from "../../text.ts";
import { dateCell, RowReader } from "../cells.ts";
import type { CsvFileError, CsvRowError } from "../csvErrors.ts";
import { type Delimiter, columnKey, placeColumns, readCsvTable } from "../csvTable.ts";
import type { LocalDate } from "../../localDate.ts";
import type { ForeignApp, ForeignEntry, ForeignReading } from "./reading.ts";
import { MOST_NAMES, SeriesCollector } from "./reading.ts";

type CsvApp = Exclude<ForeignApp, "Apple Health">;

export type ForeignCsvError =
  | CsvFileError
  | { readonly type: "MissingForeignColumn"; readonly app: CsvApp; readonly columns: readonly string[] }
  | { readonly type: "TooManyNames"; readonly app: CsvApp; readonly most: number };

/** The columns that tell an app's file from every other; as `columnKey` writes them. */
const signs: Readonly<Record<CsvApp, readonly string[]>> = {
  Daylio: ["weekday", "time", "mood", "activities"],
  Bearable: ["category", "rating/amount"],
  "Track & Graph": ["featurename", "timestamp", "value"],
};

const FIRST_BYTES = 4096;

/** [RC-100] Which app wrote this CSV file, told by its column names; null if none that is known here. */
export function foreignCsvApp(file: string | Uint8Array): CsvApp | null {
  const start =
    typeof file === "string"
      ? file.slice(0, FIRST_BYTES)
      : new TextDecoder().decode(file.subarray(0, FIRST_BYTES));
  const firstLine = start.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  const keys = new Set(firstLine.split(/[,;\t]/).map((name) => columnKey(name.replaceAll('"', ""))));
  for (const app of Object.keys(signs) as CsvApp[])
    if (signs[app].every((sign) => keys.has(sign))) return app;
  return null;
}

/** How one app's rows are read. */
export type ForeignCsv = {
  readonly app: CsvApp;
  readonly columns: readonly string[];
  readonly required: readonly string[];
  readonly row: (cells: ForeignRow) => void;
};

/** One row, and where its contents go. */
export class ForeignRow extends RowReader {
  readonly line: number;
  readonly delimiter: Delimiter;
  readonly collect: SeriesCollector;
  readonly notes: ForeignEntry<string>[];

  constructor(
    row: ConstructorParameters<typeof RowReader>[0],
    places: ConstructorParameters<typeof RowReader>[1],
    shared: { delimiter: Delimiter; collect: SeriesCollector; notes: ForeignEntry<string>[] },
  ) {
    super(row, places);
    this.line = row.line;
    this.delimiter = shared.delimiter;
    this.collect = shared.collect;
    this.notes = shared.notes;
  }

  /** The day in this column, or null after naming the problem. */
  day(column: string, parse: typeof dateCell = dateCell): LocalDate | null {
    const date = this.read(column, parse);
    if (date === null) this.refuse("EmptyCell", column);
    return this.problem === null ? date : null;
  }

  /** A name of the other app in one line; null if there is none. */
  name(column: string): string | null {
    const name = tidyName(this.text(column));
    return name === null ? null : name.slice(0, LONGEST_NAME).toWellFormed();
  }
}

export function readForeignTable(
  file: string | Uint8Array,
  format: ForeignCsv,
): Result<ForeignReading, ForeignCsvError> {
  const table = readCsvTable(file, format.columns);
  if (!table.ok) return table;
  const places = placeColumns(table.value.header, format.columns);
  if (!places.ok) return places;
  const { placeByColumn, ignored } = places.value;
  const missing = format.required.filter((column) => !placeByColumn.has(column));
  if (missing.length > 0) return err({ type: "MissingForeignColumn", app: format.app, columns: missing });
  const unreadable: CsvRowError[] = [...table.value.broken];
  const collect = new SeriesCollector();
  const notes: ForeignEntry<string>[] = [];
  const shared = { delimiter: table.value.delimiter, collect, notes };
  for (const row of table.value.rows) {
    const cells = new ForeignRow(row, placeByColumn, shared);
    format.row(cells);
    if (cells.problem !== null) unreadable.push(cells.problem);
  }
  if (table.value.rows.length + unreadable.length === 0) return err({ type: "NoRows" });
  const series = collect.series();
  if (series.length > MOST_NAMES) return err({ type: "TooManyNames", app: format.app, most: MOST_NAMES });
  for (const column of ignored) collect.leaveOut(`the column ${column}`);
  return ok({
    app: format.app,
    series,
    notes,
    unreadable: unreadable.sort((left, right) => left.line - right.line),
    leftOut: collect.leftOut,
  });
}

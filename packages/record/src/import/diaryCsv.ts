/** The diary as a CSV file: `date,stiffness,spasms,pain,sleep,note`. See docs/formats.md. */
import { addDays, type LocalDate } from "../localDate.ts";
import { err, ok, type Result } from "../result.ts";
import { isCount, isRating, LONGEST_NOTE } from "../limits.ts";
import { type CheckIn, emptyCheckIn, measures, type Rating, ratings, saysSomething } from "../vocabulary.ts";
import { checkInRowId } from "../rows.ts";
import { dateCell, numberCell, RowReader, textCell, timeCell, yesNoCell } from "./cells.ts";
import type { CsvFileError, CsvRowError } from "./csvErrors.ts";
import { type ColumnPlaces, type CsvTable, type Delimiter, placeColumns, readCsvTable } from "./csvTable.ts";
import type { TextEncoding } from "./fileText.ts";
import { treatmentColumns } from "./treatmentColumns.ts";

export const diaryColumns = [
  "date",
  "time",
  ...ratings,
  "note",
  "spasmCount",
  "backfilled",
  "example",
] as const;
type DiaryColumn = (typeof diaryColumns)[number];

/** What a file says of one day. A column that the file does not have says nothing, like an empty cell. */
export type CsvRead<Row> = { readonly line: number; readonly row: Row };

/** A row that is not used because a later row of the file speaks of the same thing. */
export type RepeatedRow = {
  readonly line: number;
  readonly key: string;
  readonly usedLine: number;
  /** both rows say the same */
  readonly same: boolean;
};

export type CsvReading<Row> = {
  readonly rows: readonly CsvRead<Row>[];
  readonly unreadable: readonly CsvRowError[];
  readonly repeated: readonly RepeatedRow[];
  /** lines with a date and nothing else: nothing is known, so nothing is taken over */
  readonly blankLines: readonly number[];
  readonly ignoredColumns: readonly string[];
  /** columns of the format that the file does not have: all of it is "not known" */
  readonly absentColumns: readonly string[];
  readonly delimiter: Delimiter;
  readonly encoding: TextEncoding;
  /** the file is our made-up example */
  readonly isExample: boolean;
};

export type DiaryCsvReading = CsvReading<CheckIn>;

/** `today`, if given, refuses days after tomorrow: on the other side of the date line it may be tomorrow already. */
export type DiaryCsvOptions = { readonly today?: LocalDate };

/**
 * [RC-22] Reads a diary CSV. Rows that cannot be read are named and left out; the file is refused only when it is not a
 * diary at all.
 * @example
 *   const read = readDiaryCsv("date,stiffness\n2026-01-05,6\n2026-01-06,14\n");
 *   if (read.ok) read.value.rows[0].row.stiffness; // 6
 *   if (read.ok) read.value.unreadable; // [{ type: "RatingOutOfRange", line: 3, column: "stiffness", text: "14" }]
 */
export function readDiaryCsv(
  file: string | Uint8Array,
  options: DiaryCsvOptions = {},
): Result<DiaryCsvReading, CsvFileError> {
  const table = readCsvTable(file, [...diaryColumns, ...treatmentColumns]);
  if (!table.ok) return table;
  const places = diaryPlaces(table.value);
  if (!places.ok) return places;
  const { placeByColumn, ignored } = places.value;
  const unreadable = [...table.value.broken];
  const blankLines: number[] = [];
  const lastByKey = new Map<string, CsvRead<CheckIn>>();
  const repeated: { line: number; key: string; row: CheckIn }[] = [];
  let isExample = false;
  for (const row of table.value.rows) {
    const reader = new RowReader(row, placeByColumn);
    const checkIn = readRow(reader, table.value.delimiter, options.today);
    if (reader.text("example").trim() !== "") isExample = true;
    if (checkIn === null) {
      if (reader.problem !== null) unreadable.push(reader.problem);
    } else if (!saysSomething(checkIn)) {
      blankLines.push(row.line);
    } else {
      const key = checkInKey(checkIn);
      const earlier = lastByKey.get(key);
      if (earlier !== undefined) repeated.push({ line: earlier.line, key, row: earlier.row });
      lastByKey.set(key, { line: row.line, row: checkIn });
    }
  }
  if (table.value.rows.length + unreadable.length === 0) return err({ type: "NoRows" });
  const shown: readonly DiaryColumn[] = ["date", ...measures, "note"];
  return ok({
    rows: withIds([...lastByKey.values()]),
    unreadable: unreadable.sort((left, right) => left.line - right.line),
    repeated: repeated.map(({ line, key, row }) => {
      const used = lastByKey.get(key);
      return {
        line,
        key,
        usedLine: used?.line ?? line,
        same: used !== undefined && JSON.stringify(used.row) === JSON.stringify(row),
      };
    }),
    blankLines,
    ignoredColumns: ignored,
    absentColumns: shown.filter((column) => !placeByColumn.has(column)),
    delimiter: table.value.delimiter,
    encoding: table.value.encoding,
    isExample,
  });
}

function diaryPlaces(table: CsvTable): Result<ColumnPlaces, CsvFileError> {
  const places = placeColumns(table.header, diaryColumns);
  if (!places.ok) return places;
  const has = (column: string): boolean => places.value.placeByColumn.has(column);
  const rated = ratings.some(has);
  if (!has("date") || !rated) {
    const asTreatments = placeColumns(table.header, treatmentColumns);
    if (asTreatments.ok && asTreatments.value.placeByColumn.has("treatment")) {
      return err({ type: "OtherKindOfFile", expected: "diary", found: "treatments" });
    }
  }
  if (!has("date")) return err({ type: "MissingColumn", columns: ["date"], found: table.header });
  if (!rated) return err({ type: "NoRatingColumn", columns: ratings, found: table.header });
  return places;
}

/** Two rows are about the same check-in when day and time are the same. */
export const checkInKey = ({ date, time }: Pick<CheckIn, "date" | "time">): string =>
  time === null ? date : checkInRowId(date, time);

/**
 * Rows by day. Of each day the one without a time, else the one that stands first, is the day's first check-in and has the
 * date for its id, as in the record.
 */
function withIds(rows: readonly CsvRead<CheckIn>[]): CsvRead<CheckIn>[] {
  const firstByDate = new Map<LocalDate, CheckIn>();
  for (const { row } of rows)
    if (row.time === null || !firstByDate.has(row.date)) firstByDate.set(row.date, row);
  return rows
    .map(({ line, row }) => ({
      line,
      row: { ...row, id: firstByDate.get(row.date) === row ? row.date : checkInKey(row) },
    }))
    .sort((left, right) => (left.row.id < right.row.id ? -1 : 1));
}

/** The check-in of one row, or null after naming the problem. */
function readRow(reader: RowReader, delimiter: Delimiter, today: LocalDate | undefined): CheckIn | null {
  const date = reader.read("date", dateCell);
  if (date === null) reader.refuse("EmptyCell", "date");
  else if (today !== undefined && date > addDays(today, 1)) reader.refuse("FutureDate", "date");
  const number = (text: string) => numberCell(text, delimiter);
  const time = reader.read("time", timeCell);
  const rating = (measure: Rating): number | null => {
    const value = reader.read(measure, number);
    if (value !== null && !isRating(value)) reader.refuse("RatingOutOfRange", measure);
    return value;
  };
  const stiffness = rating("stiffness");
  const spasms = rating("spasms");
  const pain = rating("pain");
  const sleep = rating("sleep");
  const tiredness = rating("tiredness");
  const mood = rating("mood");
  const spasmCount = reader.read("spasmCount", number);
  if (spasmCount !== null && !isCount(spasmCount)) reader.refuse("CountOutOfRange", "spasmCount");
  const note = textCell(reader.text("note"));
  if (note !== null && note.length > LONGEST_NOTE) reader.refuse("TextTooLong", "note");
  const backfilled = reader.read("backfilled", yesNoCell) ?? false;
  if (date === null || reader.problem !== null) return null;
  const rated = { stiffness, spasms, pain, sleep, tiredness, mood };
  return { ...emptyCheckIn, id: date, date, time, ...rated, spasmCount, note, backfilled };
}

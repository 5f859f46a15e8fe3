/** The treatments as a CSV file: `treatment,kind,start,stop,dose,unit`. See docs/formats.md. */
import { err, ok, type Result } from "../result.ts";
import { isDose, LONGEST_NAME, LONGEST_UNIT } from "../limits.ts";
import { sameNameKey, tidyName } from "../text.ts";
import { treatmentFields } from "../entries.ts";
import { isTreatmentKind, measures, type Treatment, type TreatmentKind } from "../vocabulary.ts";
import { type Cell, dateCell, numberCell, RowReader, textCell } from "./cells.ts";
import type { CsvFileError } from "./csvErrors.ts";
import {
  type ColumnPlaces,
  columnKey,
  type CsvTable,
  type Delimiter,
  placeColumns,
  readCsvTable,
} from "./csvTable.ts";
import { type CsvRead, type CsvReading, diaryColumns } from "./diaryCsv.ts";
import { treatmentColumns } from "./treatmentColumns.ts";

/** A row of a file has no id of its own yet. */
export type TreatmentRow = Omit<Treatment, "id">;
export type TreatmentsCsvReading = CsvReading<TreatmentRow>;

/** [RC-28] Two rows are about the same dose period when treatment, kind and first day are the same. */
export const periodKey = (row: Pick<Treatment, "treatment" | "kind" | "start">): string =>
  `${sameNameKey(row.treatment)}|${row.kind}|${row.start}`;

/**
 * [RC-23] Reads a treatments CSV. Several rows of one treatment are its dose periods; an injection is one row whose
 * start is the day it was given.
 * @example
 *   const read = readTreatmentsCsv("treatment,kind,start\nExample medicine,medicine,2026-01-05\n");
 *   if (read.ok) read.value.rows[0].row.stop; // null: it goes on
 */
export function readTreatmentsCsv(file: string | Uint8Array): Result<TreatmentsCsvReading, CsvFileError> {
  const table = readCsvTable(file, [...treatmentColumns, ...diaryColumns]);
  if (!table.ok) return table;
  const places = treatmentPlaces(table.value);
  if (!places.ok) return places;
  const { placeByColumn, ignored } = places.value;
  const unreadable = [...table.value.broken];
  const lastByPeriod = new Map<string, CsvRead<TreatmentRow>>();
  const repeated: { key: string; earlier: CsvRead<TreatmentRow> }[] = [];
  let isExample = false;
  for (const row of table.value.rows) {
    const reader = new RowReader(row, placeByColumn);
    const treatment = readRow(reader, table.value.delimiter);
    if (reader.text("example").trim() !== "") isExample = true;
    if (treatment === null) {
      if (reader.problem !== null) unreadable.push(reader.problem);
      continue;
    }
    const key = periodKey(treatment);
    const earlier = lastByPeriod.get(key);
    if (earlier !== undefined) repeated.push({ key, earlier });
    lastByPeriod.set(key, { line: row.line, row: treatment });
  }
  if (table.value.rows.length + unreadable.length === 0) return err({ type: "NoRows" });
  return ok({
    rows: [...lastByPeriod.values()].sort((left, right) => left.line - right.line),
    unreadable: unreadable.sort((left, right) => left.line - right.line),
    repeated: repeated.map(({ key, earlier }) => {
      const used = lastByPeriod.get(key);
      return {
        line: earlier.line,
        key: `${earlier.row.treatment}, ${earlier.row.start}`,
        usedLine: used?.line ?? earlier.line,
        same: used !== undefined && JSON.stringify(used.row) === JSON.stringify(earlier.row),
      };
    }),
    blankLines: [],
    ignoredColumns: ignored,
    absentColumns: treatmentColumns.filter(
      (column) => column !== "example" && column !== "taken" && !placeByColumn.has(column),
    ),
    delimiter: table.value.delimiter,
    encoding: table.value.encoding,
    isExample,
  });
}

function treatmentPlaces(table: CsvTable): Result<ColumnPlaces, CsvFileError> {
  const places = placeColumns(table.header, treatmentColumns);
  if (!places.ok) return places;
  const required = ["treatment", "kind", "start"];
  const missing = required.filter((column) => !places.value.placeByColumn.has(column));
  if (missing.length === 0) return places;
  const keys = new Set(table.header.map(columnKey));
  if (keys.has("date") && measures.some((measure) => keys.has(measure))) {
    return err({ type: "OtherKindOfFile", expected: "treatments", found: "diary" });
  }
  return err({ type: "MissingColumn", columns: missing, found: table.header });
}

function kindCell(text: string): Cell<TreatmentKind> {
  const word = text.trim().toLowerCase();
  if (word === "") return err("EmptyCell");
  return isTreatmentKind(word) ? ok(word) : err("UnknownKind");
}

/** The treatment of one row, or null after naming the problem. */
function readRow(reader: RowReader, delimiter: Delimiter): TreatmentRow | null {
  const treatment = tidyName(textCell(reader.text("treatment")));
  if (treatment === null) reader.refuse("EmptyCell", "treatment");
  else if (treatment.length > LONGEST_NAME) reader.refuse("TextTooLong", "treatment");
  const kind = reader.read("kind", kindCell);
  const start = reader.read("start", dateCell);
  if (start === null) reader.refuse("EmptyCell", "start");
  const stop = reader.read("stop", dateCell);
  if (start !== null && stop !== null && stop < start) reader.refuse("StopBeforeStart", "stop");
  const dose = reader.read("dose", (text) => numberCell(text, delimiter));
  if (dose !== null && !isDose(dose)) reader.refuse("DoseOutOfRange", "dose");
  const unit = tidyName(textCell(reader.text("unit")));
  if (unit !== null && unit.length > LONGEST_UNIT) reader.refuse("TextTooLong", "unit");
  if (treatment === null || kind === null || start === null || reader.problem !== null) return null;
  const fields = treatmentFields({ treatment, kind, start, stop, dose, unit, taken: reader.text("taken") });
  if (fields.ok) return fields.value;
  reader.refuse("TakenNotValid", "taken");
  return null;
}

/**
 * What a file would change, before anything is changed. A preview is only data; `confirmDiary` and `confirmTreatments`
 * turn it into edits, and the record writes those as one step that one undo takes back.
 */
import { err, ok, type Result } from "../result.ts";
import type { Edit, FieldValue } from "../operation.ts";
import { checkInEdit, treatmentEdit, treatmentRowId } from "../rows.ts";
import { type CheckIn, ratings, type Treatment } from "../vocabulary.ts";
import { checkInKey, type CsvRead, type CsvReading } from "./diaryCsv.ts";
import { periodKey, type TreatmentRow } from "./treatmentsCsv.ts";

export type ChangedRow<Row> = {
  readonly line: number;
  readonly before: Row;
  /** what the row becomes if the file is taken: an empty cell of the file never erases what is known */
  readonly after: Row;
  readonly fields: readonly string[];
};

export type Preview<Row> = Omit<CsvReading<unknown>, "rows"> & {
  readonly additions: readonly CsvRead<Row>[];
  readonly changes: readonly ChangedRow<Row>[];
  readonly unchanged: readonly CsvRead<Row>[];
};

export type DiaryPreview = Preview<CheckIn>;
export type TreatmentsPreview = Preview<Treatment>;

/** For rows that differ from the record: the person chooses. */
export type ImportChoice = { readonly changes: "keep-mine" | "take-the-file" };

/** The made-up example never goes into a person's own record. */
export type PreviewError = { readonly type: "ExampleFile" };

/** [RC-30] Compares a diary file with the check-ins of the record, by date. Writes nothing. */
export function previewDiary(
  reading: CsvReading<CheckIn>,
  existing: readonly CheckIn[],
): Result<DiaryPreview, PreviewError> {
  if (reading.isExample) return err({ type: "ExampleFile" });
  const byKey = new Map(existing.map((checkIn) => [checkInKey(checkIn), checkIn]));
  const byId = new Map(existing.map((checkIn) => [checkIn.id, checkIn]));
  // A row without a time is about the first check-in of its day, whenever that was.
  const sameAs = (row: CheckIn) =>
    byKey.get(checkInKey(row)) ?? (row.time === null ? byId.get(row.date) : undefined);
  const idOf = (row: CheckIn): string => (byId.has(row.id) ? checkInKey(row) : row.id);
  return ok(
    compare(reading, (row) => ({
      before: sameAs(row),
      complete: (before) => {
        const after: CheckIn = {
          ...row,
          ...notInFiles(before),
          id: before?.id ?? idOf(row),
          recordedAt: before?.recordedAt ?? null,
          backfilled: row.backfilled || before?.backfilled === true,
        };
        return before === undefined ? after : keepKnown(before, after, checkInFieldNames);
      },
      fields: checkInFieldNames,
    })),
  );
}

/** [RC-31] Compares a treatments file with the treatments of the record, by treatment, kind and first day. */
export function previewTreatments(
  reading: CsvReading<TreatmentRow>,
  existing: readonly Treatment[],
): Result<TreatmentsPreview, PreviewError> {
  if (reading.isExample) return err({ type: "ExampleFile" });
  const byPeriod = new Map(existing.map((treatment) => [periodKey(treatment), treatment]));
  const taken = new Set(existing.map(({ id }) => id));
  return ok(
    compare(reading, (row) => ({
      before: byPeriod.get(periodKey(row)),
      complete: (before) => {
        if (before !== undefined) {
          const file = {
            ...row,
            id: before.id,
            treatment: before.treatment,
            treatmentId: before.treatmentId,
          };
          return keepKnown<Treatment>(before, file, treatmentFieldNames);
        }
        const id = treatmentRowId(row, taken);
        taken.add(id);
        return { id, ...row };
      },
      fields: treatmentFieldNames,
    })),
  );
}

/** What the columns of a diary file do not say stays as it is. */
const notInFiles = (before: CheckIn | undefined): Partial<CheckIn> => {
  if (before === undefined) return {};
  const { time, zone, goals } = before;
  return { time, zone, goals };
};

const checkInFieldNames = [...ratings, "spasmCount", "note", "backfilled"] as const;
const treatmentFieldNames = ["kind", "stop", "dose", "unit", "taken"] as const;

/** [RC-32] The edits of a confirmed preview: first what is new, then, if so chosen, what differs. */
export function confirmDiary(preview: DiaryPreview, choice: ImportChoice): Edit[] {
  const additions = preview.additions.map(({ row: { id, date: _, ...fields } }) => checkInEdit(id, fields));
  if (choice.changes === "keep-mine") return additions;
  return [
    ...additions,
    ...preview.changes.map(({ after, fields }) => checkInEdit(after.id, onlyThe(fields, after))),
  ];
}

export function confirmTreatments(preview: TreatmentsPreview, choice: ImportChoice): Edit[] {
  const additions = preview.additions.map(({ row: { id, ...fields } }) => treatmentEdit(id, fields));
  if (choice.changes === "keep-mine") return additions;
  return [
    ...additions,
    ...preview.changes.map(({ after, fields }) => treatmentEdit(after.id, onlyThe(fields, after))),
  ];
}

function onlyThe(
  fields: readonly string[],
  row: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
}

function keepKnown<Row extends object>(before: Row, file: Row, fields: readonly (keyof Row)[]): Row {
  const after = { ...file };
  for (const field of fields) if (after[field] === null) after[field] = before[field];
  return after;
}

type Match<FileRow, Row extends object> = (row: FileRow) => {
  before: Row | undefined;
  complete: (before: Row | undefined) => Row;
  fields: readonly (keyof Row & string)[];
};

function compare<FileRow, Row extends object>(
  reading: CsvReading<FileRow>,
  match: Match<FileRow, Row>,
): Preview<Row> {
  const { rows, ...rest } = reading;
  const additions: CsvRead<Row>[] = [];
  const changes: ChangedRow<Row>[] = [];
  const unchanged: CsvRead<Row>[] = [];
  for (const { line, row } of rows) {
    const { before, complete, fields } = match(row);
    const after = complete(before);
    if (before === undefined) {
      additions.push({ line, row: after });
      continue;
    }
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0) unchanged.push({ line, row: before });
    else changes.push({ line, before, after, fields: changed });
  }
  return { ...rest, additions, changes, unchanged };
}

/**
 * record: the person's own record, kept on the device. Rules are numbered in `SPEC.md`; the file formats stand in
 * docs/formats.md.
 *
 * Reading files, without any storage:
 *
 *     const read = readDiaryCsv(textOrBytes);
 *     if (!read.ok) return fileErrorSentence(read.error, "diary.csv");
 *     read.value.rows; // [{ line, row: { date, stiffness, spasms, pain, sleep, note … } }]
 *     readingSentences(read.value); // what was not used and why, in words
 */
export type { DeviceId, Stamp } from "./clock.ts";
export { createDeviceId } from "./clock.ts";
export type { CsvFileError, CsvKind, CsvRowError, CsvRowErrorType } from "./import/csvErrors.ts";
export type { Delimiter } from "./import/csvTable.ts";
export type {
  CsvRead,
  CsvReading,
  DiaryCsvOptions,
  DiaryCsvReading,
  RepeatedRow,
} from "./import/diaryCsv.ts";
export { readDiaryCsv } from "./import/diaryCsv.ts";
export type { TextEncoding } from "./import/fileText.ts";
export type {
  ChangedRow,
  DiaryPreview,
  ImportChoice,
  Preview,
  PreviewError,
  TreatmentsPreview,
} from "./import/preview.ts";
export { confirmDiary, confirmTreatments, previewDiary, previewTreatments } from "./import/preview.ts";
export {
  entryErrorSentence,
  fileErrorSentence,
  readingSentences,
  repeatedSentence,
  rowErrorSentence,
} from "./import/sentences.ts";
export type { TreatmentRow, TreatmentsCsvReading } from "./import/treatmentsCsv.ts";
export { readTreatmentsCsv } from "./import/treatmentsCsv.ts";
export type { LocalDate, LocalDateError } from "./localDate.ts";
export {
  addDays,
  daysBetween,
  fromDayNumber,
  isLocalDate,
  localDateFrom,
  localDateOf,
  parseLocalDate,
  toDayNumber,
} from "./localDate.ts";
export type { Edit, Fields, FieldValue, Operation } from "./operation.ts";
export type { Result } from "./result.ts";
export type {
  CheckIn,
  CheckInEntry,
  EntryError,
  Measure,
  Treatment,
  TreatmentEntry,
  TreatmentKind,
} from "./vocabulary.ts";
export {
  HIGHEST_RATING,
  LOWEST_RATING,
  measureEnds,
  measures,
  sameNameKey,
  treatmentKinds,
} from "./vocabulary.ts";

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
 *
 * The record on the device:
 *
 *     const store = await openIndexedDbStore("unclench");
 *     if (!store.ok) return writeErrorSentence(store.error);
 *     const channel = new BroadcastChannel("unclench");
 *     const opened = await openRecord({ store: store.value, now: Date.now, device, channel });
 *     if (!opened.ok) return writeErrorSentence(opened.error);
 *     const record = opened.value;
 *     record.subscribe(draw);
 *     record.checkIns(); // by date; the same array until something changes
 *     await record.putCheckIn({ date: today, stiffness: 6, spasms: 3 }, today);
 *     await record.undo();
 *
 * Importing: read, preview, confirm, write. Nothing changes before `write`, and one undo takes all of it back.
 *
 *     const preview = previewDiary(read.value, record.checkIns());
 *     if (!preview.ok) return fileErrorSentence(preview.error);
 *     const { additions, changes, unchanged } = preview.value;
 *     await record.write(confirmDiary(preview.value, { changes: "keep-mine" }));
 */
export type { BackupError } from "./backup/backup.ts";
export {
  backupErrorSentence,
  isBackup,
  openBackup,
  SHORTEST_PASSPHRASE,
  sealBackup,
  suggestPassphrase,
} from "./backup/backup.ts";
export type { DeviceId, Stamp } from "./clock.ts";
export { createDeviceId } from "./clock.ts";
export type { SeriesDay, TreatmentCourse } from "./diary.ts";
export {
  checkInsByDay,
  dayRating,
  diarySeries,
  lastCheckIn,
  sameAsYesterday,
  checkInsOf,
  daysWritten,
  treatmentCourses,
} from "./diary.ts";
export type { EmergencyCard, EmergencyCardEntry } from "./emergencyCard.ts";
export { emptyEmergencyCard, isEmptyCard } from "./emergencyCard.ts";
export type { Example } from "./example.ts";
export { EXAMPLE_DAYS, EXAMPLE_INJECTION, EXAMPLE_MEDICINE, exampleDiary, openExample } from "./example.ts";
export type { CsvExportOptions } from "./export/csv.ts";
export { diaryCsv, treatmentsCsv } from "./export/csv.ts";
export type { ExportableRecord } from "./export/json.ts";
export { recordJson } from "./export/json.ts";
export type { AnyFile } from "./import/anyFile.ts";
export { readAnyFile } from "./import/anyFile.ts";
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
export type { FieldFault, FieldShapes } from "./fieldKinds.ts";
export type { FileText, FileTextError, TextEncoding } from "./import/fileText.ts";
export { readFileText } from "./import/fileText.ts";
export type { JsonFileError, RecordFile, RestorePreview } from "./import/json.ts";
export { previewRestore, readRecordJson } from "./import/json.ts";
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
  brokenEntrySentence,
  entryErrorSentence,
  fileErrorSentence,
  readingSentences,
  repeatedSentence,
  rowErrorSentence,
  writeErrorSentence,
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
export type {
  Circumstances,
  CircumstancesEntry,
  Medicine,
  MedicineEntry,
  MedicineStatus,
} from "./medicines.ts";
export { medicineStatuses, nothingSaid, numberBounds } from "./medicines.ts";
export type { Edit, Fields, FieldValue, Operation } from "./operation.ts";
export type { RecordChannel, WriteError } from "./ledger.ts";
export type { PersonalRecord, RecordOptions } from "./record.ts";
export { openRecord } from "./record.ts";
export type { Result } from "./result.ts";
export { openIndexedDbStore } from "./store/onDevice.ts";
export { createMemoryStore } from "./store/memory.ts";
export type { RecordStore, StoreError } from "./store/store.ts";
export type {
  Appointment,
  EntryFor,
  Goal,
  InjectedMuscle,
  Injection,
  Measurement,
  MeasurementKind,
  MissedDose,
  Pause,
  PlanItem,
  RoutineDone,
  RowOf,
  Settings,
  Table,
  TitrationStep,
  Trigger,
  VisitQuestion,
  VisitSheetChoices,
  BodyCheck,
  ReliefChoice,
} from "./tables.ts";
export {
  ashworthGrades,
  attainmentWords,
  guidances,
  measurementKinds,
  roles,
  sides,
  tableEdit,
  tableFields,
  tableRowId,
  tables,
  textSizes,
  themes,
} from "./tables.ts";
export type { EntryError } from "./entries.ts";
export type {
  CheckIn,
  CheckInEntry,
  GoalAttainment,
  Rating,
  FairTest,
  FairTestEntry,
  Measure,
  Person,
  PersonEntry,
  Treatment,
  TreatmentEntry,
  TreatmentKind,
} from "./vocabulary.ts";
export { HIGHEST_RATING, LOWEST_RATING } from "./limits.ts";
export { sameNameKey } from "./text.ts";
export { measureEnds, emptyCheckIn, measures, ratings, treatmentKinds } from "./vocabulary.ts";
export { LONGEST_PLAN_NOTE } from "./planTables.ts";
export { dailyDose, readTaken, type TakenAt, takenWords } from "./takenAt.ts";
export { type Weekday, weekdayNames, weekdayOf, weekdays } from "./weekdays.ts";
export { LONGEST_ANSWER, LONGEST_QUESTION } from "./visitTables.ts";

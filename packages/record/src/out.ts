/**
 * record/out: the record for other programs. Loaded when it is asked for: it brings libraries that most screens never need.
 *
 *     const bundle = fhirBundle(fhirContentsOf(record), { today, now: new Date(), newId: () => crypto.randomUUID() });
 *     const file = calendarFile({ …, appointments: record.rows(tables.appointment), today, now: new Date() });
 *     const zip = csvZip(recordCsvFiles(record));
 */
export type { CalendarWishes, DoseReminder, RoutineReminder } from "./export/calendar.ts";
export { calendarFile, isEmptyCalendar } from "./export/calendar.ts";
export { csvZip } from "./export/csvZip.ts";
export type { FhirContents, FhirOptions, Resource } from "./export/fhir/bundle.ts";
export { fhirBundle, fhirContentsOf } from "./export/fhir/bundle.ts";
export type { CsvFile } from "./export/tablesCsv.ts";
export { recordCsvFiles } from "./export/tablesCsv.ts";
export { timesOfDay } from "./export/times.ts";

/**
 * record/in: files of other programs. Apart from the record itself, because it brings what most screens never need.
 *
 *     const read = await readAnyBlob(file, { today, onProgress, signal });
 *     if (!read.ok) return fileErrorSentence(read.error, file.name);
 *     if (read.value.kind === "foreign") {
 *       const choices = suggestedChoices(read.value.reading); // shown, and changed by the person
 *       const days = foreignDays(read.value.reading, choices, today);
 *       const preview = previewDiary(days.diary, record.checkIns());
 *     }
 */
export { readAnyBlob } from "./import/anyBlob.ts";
export type { FhirChoice, FhirPreview } from "./import/fhir/preview.ts";
export { confirmFhir, fhirSentences, previewFhir } from "./import/fhir/preview.ts";
export type { FhirDoubt, FhirItem, FhirReading } from "./import/fhir/readFhir.ts";
export { readFhir } from "./import/fhir/readFhir.ts";
export type { AppleHealthError, AppleHealthOptions } from "./import/foreign/appleHealth.ts";
export { readAppleHealth } from "./import/foreign/appleHealth.ts";
export type { ForeignChoices, SeriesChoice } from "./import/foreign/choices.ts";
export { openQuestion, rangeOf, scaleSentence, suggestedChoices, wordsOf } from "./import/foreign/choices.ts";
export type { ForeignDays } from "./import/foreign/days.ts";
export { foreignDays, previewMeasurements } from "./import/foreign/days.ts";
export type { ForeignApp, ForeignReading, ForeignSeries } from "./import/foreign/reading.ts";
export { readForeignCsv } from "./import/foreign/readForeign.ts";
export { foreignSentences } from "./import/foreign/sentences.ts";

/** A file that a person picked, whatever it is: a saved record, a diary, a list of treatments, or a file of something else. */
import { err, ok, type Result } from "../result.ts";
import type { CsvFileError } from "./csvErrors.ts";
import { type DiaryCsvOptions, type DiaryCsvReading, readDiaryCsv } from "./diaryCsv.ts";
import { type FhirFileError, type FhirReading, readFhir } from "./fhir/readFhir.ts";
import type { ForeignCsvError } from "./foreign/csvFile.ts";
import { readForeignCsv } from "./foreign/readForeign.ts";
import type { ForeignReading } from "./foreign/reading.ts";
import { type JsonFileError, type RecordFile, readRecordJson } from "./json.ts";
import { readTreatmentsCsv, type TreatmentsCsvReading } from "./treatmentsCsv.ts";

export type AnyFile =
  | { readonly kind: "record"; readonly file: RecordFile }
  | { readonly kind: "diary"; readonly reading: DiaryCsvReading }
  | { readonly kind: "treatments"; readonly reading: TreatmentsCsvReading }
  | { readonly kind: "foreign"; readonly reading: ForeignReading }
  | { readonly kind: "fhir"; readonly reading: FhirReading };

export type AnyFileError = CsvFileError | JsonFileError | FhirFileError | ForeignCsvError;

/**
 * [RC-37] Finds out from the content, not from the name, what a file is. One that is nothing of all that is refused with
 * the reason why it is no diary, because a diary is what people most often bring.
 */
export function readAnyFile(bytes: Uint8Array, options: DiaryCsvOptions = {}): Result<AnyFile, AnyFileError> {
  if (beginsLikeJson(bytes)) return readJson(bytes);
  const foreign = readForeignCsv(bytes);
  if (foreign.ok) return ok({ kind: "foreign", reading: foreign.value });
  if (foreign.error.type !== "UnknownApp") return err(foreign.error);
  const diary = readDiaryCsv(bytes, options);
  if (diary.ok) return ok({ kind: "diary", reading: diary.value });
  if (diary.error.type !== "OtherKindOfFile") return err(diary.error);
  const treatments = readTreatmentsCsv(bytes);
  return treatments.ok ? ok({ kind: "treatments", reading: treatments.value }) : treatments;
}

/** FHIR and our own record are both JSON; each says which it is. */
function readJson(bytes: Uint8Array): Result<AnyFile, AnyFileError> {
  const fhir = readFhir(bytes);
  if (fhir.ok) return ok({ kind: "fhir", reading: fhir.value });
  if (fhir.error.type !== "NotFhir") return err(fhir.error);
  const file = readRecordJson(bytes);
  return file.ok ? ok({ kind: "record", file: file.value }) : file;
}

const opening = new Set([0x7b, 0x5b]);
/** Blanks, line ends and the byte-order mark in UTF-8 and UTF-16 may come before it, and in UTF-16 zeros between. */
const before = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00]);

function beginsLikeJson(bytes: Uint8Array): boolean {
  return opening.has(bytes.find((byte) => !before.has(byte)) ?? 0);
}

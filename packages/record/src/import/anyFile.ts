/** A file that a person picked, whatever it is: a saved record, a diary or a list of treatments. */
import { err, ok, type Result } from "../result.ts";
import type { CsvFileError } from "./csvErrors.ts";
import { type DiaryCsvOptions, type DiaryCsvReading, readDiaryCsv } from "./diaryCsv.ts";
import { type JsonFileError, type RecordFile, readRecordJson } from "./json.ts";
import { readTreatmentsCsv, type TreatmentsCsvReading } from "./treatmentsCsv.ts";

export type AnyFile =
  | { readonly kind: "record"; readonly file: RecordFile }
  | { readonly kind: "diary"; readonly reading: DiaryCsvReading }
  | { readonly kind: "treatments"; readonly reading: TreatmentsCsvReading };

/**
 * [RC-37] Finds out from the content, not from the name, what a file is. One that is nothing of the three is refused with
 * the reason why it is no diary, because a diary is what people most often bring.
 */
export function readAnyFile(
  bytes: Uint8Array,
  options: DiaryCsvOptions = {},
): Result<AnyFile, CsvFileError | JsonFileError> {
  if (beginsWithBrace(bytes)) {
    const file = readRecordJson(bytes);
    return file.ok ? ok({ kind: "record", file: file.value }) : file;
  }
  const diary = readDiaryCsv(bytes, options);
  if (diary.ok) return ok({ kind: "diary", reading: diary.value });
  if (diary.error.type !== "OtherKindOfFile") return err(diary.error);
  const treatments = readTreatmentsCsv(bytes);
  return treatments.ok ? ok({ kind: "treatments", reading: treatments.value }) : treatments;
}

const BRACE = 0x7b;
/** Blanks, line ends and the byte-order mark in UTF-8 and UTF-16 may come before it, and in UTF-16 zeros between. */
const before = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00]);

function beginsWithBrace(bytes: Uint8Array): boolean {
  return bytes.find((byte) => !before.has(byte)) === BRACE;
}

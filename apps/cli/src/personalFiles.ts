/**
 * A person's diary and treatments from two CSV files.
 *
 * An answer on the command line must not rest silently on part of a file: one row that cannot be read is a fault. What
 * changes nothing, or was left out on purpose, is a remark that the text of the answer carries.
 */
import {
  type CheckIn,
  type CsvFileError,
  type CsvReading,
  fileErrorSentence,
  type Result,
  readDiaryCsv,
  readingSentences,
  readTreatmentsCsv,
  rowErrorSentence,
  type TreatmentRow,
} from "@unclench/record";
import { fault, type Outcome } from "./command.ts";
import { readBytes } from "./files.ts";

type Fault = Extract<Outcome, { type: "fault" }>;

export type PersonalFiles = {
  readonly diary: readonly CheckIn[];
  readonly treatments: readonly TreatmentRow[];
  readonly isExample: boolean;
  /** What is worth knowing about each file, by the name that was typed. */
  readonly remarks: readonly { readonly file: string; readonly sentences: readonly string[] }[];
};

export function readPersonalFiles(diaryPath: string, treatmentsPath: string): PersonalFiles | Fault {
  // No `today`: the answer depends on the files alone.
  const diary = readRows(diaryPath, (bytes) => readDiaryCsv(bytes));
  if ("sentence" in diary) return diary;
  const treatments = readRows(treatmentsPath, readTreatmentsCsv);
  if ("sentence" in treatments) return treatments;
  return {
    diary: diary.rows.map(({ row }) => row),
    treatments: treatments.rows.map(({ row }) => row),
    isExample: diary.isExample || treatments.isExample,
    remarks: [
      { file: diaryPath, sentences: remarksOf(diary) },
      { file: treatmentsPath, sentences: remarksOf(treatments) },
    ].filter(({ sentences }) => sentences.length > 0),
  };
}

function readRows<Row>(
  path: string,
  read: (bytes: Uint8Array) => Result<CsvReading<Row>, CsvFileError>,
): CsvReading<Row> | Fault {
  const file = readBytes(path);
  if ("sentence" in file) return file;
  const reading = read(file.bytes);
  if (!reading.ok) return fault(fileErrorSentence(reading.error, `"${path}"`));
  const [first, ...others] = reading.value.unreadable;
  if (first === undefined) return reading.value;
  const problem = rowErrorSentence(first).replace(/^L/, "l").replace(/\.$/, "");
  const more =
    others.length === 0
      ? ""
      : ` and ${others.length} more ${others.length === 1 ? "line that cannot" : "lines that cannot"} be read`;
  return fault(`In "${path}", ${problem}; nothing was computed: put this line right${more}, then try again.`);
}

/** A file with thousands of repeated days must not bury its answer. */
const REPEATS_NAMED = 3;

function remarksOf(reading: CsvReading<unknown>): string[] {
  const unnamed = reading.repeated.length - REPEATS_NAMED;
  const named = readingSentences({ ...reading, repeated: reading.repeated.slice(0, REPEATS_NAMED) });
  if (unnamed <= 0) return named;
  return [
    ...named,
    `${unnamed} more line${unnamed === 1 ? "" : "s"} like that: the last line of each counts.`,
  ];
}

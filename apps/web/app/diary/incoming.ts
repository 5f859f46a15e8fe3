/** A file on its way in: what it is, what it would change, and how it is written once the person says so. */
import {
  brokenEntrySentence,
  confirmDiary,
  confirmTreatments,
  type EntryError,
  fileErrorSentence,
  type ImportChoice,
  type LocalDate,
  type PersonalRecord,
  type Preview,
  previewDiary,
  previewRestore,
  previewTreatments,
  type Result,
  readingSentences,
  tables,
  type WriteError,
} from "@unclench/record";
import {
  type FhirPreview,
  type ForeignChoices,
  type ForeignReading,
  foreignDays,
  foreignSentences,
  previewFhir,
  previewMeasurements,
} from "@unclench/record/in";
import type { FileRead } from "../worker/bringing.ts";
import { changeWords } from "./changeWords.ts";

export type Incoming = {
  readonly name: string;
  /** "80 new days." */
  readonly counts: readonly string[];
  /** What was not used, and which rows cannot be read. */
  readonly remarks: readonly string[];
  readonly changes: readonly string[];
  /** How many rows would be written. */
  readonly brings: (choice: ImportChoice["changes"]) => number;
  readonly write: (choice: ImportChoice["changes"]) => Promise<Result<unknown, WriteError | EntryError>>;
};

export type Received =
  | { readonly ok: true; readonly kind: "ready"; readonly incoming: Incoming }
  /** another app's file: first the person says what its values mean here */
  | { readonly ok: true; readonly kind: "foreign"; readonly reading: ForeignReading }
  /** a list to choose from */
  | { readonly ok: true; readonly kind: "fhir"; readonly preview: FhirPreview }
  | { readonly ok: false; readonly sentence: string };

/** Compares what was read of a file with the record. Nothing is written before `write`. */
export function receive(name: string, read: FileRead, record: PersonalRecord): Received {
  if (!read.ok) return { ok: false, sentence: fileErrorSentence(read.error, name) };
  switch (read.value.kind) {
    case "foreign":
      return { ok: true, kind: "foreign", reading: read.value.reading };
    case "fhir": {
      const { reading } = read.value;
      return {
        ok: true,
        kind: "fhir",
        preview: previewFhir(reading, record.medicines(), record.circumstances()),
      };
    }
    case "diary": {
      const preview = previewDiary(read.value.reading, record.checkIns());
      if (!preview.ok) return { ok: false, sentence: fileErrorSentence(preview.error, name) };
      return {
        ok: true,
        kind: "ready",
        incoming: {
          ...told(name, preview.value, "day", "days"),
          changes: preview.value.changes.map(changeWords),
          write: (changes) => record.write(confirmDiary(preview.value, { changes })),
        },
      };
    }
    case "treatments": {
      const preview = previewTreatments(read.value.reading, record.treatments());
      if (!preview.ok) return { ok: false, sentence: fileErrorSentence(preview.error, name) };
      return {
        ok: true,
        kind: "ready",
        incoming: {
          ...told(name, preview.value, "treatment", "treatments"),
          changes: preview.value.changes.map(changeWords),
          write: (changes) => record.write(confirmTreatments(preview.value, { changes })),
        },
      };
    }
    case "record": {
      const preview = previewRestore(read.value.file, record.operations());
      if (!preview.ok) return { ok: false, sentence: fileErrorSentence(preview.error, name) };
      const { tables, unreadable, operations } = preview.value;
      return {
        ok: true,
        kind: "ready",
        incoming: {
          name,
          counts: tables.map(tableWords),
          remarks: unreadable.map(brokenEntrySentence),
          changes: [],
          brings: () =>
            tables.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0),
          write: () => record.restore(operations),
        },
      };
    }
  }
}

/** Another app's file, by what the person chose. */
export function foreignIncoming(
  name: string,
  reading: ForeignReading,
  choices: ForeignChoices,
  record: PersonalRecord,
  today: LocalDate,
): Incoming {
  const days = foreignDays(reading, choices, today);
  const there = new Set(record.rows(tables.measurement).map(({ id }) => id));
  const measured = previewMeasurements(days.measurements, there, today);
  const preview = previewDiary(days.diary, record.checkIns());
  // Only our own example is refused there, and another app's file is none.
  if (!preview.ok) throw new Error(preview.error.type);
  const said = told(name, preview.value, "day", "days");
  return {
    ...said,
    remarks: [...foreignSentences(reading, days, measured), ...said.remarks],
    changes: preview.value.changes.map(changeWords),
    brings: (choice) => said.brings(choice) + measured.edits.length,
    write: (changes) => record.write([...confirmDiary(preview.value, { changes }), ...measured.edits]),
  };
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function told(
  name: string,
  preview: Preview<unknown>,
  one: string,
  many: string,
): Omit<Incoming, "changes" | "write"> {
  const { additions, changes, unchanged, unreadable } = preview;
  const said: string[] = [`New: ${counted(additions.length, one, many)}.`];
  if (changes.length > 0) said.push(`Different from yours: ${counted(changes.length, one, many)}.`);
  if (unchanged.length > 0) said.push(`The same as yours: ${counted(unchanged.length, one, many)}.`);
  if (unreadable.length > 0)
    said.push(`Cannot be read and will be left out: ${counted(unreadable.length, "line", "lines")}.`);
  return {
    name,
    counts: said,
    remarks: readingSentences(preview),
    brings: (choice) => additions.length + (choice === "take-the-file" ? changes.length : 0),
  };
}

const tableNames: Readonly<Record<string, readonly [string, string]>> = {
  checkIn: ["day", "days"],
  treatment: ["treatment", "treatments"],
};

type TableCount = { table: string; added: number; changed: number; removed: number; unchanged: number };

function tableWords({ table, added, changed, removed, unchanged }: TableCount): string {
  const [one, many] = tableNames[table] ?? ["other entry", "other entries"];
  return `${many.charAt(0).toUpperCase()}${many.slice(1)}: ${counted(added, `${one} new`, `${many} new`)}, ${changed} changed, ${removed} removed, ${unchanged} the same.`;
}

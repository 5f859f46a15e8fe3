/** `unclench convert`: a saved record, or a diary, as tables, FHIR, a calendar or a record file. */
import {
  confirmDiary,
  confirmTreatments,
  createDeviceId,
  createMemoryStore,
  fileErrorSentence,
  localDateOf,
  openRecord,
  type PersonalRecord,
  previewDiary,
  previewTreatments,
  readAnyFile,
  recordJson,
  rowErrorSentence,
  tables,
  type WriteError,
  writeErrorSentence,
} from "@unclench/record";
import {
  calendarFile,
  fhirBundle,
  fhirContentsOf,
  isEmptyCalendar,
  recordCsvFiles,
} from "@unclench/record/out";
import { answer, type Command, fault, type Outcome, textOption } from "../command.ts";
import { readBytes } from "../files.ts";

const help = `unclench convert FILE --to FORMAT [options]

Writes what a saved record (JSON), a diary or a list of treatments (CSV) holds in another format, on standard output.
Nothing is sent anywhere. docs/formats.md says what each format holds.

  --to json   the record file that the diary saves and brings in again
  --to csv    one table; --table names it (checkIn, if it is not given)
  --to fhir   a FHIR R4 bundle; --name writes the person's name into it, which is left out otherwise
  --to ics    a calendar: appointments, the next injection, the refill of a pump, check-ins; --names writes names of
              products, people and places into it, which are left out otherwise`;

const formats = ["json", "csv", "fhir", "ics"] as const;
type Format = (typeof formats)[number];
type Fault = Extract<Outcome, { type: "fault" }>;

export const convert: Command = {
  help,
  options: {
    to: { type: "string" },
    table: { type: "string" },
    name: { type: "string" },
    names: { type: "boolean" },
  },
  run: async (typed) => {
    const [path, ...more] = typed.positionals;
    if (path === undefined) return fault("Name the file, as in: unclench convert RECORD.json --to csv.");
    if (more.length > 0) return fault(`One file at a time; "${more[0]}" is one too many.`);
    const to = formats.find((format) => format === textOption(typed, "to"));
    if (to === undefined) return fault(`Say what to write: --to ${formats.join(", --to ")}.`);
    const record = await recordOf(path);
    if ("sentence" in record) return record;
    return written(record, to, {
      table: textOption(typed, "table") ?? "checkIn",
      name: textOption(typed, "name")?.trim() ?? "",
      withNames: typed.values.names === true,
    });
  },
};

/** A record in memory with what the file holds; a row that cannot be read is a fault, as everywhere on the command line. */
async function recordOf(path: string): Promise<PersonalRecord | Fault> {
  const file = readBytes(path);
  if ("sentence" in file) return file;
  const read = readAnyFile(file.bytes);
  if (!read.ok) return fault(fileErrorSentence(read.error, `"${path}"`));
  const { value } = read;
  if (value.kind === "foreign" || value.kind === "fhir")
    return fault(
      `"${path}" is a file of another program, and what its values mean is yours to say: bring it in on the page "Save or bring in", save everything as JSON there, then convert that.`,
    );
  const isExample = value.kind === "record" ? value.file.isExample : value.reading.isExample;
  const opened = await openRecord({
    store: createMemoryStore(),
    now: Date.now,
    device: createDeviceId(crypto.getRandomValues(new Uint8Array(8))),
    isExample,
  });
  if (!opened.ok) return fault(writeErrorSentence(opened.error));
  const record = opened.value;
  if (value.kind === "record") {
    const [broken] = value.file.unreadable;
    if (broken !== undefined)
      return fault(`In "${path}", entry ${broken.place} is broken; nothing was written.`);
    return ready(record, await record.restore(value.file.operations));
  }
  const [unreadable] = value.reading.unreadable;
  if (unreadable !== undefined)
    return fault(`In "${path}": ${rowErrorSentence(unreadable)} Nothing was written.`);
  const taken = { changes: "take-the-file" } as const;
  if (value.kind === "diary") {
    const preview = previewDiary({ ...value.reading, isExample: false }, []);
    return preview.ok
      ? ready(record, await record.write(confirmDiary(preview.value, taken)))
      : fault(fileErrorSentence(preview.error, `"${path}"`));
  }
  const preview = previewTreatments({ ...value.reading, isExample: false }, []);
  return preview.ok
    ? ready(record, await record.write(confirmTreatments(preview.value, taken)))
    : fault(fileErrorSentence(preview.error, `"${path}"`));
}

const ready = (
  record: PersonalRecord,
  written: { readonly ok: true } | { readonly ok: false; readonly error: WriteError },
): PersonalRecord | Fault => (written.ok ? record : fault(writeErrorSentence(written.error)));

type Wishes = { readonly table: string; readonly name: string; readonly withNames: boolean };

function written(record: PersonalRecord, to: Format, { table, name, withNames }: Wishes): Outcome {
  const now = new Date();
  const today = localDateOf(now);
  switch (to) {
    case "json":
      return answer(recordJson(record).trimEnd());
    case "csv": {
      const files = recordCsvFiles(record);
      const found = files.find((file) => file.table === table);
      if (found !== undefined) return answer(found.text.trimEnd());
      const there = files.map((file) => file.table).join(", ");
      return fault(
        there === ""
          ? "There is nothing in this file."
          : `There is no table "${table}" with anything in it; there is: ${there} (--table NAME).`,
      );
    }
    case "fhir": {
      const named = name === "" ? {} : { name };
      const newId = () => crypto.randomUUID();
      return answer(
        JSON.stringify(fhirBundle(fhirContentsOf(record), { today, now, newId, ...named }), null, 2),
      );
    }
    case "ics": {
      const [settings] = record.rows(tables.settings);
      const file = calendarFile({
        doses: [],
        injections: record.rows(tables.injection),
        appointments: record.rows(tables.appointment),
        refillOn: record.emergencyCard().refillOn,
        checkIns: settings ?? null,
        withNames,
        today,
        now,
      });
      return isEmptyCalendar(file)
        ? fault(
            "There is nothing to be reminded of: no appointment, injection, refill or check-in time lies ahead.",
          )
        : answer(file.trimEnd());
    }
    default:
      return to satisfies never;
  }
}

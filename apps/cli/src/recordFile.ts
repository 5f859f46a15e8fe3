/** A saved record (RECORD.json) as the answers read it. */
import { type AskSnapshot, snapshotOf } from "@unclench/answers/what-to-ask";
import {
  createDeviceId,
  createMemoryStore,
  fileErrorSentence,
  type LocalDate,
  localDateOf,
  openRecord,
  parseLocalDate,
  readRecordJson,
} from "@unclench/record";
import { fault, type Outcome, textOption, type Typed } from "./command.ts";
import { readBytes } from "./files.ts";

type Fault = Extract<Outcome, { type: "fault" }>;

export type SavedRecord = { readonly snapshot: AskSnapshot; readonly today: LocalDate };

/** The one file that was named, and the day that was asked for (`--today`), else today's. */
export async function savedRecord(typed: Typed, command: string): Promise<SavedRecord | Fault> {
  const [path, ...more] = typed.positionals;
  if (path === undefined)
    return fault(`Name the file of the record, as in: unclench ${command} RECORD.json.`);
  if (more.length > 0) return fault(`One record at a time; "${more[0]}" is one file too many.`);
  const text = textOption(typed, "today");
  const day = text === undefined ? null : parseLocalDate(text);
  if (day !== null && !day.ok) return fault(`--today is a day such as 2026-03-29, not "${text}".`);
  const today = day === null ? localDateOf(new Date()) : day.value;
  const file = readBytes(path);
  if ("sentence" in file) return file;
  const read = readRecordJson(file.bytes);
  if (!read.ok) return fault(fileErrorSentence(read.error, `"${path}"`));
  const { operations, unreadable, isExample } = read.value;
  if (unreadable.length > 0)
    return fault(
      `In "${path}", ${unreadable.length} ${unreadable.length === 1 ? "entry" : "entries"} cannot be read; nothing was worked out: save the record again in the app, then try again.`,
    );
  const opened = await openRecord({
    store: createMemoryStore([...operations]),
    now: () => 0,
    device: createDeviceId(new Uint8Array(8)),
    isExample,
  });
  if (!opened.ok) return fault(`"${path}" cannot be opened (${opened.error.type}).`);
  return { snapshot: snapshotOf(opened.value), today };
}

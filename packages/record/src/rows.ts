/**
 * Between the words of the record (check-ins, treatments) and the rows of its tables.
 *
 * [Note: A check-in's id is its date] Two devices that fill in the same day write fields of the same row, so they merge
 * field by field and a day can never be there twice. The date is not stored a second time: it could only disagree.
 *
 * [Note: Writing brings a row back] Every put also sets `deleted: false`. If one device removes a day and another, not
 * knowing, writes to it later, the later wish wins and nothing that a person wrote disappears unseen.
 */
import type { LocalDate } from "./localDate.ts";
import type { Edit, Fields, FieldValue } from "./operation.ts";
import { isTimeOfDay } from "./clockTime.ts";
import { readTaken, takenLine } from "./takenAt.ts";
import { isCount, isDose, isPlausibleDate, isRating, tidyNumber } from "./limits.ts";
import { sameNameKey, tidyName, tidyText } from "./text.ts";
import {
  type CheckIn,
  type FairTest,
  isBlockDays,
  isBlockOrder,
  isSeed,
  isTestableKind,
  isAttainment,
  isTreatmentKind,
  type GoalAttainment,
  type Person,
  saysSomething,
  type Treatment,
} from "./vocabulary.ts";

export const CHECK_IN = "checkIn";
export const TREATMENT = "treatment";
export const PERSON = "person";
export const FAIR_TEST = "fairTest";
/** A record is one person's: the table has one row. */
export const PERSON_ID = "me";

/**
 * [Note: A check-in's id is its date] holds for the first of a day. Further ones add their time, so that two of one day are
 * two rows on every device.
 */
export const checkInRowId = (date: LocalDate, time: string): string => `${date} ${time}`;

const DATE_LENGTH = "2026-01-05".length;

/** The day and, of a further check-in, the time that its id names; null if it is no id of a check-in. */
function readCheckInId(id: string): { readonly date: LocalDate; readonly time: string | null } | null {
  const date = id.length === DATE_LENGTH ? id : id.slice(0, DATE_LENGTH);
  if (!isPlausibleDate(date)) return null;
  if (id.length === DATE_LENGTH) return { date, time: null };
  const time = id.slice(DATE_LENGTH + 1);
  return id[DATE_LENGTH] === " " && isTimeOfDay(time) ? { date, time } : null;
}

export const checkInEdit = (id: string, set: Fields): Edit => ({
  table: CHECK_IN,
  id,
  set,
  deleted: false,
});

export const treatmentEdit = (id: string, set: Fields): Edit => ({
  table: TREATMENT,
  id,
  set,
  deleted: false,
});

export const personEdit = (set: Fields): Edit => ({ table: PERSON, id: PERSON_ID, set, deleted: false });

export const fairTestEdit = (id: string, set: Fields): Edit => ({
  table: FAIR_TEST,
  id,
  set,
  deleted: false,
});

export const removalOf = (table: string, id: string): Edit => ({ table, id, set: {}, deleted: true });

/** How the fields of a row are looked up; a field that was never written is not known. */
export type FieldLookup = (field: string) => FieldValue | undefined;

/**
 * [RC-9] The check-in that these fields describe. A value outside of the vocabulary, written by a newer version or by
 * hand, counts as not known here and stays untouched in the record. Null if nothing is left.
 */
export function readCheckIn(id: string, field: FieldLookup): CheckIn | null {
  const named = readCheckInId(id);
  if (named === null) return null;
  const rating = (name: string): number | null => tidied(known(field(name), isRating));
  const checkIn: CheckIn = {
    id,
    date: named.date,
    time: named.time ?? known(field("time"), isTimeOfDay),
    zone: known(field("zone"), isText),
    stiffness: rating("stiffness"),
    spasms: rating("spasms"),
    pain: rating("pain"),
    sleep: rating("sleep"),
    tiredness: rating("tiredness"),
    mood: rating("mood"),
    goals: readAttainments(field("goals")),
    spasmCount: known(field("spasmCount"), isCount),
    note: tidyText(known(field("note"), isText)),
    backfilled: field("backfilled") === true,
    recordedAt: known(field("recordedAt"), isText),
  };
  return saysSomething(checkIn) ? checkIn : null;
}

/** [RC-9] The treatment that these fields describe, or null if its name, kind or first day cannot be read. */
export function readTreatment(id: string, field: FieldLookup): Treatment | null {
  const treatment = tidyName(known(field("treatment"), isText));
  const kind = known(field("kind"), isTreatmentKind);
  const start = known(field("start"), isPlausibleDate);
  if (treatment === null || kind === null || start === null) return null;
  const stop = known(field("stop"), isPlausibleDate);
  return {
    id,
    treatment,
    kind,
    treatmentId: known(field("treatmentId"), isText),
    start,
    stop: stop !== null && stop < start ? null : stop,
    dose: tidied(known(field("dose"), isDose)),
    unit: tidyName(known(field("unit"), isText)),
    taken: readTakenLine(field("taken")),
  };
}

/** A line that this version cannot read counts as not known and stays in the record. */
function readTakenLine(value: FieldValue | undefined): string | null {
  const read = readTaken(known(value, isText) ?? "");
  return read.ok ? takenLine(read.value.doses) : null;
}

/** [RC-42] What the record says of the person; nothing said is null, field by field. */
export const readPerson = (field: FieldLookup): Person => ({
  condition: tidyName(known(field("condition"), isText)),
  pattern: tidyName(known(field("pattern"), isText)),
});

/** [RC-43] The fair test that these fields describe, or null if it cannot be read or is of something that may not be paused. */
export function readFairTest(id: string, field: FieldLookup): FairTest | null {
  const treatment = tidyName(known(field("treatment"), isText));
  const kind = known(field("kind"), isTestableKind);
  const from = known(field("from"), isPlausibleDate);
  const blockDays = known(field("blockDays"), isBlockDays);
  const order = known(field("order"), isBlockOrder);
  const seed = known(field("seed"), isSeed);
  if (treatment === null || kind === null || from === null) return null;
  if (blockDays === null || order === null || seed === null) return null;
  const endedOn = known(field("endedOn"), isPlausibleDate);
  return { id, treatment, kind, from, blockDays, order, seed, endedOn };
}

/** One test of one treatment from one day on: the same plan kept on two devices is one row. */
export const fairTestRowId = ({
  treatment,
  kind,
  from,
}: Pick<FairTest, "treatment" | "kind" | "from">): string => `${sameNameKey(treatment)}|${kind}|${from}`;

/**
 * The id of a new treatment row: made of what it says, so that the same file read on two devices makes the same row. It
 * is only a name: changing the row later does not change it.
 */
export function treatmentRowId(
  row: Pick<Treatment, "treatment" | "kind" | "start">,
  taken: ReadonlySet<string>,
): string {
  const wanted = `${sameNameKey(row.treatment)}|${row.kind}|${row.start}`;
  let id = wanted;
  for (let copy = 2; taken.has(id); copy++) id = `${wanted}|${copy}`;
  return id;
}

/** Those entries that can be read. */
const readAttainments = (value: FieldValue | undefined): readonly GoalAttainment[] =>
  Array.isArray(value)
    ? value.flatMap((entry: unknown) =>
        isAttainment(entry) ? [{ goal: entry.goal, rating: entry.rating }] : [],
      )
    : [];

const tidied = (value: number | null): number | null => (value === null ? null : tidyNumber(value));

const isText = (value: unknown): value is string => typeof value === "string";

function known<Value>(
  value: FieldValue | undefined,
  isValue: (value: unknown) => value is Value,
): Value | null {
  return isValue(value) ? value : null;
}

/** Random operations and rows for the property tests. */
import { dailyDose, readTaken, type TakenAt, takenLine } from "../src/takenAt.ts";
import { weekdays } from "../src/weekdays.ts";
import fc from "fast-check";
import type { DeviceId, Stamp } from "../src/clock.ts";
import { fromDayNumber } from "../src/localDate.ts";
import { checkInKey } from "../src/import/diaryCsv.ts";
import type { FieldValue, Operation } from "../src/operation.ts";
import { tidyNumber } from "../src/limits.ts";
import { tidyName, tidyText } from "../src/text.ts";
import {
  type CheckIn,
  emptyCheckIn,
  saysSomething,
  type Treatment,
  treatmentKinds,
} from "../src/vocabulary.ts";

/** Few stamps, devices, rows and fields, so that they collide all the time, equal stamps included. */
export const operation: fc.Arbitrary<Operation> = fc
  .record({
    time: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 0, max: 1 }),
    device: fc.constantFrom("a1", "b2", "c3"),
    table: fc.constantFrom("checkIn", "treatment", "fromTheFuture"),
    id: fc.constantFrom("2026-01-05", "x", "__proto__"),
    set: fc.dictionary(
      fc.constantFrom("stiffness", "note", "unheardOf", "constructor", "__proto__"),
      fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as FieldValue),
      { maxKeys: 3 },
    ),
    deleted: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ time, count, device, table, id, set, deleted }) => ({
    version: 1,
    at: `${time.toString(16).padStart(12, "0")}-${count.toString(16).padStart(4, "0")}` as Stamp,
    device: device as DeviceId,
    table,
    id,
    set,
    ...(deleted === undefined ? {} : { deleted }),
  }));

const text = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom('"', "'", ",", ";", "\n", "\r", "\t", "=", "+", "-", "@", " ", "é", "😀", "a"),
      maxLength: 12,
    }),
  )
  .map(tidyText);

const rating = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ min: 0, max: 10, noNaN: true }).map(tidyNumber)),
);

const timeOfDay = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

/** Days with one check-in and days with several; the first one of a day has the date for its id, as in the record. */
export const checkIns: fc.Arbitrary<CheckIn[]> = fc
  .uniqueArray(
    fc
      .record({
        date: fc.integer({ min: 18_000, max: 18_030 }).map(fromDayNumber),
        time: fc.option(timeOfDay),
        tiredness: rating,
        mood: rating,
        stiffness: rating,
        spasms: rating,
        pain: rating,
        sleep: rating,
        spasmCount: fc.option(fc.integer({ min: 0, max: 10_000 })),
        note: text,
        backfilled: fc.boolean(),
        recordedAt: fc.constant(null),
      })
      .map((known) => ({ ...emptyCheckIn, ...known, id: checkInKey(known) }))
      .filter(saysSomething),
    { selector: ({ id }) => id, maxLength: 40 },
  )
  .map((rows) => {
    const firsts = new Set<string>();
    return rows
      .sort((left, right) => (left.id < right.id ? -1 : 1))
      .map((row) => {
        if (firsts.has(row.date)) return row;
        firsts.add(row.date);
        return { ...row, id: row.date };
      });
  });

/** A line of doses, and the dose of a day that it adds up to. */
function takenOf(dose: number | null, doses: readonly TakenAt[]): Pick<Treatment, "dose" | "taken"> {
  const read = readTaken(takenLine(doses) ?? "");
  if (!read.ok) throw new Error(read.error.type);
  return doses.length === 0
    ? { dose, taken: null }
    : { dose: dailyDose(doses), taken: takenLine(read.value.doses) };
}

export const treatments: fc.Arbitrary<Treatment[]> = fc.uniqueArray(
  fc
    .record({
      treatment: text.map((name) => tidyName(name) ?? "x"),
      kind: fc.constantFrom(...treatmentKinds),
      start: fc.integer({ min: 18_000, max: 18_400 }),
      days: fc.option(fc.integer({ min: 0, max: 100 })),
      dose: fc.option(fc.double({ min: 0, max: 1_000_000, noNaN: true }).map(tidyNumber)),
      unit: text.map((unit) => tidyName(unit?.slice(0, 40))),
      doses: fc.uniqueArray(
        fc.record({
          days: fc.subarray([...weekdays], { maxLength: 6 }),
          at: timeOfDay,
          dose: fc.integer({ min: 0, max: 4_000 }).map((tenths) => tenths / 10),
        }),
        { selector: ({ at }) => at, maxLength: 4 },
      ),
    })
    .map(({ start, days, doses, ...row }) => ({
      ...row,
      ...takenOf(row.dose, doses),
      id: `${row.treatment}|${row.kind}|${start}`,
      treatmentId: null,
      start: fromDayNumber(start),
      stop: days === null ? null : fromDayNumber(start + days),
    })),
  {
    selector: ({ treatment, kind, start }) => `${treatment.normalize("NFC").toLowerCase()}|${kind}|${start}`,
    maxLength: 20,
  },
);

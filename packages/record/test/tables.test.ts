import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFields } from "../src/fieldKinds.ts";
import { entryErrorSentence, readRecordJson, recordJson, tables } from "../src/index.ts";
import type { LocalDate } from "../src/localDate.ts";
import { readRow, type Table, tableFields } from "../src/tables.ts";
import { openEmpty } from "./openEmpty.ts";
import { value } from "./storeContract.ts";

const today = "2026-02-02" as LocalDate;
const day = (text: string) => text as LocalDate;

/** One whole entry of each table. */
const entries = {
  goal: { text: "open my hand for a cup", from: day("2026-01-01"), until: null },
  injection: {
    date: day("2026-01-20"),
    product: "Dysport",
    muscles: [
      { muscle: "biceps brachii", side: "left", units: 0 },
      { muscle: "soleus", side: null, units: null },
    ],
    guidance: "ultrasound",
    clinic: "the day clinic",
    next: day("2026-04-20"),
    note: null,
  },
  titrationStep: { medicine: "baclofen", from: day("2026-02-09"), text: "5 mg three times a day" },
  missedDose: { date: today, medicine: "baclofen" },
  routineDone: {
    date: today,
    routine: "calf stretch",
    minutes: 10,
    after: "easier",
    routineId: "calf-towel-sitting",
    side: "left",
    pain: false,
  },
  trigger: { date: today, trigger: "cold" },
  measurement: {
    date: today,
    kind: "modified-ashworth",
    value: null,
    grade: "1+",
    what: null,
    unit: null,
    where: "left elbow",
    by: "physiotherapist",
  },
  appointment: {
    date: day("2026-03-01"),
    time: "09:30",
    with: "neurologist",
    place: null,
    note: "bring\nthe list",
  },
  pause: { from: today, until: null },
  settings: {
    role: "living-with",
    hand: "left",
    ignoreMs: 0,
    holdMs: null,
    textSize: "large",
    theme: "dark",
    reducedMotion: false,
    plainMode: true,
    rhythmDays: 3,
    reminderTime: "20:00",
  },
  question: { text: "Which muscle?", bank: null, place: 0, takenAway: null, answer: "the calf\nfirst" },
  visitSheet: {
    name: "Kim",
    about: null,
    notes: [{ checkIn: "2026-01-05" }],
    wishes: [{ situation: "sleep" }],
    withSideEffects: true,
    withAlerts: false,
    withClinicianPage: null,
  },
  planItem: {
    routine: "calf-towel-sitting",
    days: [{ day: "mon" }, { day: "thu" }],
    times: 2,
    holdSeconds: 20,
    repeats: null,
    minutes: null,
    side: "left",
    note: "with the blue towel\nnot the strap",
    at: "08:30",
    place: 0,
  },
  bodyCheck: {
    answers: [
      { about: "dvt", answer: "no", on: today },
      { about: "pressure-sore", answer: "yes", on: day("2026-01-01") },
    ],
  },
  reliefChoice: { place: "calf", position: "lying", minutes: 8, company: null },
  suspects: { lookedAt: [{ trigger: "trigger-stress", on: today }] },
} as const;
const all = Object.keys(entries) as (keyof typeof tables)[];
/** The tests walk over all tables, whatever their fields. */
const tableOf = (name: keyof typeof tables): Table => tables[name];

describe("the tables", () => {
  it("[RC-80] each keep a whole entry, zeros included, change it, take it back, remove it and go through a file", async () => {
    expect(all.sort()).toEqual(Object.keys(tables).sort());
    const record = await openEmpty();
    expect(record.isEmpty).toBe(true);
    for (const name of all) {
      const table = tableOf(name);
      const id = value(await record.put(table, entries[name], today));
      expect(record.rows(table), name).toEqual([{ ...entries[name], id }]);
      expect(record.rows(table)).toBe(record.rows(table));
      expect(record.row(table, id)).toEqual({ ...entries[name], id });
      value(await record.remove(table, id));
      expect(record.rows(table)).toEqual([]);
      value(await record.undo());
      expect(record.rows(table), name).toEqual([{ ...entries[name], id }]);
    }
    expect(record.isEmpty).toBe(false);
    const other = await openEmpty();
    value(await other.restore(value(readRecordJson(recordJson(record))).operations));
    for (const name of all) expect(other.rows(tableOf(name)), name).toEqual(record.rows(tableOf(name)));
  });

  it("[RC-80] refuse what cannot be true, with a sentence, and change nothing", async () => {
    const record = await openEmpty();
    const refusal = async (name: keyof typeof tables, set: object): Promise<string> => {
      const put = await record.put(tableOf(name), { ...entries[name], ...set }, today);
      if (put.ok || !("field" in put.error)) throw new Error(`${name} ${JSON.stringify(set)}`);
      return entryErrorSentence(put.error);
    };
    expect(await refusal("injection", { product: "  " })).toBe("The product is missing: fill it in.");
    expect(await refusal("injection", { date: "2026-02-03" })).toBe(
      "The day it was given is 2026-02-03, which has not come yet: correct it.",
    );
    expect(await refusal("injection", { muscles: [{ muscle: "soleus", units: -1 }] })).toBe(
      "-1 cannot be right for the units: it lies between 0 and 100000.",
    );
    expect(await refusal("injection", { muscles: Array(61).fill({ muscle: "soleus" }) })).toBe(
      "The muscles: there are 61, and 60 are the most.",
    );
    expect(await refusal("goal", { until: "2025-12-31" })).toBe(
      "The last day is 2025-12-31, which is before it began: correct one of the two.",
    );
    expect(await refusal("appointment", { time: "25:00" })).toBe(
      'The time cannot be read as it is ("25:00"): correct it.',
    );
    expect(await refusal("trigger", { trigger: "x".repeat(201) })).toBe(
      "The trigger is too long: 200 characters are the most.",
    );
    expect(await refusal("measurement", { grade: null })).toBe("The grade is missing: fill it in.");
    expect(await refusal("measurement", { grade: "5" })).toMatch(/cannot be read/);
    expect(await refusal("measurement", { kind: "walk-10m", value: -3 })).toMatch(/cannot be right/);
    expect(await refusal("measurement", { kind: "range-of-motion", value: 400 })).toMatch(/cannot be right/);
    expect(await refusal("measurement", { kind: "other", value: 3 })).toBe(
      "What it was is missing: fill it in.",
    );
    expect(await refusal("settings", { ignoreMs: 1.5 })).toMatch(/cannot be read/);
    expect(record.canUndo).toBe(false);
    expect(record.operations()).toEqual([]);
  });

  it("[RC-80] are named by fields that they have", () => {
    for (const name of all) {
      const { fields, idFrom, span }: Table = tables[name];
      for (const field of [...idFrom, ...(span ?? [])]) expect(Object.keys(fields), name).toContain(field);
      expect(tables[name].name).toBe(name);
    }
  });

  it("[RC-80] of the settings, what is left out stays as it was", async () => {
    const record = await openEmpty();
    value(await record.put(tables.settings, { hand: "left", theme: "dark" }, today));
    value(await record.put(tables.settings, { theme: null, ignoreMs: 0 }, today));
    expect(record.row(tables.settings)).toMatchObject({
      hand: "left",
      theme: null,
      ignoreMs: 0,
      holdMs: null,
    });
  });

  it("[RC-81] what this version cannot read counts as not known and stays in the record", async () => {
    const record = await openEmpty();
    const set = {
      date: "2026-01-20",
      product: "Dysport",
      guidance: "by starlight",
      next: 3,
      muscles: [{ muscle: "soleus", units: "many" }, { side: "left" }, 7, { muscle: "biceps", depth: 2 }],
      unheardOf: { a: [1] },
    };
    const broken = { date: "someday", product: "Dysport" };
    value(
      await record.write([
        { table: "injection", id: "by hand", set },
        { table: "injection", id: "broken", set: broken },
      ]),
    );
    expect(record.rows(tables.injection)).toEqual([
      {
        id: "by hand",
        date: "2026-01-20",
        product: "Dysport",
        muscles: [{ muscle: "biceps", side: null, units: null }],
        guidance: null,
        clinic: null,
        next: null,
        note: null,
      },
    ]);
    expect(record.operations().map((operation) => operation.set)).toEqual([set, broken]);
  });

  it("[RC-81] nothing that may stand in a record makes reading fail, and what was read can be written again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.array(fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(undefined)), {
          minLength: 12,
          maxLength: 12,
        }),
        fc.boolean(),
        (name, strange, mixed) => {
          const table = tableOf(name);
          const good: Readonly<Record<string, unknown>> = entries[name];
          const fields = Object.keys(table.fields);
          const written = new Map(
            fields.map((field, place) => [field, mixed && place % 2 === 0 ? good[field] : strange[place]]),
          );
          const row = readRow(table, "x", (field) => written.get(field) as never);
          if (row === null) return;
          const again = tableFields(table, row, "9999-01-01" as LocalDate);
          const { id: _, ...values } = row;
          // The order of two days is the only thing that is checked when writing and forgiven when reading.
          if (again.ok) expect(again.value).toEqual(values);
          else expect(again.error.problem).toBe("before");
          expect(readFields(table.fields, (field) => values[field] as never)).toEqual(values);
        },
      ),
    );
  });

  it("[RC-82] the same entry twice is one row, another one of the same name is a second, and a changed row is not lost", async () => {
    const record = await openEmpty();
    const cold = { date: today, trigger: "Cold" };
    const first = value(await record.put(tables.trigger, cold, today));
    expect(value(await record.put(tables.trigger, cold, today))).toBe(first);
    expect(first).toBe("2026-02-02|cold");
    value(await record.put(tables.trigger, { ...cold, trigger: "heat" }, today, first));
    expect(value(await record.put(tables.trigger, cold, today))).not.toBe(first);
    expect(record.rows(tables.trigger).map(({ trigger }) => trigger)).toEqual(["Cold", "heat"]);
    const left = { date: today, product: "Dysport", muscles: [{ muscle: "soleus", side: "left", units: 1 }] };
    value(await record.put(tables.injection, left as never, today));
    value(await record.put(tables.injection, { date: today, product: "Dysport" }, today));
    expect(record.rows(tables.injection)).toHaveLength(2);
    const stretch = { date: today, routine: "stretch" };
    value(await record.put(tables.routineDone, stretch, today));
    value(await record.put(tables.routineDone, stretch, today));
    expect(record.rows(tables.routineDone)).toHaveLength(2);
  });
});

describe("several check-ins a day", () => {
  it("[RC-83] the first has the date for its id, further ones date and time; within a minute they are one", async () => {
    const record = await openEmpty();
    const add = async (time: string, stiffness: number) =>
      value(await record.addCheckIn({ date: today, time, zone: "Europe/Dublin", stiffness }, today));
    expect(await add("08:05", 6)).toBe("2026-02-02");
    expect(await add("08:05", 7)).toBe("2026-02-02");
    expect(await add("20:00", 2)).toBe("2026-02-02 20:00");
    expect(await add("20:00", 3)).toBe("2026-02-02 20:00");
    expect(record.checkIns().map(({ id, time, zone, stiffness }) => [id, time, zone, stiffness])).toEqual([
      ["2026-02-02", "08:05", "Europe/Dublin", 7],
      ["2026-02-02 20:00", "20:00", "Europe/Dublin", 3],
    ]);
    value(await record.putCheckIn({ date: today, pain: 1 }, today, "2026-02-02 20:00"));
    expect(record.checkIn("2026-02-02 20:00")).toMatchObject({ stiffness: 3, pain: 1, backfilled: false });
    value(await record.removeCheckIn(today));
    expect(record.checkIns()).toHaveLength(1);
    value(await record.undo());
    expect(record.checkIns()).toHaveLength(2);
    const late = await record.addCheckIn({ date: day("2026-02-03"), time: "01:00", pain: 1 }, today);
    expect(late.ok).toBe(false);
    const odd = await record.addCheckIn({ date: today, time: "8 am", pain: 1 }, today);
    expect(odd.ok).toBe(false);
  });

  it("[RC-83] tiredness, mood and goals are kept; what is no rating is refused, and not believed in a file", async () => {
    const record = await openEmpty();
    const goals = [{ goal: "cup", rating: -2 }];
    value(await record.putCheckIn({ date: today, tiredness: 0, mood: 10, goals }, today));
    expect(record.checkIn(today)).toMatchObject({ tiredness: 0, mood: 10, goals, stiffness: null });
    const much = await record.putCheckIn({ date: today, goals: [{ goal: "cup", rating: 3 }] }, today);
    expect(much.ok).toBe(false);
    if (!much.ok && "field" in much.error) expect(entryErrorSentence(much.error)).toMatch(/cannot be right/);
    expect((await record.putCheckIn({ date: today, mood: 11 }, today)).ok).toBe(false);
    value(
      await record.write([
        {
          table: "checkIn",
          id: today,
          set: { goals: [3, { goal: "cup", rating: 1 }, { goal: "x" }], mood: "low" },
        },
        { table: "checkIn", id: `${today} 24:10`, set: { pain: 3 } },
        { table: "checkIn", id: `${today} 08:00 x`, set: { pain: 3 } },
      ]),
    );
    expect(record.checkIns()).toHaveLength(1);
    expect(record.checkIn(today)).toMatchObject({ goals: [{ goal: "cup", rating: 1 }], mood: null });
  });

  it("[RC-83] a first entry on two devices keeps what either wrote", async () => {
    const [left, right] = [await openEmpty(), await openEmpty()];
    value(await left.addCheckIn({ date: today, time: "08:00", pain: 4 }, today));
    value(await right.addCheckIn({ date: today, time: "09:00", stiffness: 2 }, today));
    value(await left.restore(value(readRecordJson(recordJson(right))).operations));
    expect(left.checkIns()).toHaveLength(1);
    expect(left.checkIn(today)).toMatchObject({ pain: 4, stiffness: 2 });
  });
});

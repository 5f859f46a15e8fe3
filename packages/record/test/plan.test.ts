import fc from "fast-check";
import { deflateSync } from "fflate";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFile, type RoutineReminder } from "../src/export/calendar.ts";
import { weekdayOf, weekdays } from "../src/index.ts";
import type { LocalDate } from "../src/localDate.ts";
import {
  MOST_ITEMS,
  planErrorSentence,
  planFragment,
  planText,
  readPlanFragment,
  readPlanText,
  type SharedItem,
} from "../src/plan.ts";
import { tables } from "../src/tables.ts";
import { openEmpty } from "./openEmpty.ts";
import { value } from "./storeContract.ts";

const today = "2026-11-26" as LocalDate;
const calf: SharedItem = {
  routine: "calf-towel-sitting",
  days: [{ day: "mon" }, { day: "thu" }],
  times: 2,
  holdSeconds: 20,
  repeats: 3,
  minutes: null,
  side: "left",
  note: "with the blue towel",
  at: "08:30",
  place: 0,
};
const known = <Value>(some: fc.Arbitrary<Value>) => fc.option(some);
const item: fc.Arbitrary<SharedItem> = fc.record({
  routine: fc.stringMatching(/^[a-z][a-z-]{1,30}[a-z]$/),
  days: fc.uniqueArray(fc.constantFrom(...weekdays)).map((days) => days.map((day) => ({ day }))),
  times: known(fc.integer({ min: 1, max: 10 })),
  holdSeconds: known(fc.integer({ min: 1, max: 3600 })),
  repeats: known(fc.integer({ min: 1, max: 200 })),
  minutes: known(fc.integer({ min: 1, max: 1440 })),
  side: known(fc.constantFrom("left" as const, "right" as const, "both" as const)),
  note: known(fc.stringMatching(/^[a-zé😀"<>&][a-z é😀"<>&]{0,60}[a-zé😀]$/u)),
  at: known(fc.constantFrom("00:00", "08:30", "23:59")),
  place: known(fc.integer({ min: 0, max: 100 })),
});
/** The check sum, written once more. */
const fnv = (text: string): string =>
  [...text]
    .reduce(
      (sum, letter) => BigInt.asUintN(32, (sum ^ BigInt(letter.charCodeAt(0))) * 16777619n),
      2166136261n,
    )
    .toString(16)
    .padStart(8, "0");
const sentence = (read: ReturnType<typeof readPlanText>): string =>
  read.ok ? "read" : planErrorSentence(read.error);

describe("a plan", () => {
  it("[RC-125] is kept in the record, with what was done: which routine, which side, and whether it hurt", async () => {
    const record = await openEmpty();
    value(await record.put(tables.planItem, calf, today));
    value(await record.put(tables.planItem, { ...calf, side: "right" }, today));
    expect(record.rows(tables.planItem)).toHaveLength(2);
    const done = {
      date: today,
      routine: "Calf stretch",
      routineId: calf.routine,
      side: "left",
      pain: true,
    } as const;
    const id = value(await record.put(tables.routineDone, done, today));
    expect(record.row(tables.routineDone, id)).toMatchObject({ ...done, minutes: null, after: null });
    expect(weekdayOf(today)).toBe("thu");
    expect(weekdayOf("1969-12-31" as LocalDate)).toBe("wed");
  });

  it("[RC-126] goes into a calendar on its days, and says only Exercise unless names are wished", () => {
    const routines: RoutineReminder[] = [
      { name: "Calf stretch", days: ["mon", "thu"], at: "08:30", amount: "Hold 20 seconds, 3 times" },
      { name: "Lying on your front", days: [], at: null, amount: "5 minutes" },
    ];
    const wishes = {
      doses: [],
      injections: [],
      appointments: [],
      refillOn: null,
      checkIns: null,
      today: "2026-11-27" as LocalDate,
      now: new Date(Date.UTC(2026, 10, 27)),
    };
    const eventsOf = (withNames: boolean) =>
      new ICAL.Component(ICAL.parse(calendarFile({ ...wishes, routines, withNames })))
        .getAllSubcomponents("vevent")
        .map((component) => new ICAL.Event(component));
    const [first, second] = eventsOf(true);
    expect([first?.summary, second?.summary]).toEqual(["Calf stretch", "Lying on your front"]);
    const times = first?.iterator();
    // The 27th is a Friday: the first time is the Monday after.
    expect(Array.from({ length: 3 }, () => times?.next()?.toString())).toEqual([
      "2026-11-30T08:30:00",
      "2026-12-03T08:30:00",
      "2026-12-07T08:30:00",
    ]);
    expect(second?.startDate.toString()).toBe("2026-11-27");
    const bare = calendarFile({ ...wishes, routines, withNames: false });
    expect(eventsOf(false).map(({ summary }) => summary)).toEqual(["Exercise", "Exercise"]);
    expect(bare.toLowerCase()).not.toMatch(/calf|front|hold/);
    expect(new Set(eventsOf(false).map(({ uid }) => uid)).size).toBe(2);
  });

  it("[RC-127] as a file comes back as it was; what is no plan is a sentence", () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (items) => {
        expect(value(readPlanText(planText(items), today))).toEqual(items);
      }),
    );
    expect(planText([calf])).not.toContain("null");
    expect(sentence(readPlanText("[]", today))).toContain("no plan of routines");
    expect(sentence(readPlanText("{", today))).toContain("no plan of routines");
    expect(sentence(readPlanText('{"format":"unclench-plan","version":2,"items":[]}', today))).toContain(
      "newer",
    );
    expect(sentence(readPlanText('{"format":"unclench-plan","version":1,"items":[]}', today))).toContain(
      "no routines",
    );
    const broken = planText([calf, calf]).replace('"holdSeconds": 20,', '"holdSeconds": -4,');
    expect(sentence(readPlanText(broken, today))).toBe(
      "Routine 1 of this plan cannot be read: the seconds of a hold is wrong or missing. Ask for the plan again.",
    );
    const many = planText(Array.from({ length: MOST_ITEMS + 1 }, () => calf));
    expect(sentence(readPlanText(many, today))).toContain("too large");
    const hostile = `{"format":"unclench-plan","version":1,"items":[{"__proto__":{"x":1},"routine":"a"},null,7]}`;
    expect(sentence(readPlanText(hostile, today))).toContain("Routine 2");
  });

  it("[RC-128] as a link comes back as it was, and one that was cut off or changed is recognised", () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), fc.nat(), (items, cut) => {
        const fragment = planFragment(items);
        expect(fragment).toMatch(/^p1\.[0-9a-f]{8}\.[\w-]+$/);
        expect(value(readPlanFragment(fragment, today))).toEqual(items);
        const short = fragment.slice(0, cut % fragment.length);
        expect(readPlanFragment(short, today).ok).toBe(false);
        const place = fragment.length - 1 - (cut % (fragment.length - 12));
        const other = fragment[place] === "A" ? "B" : "A";
        const wrong = fragment.slice(0, place) + other + fragment.slice(place + 1);
        expect(readPlanFragment(wrong, today).ok).toBe(false);
      }),
    );
    expect(sentence(readPlanFragment(planFragment([calf]).slice(0, -3), today))).toContain("not whole");
    expect(sentence(readPlanFragment("section-2", today))).toContain("no plan of routines");
    expect(sentence(readPlanFragment(`p1.x.${"A".repeat(9_000)}`, today))).toContain("too large");
    // A small link that unfolds to something huge.
    const bomb = Buffer.from(deflateSync(new Uint8Array(4_000_000), { level: 9 })).toString("base64url");
    expect(readPlanFragment(`p1.${fnv(bomb)}.${bomb}`, today).ok).toBe(false);
    // Six routines with notes fit into one code of the size of a business card.
    const six = Array.from({ length: 6 }, (_, place) => ({
      ...calf,
      routine: `routine-number-${place}`,
      place,
    }));
    expect(planFragment(six).length).toBeLessThan(600);
  });
});

import type { CheckIn, LocalDate, PlanItem, RoutineDone } from "@unclench/record";
import { emptyCheckIn } from "@unclench/record";
import { routineById, stopSignById } from "@unclench/knowledge/routines";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plannable, planLines, planOn, planSheet, planWeek, stopAlways } from "../src/relief/plan.ts";

const day = (text: string) => text as LocalDate;
/** A Thursday. */
const today = day("2026-11-26");
const open: Omit<PlanItem, "id"> = {
  routine: "calf-towel-sitting",
  days: [],
  times: null,
  holdSeconds: null,
  repeats: null,
  minutes: null,
  side: null,
  note: null,
  at: null,
  place: null,
};
const done = (date: string, set: Partial<RoutineDone> = {}): RoutineDone => ({
  id: date,
  date: day(date),
  routine: "Calf stretch with a towel, sitting",
  routineId: "calf-towel-sitting",
  minutes: 3,
  after: null,
  side: null,
  pain: null,
  ...set,
});
const rated = (date: string, stiffness: number | null): CheckIn => ({
  ...emptyCheckIn,
  id: date,
  date: day(date),
  stiffness,
});

describe("a plan of routines", () => {
  it("[AN-362] stands in its order and in words; what it leaves open is what the routine begins with", () => {
    const lines = planLines([
      { ...open, place: 2 },
      { ...open, routine: "prone-lying", days: [{ day: "thu" }, { day: "mon" }], minutes: 10, place: 1 },
      { ...open, routine: "calf-towel-sitting", times: 2, holdSeconds: 25, repeats: 4, side: "left" },
      { ...open, routine: "from-a-newer-version", repeats: 7 },
      { ...open, routine: "cooling" },
    ]);
    expect(lines.map(({ name, daysWords, amountWords }) => [name, daysWords, amountWords])).toEqual([
      ["Lying on your front", "Mon, Thu", "10 minutes"],
      ["Calf stretch with a towel, sitting", "Every day", "Hold 20 seconds, 3 times"],
      [
        "Calf stretch with a towel, sitting",
        "Every day, 2 times a day",
        "Hold 25 seconds, 4 times, left side",
      ],
      ["from-a-newer-version", "Every day", "7 times"],
      ["Cooling", "Every day", "As its page says"],
    ]);
    expect(lines.map(({ known }) => known)).toEqual([true, true, true, false, true]);
    expect(lines[2]?.link).toBe("/relief/calf-towel-sitting/go?side=left&hold=25&repeats=4");
    expect(lines[3]?.link).toBeNull();
    // Never above the dose, whoever wrote the plan.
    expect(planLines([{ ...open, holdSeconds: 900 }])[0]?.amountWords).toBe("Hold 30 seconds, 3 times");
  });

  it("[AN-363] says what is on a day and how often it was done, side by side, pain not counted", () => {
    const lines = planLines([
      { ...open, side: "left", times: 2 },
      { ...open, side: "right", days: [{ day: "thu" }] },
      { ...open, routine: "prone-lying", days: [{ day: "mon" }] },
    ]);
    const rows = [
      done("2026-11-26", { side: "left" }),
      done("2026-11-26", { side: "both" }),
      done("2026-11-26", { side: "right", pain: true }),
      done("2026-11-25", { side: "left" }),
      done("2026-11-26", { routineId: null }),
    ];
    expect(planOn(lines, rows, today).map(({ done: times, wanted }) => [times, wanted])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(planOn(lines, rows, day("2026-11-30")).map(({ line }) => line.name)).toContain(
      "Lying on your front",
    );
  });

  it("[AN-364] counts the week from Monday, kindly: no streak, no share, nothing made up for", () => {
    const lines = planLines([
      { ...open, days: [{ day: "mon" }, { day: "wed" }] },
      { ...open, routine: "prone-lying" },
    ]);
    const week = (dates: readonly string[]) =>
      planWeek(
        lines,
        dates.map((date) => done(date)),
        [],
        today,
      );
    expect(week(["2026-11-22"])).toMatchObject({ monday: "2026-11-23", done: 0, wanted: 9 });
    expect(week([]).sentence).toBe(
      "Nothing of the 9 planned for this week is noted yet. Any day is a good day to begin.",
    );
    expect(week(["2026-11-23"]).sentence).toBe("1 of 9 planned for this week are done. What you did counts.");
    // More of one makes up for nothing else.
    expect(week(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]).done).toBe(2);
    expect(planWeek([], [], [], today).sentence).toBe("Nothing is planned yet.");
    const only = planLines([{ ...open, days: [{ day: "mon" }] }]);
    expect(planWeek(only, [done("2026-11-23")], [], today).sentence).toBe(
      "All 1 planned for this week are done.",
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 16, max: 26 }), { maxLength: 30 }), (dates) => {
        const { sentence, done: count, wanted } = week(dates.map((date) => `2026-11-${date}`));
        expect(count).toBeLessThanOrEqual(wanted);
        expect(sentence).not.toMatch(/streak|missed|only|fail|%|in a row|should/i);
      }),
    );
  });

  it("[AN-365] puts plain averages of stiffness beside it, with days, and says that they show no cause", () => {
    const lines = planLines([open]);
    const words = (checkIns: readonly CheckIn[]) => planWeek(lines, [], checkIns, today).stiffness;
    expect(words([rated("2026-11-23", 4), rated("2026-11-24", 5)])).toBeNull();
    const three = [rated("2026-11-23", 4), rated("2026-11-24", 5), rated("2026-11-26", 0)];
    expect(words([...three, rated("2026-11-25", null)])).toMatch(
      /^Stiffness this week: 3\.0 of 10 on average over 3 days\. Plain/,
    );
    const before = ["16", "17", "18", "22"].map((date) => rated(`2026-11-${date}`, 6));
    expect(words([...before, ...three])).toContain("the week before 6.0 over 4 days");
  });

  it("[AN-366] prints at most six on a leaf, each with its steps and when to stop", () => {
    const lines = planLines(plannable.slice(0, 13).map(({ id }) => ({ ...open, routine: id })));
    const leaves = planSheet(lines);
    expect(leaves.map((leaf) => leaf.length)).toEqual([6, 6, 1]);
    for (const { line, steps, stop } of leaves.flat()) {
      expect(steps.length).toBeGreaterThanOrEqual(3);
      // Every sign is on the leaf: with the routine, for all of them, or at the foot.
      for (const sign of routineById.get(line.item.routine)?.stopSigns ?? [])
        if (sign !== "dysreflexia") expect(`${stopAlways} ${stop}`).toContain(stopSignById.get(sign)?.text);
    }
    expect(planSheet([])).toEqual([]);
  });

  it("[AN-367] may hold every routine, and offers only what the routine counts", () => {
    expect(plannable.length).toBe(55);
    const of = (id: string) => plannable.find((one) => one.id === id);
    expect(of("calf-towel-sitting")).toMatchObject({
      hasSides: true,
      limits: { minutes: null, holdSeconds: { most: 30 } },
    });
    expect(of("cooling")).toMatchObject({ hasSides: false, limits: { minutes: null, holdSeconds: null } });
  });
});

/** What the other tables of the record bring into "Is it helping me?": several check-ins a day, injections, marks. */
import type { Injection } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { countedDays, daysOf } from "../src/isItHelping/days.ts";
import {
  type DiaryEntry,
  type HelpingInput,
  type IsItHelping,
  isItHelping,
} from "../src/isItHelping/index.ts";
import { allTreatments } from "../src/isItHelping/written.ts";
import { dateOf, madeDiary, row } from "./diaries.ts";

const answerTo = (input: Omit<HelpingInput, "measure">): IsItHelping => {
  const result = isItHelping({ ...input, measure: "stiffness" });
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};
const entry = (day: number, stiffness: number | null, more: Partial<DiaryEntry> = {}): DiaryEntry => ({
  date: dateOf(day),
  stiffness,
  spasms: null,
  pain: null,
  sleep: null,
  ...more,
});
const injection = (
  day: number,
  product: string,
  units: readonly (number | null)[] = [],
): Pick<Injection, "date" | "product" | "muscles"> => ({
  date: dateOf(day),
  product,
  muscles: units.map((each) => ({ muscle: "soleus", side: "left", units: each })),
});

describe("several check-ins a day", () => {
  it("[AN-250] count as their mean, zeros included, and a check-in that does not say it counts for nothing", () => {
    const { rated, covariates } = daysOf(
      [
        entry(2, 4),
        entry(1, 0, { time: "08:00" }),
        entry(1, 6, { time: "20:00", backfilled: true }),
        entry(1, null),
        entry(3, null),
      ],
      "stiffness",
    );
    expect(rated.map(({ date, rating, checkIns, later }) => [date, rating, checkIns, later])).toEqual([
      [dateOf(1), 3, 2, true],
      [dateOf(2), 4, 1, false],
      [dateOf(3), null, 0, false],
    ]);
    expect(covariates.map(({ id }) => id)).toEqual(["slot-", "slot-evening"]);
  });

  it("[AN-250] a diary with one check-in a day is read as it always was, whatever the time", () => {
    const diary = madeDiary({ seed: 1, days: 84, effectOn: (day) => (day < 29 ? 0 : -3) });
    const timed = diary.map((one, place) => ({ ...one, time: place % 3 === 0 ? "07:00" : "21:00" }));
    const treatments = [row("Baclofen", 29)];
    expect(answerTo({ diary: timed, treatments })).toEqual(answerTo({ diary, treatments }));
  });

  it("[AN-250] the same number twice a day gives the same verdict as once", () => {
    const diary = madeDiary({ seed: 1, days: 84, effectOn: (day) => (day < 29 ? 0 : -3) });
    const treatments = [row("Baclofen", 29)];
    const twice = answerTo({ diary: diary.flatMap((one) => [one, one]), treatments });
    const once = answerTo({ diary, treatments });
    expect(twice.treatments).toEqual(once.treatments);
    expect(twice.timeline.days[0]?.checkIns).toBe(2 * (once.timeline.days[0]?.checkIns ?? 0));
  });

  it("[AN-250] days of which only the bad morning was written down do not turn into bad days", () => {
    const days = madeDiary({ seed: 5, days: 84, level: 5, missing: 0 });
    const clock = (one: DiaryEntry, time: string, by: number): DiaryEntry => ({
      ...one,
      time,
      stiffness: Math.min(10, Math.max(0, (one.stiffness ?? 0) + by)),
    });
    // Mornings are two points worse. From the treatment on, evenings are mostly left out.
    const diary = days.flatMap((one, place) =>
      place < 28 || place % 5 === 0
        ? [clock(one, "08:00", 1), clock(one, "20:00", -1)]
        : [clock(one, "08:00", 1)],
    );
    const treatments = [row("Baclofen", 29)];
    const told = answerTo({ diary, treatments }).treatments[0]?.effect?.mean ?? Number.NaN;
    const untold = answerTo({ diary: diary.map((one) => ({ ...one, time: null })), treatments });
    expect(Math.abs(told)).toBeLessThan(0.5);
    expect(untold.treatments[0]?.effect?.mean ?? 0).toBeGreaterThan(told + 0.4);
  });

  it("[AN-250] spasms counted in each check-in are added up for the day; nothing counted is not zero", () => {
    const counted = [
      entry(1, 3, { spasmCount: 2 }),
      entry(1, 3, { spasmCount: 0 }),
      entry(1, 3, { spasmCount: 3 }),
      entry(2, 3, { spasmCount: 0 }),
      entry(3, 3),
    ];
    expect(countedDays(counted).map(({ count }) => count)).toEqual([5, 0, null]);
  });
});

describe("injections, missed doses and triggers of the record", () => {
  it("[AN-251] an injection of its own table is the one that stands among the treatments", () => {
    const diary = madeDiary({ seed: 8, days: 120, effectOn: (day) => (day < 40 ? 0 : -3) });
    const asTreatment = [row("Dysport", 29, { kind: "injection", dose: 300, unit: "units" })];
    const old = answerTo({ diary, treatments: asTreatment });
    const own = answerTo({ diary, treatments: [], injections: [injection(29, "Dysport", [100, 200])] });
    expect(own).toEqual(old);
    expect(own.treatments[0]?.catalogue).toBe("botulinum-toxin-a");
    expect(answerTo({ diary, treatments: asTreatment, injections: [injection(29, "dysport ")] })).toEqual(
      old,
    );
  });

  it("[AN-251] units are added up where all are known, and two rows of one day are one injection", () => {
    const dose = (...injections: ReturnType<typeof injection>[]) =>
      allTreatments({ treatments: [], injections }).map((one) => [one.treatment, one.dose, one.unit]);
    expect(dose(injection(1, "Dysport", [0, 250]))).toEqual([["Dysport", 250, "units"]]);
    expect(dose(injection(1, "Dysport", [250, null]))).toEqual([["Dysport", null, null]]);
    expect(dose(injection(1, "Dysport"))).toEqual([["Dysport", null, null]]);
    expect(dose(injection(1, "Dysport", [250]), injection(1, "Dysport", [50]))).toEqual([
      ["Dysport", 300, "units"],
    ]);
  });

  it("[AN-252] missed doses and triggers stand on the timeline, in the days that are drawn, and change no verdict", () => {
    const diary = madeDiary({ seed: 1, days: 60 });
    const treatments = [row("Baclofen", 20)];
    const plain = answerTo({ diary, treatments });
    const marked = answerTo({
      diary,
      treatments,
      missedDoses: [{ date: dateOf(30), medicine: "Baclofen" }],
      triggers: [
        { date: dateOf(-5), trigger: "cold" },
        { date: dateOf(10), trigger: "heat" },
        { date: dateOf(90), trigger: "cold" },
      ],
    });
    expect(marked.timeline.marks).toEqual([
      { date: dateOf(10), kind: "trigger", words: "heat" },
      { date: dateOf(30), kind: "missed-dose", words: "Baclofen" },
    ]);
    expect({ ...marked, timeline: { ...marked.timeline, marks: [] } }).toEqual(plain);
  });
});

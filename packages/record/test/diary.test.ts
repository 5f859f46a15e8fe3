import { describe, expect, it } from "vitest";
import {
  checkInsOf,
  daysWritten,
  diarySeries,
  lastCheckIn,
  sameAsYesterday,
  treatmentCourses,
} from "../src/diary.ts";
import { EXAMPLE_DAYS, exampleDiary } from "../src/example.ts";
import { addDays, daysBetween, type LocalDate } from "../src/localDate.ts";
import type { CheckIn, Treatment } from "../src/vocabulary.ts";
import { treatmentFields } from "../src/entries.ts";
import { emptyCheckIn, measures } from "../src/vocabulary.ts";

const day = (text: string) => text as LocalDate;
const checkIn = (date: string, set: Partial<CheckIn> = {}): CheckIn => ({
  ...emptyCheckIn,
  id: date,
  date: day(date),
  ...set,
});

describe("looking at a diary", () => {
  const checkIns = [
    checkIn("2026-02-27", { stiffness: 0, note: "only for that day", spasmCount: 3 }),
    checkIn("2026-03-01", { pain: 4, backfilled: true }),
  ];

  it("[RC-19] a series has every calendar day; a gap and a day without this rating are not known", () => {
    expect(diarySeries(checkIns, "stiffness", day("2026-02-26"), day("2026-03-01"))).toEqual([
      { date: "2026-02-26", rating: null, checkIns: 0, backfilled: false },
      { date: "2026-02-27", rating: 0, checkIns: 1, backfilled: false },
      { date: "2026-02-28", rating: null, checkIns: 0, backfilled: false },
      { date: "2026-03-01", rating: null, checkIns: 0, backfilled: true },
    ]);
    expect(diarySeries(checkIns, "pain", day("2026-03-02"), day("2026-03-01"))).toEqual([]);
  });

  it("[RC-19] the last check-in, and the same as yesterday without its note", () => {
    expect(lastCheckIn(checkIns)?.date).toBe("2026-03-01");
    expect(lastCheckIn(checkIns, day("2026-02-28"))?.date).toBe("2026-02-27");
    expect(lastCheckIn([])).toBeNull();
    expect(sameAsYesterday(checkIns, day("2026-02-28"))).toEqual({
      date: "2026-02-28",
      stiffness: 0,
      spasms: null,
      pain: null,
      sleep: null,
      tiredness: null,
      mood: null,
    });
    expect(sameAsYesterday(checkIns, day("2026-03-01"))).toBeNull();
    expect(sameAsYesterday([checkIn("2026-01-01", { note: "x" })], day("2026-01-02"))).toBeNull();
  });

  it("[RC-84] the check-ins of a day are found among all, and the days are counted", () => {
    const all = [
      checkIn("2026-02-27"),
      checkIn("2026-02-27", { id: "2026-02-27 13:00" }),
      checkIn("2026-03-01"),
      checkIn("2026-03-02"),
    ];
    for (const date of ["2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03"])
      expect(checkInsOf(all, day(date)), date).toEqual(all.filter((one) => one.date === date));
    expect(checkInsOf([], day("2026-02-27"))).toEqual([]);
    expect([daysWritten(all), daysWritten(all.slice(0, 2)), daysWritten([])]).toEqual([3, 1, 0]);
  });

  it("[RC-84] a day's rating is the mean of the check-ins that say it; the same as yesterday is the last of them", () => {
    const several = [
      checkIn("2026-02-27", { stiffness: 2, pain: 1 }),
      checkIn("2026-02-27", { id: "2026-02-27 13:00", stiffness: 7, backfilled: true }),
      checkIn("2026-02-27", { id: "2026-02-27 20:00", note: "no numbers" }),
    ];
    expect(diarySeries(several, "stiffness", day("2026-02-27"), day("2026-02-27"))).toEqual([
      { date: "2026-02-27", rating: 4.5, checkIns: 2, backfilled: true },
    ]);
    expect(diarySeries(several, "mood", day("2026-02-27"), day("2026-02-27"))[0]).toMatchObject({
      rating: null,
      checkIns: 0,
    });
    expect(sameAsYesterday(several, day("2026-02-28"))).toMatchObject({ stiffness: 7, pain: null });
    expect(lastCheckIn(several)?.id).toBe("2026-02-27 20:00");
  });

  it("[RC-19] an open dose period ends when the next one begins; injections have no end", () => {
    const row = (
      treatment: string,
      kind: Treatment["kind"],
      start: string,
      stop: string | null,
    ): Treatment => ({
      id: `${treatment} ${start}`,
      treatment,
      kind,
      treatmentId: null,
      start: day(start),
      stop: stop === null ? null : day(stop),
      dose: 1,
      unit: null,
      taken: null,
    });
    const courses = treatmentCourses([
      row("Shot", "injection", "2026-04-01", null),
      row("pill ", "medicine", "2026-02-01", null),
      row("Pill", "medicine", "2026-01-01", null),
      row("Pill", "medicine", "2026-03-01", "2026-03-05"),
      row("Shot", "injection", "2026-01-01", null),
    ]);
    expect(courses.map(({ treatment, periods }) => [treatment, periods.map(({ stop }) => stop)])).toEqual([
      ["Pill", ["2026-01-31", "2026-02-28", "2026-03-05"]],
      ["Shot", [null, null]],
    ]);
  });
});

describe("the made-up example", () => {
  const today = day("2026-03-01");
  const { checkIns, treatments } = exampleDiary(today);

  it("[RC-40] is the same for the same day, and moves with the day", () => {
    expect(exampleDiary(today)).toEqual({ checkIns, treatments });
    const later = exampleDiary(addDays(today, 100));
    expect(later.checkIns.map(({ stiffness }) => stiffness)).toEqual(
      checkIns.map(({ stiffness }) => stiffness),
    );
    expect(daysBetween(checkIns[0]?.date ?? today, today)).toBe(EXAMPLE_DAYS - 1);
    expect(checkIns.at(-1)?.date).toBe(today);
  });

  it("[RC-40] has gaps, notes, days filled in later and two treatments that are called examples", () => {
    expect(checkIns.length).toBeLessThan(EXAMPLE_DAYS - 5);
    expect(checkIns.filter(({ note }) => note !== null).length).toBeGreaterThan(5);
    expect(checkIns.some(({ backfilled }) => backfilled)).toBe(true);
    for (const row of treatments) {
      expect(row.treatment).toMatch(/^Example /);
      expect(row.unit ?? "example units").toBe("example units");
      expect(treatmentFields(row).ok).toBe(true);
    }
    for (const measure of measures) {
      for (const row of checkIns) expect(row[measure] ?? 0).toBeLessThanOrEqual(10);
    }
  });

  it("[RC-40] shows one effect that is evident and one that is too early to tell", () => {
    const start = treatments[0]?.start ?? today;
    const mean = (rows: readonly CheckIn[]) =>
      rows.reduce((sum, row) => sum + (row.stiffness ?? 0), 0) / rows.length;
    const before = mean(checkIns.filter(({ date }) => date < start));
    const after = mean(checkIns.filter(({ date }) => date > addDays(start, 20)));
    expect(before - after).toBeGreaterThan(2);
    const injected = treatments.find(({ kind }) => kind === "injection")?.start ?? today;
    expect(daysBetween(injected, today)).toBeLessThan(14);
  });
});

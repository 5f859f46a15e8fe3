import { addDays, type CheckIn, emptyCheckIn, type LocalDate } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { diaryTimeline } from "../src/diaryTimeline/index.ts";

const first = "2026-01-01" as LocalDate;
const day = (place: number): LocalDate => addDays(first, place);
const checkIn = (place: number, stiffness: number, more: Partial<CheckIn> = {}): CheckIn => ({
  ...emptyCheckIn,
  id: day(place),
  date: day(place),
  stiffness,
  ...more,
});
const nothing = { checkIns: [], treatments: [], rating: "stiffness" } as const;

describe("the diary left to right", () => {
  it("[AN-253] has every day, the mean of several check-ins, gaps, pauses, doses, injections and marks", () => {
    const drawn = diaryTimeline({
      ...nothing,
      checkIns: [
        checkIn(2, 0, { backfilled: true }),
        checkIn(2, 5, { id: `${day(2)} 20:00` }),
        checkIn(7, 4),
        checkIn(40, 9),
      ],
      treatments: [
        { treatment: "Baclofen", kind: "medicine", start: day(-9), stop: null, dose: 5, unit: "mg" },
        { treatment: "baclofen", kind: "medicine", start: day(6), stop: null, dose: 10, unit: "mg" },
      ],
      injections: [
        { date: day(3), product: "Dysport", muscles: [] },
        { date: day(30), product: "Dysport", muscles: [] },
      ],
      triggers: [{ date: day(4), trigger: "cold" }],
      missedDoses: [{ date: day(50), medicine: "Baclofen" }],
      pauses: [{ from: day(10), until: null }],
      from: first,
      to: day(13),
    });
    expect(drawn.step).toBe(1);
    expect(drawn.points).toHaveLength(14);
    expect(drawn.points[2]).toEqual({
      date: day(2),
      rating: 2.5,
      checkIns: 2,
      filledLater: true,
      paused: false,
    });
    expect(drawn.points[0]?.rating).toBeNull();
    expect(drawn.points[13]?.paused).toBe(true);
    // Nothing is missing before the first check-in, and a pause is no gap.
    expect(drawn.gaps).toEqual([{ from: day(3), to: day(6), days: 4 }]);
    expect(drawn.pauses).toEqual([{ from: day(10), to: day(13) }]);
    expect(drawn.spans).toEqual([
      { treatment: "Baclofen", dose: "5 mg", from: first, to: day(5) },
      { treatment: "Baclofen", dose: "10 mg", from: day(6), to: day(13) },
    ]);
    expect(drawn.injections).toEqual([{ treatment: "Dysport", dose: null, date: day(3) }]);
    expect(drawn.marks).toEqual([{ date: day(4), kind: "trigger", words: "cold" }]);
    expect(drawn.weeks).toEqual([
      { from: first, filled: 1, mean: 2.5 },
      { from: day(7), filled: 1, mean: 4 },
    ]);
  });

  it("[AN-253] of ten years is drawn by weeks, and nothing written says nothing", () => {
    const checkIns = Array.from({ length: 3650 }, (_, place) => checkIn(place, place % 11));
    const drawn = diaryTimeline({ ...nothing, checkIns, from: first, to: day(3649) });
    expect(drawn.step).toBe(7);
    expect(drawn.points).toHaveLength(Math.ceil(3650 / 7));
    expect(drawn.points[0]).toMatchObject({ date: first, rating: 3, checkIns: 7 });
    expect(drawn.gaps).toEqual([]);
    const empty = diaryTimeline({ ...nothing, from: first, to: day(9) });
    expect(empty.points.every(({ rating }) => rating === null)).toBe(true);
    expect(empty.gaps).toEqual([]);
    expect(diaryTimeline({ ...nothing, from: day(9), to: first }).points).toEqual([]);
  });
});

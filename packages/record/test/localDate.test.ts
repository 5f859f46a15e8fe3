import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  fromDayNumber,
  isLocalDate,
  type LocalDate,
  localDateFrom,
  localDateOf,
  parseLocalDate,
  toDayNumber,
} from "../src/localDate.ts";

const date = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.type}`);
  return parsed.value;
};
const problem = (text: string): string => {
  const parsed = parseLocalDate(text);
  return parsed.ok ? "ok" : parsed.error.type;
};

describe("LocalDate", () => {
  it("[RC-1] reads real days written year-month-day, or day.month.year with dots", () => {
    expect(date("2026-01-05")).toBe("2026-01-05");
    expect(date(" 2024-02-29 ")).toBe("2024-02-29");
    expect(date("31.12.2026")).toBe("2026-12-31");
    expect(date("1. 2. 2026")).toBe("2026-02-01");
  });

  it("[RC-1] refuses days that do not exist", () => {
    for (const text of [
      "2026-02-29",
      "1900-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "31.04.2026",
      "0000-01-01",
    ]) {
      expect(problem(text), text).toBe("NoSuchDay");
    }
  });

  it("[RC-1] never guesses which number is the month", () => {
    for (const text of ["03/04/2026", "3/4/26", "13/04/2026", "03-04-2026", "3.4.26"]) {
      expect(problem(text), text).toBe("AmbiguousDate");
    }
  });

  it("[RC-1] refuses everything else, and names an empty text as empty", () => {
    for (const text of [
      "yesterday",
      "2026-1-5",
      "20260105",
      "2026-01-05T10:00",
      "２０２６-01-05",
      "2026-01-05\n2026-01-06",
      "-2026-01-05",
    ]) {
      expect(problem(text), text).toBe("UnreadableDate");
    }
    expect(problem("  ")).toBe("EmptyDate");
    for (const value of ["2026-01-5", "31.12.2026", " 2026-01-05", "2026-02-30", null, 20458]) {
      expect(isLocalDate(value)).toBe(false);
    }
  });

  it("[RC-2] counts days from 1970-01-01 as the calendar does, for every day of 1600 to 2400", () => {
    expect(toDayNumber(date("1970-01-01"))).toBe(0);
    const start = Date.UTC(1600, 0, 1) / 86_400_000;
    const end = Date.UTC(2400, 0, 1) / 86_400_000;
    for (let day = start; day < end; day++) {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (fromDayNumber(day) !== iso || toDayNumber(iso as LocalDate) !== day) throw new Error(iso);
    }
  });

  it("[RC-2] goes to a number and back without loss for every day of the years 1 to 9999", () => {
    const first = toDayNumber(date("0001-01-01"));
    const last = toDayNumber(date("9999-12-31"));
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last }), (a, b) => {
        const [left, right] = [fromDayNumber(a), fromDayNumber(b)];
        expect(toDayNumber(left)).toBe(a);
        expect(isLocalDate(left)).toBe(true);
        expect(addDays(left, b - a)).toBe(right);
        expect(daysBetween(left, right)).toBe(b - a);
        expect(left < right).toBe(a < b);
      }),
    );
    for (const wrong of [first - 1, last + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => fromDayNumber(wrong)).toThrow(RangeError);
    }
  });

  it("[RC-2] takes the day of the device's own calendar, one minute before midnight and one after", () => {
    expect(localDateOf(new Date(2026, 2, 28, 23, 59))).toBe("2026-03-28");
    expect(localDateOf(new Date(2026, 2, 29, 0, 1))).toBe("2026-03-29");
    expect(localDateFrom(2026, 2, 29)).toBeNull();
    expect(localDateFrom(2026, 1.5, 1)).toBeNull();
  });
});

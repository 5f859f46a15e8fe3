import type { LocalDate } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { dateWords, dayWords, monthShort, monthWords } from "../src/dates.ts";

const named = (options: Intl.DateTimeFormatOptions, day: Date): string =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(day);

describe("dates in words", () => {
  it("have the names that British English has for them", () => {
    for (let place = 0; place < 400; place++) {
      const day = new Date(Date.UTC(2027, 10, 20 + place));
      const date = day.toISOString().slice(0, 10) as LocalDate;
      const weekday = named({ weekday: "short" }, day);
      const month = named({ month: "short" }, day);
      expect(dateWords(date)).toBe(named({ day: "numeric", month: "long", year: "numeric" }, day));
      expect(dayWords(date, date)).toBe(`${weekday} ${day.getUTCDate()} ${month}`);
      expect(dayWords(date, "2026-01-01" as LocalDate)).toBe(
        `${weekday} ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`,
      );
      expect(monthWords(date.slice(0, 7))).toBe(named({ month: "long", year: "numeric" }, day));
      expect(monthShort(date)).toBe(month.slice(0, 3));
    }
  });
});

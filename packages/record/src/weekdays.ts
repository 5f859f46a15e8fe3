import { type LocalDate, toDayNumber } from "./localDate.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** Day 0, the first of January 1970, was a Thursday. */
const MONDAYS_AHEAD = 3;

/**
 * The day of the week; a week begins on Monday.
 * @example
 * weekdayOf("2026-11-26") // "thu"
 */
export function weekdayOf(date: LocalDate): Weekday {
  const place = (((toDayNumber(date) + MONDAYS_AHEAD) % 7) + 7) % 7;
  return weekdays[place] ?? "mon";
}

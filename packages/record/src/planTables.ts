/** The plan of routines: what, on which days, how much. Set by the person, or by a physiotherapist who shared it. */
import { line, listOf, longText, numberBetween, oneOf, optional, required, timeOfDay } from "./fieldKinds.ts";
import { type LocalDate, toDayNumber } from "./localDate.ts";
import type { Table } from "./tables.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];
export const LONGEST_PLAN_NOTE = 300;

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

const planItemFields = {
  /** its id in the catalogue */
  routine: required("the routine", line()),
  /** none: every day */
  days: optional("the days", listOf({ day: required("the day", oneOf(weekdays)) }, 7)),
  /** how often on such a day; null: once */
  times: optional("the times a day", numberBetween(1, 10, true)),
  holdSeconds: optional("the seconds of a hold", numberBetween(1, 3600, true)),
  repeats: optional("the repetitions", numberBetween(1, 200, true)),
  minutes: optional("the minutes", numberBetween(1, 1440, true)),
  side: optional("the side", oneOf(["left", "right", "both"])),
  note: optional("the note", longText(LONGEST_PLAN_NOTE)),
  /** of a reminder in a calendar */
  at: optional("the time of the reminder", timeOfDay),
  /** smaller comes first; null: behind all that have a place */
  place: optional("the place in the plan", numberBetween(0, 10_000)),
} as const;

export const planItem: Table<typeof planItemFields> = {
  name: "planItem",
  plain: ["routine of the plan", "routines of the plan"],
  fields: planItemFields,
  idFrom: ["routine", "side"],
};

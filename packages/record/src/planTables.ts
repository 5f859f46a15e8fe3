/** The plan of routines: what, on which days, how much. Set by the person, or by a physiotherapist who shared it. */
import { line, listOf, longText, numberBetween, oneOf, optional, required, timeOfDay } from "./fieldKinds.ts";
import type { Table } from "./tables.ts";
import { weekdays } from "./weekdays.ts";

export const LONGEST_PLAN_NOTE = 300;

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

/** Dates as people say them. A calendar day has no time zone, so it is written as the same day everywhere. */
import type { LocalDate } from "@unclench/record";

const long = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const withDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const withYear = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

const instant = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** "24 November 2026" */
export const dateWords = (date: string): string => long.format(instant(date));

/** "Tue, 24 Nov", with the year unless it is that of `today`. */
export const dayWords = (date: LocalDate, today: LocalDate): string =>
  (date.slice(0, 4) === today.slice(0, 4) ? withDay : withYear).format(instant(date));

/**
 * Dates as people say them. A calendar day has no time zone, so it reads the same everywhere.
 *
 * [Note: Names of our own] The names are those of `Intl` for British English (a test compares them). Setting up `Intl` for
 * one language costs a slow phone a quarter of a second before the diary can be used, and the app speaks one language.
 */
import type { LocalDate } from "@unclench/record";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

const monthOf = (date: string): string => months[Number(date.slice(5, 7)) - 1] ?? "";
/** September alone has four letters. */
const shortMonth = (date: string): string => monthOf(date).slice(0, monthOf(date) === "September" ? 4 : 3);
const dayOf = (date: string): number => Number(date.slice(8, 10));
const weekday = (date: string): string => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";

/**
 * A date as people say it.
 *
 * @example
 * dateWords("2026-06-03") // "3 June 2026"
 */
export const dateWords = (date: string): string =>
  `${dayOf(date)} ${monthOf(date)} ${Number(date.slice(0, 4))}`;

/** "Tue 24 Nov", with the year unless it is that of `today`. */
export const dayWords = (date: LocalDate, today: LocalDate): string => {
  const day = `${weekday(date)} ${dayOf(date)} ${shortMonth(date)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${Number(date.slice(0, 4))}`;
};

/** "March 2026", of "2026-03" */
export const monthWords = (month: string): string => `${monthOf(month)} ${Number(month.slice(0, 4))}`;

/** "Mar", of "2026-03-01" */
export const monthShort = (date: string): string => monthOf(date).slice(0, 3);

/** Dates inside sentences. A calendar day has no time zone, so it reads the same everywhere. */
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

/**
 * A date as people say it.
 *
 * @example
 * dateWords("2026-06-03") // "3 June 2026"
 */
export function dateWords(date: LocalDate): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

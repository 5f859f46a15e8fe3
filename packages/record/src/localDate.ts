/**
 * A day as a person means it: "Tuesday the 5th", wherever they are. It has no hour and no time zone, so it never slides
 * to the day before when a phone crosses a border or the clocks change.
 */
import { err, ok, type Result } from "./result.ts";

declare const localDate: unique symbol;

/** A calendar day that exists, written YYYY-MM-DD. Sorts as text. */
export type LocalDate = string & { readonly [localDate]: true };

export type LocalDateError =
  | { readonly type: "EmptyDate" }
  | { readonly type: "AmbiguousDate"; readonly text: string }
  | { readonly type: "NoSuchDay"; readonly text: string }
  | { readonly type: "UnreadableDate"; readonly text: string };

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** D.M.YYYY, as written in German and many other languages: with dots the day always comes first. */
const dottedDay = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;

/** 03/04/2026 is a day in March for some and in April for others, 03-04-26 even more: never guessed. */
const eitherOrder = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;

/**
 * [RC-1] Reads YYYY-MM-DD, and D.M.YYYY with dots.
 * @example parseLocalDate("2026-02-28") // { ok: true, value: "2026-02-28" }
 * @example parseLocalDate("31.12.2026") // { ok: true, value: "2026-12-31" }
 * @example parseLocalDate("2026-02-30") // { ok: false, error: { type: "NoSuchDay", text: "2026-02-30" } }
 * @example parseLocalDate("03/04/2026") // { ok: false, error: { type: "AmbiguousDate", text: "03/04/2026" } }
 */
export function parseLocalDate(text: string): Result<LocalDate, LocalDateError> {
  const trimmed = text.trim();
  if (trimmed === "") return err({ type: "EmptyDate" });
  const iso = isoDay.exec(trimmed);
  const dotted = dottedDay.exec(trimmed);
  const parts = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : null;
  if (parts === null) {
    return err({ type: eitherOrder.test(trimmed) ? "AmbiguousDate" : "UnreadableDate", text: trimmed });
  }
  const date = localDateFrom(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  return date === null ? err({ type: "NoSuchDay", text: trimmed }) : ok(date);
}

/** Is this text a calendar day that exists, written YYYY-MM-DD? */
export function isLocalDate(text: unknown): text is LocalDate {
  // Asked for every row of a diary of ten years, so nothing is made here.
  if (typeof text !== "string" || text.length !== 10 || !isoDay.test(text)) return false;
  const [year, month, day] = [numberIn(text, 0, 4), numberIn(text, 5, 7), numberIn(text, 8, 10)];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number that these digits write. */
function numberIn(digits: string, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place++) value = value * 10 + digits.charCodeAt(place) - 48;
  return value;
}

/** The day with this year (1 to 9999), month (1 to 12) and day of the month, or null if there is none. */
export function localDateFrom(year: number, month: number, day: number): LocalDate | null {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return written(year, month, day);
}

/**
 * The day that the device's own calendar shows at this instant. The instant is an argument: nothing here reads a clock.
 * @example localDateOf(new Date(2026, 0, 5, 23, 59)) // "2026-01-05"
 */
export function localDateOf(instant: Date): LocalDate {
  const date = localDateFrom(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  if (date === null) throw new RangeError("not an instant between the years 1 and 9999");
  return date;
}

/**
 * [RC-2] Days since 1970-01-01, which is day 0.
 * @example toDayNumber("2026-01-05" as LocalDate) // 20458
 */
export function toDayNumber(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil: years begin in March, so that the
  // leap day comes last. Whole numbers only: no Date object, hence no time zone.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day with this number. Throws on numbers that are no whole day of the years 1 to 9999: those are bugs. */
export function fromDayNumber(dayNumber: number): LocalDate {
  // The same source, civil_from_days.
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = localDateFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
  if (date === null) throw new RangeError(`${dayNumber} is no whole day between the years 1 and 9999`);
  return date;
}

/** @example addDays("2026-02-28" as LocalDate, 1) // "2026-03-01" */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** @example daysBetween("2026-02-28" as LocalDate, "2026-03-01" as LocalDate) // 1 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
}

function written(year: number, month: number, day: number): LocalDate {
  const digits = (part: number, width: number): string => String(part).padStart(width, "0");
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as LocalDate;
}

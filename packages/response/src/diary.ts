import { err, ok, type Result } from "./result.ts";

/**
 * One day of a diary. `day` counts calendar days from any origin that the caller likes; `rating` is 0 (none) to 10
 * (worst). An unrated day may be left out or carry `null`: both mean the same.
 */
export interface DiaryDay {
  readonly day: number;
  readonly rating: number | null;
}

/** The rated days in order. */
export interface RatedDays {
  readonly days: Int32Array;
  readonly ratings: Float64Array;
  readonly first: number;
  readonly last: number;
}

export type DiaryError =
  | { type: "NoRatings" }
  | { type: "DayNotWhole"; day: number }
  | { type: "DayRatedTwice"; day: number }
  | { type: "RatingOutOfRange"; day: number; rating: number }
  | { type: "DiaryTooLong"; days: number; most: number };

export const LOWEST_RATING = 0;
export const HIGHEST_RATING = 10;

/** Fifty years: a longer span is a mistyped date. */
export const LONGEST_DIARY = 18_262;

/** A whole number of days, small enough that differences of two stay exact 32-bit integers. */
export function isDay(day: number): boolean {
  return Number.isInteger(day) && Math.abs(day) <= 2 ** 30;
}

/** [RS-1] Checks all entries and returns those rated up to and including day `until`, in order. */
export function readDiary(entries: readonly DiaryDay[], until = Infinity): Result<RatedDays, DiaryError> {
  const rated: { day: number; rating: number }[] = [];
  for (const { day, rating } of entries) {
    if (!isDay(day)) return err({ type: "DayNotWhole", day });
    if (rating === null) continue;
    if (!(rating >= LOWEST_RATING && rating <= HIGHEST_RATING)) {
      return err({ type: "RatingOutOfRange", day, rating });
    }
    rated.push({ day, rating });
  }
  rated.sort((a, b) => a.day - b.day);
  const twice = rated.find((entry, i) => entry.day === rated[i - 1]?.day);
  if (twice) return err({ type: "DayRatedTwice", day: twice.day });
  const kept = rated.filter((entry) => entry.day <= until);
  const first = kept[0]?.day;
  const last = kept.at(-1)?.day;
  if (first === undefined || last === undefined) return err({ type: "NoRatings" });
  const span = last - first + 1;
  if (span > LONGEST_DIARY) return err({ type: "DiaryTooLong", days: span, most: LONGEST_DIARY });
  return ok({
    days: Int32Array.from(kept, (entry) => entry.day),
    ratings: Float64Array.from(kept, (entry) => entry.rating),
    first,
    last,
  });
}

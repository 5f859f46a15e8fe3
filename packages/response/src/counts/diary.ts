import { isDay, LONGEST_DIARY } from "../diary.ts";
import { err, ok, type Result } from "../result.ts";

/** One day of a diary of events (spasms, night wakings). A day that was not counted may be left out or carry `null`. */
export interface CountDay {
  readonly day: number;
  readonly count: number | null;
}

/** The counted days in order. */
export interface CountedDays {
  readonly days: Int32Array;
  readonly counts: Float64Array;
  readonly first: number;
  readonly last: number;
}

export type CountDiaryError =
  | { type: "NoCounts" }
  | { type: "DayNotWhole"; day: number }
  | { type: "DayCountedTwice"; day: number }
  | { type: "CountNotValid"; day: number; count: number }
  | { type: "DiaryTooLong"; days: number; most: number };

/** One event every 9 seconds, day and night: more is a slip of the pen. */
export const LARGEST_COUNT = 10_000;

/** [RS-41] Checks all entries and returns those counted up to and including day `until`, in order. */
export function readCounts(
  entries: readonly CountDay[],
  until = Infinity,
): Result<CountedDays, CountDiaryError> {
  const counted: { day: number; count: number }[] = [];
  for (const { day, count } of entries) {
    if (!isDay(day)) return err({ type: "DayNotWhole", day });
    if (count === null) continue;
    if (!(Number.isInteger(count) && count >= 0 && count <= LARGEST_COUNT))
      return err({ type: "CountNotValid", day, count });
    counted.push({ day, count });
  }
  counted.sort((a, b) => a.day - b.day);
  const twice = counted.find((entry, i) => entry.day === counted[i - 1]?.day);
  if (twice) return err({ type: "DayCountedTwice", day: twice.day });
  const kept = counted.filter((entry) => entry.day <= until);
  const first = kept[0]?.day;
  const last = kept.at(-1)?.day;
  if (first === undefined || last === undefined) return err({ type: "NoCounts" });
  const span = last - first + 1;
  if (span > LONGEST_DIARY) return err({ type: "DiaryTooLong", days: span, most: LONGEST_DIARY });
  return ok({
    days: Int32Array.from(kept, (entry) => entry.day),
    counts: Float64Array.from(kept, (entry) => entry.count),
    first,
    last,
  });
}

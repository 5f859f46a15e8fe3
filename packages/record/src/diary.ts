/** Ways to look at a diary. Pure: rows in, rows out. */
import { addDays, daysBetween, type LocalDate } from "./localDate.ts";
import { firstNotBefore } from "./sorted.ts";
import { sameNameKey } from "./text.ts";
import { type CheckIn, type CheckInEntry, type Rating, ratings, type Treatment } from "./vocabulary.ts";

export type SeriesDay = {
  readonly date: LocalDate;
  /** the mean of the day's check-ins that say it; null: not known */
  readonly rating: number | null;
  /** how many check-ins the rating is the mean of */
  readonly checkIns: number;
  readonly backfilled: boolean;
};

/** The check-ins of each day, in their order. */
export function checkInsByDay(checkIns: readonly CheckIn[]): Map<LocalDate, CheckIn[]> {
  const byDay = new Map<LocalDate, CheckIn[]>();
  for (const checkIn of checkIns) {
    const day = byDay.get(checkIn.date);
    if (day === undefined) byDay.set(checkIn.date, [checkIn]);
    else day.push(checkIn);
  }
  return byDay;
}

/** [RC-84] A day's rating is the mean of those of its check-ins that say it. */
export function dayRating(day: readonly CheckIn[], rating: Rating): number | null {
  const said = day.flatMap((checkIn) => checkIn[rating] ?? []);
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0) / said.length;
}

/** One entry for every calendar day from `from` to `to`, both included, whether it was filled in or not. */
export function diarySeries(
  checkIns: readonly CheckIn[],
  measure: Rating,
  from: LocalDate,
  to: LocalDate,
): SeriesDay[] {
  const byDate = checkInsByDay(checkIns);
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, place) => {
    const date = addDays(from, place);
    const day = byDate.get(date) ?? [];
    return {
      date,
      rating: dayRating(day, measure),
      checkIns: day.filter((checkIn) => checkIn[measure] !== null).length,
      backfilled: day.some(({ backfilled }) => backfilled),
    };
  });
}

/** The latest check-in, up to and including `until` if that is given. */
export function lastCheckIn(checkIns: readonly CheckIn[], until?: LocalDate): CheckIn | null {
  let last: CheckIn | null = null;
  for (const checkIn of checkIns) {
    if (until !== undefined && checkIn.date > until) continue;
    if (last === null || checkIn.id > last.id) last = checkIn;
  }
  return last;
}

/**
 * The check-ins of one day, out of all of them by date as the record gives them: found without looking at the others.
 * @example checkInsOf(record.checkIns(), "2026-01-05" as LocalDate)
 */
export function checkInsOf(checkIns: readonly CheckIn[], date: LocalDate): CheckIn[] {
  const firstFrom = (day: LocalDate): number => firstNotBefore(checkIns, (checkIn) => checkIn.date, day);
  return checkIns.slice(firstFrom(date), firstFrom(addDays(date, 1)));
}

/** On how many days there is a check-in, of all of them by date. */
export const daysWritten = (checkIns: readonly CheckIn[]): number =>
  checkIns.reduce((days, { date }, place) => days + (date === checkIns[place - 1]?.date ? 0 : 1), 0);

/**
 * "Same as yesterday": the ratings of the last check-in of the day before `date`, ready to be put. Notes and counts belong to their own day.
 * Null if the day before was not rated.
 */
export function sameAsYesterday(checkIns: readonly CheckIn[], date: LocalDate): CheckInEntry | null {
  const before = checkInsOf(checkIns, addDays(date, -1)).findLast((checkIn) =>
    ratings.some((rating) => checkIn[rating] !== null),
  );
  if (before === undefined) return null;
  const { stiffness, spasms, pain, sleep, tiredness, mood } = before;
  return { date, stiffness, spasms, pain, sleep, tiredness, mood };
}

/** All rows of one treatment: its dose periods in order, or its injections. */
export type TreatmentCourse = {
  readonly treatment: string;
  readonly kind: Treatment["kind"];
  readonly periods: readonly Treatment[];
};

/**
 * [RC-19] Groups rows by treatment and kind, in order of first days. A dose period without a last day ends on the day
 * before the next one begins: nobody takes the old dose on top of the new one unless they say so. Injections have no end.
 */
export function treatmentCourses(treatments: readonly Treatment[]): TreatmentCourse[] {
  const byName = new Map<string, Treatment[]>();
  for (const row of [...treatments].sort((left, right) =>
    left.start < right.start ? -1 : left.start > right.start ? 1 : 0,
  )) {
    const key = `${sameNameKey(row.treatment)}|${row.kind}`;
    const rows = byName.get(key) ?? [];
    byName.set(key, rows);
    rows.push(row);
  }
  return [...byName.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const periods = rows.map((row) => {
      const next = rows.find(({ start }) => start > row.start);
      if (row.kind === "injection" || row.stop !== null || next === undefined) return row;
      return { ...row, stop: addDays(next.start, -1) };
    });
    return [{ treatment: first.treatment, kind: first.kind, periods }];
  });
}

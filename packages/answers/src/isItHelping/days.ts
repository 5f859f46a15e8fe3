/** From check-ins, of which a day may have several, to the days that the engine reads. */
import { type LocalDate, type Measure, toDayNumber } from "@unclench/record";
import { type CheckIn, type Covariate, dailyRatings } from "@unclench/response";
import type { Rated } from "./timeline.ts";
import type { DiaryEntry } from "./types.ts";

export type Days = {
  readonly rated: readonly Rated[];
  /** what the mix of mornings and evenings does to a day's mean */
  readonly covariates: readonly Covariate[];
};

const NOON = "12:00";
const EVENING = "18:00";

/** Parts of the day, for [AN-250]; a check-in without a time is a part of its own. */
const partOfDay = (time: string | null | undefined): string =>
  time === null || time === undefined
    ? ""
    : time < NOON
      ? "morning"
      : time < EVENING
        ? "afternoon"
        : "evening";

/** The entries of each day, in the order of the days. */
function byDay(diary: readonly DiaryEntry[]): [LocalDate, DiaryEntry[]][] {
  const days = new Map<LocalDate, DiaryEntry[]>();
  for (const entry of diary) {
    const day = days.get(entry.date);
    if (day === undefined) days.set(entry.date, [entry]);
    else day.push(entry);
  }
  for (const entries of days.values())
    entries.sort((left, right) => ((left.time ?? "") < (right.time ?? "") ? -1 : 1));
  return [...days].sort(([left], [right]) => (left < right ? -1 : 1));
}

/**
 * [AN-250] One rating a day: the mean of the day's check-ins that say it. Where some day has several, the part of the day in which
 * each was made is told to the model, so that a day of which only the bad morning was written down is not a bad day. A diary
 * with one check-in a day is read as it always was.
 */
export function daysOf(diary: readonly DiaryEntry[], measure: Measure): Days {
  const days = byDay(diary);
  const said = days.map(([, entries]) => entries.filter((entry) => entry[measure] !== null));
  const several = said.some((entries) => entries.length > 1);
  const checkIns = said.flat().map((entry): CheckIn => {
    const slot = several ? partOfDay(entry.time) : "";
    return { day: toDayNumber(entry.date), rating: entry[measure] ?? 0, slot };
  });
  const daily = dailyRatings(checkIns);
  // What is out of bounds stays as it is written: the engine names the day.
  const mean = new Map(daily.ok ? daily.value.diary.map(({ day, rating }) => [day, rating]) : []);
  const rated = days.map(([date, entries], place) => {
    const day = toDayNumber(date);
    return {
      date,
      day,
      rating: mean.get(day) ?? said[place]?.[0]?.[measure] ?? null,
      checkIns: said[place]?.length ?? 0,
      later: entries.some(({ backfilled }) => backfilled === true),
    };
  });
  return { rated, covariates: daily.ok ? daily.value.covariates : [] };
}

/** Spasms counted on each day: each check-in counts what came since the one before. */
export const countedDays = (diary: readonly DiaryEntry[]): { day: number; count: number | null }[] =>
  byDay(diary).map(([date, entries]) => {
    const counts = entries.flatMap(({ spasmCount }) => spasmCount ?? []);
    const count = counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0);
    return { day: toDayNumber(date), count };
  });

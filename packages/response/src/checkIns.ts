import type { Covariate } from "./design.ts";
import { type DiaryDay, type DiaryError, HIGHEST_RATING, isDay, LOWEST_RATING } from "./diary.ts";
import { err, ok, type Result } from "./result.ts";

/** One rating of several a day. */
export interface CheckIn {
  readonly day: number;
  readonly rating: number;
  /** "morning", "evening" …: part of the day; one that is left out is a part of its own */
  readonly slot?: string;
}

export interface DailyRatings {
  readonly diary: readonly DiaryDay[];
  /** for `fitDiary`, `assess`: what the mix of check-ins does to a day's mean */
  readonly covariates: readonly Covariate[];
}

/**
 * [RS-64] One rating a day from several check-ins: their mean. If days differ in which parts were filled, each part but the
 * commonest gets a covariate: its share of the day's check-ins minus its usual share. A day of which only the bad mornings were
 * filled is then not a bad day. The mean of many check-ins counts as one rating, though it is a little surer: that wastes
 * a little, and never claims more than the diary holds.
 */
export function dailyRatings(checkIns: readonly CheckIn[]): Result<DailyRatings, DiaryError> {
  const byDay = new Map<number, CheckIn[]>();
  const bySlot = new Map<string, number>();
  for (const checkIn of checkIns) {
    const { day, rating, slot = "" } = checkIn;
    if (!isDay(day)) return err({ type: "DayNotWhole", day });
    if (!(rating >= LOWEST_RATING && rating <= HIGHEST_RATING))
      return err({ type: "RatingOutOfRange", day, rating });
    byDay.set(day, [...(byDay.get(day) ?? []), checkIn]);
    bySlot.set(slot, (bySlot.get(slot) ?? 0) + 1);
  }
  if (byDay.size === 0) return err({ type: "NoRatings" });
  const days = [...byDay].sort(([a], [b]) => a - b);
  const diary = days.map(([day, own]): DiaryDay => {
    return { day, rating: own.reduce((sum, { rating }) => sum + rating, 0) / own.length };
  });
  const commonest = [...bySlot].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
  const covariates = [...bySlot.keys()]
    .filter((slot) => slot !== commonest)
    .sort()
    .map((slot): Covariate => {
      const shares = days.map(([day, own]) => {
        return { day, value: own.filter((one) => (one.slot ?? "") === slot).length / own.length };
      });
      const usual = shares.reduce((sum, { value }) => sum + value, 0) / shares.length;
      return { id: `slot-${slot}`, values: shares.map(({ day, value }) => ({ day, value: value - usual })) };
    })
    .filter(({ values }) => values.some(({ value }) => Math.abs(value) > 1e-9));
  return ok({ diary, covariates });
}

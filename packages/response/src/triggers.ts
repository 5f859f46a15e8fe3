import type { Covariate } from "./design.ts";
import { isDay } from "./diary.ts";
import { LONGEST_TIME_CONSTANT, type NormalPrior } from "./exposure.ts";
import { err, ok, type Result } from "./result.ts";

export interface TriggerInput {
  readonly id: string;
  /** days on which it was there: an infection, heat, poor sleep */
  readonly days: readonly number[];
  /** time constant in days with which it fades afterwards; null or left out: over at midnight */
  readonly fadesOver?: number | null;
  readonly prior?: NormalPrior;
}

export type TriggerError =
  | { type: "TriggerDayNotWhole"; id: string; day: number }
  | { type: "TimeConstantNotValid"; id: string };

/** Below this a fading trigger is over. */
const OVER = 0.01;

/**
 * [RS-61] A trigger as a covariate: 1 on its days; if it fades, exp(−k/τ) on the k-th day after. Where several overlap, the highest
 * counts. Its coefficient is the change in points on such a day.
 */
export function triggerCovariate({
  id,
  days,
  fadesOver = null,
  prior,
}: TriggerInput): Result<Covariate, TriggerError> {
  const wrong = days.find((day) => !isDay(day));
  if (wrong !== undefined) return err({ type: "TriggerDayNotWhole", id, day: wrong });
  if (fadesOver !== null && !(fadesOver > 0 && fadesOver <= LONGEST_TIME_CONSTANT))
    return err({ type: "TimeConstantNotValid", id });
  const byDay = new Map<number, number>();
  let value = 0;
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  sorted.forEach((day, i) => {
    value = 1;
    const next = sorted[i + 1] ?? Infinity;
    for (let at = day; at < next && value >= OVER; at++) {
      byDay.set(at, value);
      value *= fadesOver === null ? 0 : Math.exp(-1 / fadesOver);
    }
  });
  const values = Array.from(byDay, ([day, share]) => ({ day, value: share }));
  return ok(prior ? { id, values, prior } : { id, values });
}

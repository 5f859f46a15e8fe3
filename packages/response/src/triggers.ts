import type { Covariate } from "./design.ts";
import { isDay } from "./diary.ts";
import { LONGEST_TIME_CONSTANT, type NormalPrior } from "./exposure.ts";
import type { DiaryFit } from "./fit.ts";
import { mixtureCdf, mixtureMoments, mixtureQuantile, mixtureUpperTail } from "./mixture.ts";
import { contrast } from "./posterior/posterior.ts";
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

export interface TriggerEffect {
  /** points on a day with it, against a day without: above 0 is worse */
  readonly mean: number;
  /** the range that holds all the triggers looked at together with `level` */
  readonly low: number;
  readonly high: number;
  /** P(worse), P(better) on such a day */
  readonly worse: number;
  readonly better: number;
}

/**
 * [RS-61] What goes with the days of a trigger, after what else is in the model; null if it is not in it. Each of `lookedAt`
 * triggers gets its share of the error (Bonferroni): its range holds 1 − (1 − level)/lookedAt.
 */
export function triggerEffectOf(
  fit: DiaryFit,
  id: string,
  lookedAt: number,
  level = 0.95,
): TriggerEffect | null {
  const column = fit.columns.findIndex((one) => one.kind === "covariate" && one.id === id);
  if (column === -1) return null;
  const c = new Float64Array(fit.columns.length);
  c[column] = 1;
  const posterior = contrast(fit.posterior, c);
  const tail = (1 - level) / (2 * Math.max(1, lookedAt));
  return {
    mean: mixtureMoments(posterior).mean,
    low: mixtureQuantile(posterior, tail),
    high: mixtureQuantile(posterior, 1 - tail),
    worse: mixtureUpperTail(posterior, 0),
    better: mixtureCdf(posterior, 0),
  };
}

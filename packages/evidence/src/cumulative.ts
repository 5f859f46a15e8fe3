/** One study after the other: rule EV-86. */
import { defaultInterval, type Interval, type LeftOut, poolEffects, type StudyEffect } from "./pool.ts";
import type { Method } from "./heterogeneity.ts";

/** What the pool was once `study` was in it. */
export type CumulativeStep = LeftOut & {
  /** Studies up to and with this one. */
  readonly k: number;
  readonly ci: Interval;
};

export type CumulativeOptions = {
  readonly method: Method;
  /** `usual`: at each step what this product would have used for so many studies (EV-22). */
  readonly ci: Interval | "usual";
};

/**
 * The pool after the first study, after the second … in the order of the list, as metafor's `cumul` (Lau et al. 1992,
 * N Engl J Med 327:248). Sort the studies by year first. The first step is the first study as it stands (EV-23).
 *
 * @example
 * cumulativePool([{ study: "1990", estimate: 0.5, variance: 0.1 }, { study: "1995", estimate: 0.1, variance: 0.1 }],
 *   { method: "EE", ci: "z" }).map(({ estimate }) => estimate) // 0.5, 0.3
 */
export function cumulativePool(
  effects: readonly StudyEffect[],
  { method, ci }: CumulativeOptions,
): readonly CumulativeStep[] {
  return effects.map(({ study }, place) => {
    const k = place + 1;
    const interval = ci === "usual" ? defaultInterval(method, k) : ci;
    const {
      studies,
      leaveOneOut,
      tau2Lower,
      tau2Upper,
      qDf,
      method: _,
      ...rest
    } = poolEffects(effects.slice(0, k), { method, ci: interval });
    return { ...rest, study };
  });
}

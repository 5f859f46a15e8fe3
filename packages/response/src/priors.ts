import type { NormalPrior } from "./exposure.ts";

/**
 * The priors of the model (SPEC.md, RS-6). They are design decisions, not findings: wide enough that a month of diary
 * outweighs them, tight where a before/after diary cannot speak for itself (the trend).
 */
export interface ErrorPriors {
  /** log of the marginal day-to-day SD: median 1.2 points */
  readonly logSigma: NormalPrior;
  /** atanh of the day-to-day correlation: median 0.66 */
  readonly atanhRho: NormalPrior;
  /** logit of the share of the variance that is autocorrelated: median 0.88; null = plain AR(1), the share is 1 */
  readonly logitLambda: NormalPrior | null;
}

export const ERROR_PRIORS: ErrorPriors = {
  logSigma: { mean: Math.log(1.2), sd: 0.5 },
  atanhRho: { mean: 0.8, sd: 0.4 },
  logitLambda: { mean: 2, sd: 1.2 },
};

/** The level: covers the scale. */
export const LEVEL_PRIOR: NormalPrior = { mean: 5, sd: 3 };
/** Points per 30 days: 95 % inside ±1 a month. */
export const TREND_PRIOR: NormalPrior = { mean: 0, sd: 0.5 };
/** By how much the trend may change at a bend, in points per 30 days: a level that wanders by 0.1 points a day does so. */
export const BEND_PRIOR: NormalPrior = { mean: 0, sd: 0.7 };
/** The sceptical prior of a treatment effect: no direction assumed, 95 % inside ±3 points. */
export const EFFECT_PRIOR: NormalPrior = { mean: 0, sd: 1.5 };
/** The 7 days before a start in a bad spell. */
export const BAD_SPELL_PRIOR: NormalPrior = { mean: 0, sd: 1.5 };
/** A trigger or another covariate, per unit. */
export const COVARIATE_PRIOR: NormalPrior = { mean: 0, sd: 1 };

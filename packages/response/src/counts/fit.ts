import {
  bendsOf,
  buildDesign,
  type Column,
  type Covariate,
  type CovariateError,
  checkCovariates,
  middleOf,
} from "../design.ts";
import {
  checkTreatments,
  isPrior,
  type NormalPrior,
  type TreatmentCourse,
  type TreatmentError,
} from "../exposure.ts";
import {
  baselineRow,
  effectOf,
  type EffectWeights,
  type LineInput,
  type LinePoint,
  modelLine,
} from "../fit.ts";
import { mixtureCdf, mixtureQuantile, type Summary, summarise } from "../mixture.ts";
import { contrast } from "../posterior/posterior.ts";
import { err, ok, type Result } from "../result.ts";
import { countWideningOf } from "../widening.ts";
import { type CountDay, type CountDiaryError, readCounts } from "./diary.ts";
import { type CountPosterior, integrateCounts } from "./integrate.ts";
import { COUNT_ERROR_PRIORS, countPrior } from "./priors.ts";

export interface CountFitInput {
  readonly diary: readonly CountDay[];
  /** `effectPrior` is in rating points and is not looked at here: see `effectPriors` */
  readonly treatments: readonly TreatmentCourse[];
  /** `prior` is in rating points and is not looked at here */
  readonly covariates?: readonly Covariate[];
  /** priors of log rate ratios at full exposure by treatment id; without one the sceptical N(0, 0.7²) */
  readonly effectPriors?: Readonly<Record<string, NormalPrior>>;
  /** the last day that is looked at; without it the whole diary */
  readonly until?: number;
}

export type CountFitError = CountDiaryError | TreatmentError | CovariateError;

/** The model of counts, fitted to one diary: plain data. */
export interface CountFit {
  readonly treatments: readonly TreatmentCourse[];
  readonly covariates: readonly Covariate[];
  readonly columns: readonly Column[];
  /** counted days, their counts and the rows of the regression (row-major) */
  readonly days: Int32Array;
  readonly counts: Float64Array;
  readonly rows: Float64Array;
  readonly first: number;
  readonly last: number;
  /** the day at which the trend is 0, and the days on which it may bend */
  readonly middle: number;
  readonly bends: readonly number[];
  readonly posterior: CountPosterior;
}

/**
 * [RS-40] Fits the model of counts: negative binomial with latent AR(1) on calendar days, by Laplace. The columns are those of
 * the model of ratings (RS-3), on the log scale.
 *
 * @example
 * const fitted = fitCounts({ diary: [{ day: 1, count: 6 }, { day: 2, count: 4 }], treatments });
 * if (fitted.ok) rateRatioOf(fitted.value, { baclofen: 1 }).ratio.q50; // 0.72: spasms × 0.72
 */
export function fitCounts({
  diary,
  treatments,
  covariates = [],
  effectPriors = {},
  until,
}: CountFitInput): Result<CountFit, CountFitError> {
  const checked = checkTreatments(treatments);
  if (!checked.ok) return checked;
  const checkedCovariates = checkCovariates(covariates);
  if (!checkedCovariates.ok) return checkedCovariates;
  for (const [id, prior] of Object.entries(effectPriors))
    if (!isPrior(prior)) return err({ type: "PriorNotValid", id });
  const read = readCounts(diary, until);
  if (!read.ok) return read;
  const { days, counts, first, last } = read.value;
  const middle = middleOf(read.value);
  const bends = bendsOf(read.value);
  const design = buildDesign({ treatments, covariates, middle, bends }, days);
  const columns = design.columns.map((column) => {
    const own = column.kind === "effect" && Object.hasOwn(effectPriors, column.id);
    return { ...column, prior: own ? effectPriors[column.id]! : countPrior(column) };
  });
  const { rows } = design;
  const priors = columns.map(({ prior }) => prior);
  const posterior = integrateCounts({ days, counts, rows, priors }, COUNT_ERROR_PRIORS);
  return ok({ treatments, covariates, columns, days, counts, rows, first, last, middle, bends, posterior });
}

/** A fifth fewer events: our choice; no smallest difference that matters was found for counts. */
export const MEANINGFUL_RATE_RATIO = 0.8;

/** A positive quantity by its quantiles: they, unlike a mean, are the same on the log scale and back. */
export interface PositiveSummary {
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

const exponentiated = ({ q05, q50, q95 }: Summary): PositiveSummary => ({
  q05: Math.exp(q05),
  q50: Math.exp(q50),
  q95: Math.exp(q95),
});

/** Events with the treatment ÷ events without it. The ranges are those that are told: widened where spells last long. */
export interface RateRatio {
  readonly ratio: PositiveSummary;
  /** of log ratio */
  readonly log: Summary;
  /** P(ratio < 1) */
  readonly fewer: number;
  /** P(ratio < 0.8) */
  readonly meaningfullyFewer: number;
}

/** [RS-43] The rate ratio exp(b) of a weighted sum of effects: `{ [id]: 1 }` is one treatment at full exposure. */
export function rateRatioOf(fit: CountFit, weights: EffectWeights): RateRatio {
  const mixture = effectOf(fit, weights);
  const log = summarise(mixture, countWideningOf(fit.posterior));
  const meaningfullyFewer = mixtureCdf(mixture, Math.log(MEANINGFUL_RATE_RATIO));
  return { ratio: exponentiated(log), log, fewer: mixtureCdf(mixture, 0), meaningfullyFewer };
}

/** [RS-43] Events on a usual day without treatment, in the middle of the diary, with covariates at their mean. */
export function baselineRateOf(fit: CountFit): PositiveSummary {
  const mixture = contrast(fit.posterior, baselineRow(fit));
  const at = (p: number) => Math.exp(mixtureQuantile(mixture, p));
  return { q05: at(0.05), q50: at(0.5), q95: at(0.95) };
}

/** [RS-43] The model's line exp(x′b), events on a usual day, with its 90 % band, for the timeline. */
export const countLine = (fit: CountFit, input?: LineInput): LinePoint[] =>
  modelLine(fit, input).map(({ day, mean, low, high }) => ({
    day,
    mean: Math.exp(mean),
    low: Math.exp(low),
    high: Math.exp(high),
  }));

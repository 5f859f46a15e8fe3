import {
  bendsOf,
  buildDesign,
  type Column,
  type Covariate,
  type CovariateError,
  checkCovariates,
  middleOf,
} from "./design.ts";
import { type DiaryDay, type DiaryError, readDiary } from "./diary.ts";
import { checkTreatments, type TreatmentCourse, type TreatmentError } from "./exposure.ts";
import { type Mixture, mixtureMoments } from "./mixture.ts";
import { integrate } from "./posterior/lattice.ts";
import { type CoefficientMixture, contrast, jointMoments, type Posterior } from "./posterior/posterior.ts";
import { ERROR_PRIORS } from "./priors.ts";
import { ok, type Result } from "./result.ts";

export interface FitInput {
  readonly diary: readonly DiaryDay[];
  readonly treatments: readonly TreatmentCourse[];
  readonly covariates?: readonly Covariate[];
  /** the last day that is looked at; without it the whole diary */
  readonly until?: number;
}

export type FitError = DiaryError | TreatmentError | CovariateError;

/** The model, fitted to one diary: plain data, so it can be kept or sent to another thread. */
export interface DiaryFit {
  readonly treatments: readonly TreatmentCourse[];
  readonly covariates: readonly Covariate[];
  readonly columns: readonly Column[];
  /** rated days, their ratings and the rows of the regression (row-major) */
  readonly days: Int32Array;
  readonly ratings: Float64Array;
  readonly rows: Float64Array;
  readonly first: number;
  readonly last: number;
  /** the day at which the trend is 0, and the days on which it may bend */
  readonly middle: number;
  readonly bends: readonly number[];
  readonly posterior: Posterior;
}

/** [RS-6] Fits the model of SPEC.md to the diary up to day `until`. */
export function fitDiary({
  diary,
  treatments,
  covariates = [],
  until,
}: FitInput): Result<DiaryFit, FitError> {
  const checked = checkTreatments(treatments);
  if (!checked.ok) return checked;
  const checkedCovariates = checkCovariates(covariates);
  if (!checkedCovariates.ok) return checkedCovariates;
  const read = readDiary(diary, until);
  if (!read.ok) return read;
  const { days, ratings, first, last } = read.value;
  const middle = middleOf(read.value);
  const bends = bendsOf(read.value);
  const { columns, rows } = buildDesign({ treatments, covariates, middle, bends }, days);
  const priors = columns.map(({ prior }) => prior);
  const posterior = integrate({ days, ratings, rows, priors }, ERROR_PRIORS);
  return ok({ treatments, covariates, columns, days, ratings, rows, first, last, middle, bends, posterior });
}

/** What effects and the line are read from: this fit, or that of counts on the log scale. */
export type FittedColumns = Omit<DiaryFit, "ratings" | "days" | "rows" | "posterior"> & {
  readonly posterior: CoefficientMixture;
};

/** A weighted sum of treatment effects, by treatment id. */
export type EffectWeights = Readonly<Record<string, number>>;

/**
 * The posterior of a weighted sum of effects: `{ [id]: 1 }` is one treatment, `{ a: 1, b: 1 }` both together. Of counts it is
 * that of the log rate ratio.
 */
export function effectOf(fit: Pick<FittedColumns, "columns" | "posterior">, weights: EffectWeights): Mixture {
  const c = fit.columns.map(({ kind, id }) =>
    kind === "effect" && Object.hasOwn(weights, id) ? weights[id]! : 0,
  );
  return contrast(fit.posterior, c);
}

/** [RS-10] The person's level without treatment, in the middle of the diary, with covariates at their mean. */
export function baselineOf(fit: DiaryFit): Mixture {
  return contrast(fit.posterior, baselineRow(fit));
}

/** The row of the regression that stands for the baseline. */
export function baselineRow({
  columns,
  rows,
  days,
}: Pick<DiaryFit, "columns" | "rows" | "days">): Float64Array {
  const width = columns.length;
  return Float64Array.from(columns, ({ kind }, k) => {
    if (kind === "level") return 1;
    if (kind !== "covariate") return 0;
    let sum = 0;
    for (let i = 0; i < days.length; i++) sum += rows[i * width + k]!;
    return sum / days.length;
  });
}

export interface LinePoint {
  readonly day: number;
  readonly mean: number;
  /** 90 % band of the line itself, not of single ratings */
  readonly low: number;
  readonly high: number;
}

export interface LineInput {
  readonly from?: number;
  readonly to?: number;
  /** ids of treatments to think away: what the line would have been without them */
  readonly without?: readonly string[];
}

/** Half width of a 90 % interval of a normal distribution, in SDs. */
const NINETY_PERCENT = 1.6448536269514722;

/** [RS-19] The model's line over the calendar days, with its band, for the timeline. */
export function modelLine(
  fit: FittedColumns,
  { from = fit.first, to = fit.last, without = [] }: LineInput = {},
): LinePoint[] {
  const { columns } = fit;
  const days = Int32Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const { rows } = buildDesign(fit, days);
  const left = columns.map(({ kind, id }) => kind !== "effect" || !without.includes(id));
  const { mean, covariance } = jointMoments(fit.posterior);
  const width = columns.length;
  return Array.from(days, (day, i) => {
    const row = left.map((kept, k) => (kept ? rows[i * width + k]! : 0));
    let centre = 0;
    let variance = 0;
    for (let r = 0; r < width; r++) {
      centre += row[r]! * mean[r]!;
      for (let c = 0; c < width; c++) variance += row[r]! * row[c]! * covariance[r * width + c]!;
    }
    const half = NINETY_PERCENT * Math.sqrt(variance);
    return { day, mean: centre, low: centre - half, high: centre + half };
  });
}

/** Mean and SD of the coefficients by column, for tables and tests. */
export function coefficientTable(fit: DiaryFit): (Column & { mean: number; sd: number })[] {
  return fit.columns.map((column, k) => {
    const unit = fit.columns.map((_, i) => (i === k ? 1 : 0));
    return { ...column, ...mixtureMoments(contrast(fit.posterior, unit)) };
  });
}

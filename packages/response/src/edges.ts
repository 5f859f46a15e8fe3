import { normalUpperTail } from "@unclench/stats";
import { HIGHEST_RATING, LOWEST_RATING } from "./diary.ts";
import type { DiaryFit, EffectWeights } from "./fit.ts";
import {
  integrateLatent,
  type LatentFineness,
  type LatentMixture,
  type LatentProblem,
} from "./latent/integrate.ts";
import { type Family, LatentModel } from "./latent/laplace.ts";
import { HELP_SIZE } from "./marks.ts";
import { summarise } from "./mixture.ts";
import { ATANH_RHO_LIMIT } from "./posterior/lattice.ts";
import { contrast, logistic } from "./posterior/posterior.ts";
import type { Regression } from "./posterior/regression.ts";
import { HIGHEST_LOG_SIGMA, LOWEST_LOG_SIGMA } from "./posterior/sigma.ts";
import { ERROR_PRIORS, type ErrorPriors } from "./priors.ts";
import { type Alternative, PROBABILITY_MOVE, regressionOf } from "./sensitivity.ts";
import { probabilitiesOf } from "./rules.ts";

/** A whole-number rating of 0 stands for everything below a half, one of 10 for everything above 9½. */
const HALF = 0.5;
/** Where nearly all variance lasts, there is no noise left to be cut off. */
const LOGIT_LAMBDA_LIMIT = 6;
/** Share of ratings at 0 or 10 from which the check is worth its time [RS-15]. */
export const SHARE_AT_EDGE = 0.2;
const FINENESS: LatentFineness = { step: 1.1, depth: 6, tolerance: 1e-3 };
const LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
/** Further out than this the tail of the normal is taken from its series. */
const FAR = -30;

/** The answer if ratings at the ends of the scale stand for all that lies beyond. */
export interface EdgeCheck extends Alternative {
  readonly daysAtLowest: number;
  readonly daysAtHighest: number;
}

/** log Φ(z) and φ(z)/Φ(z), also far below 0. */
function lowerTail(z: number): { log: number; ratio: number } {
  if (z < FAR) {
    const square = 1 / (z * z);
    const series = 1 - square + 3 * square * square;
    return { log: -0.5 * z * z - LOG_ROOT_TWO_PI - Math.log(-z) + Math.log(series), ratio: -z / series };
  }
  const tail = normalUpperTail(-z);
  return { log: Math.log(tail), ratio: Math.exp(-0.5 * z * z - LOG_ROOT_TWO_PI) / tail };
}

/**
 * [Note: Cut off at the ends]
 * The model of RS-6 for what a person would say on a scale without ends: a lasting AR(1) with variance σ²λ, reporting noise with
 * s² = σ²(1 − λ). A rating strictly inside is seen as it is; one of 0 says only that it lies below ½, one of 10 only that it lies
 * above 9½ (Tobin 1958). Log-concave, so Laplace over the latent days holds; without ratings at an end it is exact.
 */
export function integrateCutOff(
  { days, ratings, rows, priors }: Regression,
  { logSigma, atanhRho, logitLambda }: ErrorPriors = ERROR_PRIORS,
  fineness = FINENESS,
): LatentMixture {
  const model = new LatentModel({ days, rows, priors });
  const seen = new Float64Array(model.span).fill(Number.NaN);
  let sum = 0;
  for (let i = 0; i < days.length; i++) {
    seen[days[i]! - days[0]!] = ratings[i]!;
    sum += ratings[i]!;
  }
  const problem: LatentProblem = {
    priors: [logSigma, atanhRho, logitLambda ?? ERROR_PRIORS.logitLambda!],
    flatStart: () => model.startAt(sum / days.length),
    solve([s, z, l], start, tolerance) {
      const inside = s >= LOWEST_LOG_SIGMA && s <= HIGHEST_LOG_SIGMA;
      if (!inside || Math.abs(z) > ATANH_RHO_LIMIT || Math.abs(l) > LOGIT_LAMBDA_LIMIT) return null;
      const [sigma, lambda] = [Math.exp(s), logistic(l)];
      const errors = { sigma: sigma * Math.sqrt(lambda), rho: Math.tanh(z) };
      return model.at(errors, cutOff(seen, sigma * Math.sqrt(1 - lambda)), start, tolerance);
    },
  };
  return integrateLatent(problem, fineness);
}

function cutOff(seen: Float64Array, noise: number): Family {
  const precision = 1 / (noise * noise);
  const inside = -Math.log(noise) - LOG_ROOT_TWO_PI;
  return {
    constant: 0,
    evaluate(slope, weight) {
      let sum = 0;
      for (let t = 0; t < slope.length; t++) {
        const rating = seen[t]!;
        const level = slope[t]!;
        if (Number.isNaN(rating)) {
          slope[t] = 0;
        } else if (rating > LOWEST_RATING && rating < HIGHEST_RATING) {
          const off = rating - level;
          sum += inside - 0.5 * precision * off * off;
          slope[t] = precision * off;
          weight[t] = precision;
        } else {
          const low = rating === LOWEST_RATING;
          const z = (low ? LOWEST_RATING + HALF - level : level - HIGHEST_RATING + HALF) / noise;
          const { log, ratio } = lowerTail(z);
          sum += log;
          slope[t] = ((low ? -1 : 1) * ratio) / noise;
          weight[t] = Math.max(ratio * (z + ratio), 0) * precision;
        }
      }
      return sum;
    },
  };
}

/**
 * [RS-48] The answer with ratings at the ends of the scale taken as "this or beyond", or null if fewer than 20 % of the ratings are
 * there. It matters if P(β < 0) moves by more than 0.10.
 *
 * @example
 * edgeCheck(fit, { weights: { baclofen: 1 }, mcid: 0.9 })?.matters; // the scale ended before the symptoms did
 */
export function edgeCheck(
  fit: DiaryFit,
  { weights, mcid }: { readonly weights: EffectWeights; readonly mcid: number },
): EdgeCheck | null {
  const at = (end: number) => fit.ratings.reduce((count, rating) => count + Number(rating === end), 0);
  const [daysAtLowest, daysAtHighest] = [at(LOWEST_RATING), at(HIGHEST_RATING)];
  if (daysAtLowest + daysAtHighest < SHARE_AT_EDGE * fit.ratings.length) return null;
  const c = fit.columns.map(({ kind, id }) =>
    kind === "effect" && Object.hasOwn(weights, id) ? weights[id]! : 0,
  );
  const probabilities = probabilitiesOf(contrast(fit.posterior, c), { mcid, size: HELP_SIZE });
  const mixture = contrast(integrateCutOff(regressionOf(fit)), c);
  const found = probabilitiesOf(mixture, { mcid, size: HELP_SIZE });
  const matters = Math.abs(found.helps - probabilities.helps) > PROBABILITY_MOVE;
  return { effect: summarise(mixture), probabilities: found, matters, daysAtLowest, daysAtHighest };
}

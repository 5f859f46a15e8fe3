import { mirror, type WhitenedProducts } from "../errors.ts";
import type { NormalPrior } from "../exposure.ts";
import { growLattice, latticeAxes } from "./grow.ts";
import { DEFAULT_FINENESS } from "./lattice.ts";
import { findMode } from "./mode.ts";
import type { CoefficientMixture } from "./posterior.ts";
import { prepare, type Regression, sigmaFree } from "./regression.ts";
import { sigmaProfile } from "./sigma.ts";
import { type SigmaPoint, spellOut } from "./spellOut.ts";

/** Priors of the slow drift, normal. */
export interface DriftPriors {
  /** log of the SD of a single rating around the drifting level */
  readonly logNoise: NormalPrior;
  /** log of the drift's SD from one day to the next, as a share of that noise */
  readonly logRatio: NormalPrior;
}

/** Noise about 0.8 points; the level moves by about 0.16 points a day, 0.9 points in a month. Decisions, not findings. */
export const DRIFT_PRIORS: DriftPriors = {
  logNoise: { mean: Math.log(0.8), sd: 0.5 },
  logRatio: { mean: Math.log(0.2), sd: 1 },
};

/** Variance of the level before the first day, in units of the noise variance: knows nothing. [methods §3] */
const DIFFUSE = 1e4;
/** Beyond 8 prior SDs from its mean the ratio is 0 or everything. */
const FARTHEST = 8;

/**
 * [Note: Slow drift]
 * Instead of an AR(1) that returns to a fixed level, the level itself wanders: a random walk with innovation variance κ² a
 * day, plus noise of variance 1 (times σ²). The filter is that of `errors.ts` with ρ = 1: a gap of g days adds g·κ².
 */
export function driftProducts(
  days: ArrayLike<number>,
  rows: Float64Array,
  width: number,
  ratio: number,
): WhitenedProducts {
  const level = new Float64Array(width);
  const innovation = new Float64Array(width);
  const products = new Float64Array(width * width);
  let variance = DIFFUSE;
  let logDeterminant = 0;
  for (let i = 0; i < days.length; i++) {
    if (i > 0) variance += ratio * ratio * (days[i]! - days[i - 1]!);
    const predicted = variance + 1;
    const gain = variance / predicted;
    variance *= 1 - gain;
    logDeterminant += Math.log(predicted);
    for (let c = 0; c < width; c++) {
      const surprise = rows[i * width + c]! - level[c]!;
      innovation[c] = surprise;
      level[c] = level[c]! + gain * surprise;
    }
    for (let r = 0; r < width; r++) {
      const scaled = innovation[r]! / predicted;
      for (let c = 0; c <= r; c++)
        products[r * width + c] = products[r * width + c]! + scaled * innovation[c]!;
    }
  }
  return { products: mirror(products, width), logDeterminant };
}

interface DriftPoint extends SigmaPoint {
  readonly logRatio: number;
}

/** The posterior of the coefficients under the slow drift. */
export interface DriftPosterior extends CoefficientMixture {
  /** at the top: SD of the noise, and of the drift from one day to the next, in points */
  readonly mode: { readonly noise: number; readonly drift: number };
}

/** [RS-45] The noise is integrated out along each ratio, as σ is in `integrate`; the ratio over a lattice. */
export function integrateDrift(regression: Regression, priors = DRIFT_PRIORS): DriftPosterior {
  const prepared = prepare(regression);
  const { days, rows, size } = prepared;
  const { logRatio: prior, logNoise } = priors;
  let start = logNoise.mean;
  function at(x: Float64Array): DriftPoint | null {
    const z = x[0]!;
    if (!(Math.abs(z) <= FARTHEST)) return null;
    const logRatio = prior.mean + prior.sd * z;
    const free = sigmaFree(driftProducts(days, rows, size + 1, Math.exp(logRatio)), days.length, size);
    const profile = sigmaProfile(free, logNoise, start, DEFAULT_FINENESS);
    start = profile.mode;
    return { logRatio, free, profile, logPosterior: profile.logSum - 0.5 * (z * z + Math.log(2 * Math.PI)) };
  }
  const value = (x: Float64Array) => at(x)?.logPosterior ?? -Infinity;
  const mode = findMode(value, 1);
  const axes = latticeAxes(mode.curvature, 1, DEFAULT_FINENESS.step);
  const points = growLattice(at, mode.at, axes, DEFAULT_FINENESS.depth);
  const { best, weights, means, covariances } = spellOut(points, prepared.priors, DEFAULT_FINENESS.depth);
  const noise = Math.exp(best.profile.mode);
  return { size, weights, means, covariances, mode: { noise, drift: noise * Math.exp(best.logRatio) } };
}

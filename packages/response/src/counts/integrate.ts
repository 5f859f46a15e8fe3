import { nelderMead } from "@unclench/stats";
import type { NormalPrior } from "../exposure.ts";
import { cellVolume, growLattice, latticeAxes } from "../posterior/grow.ts";
import type { CoefficientMixture } from "../posterior/posterior.ts";
import type { LaplacePoint } from "../latent/laplace.ts";
import { type CountErrors, CountModel, type CountRegression } from "./model.ts";

/** Priors of what the ups and downs of counts look like, all normal. */
export interface CountErrorPriors {
  /** log of the SD of the latent ups and downs, on the log scale of the mean count */
  readonly logSigma: NormalPrior;
  /** atanh of their correlation from day to day */
  readonly atanhRho: NormalPrior;
  /** log of the size r of the negative binomial */
  readonly logSize: NormalPrior;
}

/** The joint posterior of the coefficients of counts: a weighted list of normal distributions. */
export interface CountPosterior extends CoefficientMixture {
  readonly logSigma: Float64Array;
  readonly atanhRho: Float64Array;
  readonly logSize: Float64Array;
  readonly mode: CountErrors;
  readonly logMarginalLikelihood: number;
  /** how often the latent days were solved: what the work is proportional to */
  readonly evaluations: number;
}

/** Beyond these the model is another one: no ups and downs at all, a random walk, Poisson. */
const LOG_SIGMA_LIMIT = 5;
const ATANH_RHO_LIMIT = 3.5;
const LOG_SIZE_LIMIT = 6;

export interface CountFineness {
  /** distance of the lattice points in SDs */
  readonly step: number;
  /** points within this of the top, in log density, are kept and built upon */
  readonly depth: number;
  /** Newton's search for the top ends when no coefficient (in prior SDs) and no latent day moves by more */
  readonly tolerance: number;
}

/**
 * Lattice points lie 1.4 SD apart: a product of bells is then integrated to 1e-4. Against a lattice of half the step,
 * twice as deep and with a sharper search, nothing moves by 3e-3 (`test/counts.test.ts`).
 */
export const COUNT_FINENESS: CountFineness = { step: 1.4, depth: 4, tolerance: 1e-3 };

export interface ThetaPoint {
  readonly logPosterior: number;
  readonly theta: readonly [logSigma: number, atanhRho: number, logSize: number];
  readonly point: LaplacePoint;
}

/** Laplace at a point of (log σ, atanh ρ, log r), with its priors. */
export class CountEvaluator {
  evaluations = 0;
  private last: LaplacePoint["start"];
  private readonly model: CountModel;
  private readonly priors: CountErrorPriors;
  private readonly tolerance: number;

  constructor(regression: CountRegression, priors: CountErrorPriors, tolerance: number) {
    this.model = new CountModel(regression);
    this.priors = priors;
    this.tolerance = tolerance;
    this.last = this.model.flatStart();
  }

  at(theta: ThetaPoint["theta"], from: LaplacePoint["start"] | null = null): ThetaPoint | null {
    const [logSigma, atanhRho, logSize] = theta;
    const inside =
      Math.abs(logSigma) <= LOG_SIGMA_LIMIT &&
      Math.abs(atanhRho) <= ATANH_RHO_LIMIT &&
      Math.abs(logSize) <= LOG_SIZE_LIMIT;
    if (!inside) return null;
    this.evaluations++;
    const errors = { sigma: Math.exp(logSigma), rho: Math.tanh(atanhRho), size: Math.exp(logSize) };
    // A start far off may fail where the flat one does not.
    const point =
      this.model.at(errors, from ?? this.last, this.tolerance) ??
      this.model.at(errors, this.model.flatStart(), this.tolerance);
    if (point === null) return null;
    if (from === null) this.last = point.start;
    const { logSigma: s, atanhRho: z, logSize: r } = this.priors;
    const logPrior = logNormal(logSigma, s) + logNormal(atanhRho, z) + logNormal(logSize, r);
    return { logPosterior: point.logLikelihood + logPrior, theta, point };
  }
}

/** [RS-40] Mixes the normal approximations over a lattice of (log σ, atanh ρ, log r) around its mode. */
export function integrateCounts(
  regression: CountRegression,
  priors: CountErrorPriors,
  { step, depth, tolerance }: CountFineness = COUNT_FINENESS,
): CountPosterior {
  const evaluator = new CountEvaluator(regression, priors, tolerance);
  const list = [priors.logSigma, priors.atanhRho, priors.logSize];
  // In prior SDs from the prior mean.
  const thetaAt = (x: Float64Array): ThetaPoint["theta"] => [
    list[0]!.mean + list[0]!.sd * x[0]!,
    list[1]!.mean + list[1]!.sd * x[1]!,
    list[2]!.mean + list[2]!.sd * x[2]!,
  ];
  const value = (x: Float64Array) => evaluator.at(thetaAt(x))?.logPosterior ?? -Infinity;
  const found = nelderMead((x) => -value(x), new Float64Array(3), {
    steps: [0.6, 0.6, 0.6],
    tolerance: 1e-5,
  });
  const axes = latticeAxes(value, found.at, step);
  const points = growLattice<ThetaPoint>(
    (x, from) => evaluator.at(thetaAt(x), from?.point.start ?? null),
    found.at,
    axes,
    depth,
  );
  const logCell = Math.log(cellVolume(axes)) + list.reduce((sum, { sd }) => sum + Math.log(sd), 0);
  return mixOf(points, logCell, evaluator.evaluations);
}

/** Weights ∝ exp(log posterior); the mode is the highest of the points. */
export function mixOf(points: readonly ThetaPoint[], logCell: number, evaluations: number): CountPosterior {
  const size = points[0]!.point.mean.length;
  let best = points[0]!;
  for (const point of points) if (point.logPosterior > best.logPosterior) best = point;
  const weights = Float64Array.from(points, ({ logPosterior }) => Math.exp(logPosterior - best.logPosterior));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = new Float64Array(points.length * size);
  const covariances = new Float64Array(points.length * size * size);
  points.forEach(({ point }, i) => {
    means.set(point.mean, i * size);
    covariances.set(point.covariance, i * size * size);
  });
  const [logSigma, atanhRho, logSize] = best.theta;
  return {
    size,
    weights: weights.map((weight) => weight / total),
    means,
    covariances,
    logSigma: Float64Array.from(points, ({ theta }) => theta[0]),
    atanhRho: Float64Array.from(points, ({ theta }) => theta[1]),
    logSize: Float64Array.from(points, ({ theta }) => theta[2]),
    mode: { sigma: Math.exp(logSigma), rho: Math.tanh(atanhRho), size: Math.exp(logSize) },
    logMarginalLikelihood: best.logPosterior + Math.log(total) + logCell,
    evaluations,
  };
}

function logNormal(x: number, { mean, sd }: NormalPrior): number {
  return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
}

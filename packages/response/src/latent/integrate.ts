import type { NormalPrior } from "../exposure.ts";
import { cellVolume, growLattice, latticeAxes } from "../posterior/grow.ts";
import { findMode } from "../posterior/mode.ts";
import type { CoefficientMixture } from "../posterior/posterior.ts";
import type { LaplacePoint, LaplaceStart } from "./laplace.ts";

export interface LatentFineness {
  /** distance of the lattice points in SDs */
  readonly step: number;
  /** points within this of the top, in log density, are kept and built upon */
  readonly depth: number;
  /** Newton's search for the top ends when no coefficient (in prior SDs) and no latent day moves by more */
  readonly tolerance: number;
}

/** The parameters of the errors, three numbers without bounds of their own. */
export type Theta = readonly [number, number, number];

/** A model with latent days, as a function of its error parameters. */
export interface LatentProblem {
  readonly priors: readonly [NormalPrior, NormalPrior, NormalPrior];
  /** null outside of what the model is for, or where the search for the top fails */
  solve(theta: Theta, start: LaplaceStart, tolerance: number): LaplacePoint | null;
  flatStart(): LaplaceStart;
}

export interface ThetaPoint {
  readonly logPosterior: number;
  readonly theta: Theta;
  readonly point: LaplacePoint;
}

/** Laplace at a point of the error parameters, with their priors; remembers where the last search ended. */
export class LatentEvaluator {
  evaluations = 0;
  private last: LaplaceStart;
  private readonly problem: LatentProblem;
  private readonly tolerance: number;

  constructor(problem: LatentProblem, tolerance: number) {
    this.problem = problem;
    this.tolerance = tolerance;
    this.last = problem.flatStart();
  }

  at(theta: Theta, from: LaplaceStart | null = null): ThetaPoint | null {
    const { problem, tolerance } = this;
    this.evaluations++;
    // A start far off may fail where the flat one does not.
    const point =
      problem.solve(theta, from ?? this.last, tolerance) ??
      problem.solve(theta, problem.flatStart(), tolerance);
    if (point === null) return null;
    if (from === null) this.last = point.start;
    const logPrior = problem.priors.reduce((sum, prior, i) => sum + logNormal(theta[i]!, prior), 0);
    return { logPosterior: point.logLikelihood + logPrior, theta, point };
  }
}

/** Normal approximations mixed over a lattice around the mode of the error parameters. */
export interface LatentMixture extends CoefficientMixture {
  /** error parameters of each point */
  readonly thetas: readonly Theta[];
  /** the highest of the points */
  readonly mode: Theta;
  readonly logMarginalLikelihood: number;
  /** how often the latent days were solved: what the work is proportional to */
  readonly evaluations: number;
}

/** Mode, curvature there, and a lattice that grows from it outwards. */
export function integrateLatent(
  problem: LatentProblem,
  { step, depth, tolerance }: LatentFineness,
): LatentMixture {
  const evaluator = new LatentEvaluator(problem, tolerance);
  const { priors } = problem;
  // In prior SDs from the prior mean.
  const along = (x: Float64Array, i: 0 | 1 | 2) => priors[i].mean + priors[i].sd * x[i]!;
  const thetaAt = (x: Float64Array): Theta => [along(x, 0), along(x, 1), along(x, 2)];
  const value = (x: Float64Array) => evaluator.at(thetaAt(x))?.logPosterior ?? -Infinity;
  const mode = findMode(value, 3);
  const axes = latticeAxes(mode.curvature, 3, step);
  const points = growLattice<ThetaPoint>(
    (x, from) => evaluator.at(thetaAt(x), from?.point.start ?? null),
    mode.at,
    axes,
    depth,
  );
  const logCell = Math.log(cellVolume(axes)) + priors.reduce((sum, { sd }) => sum + Math.log(sd), 0);
  return mixPoints(points, logCell, evaluator.evaluations);
}

/** Weights ∝ exp(log posterior). */
export function mixPoints(
  points: readonly ThetaPoint[],
  logCell: number,
  evaluations: number,
): LatentMixture {
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
  return {
    size,
    weights: weights.map((weight) => weight / total),
    means,
    covariances,
    thetas: points.map(({ theta }) => theta),
    mode: best.theta,
    logMarginalLikelihood: best.logPosterior + Math.log(total) + logCell,
    evaluations,
  };
}

function logNormal(x: number, { mean, sd }: NormalPrior): number {
  return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
}

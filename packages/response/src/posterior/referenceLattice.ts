import { nelderMead, symmetricEigen } from "@unclench/stats";
import type { NormalPrior } from "../exposure.ts";
import type { ErrorPriors } from "../priors.ts";
import { ATANH_RHO_LIMIT } from "./lattice.ts";
import { logistic, type Posterior } from "./posterior.ts";
import { coefficientsAt, logLikelihood, prepare, type Regression, withoutSigma } from "./regression.ts";

/** The reference knows no floor of σ, only this. */
const LOG_SIGMA_LIMIT = 4;

export interface ReferenceLattice {
  /** distance of the points in SDs of the normal approximation at the mode */
  readonly step: number;
  /** points up to this many SDs from the mode */
  readonly span: number;
}

/**
 * The same posterior on the lattice of the reference implementation in R (`test/fixtures/scripts/stan_posteriors.R`):
 * all of log σ, atanh ρ (and logit λ) on one rotated lattice within a ball around the joint mode.
 *
 * Ten to a hundred times slower than `integrate` and, because the ball has an edge, a little less exact where λ is
 * undetermined. It exists to prove the engine against that implementation point by point.
 */
export function integrateOnReferenceLattice(
  regression: Regression,
  priors: ErrorPriors,
  { step, span }: ReferenceLattice,
): Posterior {
  const prepared = prepare(regression);
  const { size } = prepared;
  const parameters = [priors.logSigma, priors.atanhRho, priors.logitLambda].filter((prior) => prior !== null);
  const n = parameters.length;
  let evaluations = 0;

  function at(theta: Float64Array) {
    const [logSigma, atanhRho, logitLambda] = [theta[0]!, theta[1]!, n === 3 ? theta[2]! : Infinity];
    if (Math.abs(atanhRho) > ATANH_RHO_LIMIT || Math.abs(logSigma) > LOG_SIGMA_LIMIT) return null;
    evaluations++;
    const free = withoutSigma(prepared, Math.tanh(atanhRho), logistic(logitLambda));
    let logPosterior = logLikelihood(free, logSigma).value;
    parameters.forEach((prior, i) => {
      logPosterior += logNormalDensity(theta[i]!, prior);
    });
    return { free, logSigma, atanhRho, logitLambda, logPosterior };
  }
  const cost = (theta: Float64Array) => -(at(theta)?.logPosterior ?? -Infinity);

  const start = parameters.map(({ mean }) => mean);
  const first = nelderMead(cost, start, { tolerance: 1e-13 });
  const { at: mode } = nelderMead(cost, first.at, { tolerance: 1e-14 });
  const { values, vectors } = symmetricEigen(hessian(cost, mode), n);
  const scales = values.map((value) => 1 / Math.sqrt(Math.max(value, 1e-3)));

  const points: NonNullable<ReturnType<typeof at>>[] = [];
  for (const z of ball(n, step, span)) {
    const theta = mode.map((centre, i) =>
      z.reduce((sum, zk, k) => sum + vectors[i * n + k]! * scales[k]! * zk, centre),
    );
    const point = at(theta);
    if (point) points.push(point);
  }
  const top = points.reduce((most, { logPosterior }) => Math.max(most, logPosterior), -Infinity);
  const weights = Float64Array.from(points, ({ logPosterior }) => Math.exp(logPosterior - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = new Float64Array(points.length * size);
  const covariances = new Float64Array(points.length * size * size);
  points.forEach(({ free, logSigma }, i) => {
    coefficientsAt(free, prepared.priors, logSigma, { means, covariances, place: i });
  });
  const cell = scales.reduce((volume, scale) => volume * scale * step, 1);
  return {
    size,
    weights: weights.map((weight) => weight / total),
    means,
    covariances,
    logSigma: Float64Array.from(points, (point) => point.logSigma),
    atanhRho: Float64Array.from(points, (point) => point.atanhRho),
    logitLambda: Float64Array.from(points, (point) => point.logitLambda),
    mode: { sigma: Math.exp(mode[0]!), rho: Math.tanh(mode[1]!), lambda: n === 3 ? logistic(mode[2]!) : 1 },
    cell,
    logMarginalLikelihood: top + Math.log(total * cell),
    evaluations,
  };
}

function logNormalDensity(x: number, { mean, sd }: NormalPrior): number {
  return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
}

/** Central differences with the step that R's optim uses. */
export function hessian(f: (x: Float64Array) => number, at: Float64Array): Float64Array {
  const n = at.length;
  const h = 1e-3;
  const result = new Float64Array(n * n);
  const shifted = (i: number, di: number, j: number, dj: number) => {
    const x = at.slice();
    x[i] = x[i]! + di;
    x[j] = x[j]! + dj;
    return f(x);
  };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const second =
        shifted(i, h, j, h) - shifted(i, h, j, -h) - shifted(i, -h, j, h) + shifted(i, -h, j, -h);
      result[i * n + j] = second / (4 * h * h);
      result[j * n + i] = result[i * n + j]!;
    }
  }
  return result;
}

/** All lattice vectors of length up to `span`. */
export function* ball(n: number, step: number, span: number): Generator<Float64Array> {
  const reach = Math.floor(span / step + 1e-9);
  const side = 2 * reach + 1;
  for (let index = 0; index < side ** n; index++) {
    const z = new Float64Array(n);
    let rest = index;
    let square = 0;
    for (let k = 0; k < n; k++) {
      z[k] = ((rest % side) - reach) * step;
      rest = Math.floor(rest / side);
      square += z[k]! ** 2;
    }
    if (square <= span * span * (1 + 1e-12)) yield z;
  }
}

import type { Mixture } from "../mixture.ts";

/** A weighted list of joint normal distributions of the coefficients, one for each lattice point. */
export interface CoefficientMixture {
  /** number of coefficients */
  readonly size: number;
  /** sum to 1 */
  readonly weights: Float64Array;
  /** one row of `size` for each point */
  readonly means: Float64Array;
  /** one block of `size` × `size` for each point */
  readonly covariances: Float64Array;
}

/** The joint posterior of the coefficients, with the errors of each point. */
export interface Posterior extends CoefficientMixture {
  /** log σ, atanh ρ and logit λ of each point (logit λ is Infinity for plain AR(1)) */
  readonly logSigma: Float64Array;
  readonly atanhRho: Float64Array;
  readonly logitLambda: Float64Array;
  readonly mode: ErrorParameters;
  /** what one (ρ, λ) of the lattice stands for, in squared prior SDs */
  readonly cell: number;
  /** log p(y): for comparing models on the same ratings */
  readonly logMarginalLikelihood: number;
  /** how often the filter ran: what the work is proportional to */
  readonly evaluations: number;
}

/** The three numbers that describe the day-to-day deviations; see [Note: AR(1) plus reporting noise]. */
export interface ErrorParameters {
  readonly sigma: number;
  readonly rho: number;
  readonly lambda: number;
}

export function logistic(x: number): number {
  if (x === Infinity) return 1;
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** The posterior of c′b for a weight c on each coefficient. */
export function contrast(posterior: CoefficientMixture, c: ArrayLike<number>): Mixture {
  const { size, weights, means, covariances } = posterior;
  const count = weights.length;
  const mixture = { weights, means: new Float64Array(count), sds: new Float64Array(count) };
  for (let point = 0; point < count; point++) {
    let mean = 0;
    let variance = 0;
    for (let r = 0; r < size; r++) {
      const weight = c[r]!;
      if (weight === 0) continue;
      mean += weight * means[point * size + r]!;
      const row = (point * size + r) * size;
      for (let k = 0; k < size; k++) variance += weight * c[k]! * covariances[row + k]!;
    }
    mixture.means[point] = mean;
    mixture.sds[point] = Math.sqrt(variance);
  }
  return mixture;
}

/** The posterior of coefficient k alone. */
export function coefficient(posterior: CoefficientMixture, k: number): Mixture {
  const c = new Float64Array(posterior.size);
  c[k] = 1;
  return contrast(posterior, c);
}

/** Mean vector and covariance matrix of all coefficients, over all lattice points. */
export function jointMoments({ size, weights, means, covariances }: CoefficientMixture): {
  mean: Float64Array;
  covariance: Float64Array;
} {
  const mean = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  weights.forEach((weight, point) => {
    for (let r = 0; r < size; r++) mean[r] = mean[r]! + weight * means[point * size + r]!;
  });
  weights.forEach((weight, point) => {
    for (let r = 0; r < size; r++) {
      const offR = means[point * size + r]! - mean[r]!;
      for (let c = 0; c < size; c++) {
        const offC = means[point * size + c]! - mean[c]!;
        const within = covariances[(point * size + r) * size + c]!;
        covariance[r * size + c] = covariance[r * size + c]! + weight * (within + offR * offC);
      }
    }
  });
  return { mean, covariance };
}

/** (σ, ρ, λ) of one point. */
export const errorsAt = (
  { logSigma, atanhRho, logitLambda }: Pick<Posterior, "logSigma" | "atanhRho" | "logitLambda">,
  point: number,
): ErrorParameters => ({
  sigma: Math.exp(logSigma[point]!),
  rho: Math.tanh(atanhRho[point]!),
  lambda: logistic(logitLambda[point]!),
});

/** Posterior mean of a function of (σ, ρ, λ). */
export function meanOfErrors(posterior: Posterior, f: (errors: ErrorParameters) => number): number {
  const { weights } = posterior;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * f(errorsAt(posterior, i));
  return sum;
}

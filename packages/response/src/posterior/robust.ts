import { whitenedProducts } from "../errors.ts";
import type { ErrorPriors } from "../priors.ts";
import { integrate } from "./lattice.ts";
import type { ErrorParameters, Posterior } from "./posterior.ts";
import { prepare, type Regression, scaledCoefficients } from "./regression.ts";

/** Degrees of freedom of Student's t for the reporting noise: outlier days are expected, but not many. [methods §3] */
export const NU = 4;
const ROUNDS = 20;
/** Where all variance lasts there is no reporting noise to reweigh. */
const LEAST_NOISE = 1e-6;

/** The posterior with outlier days weighed down, and the weight of each rated day. */
export interface RobustPosterior {
  readonly posterior: Posterior;
  /** 1.25 = a day just as expected, near 0 = an outlier: what its report counts relative to the usual noise */
  readonly weights: Float64Array;
}

/**
 * [Note: Outlier days]
 * Reporting noise as Student's t with 4 degrees of freedom is a normal whose variance is divided by a weight c of its own
 * each day. At the mode of (σ, ρ, λ): c = (ν+1)/(ν + e²/s²), e the smoothed noise of the day, s² = σ²(1 − λ), refitted
 * twenty times; then the usual lattice with the weights held, and the covariance times (ν+3)/(ν+1), what the information of
 * a t falls short of that of a normal. [RS-46, methods §3]
 */
export function integrateRobust(
  regression: Regression,
  priors: ErrorPriors,
  mode: ErrorParameters,
): RobustPosterior {
  const weights = outlierWeights(regression, mode);
  const noise = weights.map((weight) => 1 / weight);
  const posterior = integrate({ ...regression, noise }, priors);
  const covariances = posterior.covariances.map((value) => (value * (NU + 3)) / (NU + 1));
  return { posterior: { ...posterior, covariances }, weights };
}

export function outlierWeights(
  regression: Regression,
  { sigma, rho, lambda }: ErrorParameters,
): Float64Array {
  const { days, ratings, rows } = regression;
  const prepared = prepare(regression);
  const { size, priors } = prepared;
  const width = size + 1;
  const white = Math.max(1 - lambda, LEAST_NOISE);
  const weights = new Float64Array(days.length).fill(1);
  const noise = new Float64Array(days.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < noise.length; i++) noise[i] = 1 / weights[i]!;
    const { products } = whitenedProducts(days, prepared.rows, width, rho, lambda, noise);
    const { shift } = scaledCoefficients(products, size, sigma);
    const residuals = Float64Array.from({ length: days.length }, (_, i) => {
      let rest = ratings[i]!;
      for (let k = 0; k < size; k++)
        rest -= rows[i * size + k]! * (priors[k]!.mean + priors[k]!.sd * shift[k]!);
      return rest / sigma;
    });
    const lasting = smoothed(days, residuals, { rho, lambda }, noise);
    for (let i = 0; i < weights.length; i++) {
      const off = residuals[i]! - lasting[i]!;
      weights[i] = (NU + 1) / (NU + (off * off) / white);
    }
  }
  return weights;
}

/** E[lasting part | all residuals] at σ = 1: the filter of `errors.ts` forwards, then Rauch, Tung and Striebel's backwards. */
export function smoothed(
  days: ArrayLike<number>,
  residuals: Float64Array,
  { rho, lambda }: Pick<ErrorParameters, "rho" | "lambda">,
  noise: ArrayLike<number>,
): Float64Array {
  const n = residuals.length;
  const means = new Float64Array(n);
  const variances = new Float64Array(n);
  const [predictedMeans, predictedVariances] = [new Float64Array(n), new Float64Array(n)];
  const decayTo = (i: number) => rho ** (days[i]! - days[i - 1]!);
  for (let i = 0; i < n; i++) {
    const decay = i > 0 ? decayTo(i) : 0;
    predictedMeans[i] = i > 0 ? decay * means[i - 1]! : 0;
    const before = i > 0 ? variances[i - 1]! : 0;
    predictedVariances[i] = i > 0 ? decay * decay * before + lambda * (1 - decay * decay) : lambda;
    const total = Math.max(predictedVariances[i]! + (1 - lambda) * noise[i]!, 1e-12);
    const gain = predictedVariances[i]! / total;
    means[i] = predictedMeans[i]! + gain * (residuals[i]! - predictedMeans[i]!);
    variances[i] = (1 - gain) * predictedVariances[i]!;
  }
  for (let i = n - 2; i >= 0; i--) {
    const ahead = predictedVariances[i + 1]!;
    if (ahead <= 0) continue;
    const pull = (variances[i]! * decayTo(i + 1)) / ahead;
    means[i] = means[i]! + pull * (means[i + 1]! - predictedMeans[i + 1]!);
  }
  return means;
}

/** The τ² of the largest (restricted) likelihood of one comparison: rule EV-13. */
import { highestSummit } from "./summit.ts";
import { weighted } from "./weighted.ts";

export function largestLikelihood(y: ArrayLike<number>, v: ArrayLike<number>, restricted: boolean): number {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let leastVariance = Number.POSITIVE_INFINITY;
  let mostVariance = 0;
  for (let i = 0; i < y.length; i++) {
    lowest = Math.min(lowest, y[i]!);
    highest = Math.max(highest, y[i]!);
    leastVariance = Math.min(leastVariance, v[i]!);
    mostVariance = Math.max(mostVariance, v[i]!);
  }
  // Beyond this the score is negative: there w ≤ 1/τ² makes Σw²(y−μ)² ≤ range² Σw/τ² ≤ Σw/3, and for τ² ≥ the largest
  // variance no study has more than two thirds of the weight, so that Σw − Σw²/Σw ≥ Σw/3.
  const upper = Math.max(3 * (highest - lowest) ** 2, mostVariance);
  return highestSummit({
    slope: (tau2) => score(y, v, tau2, restricted),
    value: (tau2) => logLikelihood(y, v, tau2, restricted),
    firstStep: leastVariance,
    upper,
    tolerance: 1e-16,
  });
}

/** Twice the log likelihood up to a constant: −Σ ln(v + τ²) − Q(τ²), and −ln Σw where it is restricted. */
export function logLikelihood(
  y: ArrayLike<number>,
  v: ArrayLike<number>,
  tau2: number,
  restricted: boolean,
): number {
  const { sumOfWeights, q } = weighted(y, v, tau2);
  let value = -q;
  for (let i = 0; i < y.length; i++) value -= Math.log(v[i]! + tau2);
  return restricted ? value - Math.log(sumOfWeights) : value;
}

/** Its slope: Σw²(y − μ)² − Σw, and + Σw²/Σw where it is restricted (Viechtbauer 2005, J Educ Behav Stat 30:261). */
export function score(y: ArrayLike<number>, v: ArrayLike<number>, tau2: number, restricted: boolean): number {
  const { mean, sumOfWeights, sumOfSquaredWeights } = weighted(y, v, tau2);
  let spread = 0;
  for (let i = 0; i < y.length; i++) {
    const scaled = (y[i]! - mean) / (v[i]! + tau2);
    spread += scaled * scaled;
  }
  return spread - sumOfWeights + (restricted ? sumOfSquaredWeights / sumOfWeights : 0);
}

/**
 * The τ² of the largest (restricted) likelihood: rule EV-13.
 *
 * [Note: The likelihood may have several hills]
 * Fisher scoring climbs the hill it starts on, and may stop at the lower one or miss the boundary 0. One parameter can
 * be searched whole instead: the score is scanned from 0 to a proven upper bound, each fall through 0 is a summit, Brent's
 * method finds it to the last digits, and the highest summit wins, the boundary 0 included. Thirteen studies take
 * a few dozen microseconds.
 */
import { brentRoot } from "@unclench/stats";
import { weighted } from "./weighted.ts";

/** Steps of the scan in τ² + smallest variance. The score bends over a factor of several, so 1.25 skips no hill. */
const SCAN_RATIO = 1.25;

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
  const slope = (tau2: number): number => score(y, v, tau2, restricted);

  let best = 0;
  let bestValue = logLikelihood(y, v, 0, restricted);
  let left = 0;
  let leftSlope = slope(0);
  for (let step = 1; left < upper; step++) {
    const right = leastVariance * (SCAN_RATIO ** step - 1);
    const rightSlope = slope(right);
    if (leftSlope > 0 && rightSlope <= 0) {
      const summit = brentRoot(slope, left, right, 1e-16 * right) ?? right;
      const value = logLikelihood(y, v, summit, restricted);
      if (value > bestValue) {
        best = summit;
        bestValue = value;
      }
    }
    left = right;
    leftSlope = rightSlope;
  }
  return best;
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
function score(y: ArrayLike<number>, v: ArrayLike<number>, tau2: number, restricted: boolean): number {
  const { mean, sumOfWeights, sumOfSquaredWeights } = weighted(y, v, tau2);
  let spread = 0;
  for (let i = 0; i < y.length; i++) {
    const scaled = (y[i]! - mean) / (v[i]! + tau2);
    spread += scaled * scaled;
  }
  return spread - sumOfWeights + (restricted ? sumOfSquaredWeights / sumOfWeights : 0);
}

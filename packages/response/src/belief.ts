import type { NormalPrior } from "./exposure.ts";
import type { Mixture } from "./mixture.ts";

/**
 * [RS-32] The posterior of an effect under another normal prior, without fitting again: each component N(m, v) of the
 * mixture, found under the prior `from`, is multiplied by the ratio of the two priors.
 *
 *     1/v' = 1/v + 1/s₁² − 1/s₀²      m' = v'·(m/v + μ₁/s₁² − μ₀/s₀²)
 *     log w' = log w + ½ [ log(v'/v) − log(s₁²/s₀²) + m'²/v' − m²/v − μ₁²/s₁² + μ₀²/s₀² ] + const
 *
 * Exact, because the effect's prior is independent of everything else in the model. A diary never makes a component
 * wider than the prior it was found under (v ≤ s₀²), so v' is always positive.
 *
 * @example
 * // A diary that says nothing: the belief comes out as it went in.
 * underPrior({ weights: [1], means: [0], sds: [1.5] }, { mean: 0, sd: 1.5 }, { mean: -0.3, sd: 1.2 })
 */
export function underPrior(mixture: Mixture, from: NormalPrior, to: NormalPrior): Mixture {
  const count = mixture.weights.length;
  const changed = {
    weights: new Float64Array(count),
    means: new Float64Array(count),
    sds: new Float64Array(count),
  };
  const [before, after] = [1 / from.sd ** 2, 1 / to.sd ** 2];
  const logWeights = new Float64Array(count);
  let top = -Infinity;
  for (let i = 0; i < count; i++) {
    const mean = mixture.means[i]!;
    // Rounding may put a component that knows nothing a hair beyond its prior.
    const precision = Math.max(1 / mixture.sds[i]! ** 2, before);
    const newPrecision = precision + after - before;
    const newMean = (mean * precision + to.mean * after - from.mean * before) / newPrecision;
    changed.means[i] = newMean;
    changed.sds[i] = 1 / Math.sqrt(newPrecision);
    logWeights[i] =
      Math.log(mixture.weights[i]!) +
      0.5 * (Math.log(precision / newPrecision) + newMean * newMean * newPrecision - mean * mean * precision);
    if (logWeights[i]! > top) top = logWeights[i]!;
  }
  let sum = 0;
  for (let i = 0; i < count; i++) {
    changed.weights[i] = Math.exp(logWeights[i]! - top);
    sum += changed.weights[i]!;
  }
  for (let i = 0; i < count; i++) changed.weights[i] = changed.weights[i]! / sum;
  return changed;
}

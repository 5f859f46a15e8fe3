import type { NormalPrior } from "../exposure.ts";
import type { CoefficientMixture } from "./posterior.ts";
import { coefficientsAt, type SigmaFree } from "./regression.ts";
import type { SigmaProfile } from "./sigma.ts";

/** A point of a lattice with σ integrated out along it. */
export interface SigmaPoint {
  readonly free: SigmaFree;
  readonly profile: SigmaProfile;
  readonly logPosterior: number;
}

export interface SpeltOut<Point> extends CoefficientMixture {
  readonly logSigma: Float64Array;
  /** the lattice point of each component */
  readonly owners: readonly Point[];
  readonly best: Point;
  /** log of the sum of all components, also of those that are dropped */
  readonly logSum: number;
}

/** Spells every point and each of its σ nodes out as one component, and drops those that cannot be seen. */
export function spellOut<Point extends SigmaPoint>(
  points: readonly Point[],
  priors: readonly NormalPrior[],
  depth: number,
): SpeltOut<Point> {
  const size = priors.length;
  let top = -Infinity;
  let best = points[0]!;
  for (const point of points) {
    if (point.logPosterior > best.logPosterior) best = point;
    const density = point.logPosterior - point.profile.logSum;
    for (const logWeight of point.profile.logWeights) top = Math.max(top, density + logWeight);
  }
  const components: { point: Point; s: number; weight: number }[] = [];
  let total = 0;
  let kept = 0;
  for (const point of points) {
    const density = point.logPosterior - point.profile.logSum;
    point.profile.logWeights.forEach((logWeight, i) => {
      const below = density + logWeight - top;
      const weight = Math.exp(below);
      total += weight;
      if (below < -depth) return;
      kept += weight;
      components.push({ point, s: point.profile.nodes[i]!, weight });
    });
  }
  const means = new Float64Array(components.length * size);
  const covariances = new Float64Array(components.length * size * size);
  components.forEach(({ point, s }, i) => {
    const mean = means.subarray(i * size, (i + 1) * size);
    const covariance = covariances.subarray(i * size * size, (i + 1) * size * size);
    coefficientsAt(point.free, priors, s, mean, covariance);
  });
  return {
    size,
    weights: Float64Array.from(components, ({ weight }) => weight / kept),
    means,
    covariances,
    logSigma: Float64Array.from(components, ({ s }) => s),
    owners: components.map(({ point }) => point),
    best,
    logSum: top + Math.log(total),
  };
}

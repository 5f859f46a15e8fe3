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
  const owners: Point[] = [];
  const nodes: number[] = [];
  const unscaled: number[] = [];
  let total = 0;
  let kept = 0;
  for (const point of points) {
    const { logWeights, logSum, nodes: places } = point.profile;
    const density = point.logPosterior - logSum;
    for (let i = 0; i < logWeights.length; i++) {
      const below = density + logWeights[i]! - top;
      const weight = Math.exp(below);
      total += weight;
      if (below < -depth) continue;
      kept += weight;
      owners.push(point);
      nodes.push(places[i]!);
      unscaled.push(weight);
    }
  }
  const count = owners.length;
  const weights = new Float64Array(count);
  const logSigma = new Float64Array(count);
  const means = new Float64Array(count * size);
  const covariances = new Float64Array(count * size * size);
  for (let i = 0; i < count; i++) {
    weights[i] = unscaled[i]! / kept;
    logSigma[i] = nodes[i]!;
    coefficientsAt(owners[i]!.free, priors, nodes[i]!, { means, covariances, place: i });
  }
  return { size, weights, means, covariances, logSigma, owners, best, logSum: top + Math.log(total) };
}

import type { NormalPrior } from "../exposure.ts";
import type { Mixture } from "../mixture.ts";
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

/** Each point with each of its σ nodes, but for those that cannot be seen. */
interface Components<Point> {
  readonly owners: Point[];
  readonly nodes: number[];
  readonly weights: Float64Array;
  readonly best: Point;
  readonly logSum: number;
}

function componentsOf<Point extends SigmaPoint>(points: readonly Point[], depth: number): Components<Point> {
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
  const weights = new Float64Array(owners.length);
  for (let i = 0; i < weights.length; i++) weights[i] = unscaled[i]! / kept;
  return { owners, nodes, weights, best, logSum: top + Math.log(total) };
}

/** Spells every point and each of its σ nodes out as one component, and drops those that cannot be seen. */
export function spellOut<Point extends SigmaPoint>(
  points: readonly Point[],
  priors: readonly NormalPrior[],
  depth: number,
): SpeltOut<Point> {
  const { nodes, ...rest } = componentsOf(points, depth);
  const size = priors.length;
  const count = nodes.length;
  const means = new Float64Array(count * size);
  const covariances = new Float64Array(count * size * size);
  const logSigma = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    logSigma[i] = nodes[i]!;
    coefficientsAt(rest.owners[i]!.free, priors, nodes[i]!, { means, covariances, place: i });
  }
  return { ...rest, size, means, covariances, logSigma };
}

/** The same of one weighted sum c′b alone: in the eigenvectors' coordinates it takes a few numbers a component. */
export function spellOutContrast(
  points: readonly SigmaPoint[],
  { priors, c, depth }: { priors: readonly NormalPrior[]; c: ArrayLike<number>; depth: number },
): { readonly mixture: Mixture; readonly logSum: number } {
  const { owners, nodes, weights, logSum } = componentsOf(points, depth);
  const size = priors.length;
  const means = new Float64Array(owners.length);
  const sds = new Float64Array(owners.length);
  let centre = 0;
  for (let r = 0; r < size; r++) centre += c[r]! * priors[r]!.mean;
  const along = new Float64Array(size);
  for (let i = 0; i < owners.length; i++) {
    const { d, g, q } = owners[i]!.free;
    if (i === 0 || owners[i] !== owners[i - 1]) {
      along.fill(0);
      for (let r = 0; r < size; r++) {
        const scaled = c[r]! * priors[r]!.sd;
        if (scaled === 0) continue;
        for (let k = 0; k < size; k++) along[k] = along[k]! + scaled * q[r * size + k]!;
      }
    }
    const tau = Math.exp(-2 * nodes[i]!);
    let mean = centre;
    let variance = 0;
    for (let k = 0; k < size; k++) {
      const share = along[k]! / (1 + tau * d[k]!);
      mean += share * tau * g[k]!;
      variance += share * along[k]!;
    }
    means[i] = mean;
    sds[i] = Math.sqrt(variance);
  }
  return { mixture: { weights, means, sds }, logSum };
}

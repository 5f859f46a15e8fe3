import { nelderMead, symmetricEigen } from "@unclench/stats";
import type { ErrorPriors } from "../priors.ts";
import { logistic, type Posterior } from "./posterior.ts";
import {
  coefficientsAt,
  type Prepared,
  prepare,
  type Regression,
  type SigmaFree,
  withoutSigma,
} from "./regression.ts";
import { type Fineness, type SigmaProfile, sigmaProfile } from "./sigma.ts";

/** |atanh ρ| beyond this (|ρ| > 0.999) is a random walk and belongs to another model. */
export const ATANH_RHO_LIMIT = 3.8;

/**
 * Lattice points lie one SD apart and are kept down to e⁻⁷ of the top. Against a lattice twice as fine and deeper, no
 * probability moves by 2e-3 and no quantile by 2e-3 points (`test/posterior.test.ts`).
 */
export const DEFAULT_FINENESS: Fineness = { step: 1, depth: 7 };

/** No diary needs this many; only a guard against a lattice that never ends. */
const MOST_POINTS = 20_000;

interface Pair {
  readonly atanhRho: number;
  readonly logitLambda: number;
  readonly free: SigmaFree;
  readonly profile: SigmaProfile;
  readonly logPosterior: number;
}

/**
 * [Note: The lattice over ρ and λ]
 * σ is integrated inside, so the lattice has two dimensions (one for plain AR(1)) and one filter pass a point. It is
 * centred on the mode, turned and scaled by the curvature there, and grows from the mode outwards to every neighbour
 * that still matters. A banana-shaped posterior (λ near 0 leaves ρ undetermined) is thus followed instead of cut off.
 */
export function integrate(
  regression: Regression,
  priors: ErrorPriors,
  fineness = DEFAULT_FINENESS,
): Posterior {
  const prepared = prepare(regression);
  const evaluator = new PairEvaluator(prepared, priors, fineness);
  const dimension = priors.logitLambda ? 2 : 1;
  const found = nelderMead((x) => -evaluator.at(x).logPosterior, new Float64Array(dimension), {
    steps: [0.6, 0.6],
    tolerance: 1e-5,
  });
  const axes = latticeAxes((x) => evaluator.at(x).logPosterior, found.at, fineness.step);
  const pairs = growLattice((x) => evaluator.at(x), found.at, axes, fineness.depth);
  return collect(pairs, prepared, priors, areaOf(axes), evaluator.evaluations, fineness);
}

/** The length or area that one point of the lattice stands for, in prior SDs. */
function areaOf(axes: readonly Float64Array[]): number {
  const [first, second] = axes;
  return second === undefined
    ? Math.abs(first![0]!)
    : Math.abs(first![0]! * second[1]! - first![1]! * second[0]!);
}

/** How far below the best point of the other lattice a point still counts; e⁻⁵ moves no probability by 1e-3. */
const BORROWED_DEPTH = 5;

/**
 * The posterior of a like regression (the same ratings, one column drawn otherwise) on the (ρ, λ) that another fit found:
 * no search, and marginal likelihoods that can be held against each other.
 */
export function integrateLike(regression: Regression, priors: ErrorPriors, other: Posterior): Posterior {
  const prepared = prepare(regression);
  const evaluator = new PairEvaluator(prepared, priors, DEFAULT_FINENESS);
  const weightByPair = new Map<string, { x: Float64Array; weight: number }>();
  const { atanhRho, logitLambda } = priors;
  other.weights.forEach((weight, i) => {
    const rho = other.atanhRho[i]!;
    const lambda = other.logitLambda[i]!;
    const key = `${rho},${lambda}`;
    const known = weightByPair.get(key);
    if (known !== undefined) {
      known.weight += weight;
      return;
    }
    const x = [(rho - atanhRho.mean) / atanhRho.sd];
    if (logitLambda !== null) x.push((lambda - logitLambda.mean) / logitLambda.sd);
    weightByPair.set(key, { x: Float64Array.from(x), weight });
  });
  const points = [...weightByPair.values()];
  const least = Math.max(...points.map(({ weight }) => weight)) * Math.exp(-BORROWED_DEPTH);
  const pairs: Pair[] = [];
  for (const { x, weight } of points) {
    if (weight < least) continue;
    const pair = evaluator.at(x);
    if (pair.free !== undefined) pairs.push(pair);
  }
  return collect(pairs, prepared, priors, other.cell, evaluator.evaluations, DEFAULT_FINENESS);
}

/** Evaluates points given in prior SDs from the prior mean. */
class PairEvaluator {
  evaluations = 0;
  private lastMode: number;
  private readonly prepared: Prepared;
  private readonly priors: ErrorPriors;
  private readonly fineness: Fineness;

  constructor(prepared: Prepared, priors: ErrorPriors, fineness: Fineness) {
    this.prepared = prepared;
    this.priors = priors;
    this.fineness = fineness;
    this.lastMode = priors.logSigma.mean;
  }

  at(x: Float64Array): Pair | { logPosterior: number; free?: undefined } {
    const { atanhRho: rhoPrior, logitLambda: lambdaPrior, logSigma } = this.priors;
    const atanhRho = rhoPrior.mean + rhoPrior.sd * x[0]!;
    if (!(Math.abs(atanhRho) <= ATANH_RHO_LIMIT)) return { logPosterior: -Infinity };
    const logitLambda = lambdaPrior ? lambdaPrior.mean + lambdaPrior.sd * x[1]! : Infinity;
    this.evaluations++;
    const free = withoutSigma(this.prepared, Math.tanh(atanhRho), logistic(logitLambda));
    const profile = sigmaProfile(free, logSigma, this.lastMode, this.fineness);
    this.lastMode = profile.mode;
    let logPosterior = profile.logSum;
    for (const coordinate of x) logPosterior -= 0.5 * (coordinate * coordinate + Math.log(2 * Math.PI));
    return { atanhRho, logitLambda, free, profile, logPosterior };
  }
}

/** The lattice steps along the principal axes of the curvature at the mode. */
function latticeAxes(f: (x: Float64Array) => number, mode: Float64Array, step: number): Float64Array[] {
  const n = mode.length;
  const top = f(mode);
  const shifted = (i: number, di: number, j = 0, dj = 0) => {
    const x = mode.slice();
    x[i] = x[i]! + di;
    x[j] = x[j]! + dj;
    return f(x);
  };
  const second = (i: number, h: number) => {
    const [left, right] = [top - shifted(i, -h), top - shifted(i, h)];
    // At the limit of ρ one side is outside: an exponential of rate k has SD 1/k, so k² stands in for the curvature.
    if (left + right === Infinity) return Math.max((Math.min(left, right) / h) ** 2, 1);
    return Math.max((left + right) / (h * h), 1);
  };
  const curvature = new Float64Array(n * n);
  const reach = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const rough = second(i, 0.1);
    // A long diary is sharper than the first step: measure again at about a third of its SD.
    reach[i] = rough > 25 ? 0.3 / Math.sqrt(rough) : 0.1;
    curvature[i * n + i] = rough > 25 ? second(i, reach[i]!) : rough;
  }
  if (n === 2) {
    const [h, k] = [reach[0]!, reach[1]!];
    const cross = shifted(0, h, 1, k) - shifted(0, h, 1, -k) - shifted(0, -h, 1, k) + shifted(0, -h, 1, -k);
    curvature[1] = Number.isFinite(cross) ? -cross / (4 * h * k) : 0;
    curvature[2] = curvature[1]!;
  }
  const { values, vectors } = symmetricEigen(curvature, n);
  return Array.from(values, (value, k) => {
    // The prior alone has curvature 1 in these units: steps never get longer than `step` prior SDs.
    const length = step / Math.sqrt(Math.max(value, 1));
    return Float64Array.from(mode, (_, i) => length * vectors[i * n + k]!);
  });
}

/** From the mode outwards, to each neighbour of a point that lies within `depth` of the top. */
function growLattice(
  at: (x: Float64Array) => Pair | { logPosterior: number; free?: undefined },
  mode: Float64Array,
  axes: readonly Float64Array[],
  depth: number,
): Pair[] {
  const pairs: Pair[] = [];
  const queue = [axes.map(() => 0)];
  const seen = new Set([queue[0]!.join()]);
  let top = -Infinity;
  for (let next = 0; next < queue.length && pairs.length < MOST_POINTS; next++) {
    const steps = queue[next]!;
    const x = mode.map((centre, i) => axes.reduce((sum, axis, k) => sum + steps[k]! * axis[i]!, centre));
    const pair = at(x);
    if (pair.free === undefined) continue;
    pairs.push(pair);
    top = Math.max(top, pair.logPosterior);
    if (pair.logPosterior < top - depth) continue;
    for (let k = 0; k < axes.length; k++) {
      for (const direction of [-1, 1]) {
        const neighbour = steps.map((value, i) => (i === k ? value + direction : value));
        const key = neighbour.join();
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push(neighbour);
      }
    }
  }
  return pairs;
}

/** Spells every (ρ, λ) and each of its σ nodes out as one component, and drops those that cannot be seen. */
function collect(
  pairs: readonly Pair[],
  prepared: Prepared,
  priors: ErrorPriors,
  cell: number,
  evaluations: number,
  { depth }: Fineness,
): Posterior {
  const { size } = prepared;
  let top = -Infinity;
  let best = pairs[0]!;
  for (const pair of pairs) {
    if (pair.logPosterior > best.logPosterior) best = pair;
    const density = pair.logPosterior - pair.profile.logSum;
    for (const logWeight of pair.profile.logWeights) top = Math.max(top, density + logWeight);
  }
  const components: { pair: Pair; s: number; weight: number }[] = [];
  let total = 0;
  let kept = 0;
  for (const pair of pairs) {
    const density = pair.logPosterior - pair.profile.logSum;
    pair.profile.logWeights.forEach((logWeight, i) => {
      const below = density + logWeight - top;
      const weight = Math.exp(below);
      total += weight;
      if (below < -depth) return;
      kept += weight;
      components.push({ pair, s: pair.profile.nodes[i]!, weight });
    });
  }
  const count = components.length;
  const means = new Float64Array(count * size);
  const covariances = new Float64Array(count * size * size);
  components.forEach(({ pair, s }, i) => {
    const mean = means.subarray(i * size, (i + 1) * size);
    const covariance = covariances.subarray(i * size * size, (i + 1) * size * size);
    coefficientsAt(pair.free, prepared.priors, s, mean, covariance);
  });
  return {
    size,
    weights: Float64Array.from(components, ({ weight }) => weight / kept),
    means,
    covariances,
    logSigma: Float64Array.from(components, ({ s }) => s),
    atanhRho: Float64Array.from(components, ({ pair }) => pair.atanhRho),
    logitLambda: Float64Array.from(components, ({ pair }) => pair.logitLambda),
    mode: {
      sigma: Math.exp(best.profile.mode),
      rho: Math.tanh(best.atanhRho),
      lambda: priors.logitLambda ? logistic(best.logitLambda) : 1,
    },
    cell,
    logMarginalLikelihood: top + Math.log(total * cell),
    evaluations,
  };
}

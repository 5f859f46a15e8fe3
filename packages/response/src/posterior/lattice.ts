import { nelderMead } from "@unclench/stats";
import type { ErrorPriors } from "../priors.ts";
import { cellVolume, growLattice, latticeAxes } from "./grow.ts";
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
 * Lattice points lie 0.8 SD apart and are kept down to e⁻⁹ of the top. Against a lattice twice as fine and deeper, no
 * probability moves by 5e-3 and no quantile by 5e-3 points (`test/posterior.test.ts`).
 */
export const DEFAULT_FINENESS: Fineness = { step: 0.8, depth: 9 };

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
  const found = nelderMead(
    (x) => -(evaluator.at(x)?.logPosterior ?? -Infinity),
    new Float64Array(dimension),
    {
      steps: [0.6, 0.6],
      tolerance: 1e-6,
    },
  );
  const axes = latticeAxes((x) => evaluator.at(x)?.logPosterior ?? -Infinity, found.at, fineness.step);
  const pairs = growLattice((x) => evaluator.at(x), found.at, axes, fineness.depth);
  return collect(pairs, prepared, priors, axes, evaluator.evaluations, fineness);
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

  at(x: Float64Array): Pair | null {
    const { atanhRho: rhoPrior, logitLambda: lambdaPrior, logSigma } = this.priors;
    const atanhRho = rhoPrior.mean + rhoPrior.sd * x[0]!;
    if (!(Math.abs(atanhRho) <= ATANH_RHO_LIMIT)) return null;
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

/** Spells every (ρ, λ) and each of its σ nodes out as one component, and drops those that cannot be seen. */
function collect(
  pairs: readonly Pair[],
  prepared: Prepared,
  priors: ErrorPriors,
  axes: readonly Float64Array[],
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
  const cell = cellVolume(axes);
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
    logMarginalLikelihood: top + Math.log(total * cell),
    evaluations,
  };
}

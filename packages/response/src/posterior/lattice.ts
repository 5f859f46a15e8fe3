import type { Mixture } from "../mixture.ts";
import type { ErrorPriors } from "../priors.ts";
import { cellVolume, growLattice, latticeAxes } from "./grow.ts";
import { findMode } from "./mode.ts";
import { logistic, type Posterior } from "./posterior.ts";
import { type Prepared, prepare, type Regression, withoutSigma } from "./regression.ts";
import { type Fineness, sigmaProfile } from "./sigma.ts";
import { type SigmaPoint, spellOut, spellOutContrast } from "./spellOut.ts";

/** |atanh ρ| beyond this (|ρ| > 0.999) is a random walk and belongs to another model. */
export const ATANH_RHO_LIMIT = 3.8;

/**
 * Lattice points lie one SD apart, nodes of σ 1.3, and are kept down to e⁻⁷ of the top. Against a lattice twice as fine and
 * deeper, no probability moves by 2e-3 and no quantile by 2e-3 points (`test/posterior.test.ts`).
 */
export const DEFAULT_FINENESS: Fineness = { step: 1, sigmaStep: 1.3, depth: 7 };

interface Pair extends SigmaPoint {
  readonly atanhRho: number;
  readonly logitLambda: number;
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
  const value = (x: Float64Array) => evaluator.at(x)?.logPosterior ?? -Infinity;
  const mode = findMode(value, dimension);
  const axes = latticeAxes(mode.curvature, dimension, fineness.step);
  const pairs = growLattice((x) => evaluator.at(x), mode.at, axes, fineness.depth);
  return collect(pairs, prepared, priors, cellVolume(axes), evaluator.evaluations, fineness);
}

/** How far below the best point of the other lattice a point still counts; e⁻⁵ moves no probability by 1e-3. */
const BORROWED_DEPTH = 5;

/**
 * What a like regression (the same ratings, one column drawn otherwise) says of c′b, on the (ρ, λ) that another fit found: no
 * search, and marginal likelihoods that can be held against each other.
 */
export function contrastLike(
  regression: Regression,
  priors: ErrorPriors,
  { other, c }: { readonly other: Posterior; readonly c: ArrayLike<number> },
): { readonly mixture: Mixture; readonly logMarginalLikelihood: number } {
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
    if (pair !== null) pairs.push(pair);
  }
  const { depth } = DEFAULT_FINENESS;
  const { mixture, logSum } = spellOutContrast(pairs, { priors: prepared.priors, c, depth });
  return { mixture, logMarginalLikelihood: logSum + Math.log(other.cell) };
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

/** Every (ρ, λ) with each of its σ nodes as one component. */
function collect(
  pairs: readonly Pair[],
  prepared: Prepared,
  priors: ErrorPriors,
  cell: number,
  evaluations: number,
  { depth }: Fineness,
): Posterior {
  const { owners, best, logSum, ...mixture } = spellOut(pairs, prepared.priors, depth);
  const atanhRho = new Float64Array(owners.length);
  const logitLambda = new Float64Array(owners.length);
  for (let i = 0; i < owners.length; i++) {
    atanhRho[i] = owners[i]!.atanhRho;
    logitLambda[i] = owners[i]!.logitLambda;
  }
  return {
    ...mixture,
    atanhRho,
    logitLambda,
    mode: {
      sigma: Math.exp(best.profile.mode),
      rho: Math.tanh(best.atanhRho),
      lambda: priors.logitLambda ? logistic(best.logitLambda) : 1,
    },
    cell,
    logMarginalLikelihood: logSum + Math.log(cell),
    evaluations,
  };
}

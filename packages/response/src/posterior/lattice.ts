import type { NormalPrior } from "../exposure.ts";
import type { ErrorPriors } from "../priors.ts";
import { cellVolume, growLattice, latticeAxes } from "./grow.ts";
import { findMode } from "./mode.ts";
import { logistic, type Posterior } from "./posterior.ts";
import { type Prepared, prepare, type Regression, type SigmaFree, withoutSigma } from "./regression.ts";
import { type Fineness, sigmaProfile } from "./sigma.ts";
import { type SigmaPoint, spellOut } from "./spellOut.ts";

/** |atanh ρ| beyond this (|ρ| > 0.999) is a random walk and belongs to another model. */
export const ATANH_RHO_LIMIT = 3.8;

/**
 * Lattice points lie one SD apart, nodes of σ 1.3, and are kept down to e⁻⁷ of the top. Against a lattice twice as fine and
 * deeper, no probability moves by 2e-3 and no quantile by 2e-3 points (`test/posterior.test.ts`).
 */
export const DEFAULT_FINENESS: Fineness = { step: 1, sigmaStep: 1.3, depth: 7 };

/** One (ρ, λ) of the lattice. */
export interface Pair extends SigmaPoint {
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
    const { atanhRho: rhoPrior, logitLambda: lambdaPrior } = this.priors;
    const atanhRho = rhoPrior.mean + rhoPrior.sd * x[0]!;
    if (!(Math.abs(atanhRho) <= ATANH_RHO_LIMIT)) return null;
    const logitLambda = lambdaPrior ? lambdaPrior.mean + lambdaPrior.sd * x[1]! : Infinity;
    this.evaluations++;
    const free = withoutSigma(this.prepared, Math.tanh(atanhRho), logistic(logitLambda));
    const { priors, fineness } = this;
    const pair = pairAt({ atanhRho, logitLambda }, free, priors, { start: this.lastMode, fineness });
    this.lastMode = pair.profile.mode;
    return pair;
  }
}

/** The point at which the regression is `free`, with σ integrated out from `start` on. */
export function pairAt(
  { atanhRho, logitLambda }: Pick<Pair, "atanhRho" | "logitLambda">,
  free: SigmaFree,
  priors: ErrorPriors,
  { start, fineness }: { readonly start: number; readonly fineness: Fineness },
): Pair {
  const profile = sigmaProfile(free, priors.logSigma, start, fineness);
  let logPosterior = profile.logSum + logDensityOf(atanhRho, priors.atanhRho);
  if (priors.logitLambda !== null) logPosterior += logDensityOf(logitLambda, priors.logitLambda);
  return { atanhRho, logitLambda, free, profile, logPosterior };
}

/** Of the prior, in prior SDs, as the lattice is. */
const logDensityOf = (x: number, { mean, sd }: NormalPrior): number =>
  -0.5 * (((x - mean) / sd) ** 2 + Math.log(2 * Math.PI));

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

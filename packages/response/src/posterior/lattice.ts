import { nelderMead } from "@unclench/stats";
import type { ErrorPriors } from "../priors.ts";
import { cellVolume, growLattice, latticeAxes } from "./grow.ts";
import { logistic, type Posterior } from "./posterior.ts";
import { type Prepared, prepare, type Regression, withoutSigma } from "./regression.ts";
import { type Fineness, sigmaProfile } from "./sigma.ts";
import { type SigmaPoint, spellOut } from "./spellOut.ts";

/** |atanh ρ| beyond this (|ρ| > 0.999) is a random walk and belongs to another model. */
export const ATANH_RHO_LIMIT = 3.8;

/**
 * Lattice points lie 0.8 SD apart and are kept down to e⁻⁹ of the top. Against a lattice twice as fine and deeper, no
 * probability moves by 5e-3 and no quantile by 5e-3 points (`test/posterior.test.ts`).
 */
export const DEFAULT_FINENESS: Fineness = { step: 0.8, depth: 9 };

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

/** Every (ρ, λ) with each of its σ nodes as one component. */
function collect(
  pairs: readonly Pair[],
  prepared: Prepared,
  priors: ErrorPriors,
  axes: readonly Float64Array[],
  evaluations: number,
  { depth }: Fineness,
): Posterior {
  const { owners, best, logSum, ...mixture } = spellOut(pairs, prepared.priors, depth);
  return {
    ...mixture,
    atanhRho: Float64Array.from(owners, ({ atanhRho }) => atanhRho),
    logitLambda: Float64Array.from(owners, ({ logitLambda }) => logitLambda),
    mode: {
      sigma: Math.exp(best.profile.mode),
      rho: Math.tanh(best.atanhRho),
      lambda: priors.logitLambda ? logistic(best.logitLambda) : 1,
    },
    logMarginalLikelihood: logSum + Math.log(cellVolume(axes)),
    evaluations,
  };
}

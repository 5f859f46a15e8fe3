import type { NormalPrior } from "../exposure.ts";
import {
  integrateLatent,
  type LatentFineness,
  type LatentMixture,
  type LatentProblem,
  type Theta,
} from "../latent/integrate.ts";
import type { CoefficientMixture } from "../posterior/posterior.ts";
import { type CountErrors, CountModel, type CountRegression } from "./model.ts";

/** Priors of what the ups and downs of counts look like, all normal. */
export interface CountErrorPriors {
  /** log of the SD of the latent ups and downs, on the log scale of the mean count */
  readonly logSigma: NormalPrior;
  /** atanh of their correlation from day to day */
  readonly atanhRho: NormalPrior;
  /** log of the size r of the negative binomial */
  readonly logSize: NormalPrior;
}

/** The joint posterior of the coefficients of counts: a weighted list of normal distributions. */
export interface CountPosterior extends CoefficientMixture {
  readonly logSigma: Float64Array;
  readonly atanhRho: Float64Array;
  readonly logSize: Float64Array;
  readonly mode: CountErrors;
  readonly logMarginalLikelihood: number;
  /** how often the latent days were solved: what the work is proportional to */
  readonly evaluations: number;
}

/** Beyond these the model is another one: no ups and downs at all, a random walk, Poisson. */
const LOG_SIGMA_LIMIT = 5;
const ATANH_RHO_LIMIT = 3.5;
const LOG_SIZE_LIMIT = 6;

/**
 * Lattice points lie 1.4 SD apart: a product of bells is then integrated to 1e-4. Against a lattice of half the step,
 * twice as deep and with a sharper search, nothing moves by 3e-3 (`test/counts.test.ts`).
 */
export const COUNT_FINENESS: LatentFineness = { step: 1.4, depth: 4, tolerance: 1e-3 };

const errorsOf = ([logSigma, atanhRho, logSize]: Theta): CountErrors => ({
  sigma: Math.exp(logSigma),
  rho: Math.tanh(atanhRho),
  size: Math.exp(logSize),
});

/** Counts as a function of (log σ, atanh ρ, log r). */
export function countProblem(
  regression: CountRegression,
  { logSigma, atanhRho, logSize }: CountErrorPriors,
): LatentProblem {
  const model = new CountModel(regression);
  return {
    priors: [logSigma, atanhRho, logSize],
    flatStart: () => model.flatStart(),
    solve(theta, start, tolerance) {
      const inside =
        Math.abs(theta[0]) <= LOG_SIGMA_LIMIT &&
        Math.abs(theta[1]) <= ATANH_RHO_LIMIT &&
        Math.abs(theta[2]) <= LOG_SIZE_LIMIT;
      return inside ? model.at(errorsOf(theta), start, tolerance) : null;
    },
  };
}

/** [RS-40] Mixes the normal approximations over a lattice of (log σ, atanh ρ, log r) around its mode. */
export function integrateCounts(
  regression: CountRegression,
  priors: CountErrorPriors,
  fineness: LatentFineness = COUNT_FINENESS,
): CountPosterior {
  return countPosterior(integrateLatent(countProblem(regression, priors), fineness));
}

export function countPosterior({ thetas, mode, ...mixture }: LatentMixture): CountPosterior {
  return {
    ...mixture,
    logSigma: Float64Array.from(thetas, (theta) => theta[0]),
    atanhRho: Float64Array.from(thetas, (theta) => theta[1]),
    logSize: Float64Array.from(thetas, (theta) => theta[2]),
    mode: errorsOf(mode),
  };
}

import type { Mixture } from "../mixture.ts";
import { integrate } from "../posterior/lattice.ts";
import type { ErrorParameters } from "../posterior/posterior.ts";
import { ERROR_PRIORS } from "../priors.ts";
import { errorPoints } from "./errorPoints.ts";
import { type CycleRegression, type CycleSolution, CycleSolver } from "./regression.ts";
import { LOG_STRETCHES, meanLogStretch, type StretchWeights, shareStretches } from "./stretch.ts";

/** Spread of a person's cycles in size, in points, and how likely each is beforehand (half normal, 0.75). */
const TAUS: readonly number[] = [0.1, 0.3, 0.6, 1, 1.5];
const TYPICAL_TAU = 0.75;
/** Spread of one cycle's log stretch beforehand, for comparing stretches under different errors. */
const BROAD = 0.35;
const SWEEPS = 2;
/** Stretches less likely than this in the sweep before are not looked at again. */
const UNLIKELY = 1e-5;

/** A normal distribution of the coefficients, and its share among those of one set of stretches. */
interface Part {
  readonly weight: number;
  readonly solution: CycleSolution;
}

/** What the diary says of one set of stretches, summed over τ and the errors. */
export interface Candidate {
  readonly logLikelihood: number;
  readonly parts: readonly Part[];
}

export interface StretchFit {
  /** for each cycle, one for each of `LOG_STRETCHES`, the other cycles at their centre */
  readonly candidates: readonly (readonly Candidate[])[];
  readonly weights: readonly StretchWeights[];
  /** all cycles at the centre of their stretch */
  readonly central: Candidate;
}

/**
 * [RS-51] Errors at their mode and each cycle's stretch, in turn, until both have settled; then once more with six points that
 * stand for the posterior of the errors.
 */
export function fitStretches(model: CycleRegression, personSd: number): StretchFit {
  const lattice = Array.from({ length: model.cycles }, (_, j) =>
    LOG_STRETCHES.map((logStretch) => model.waveOf(j, logStretch)),
  );
  const wavesAt = (centres: Float64Array) => Array.from(centres, (centre, j) => model.waveOf(j, centre));
  let central = wavesAt(new Float64Array(model.cycles));
  let weights: StretchWeights[] = lattice.map(() => new Float64Array(LOG_STRETCHES.length).fill(1));
  let candidates: Candidate[][] = [];
  let posterior = integrate(model.at(central, TYPICAL_TAU), ERROR_PRIORS);
  for (let sweep = 0; sweep <= SWEEPS; sweep++) {
    const errors = sweep < SWEEPS ? [posterior.mode] : errorPoints(posterior);
    const solvers = errors.map((one) => new CycleSolver(model, one));
    candidates = lattice.map((waves, j) => {
      const solved = waves.map((wave, k) => {
        if (weights[j]![k]! < UNLIKELY) return null;
        const together = central.map((other, i) => (i === j ? wave : other));
        return solvers.map((solver) => summedOverTau(solver.solve(together, TAUS)));
      });
      return comparable(solved);
    });
    weights = shareStretches(
      candidates.map((own) => Float64Array.from(own, ({ logLikelihood }) => logLikelihood)),
      personSd,
    );
    if (sweep === SWEEPS) break;
    central = wavesAt(Float64Array.from(weights, meanLogStretch));
    if (sweep === 0) posterior = integrate(model.at(central, TYPICAL_TAU), ERROR_PRIORS);
  }
  const solvedCentral = errorPoints(posterior).map((one: ErrorParameters) =>
    summedOverTau(new CycleSolver(model, one).solve(central, TAUS)),
  );
  // Among the errors, each of the six points counts the same.
  const parts = solvedCentral.flatMap(({ shares }) =>
    shares.map(({ weight, solution }) => ({ weight: weight / solvedCentral.length, solution })),
  );
  return { candidates, weights, central: { logLikelihood: 0, parts } };
}

interface OverTau {
  readonly logLikelihood: number;
  /** p(τ | y) for these errors and stretches */
  readonly shares: readonly Part[];
}

function summedOverTau(solutions: readonly CycleSolution[]): OverTau {
  const logs = solutions.map(({ logEvidence }, i) => logEvidence - 0.5 * (TAUS[i]! / TYPICAL_TAU) ** 2);
  const logLikelihood = logSum(logs);
  const shares = solutions.map((solution, i) => ({ weight: Math.exp(logs[i]! - logLikelihood), solution }));
  return { logLikelihood, shares };
}

/** Likelihoods of stretches under several errors, each made a distribution before they are averaged. */
function comparable(solved: readonly (readonly OverTau[] | null)[]): Candidate[] {
  const count = solved.find((one) => one !== null)?.length ?? 0;
  const norms = Array.from({ length: count }, (_, m) =>
    logSum(
      solved.flatMap((one, k) =>
        one === null ? [] : [one[m]!.logLikelihood - 0.5 * (LOG_STRETCHES[k]! / BROAD) ** 2],
      ),
    ),
  );
  return solved.map((one): Candidate => {
    if (one === null) return { logLikelihood: -Infinity, parts: [] };
    const logs = one.map(({ logLikelihood }, m) => logLikelihood - norms[m]!);
    const logLikelihood = logSum(logs);
    const parts = one.flatMap(({ shares }, m) =>
      shares.map(({ weight, solution }) => ({
        weight: weight * Math.exp(logs[m]! - logLikelihood),
        solution,
      })),
    );
    return { logLikelihood, parts };
  });
}

function logSum(logs: readonly number[]): number {
  const top = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  return top + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

/** The posterior of a weighted sum of coefficients over a cycle's stretches, τ and the errors. */
export function mixCandidates(
  candidates: readonly Candidate[],
  weights: StretchWeights,
  c: Float64Array,
): Mixture {
  const found = candidates.flatMap(({ parts }, k) =>
    parts
      .map(({ weight, solution }) => ({ weight: weights[k]! * weight, solution }))
      .filter(({ weight }) => weight > 1e-6)
      .map(({ weight, solution }) => ({ weight, ...solution.moments(c) })),
  );
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  return {
    weights: Float64Array.from(found, ({ weight }) => weight / total),
    means: Float64Array.from(found, ({ mean }) => mean),
    sds: Float64Array.from(found, ({ sd }) => sd),
  };
}

import { cholesky, logDeterminantFromCholesky, solveCholesky, solveLower } from "@unclench/stats";
import { whitenedProducts } from "../errors.ts";
import { type NormalPrior, type WaveTreatment, waveShare } from "../exposure.ts";
import type { ErrorParameters } from "../posterior/posterior.ts";
import { prepare, type Regression } from "../posterior/regression.ts";

/** What the cycles of one injection are fitted to. */
export interface CycleData {
  readonly days: Int32Array;
  readonly ratings: Float64Array;
  /** row-major; the column `shared` is that of the injection and is filled anew for each set of stretches */
  readonly rows: Float64Array;
  readonly priors: readonly NormalPrior[];
  readonly shared: number;
  /** ascending */
  readonly givenOn: readonly number[];
  readonly knots: WaveTreatment["knots"];
}

/**
 * [Note: Cycles of their own size and speed]
 * Each cycle j has a wave w((t − s_j)/κ_j) with a stretch κ_j of its own. On each day the highest wave counts (RS-5), and it is
 * that cycle's day. The effect at the peak is β_j = β + δ_j: the column of β is the sum of all cycles' columns, and each cycle
 * has one more for its δ_j ~ N(0, τ²).
 */
export class CycleRegression {
  readonly size: number;
  readonly cycles: number;
  private readonly data: CycleData;

  constructor(data: CycleData) {
    this.data = data;
    this.cycles = data.givenOn.length;
    this.size = data.priors.length + this.cycles;
  }

  /** The wave of cycle j on each rated day, for this log stretch. */
  waveOf(j: number, logStretch: number): Float64Array {
    const { days, givenOn, knots } = this.data;
    const stretch = Math.exp(logStretch);
    const given = givenOn[j]!;
    const end = given + knots.at(-1)![0] * stretch;
    const wave = new Float64Array(days.length);
    for (let i = 0; i < days.length; i++) {
      const day = days[i]!;
      if (day >= given && day <= end) wave[i] = waveShare(knots, (day - given) / stretch);
    }
    return wave;
  }

  /** The regression for one wave of each cycle; δ has SD 1 here (`solveAt` gives it its own). */
  at(waves: readonly Float64Array[]): Regression {
    const { days, ratings, rows, priors, shared } = this.data;
    const { size } = this;
    const base = priors.length;
    const wide = new Float64Array(days.length * size);
    for (let i = 0; i < days.length; i++) {
      for (let k = 0; k < base; k++) wide[i * size + k] = rows[i * base + k]!;
      let [best, owner] = [0, -1];
      for (let j = 0; j < waves.length; j++) {
        const share = waves[j]![i]!;
        // Of two that are equal, the later.
        if (share >= best && share > 0) [best, owner] = [share, j];
      }
      wide[i * size + shared] = best;
      if (owner >= 0) wide[i * size + base + owner] = best;
    }
    const unit = waves.map((): NormalPrior => ({ mean: 0, sd: 1 }));
    return { days, ratings, rows: wide, priors: [...priors, ...unit] };
  }
}

/** The normal posterior of the coefficients for fixed errors, stretches and τ. */
export interface CycleSolution {
  /** log p(y), but for a constant that neither stretches nor τ change */
  readonly logEvidence: number;
  /** mean and SD of a weighted sum of coefficients */
  moments(weights: ArrayLike<number>): { mean: number; sd: number };
}

/** One pass of the filter, then a solution for each τ. `cycles` is the number of trailing δ columns. */
export function solveAt(
  regression: Regression,
  { sigma, rho, lambda }: ErrorParameters,
  cycles: number,
  taus: readonly number[],
): CycleSolution[] {
  const prepared = prepare(regression);
  const { size, priors } = prepared;
  const width = size + 1;
  const { products } = whitenedProducts(prepared.days, prepared.rows, width, rho, lambda);
  const precision = 1 / (sigma * sigma);
  const right = new Float64Array(size);
  for (let r = 0; r < size; r++) right[r] = precision * products[size * width + r]!;
  return taus.map((tau): CycleSolution => {
    const matrix = new Float64Array(size * size);
    for (let r = 0; r < size; r++) {
      for (let c = 0; c < size; c++) matrix[r * size + c] = precision * products[r * width + c]!;
      matrix[r * size + r] = matrix[r * size + r]! + (r < size - cycles ? 1 : 1 / (tau * tau));
    }
    const factor = cholesky(matrix, size);
    if (!factor) throw new Error("A precision with a proper prior is positive definite");
    const shift = solveCholesky(factor, size, right);
    let explained = 0;
    for (let k = 0; k < size; k++) explained += right[k]! * shift[k]!;
    const logDeterminant = logDeterminantFromCholesky(factor, size) + 2 * cycles * Math.log(tau);
    return {
      logEvidence: 0.5 * (explained - logDeterminant),
      moments(weights) {
        let mean = 0;
        const scaled = new Float64Array(size);
        for (let k = 0; k < size; k++) {
          scaled[k] = weights[k]! * priors[k]!.sd;
          mean += weights[k]! * priors[k]!.mean + scaled[k]! * shift[k]!;
        }
        const solved = solveLower(factor, size, scaled);
        return { mean, sd: Math.sqrt(solved.reduce((sum, value) => sum + value * value, 0)) };
      },
    };
  });
}

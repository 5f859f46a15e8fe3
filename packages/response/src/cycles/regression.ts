import { cholesky, logDeterminantFromCholesky, solveCholesky, solveLower } from "@unclench/stats";
import { type NormalPrior, type WaveTreatment, waveShare } from "../exposure.ts";
import type { ErrorParameters } from "../posterior/posterior.ts";
import type { Regression } from "../posterior/regression.ts";
import { inner, type WhitenedColumn, Whitener } from "./whitener.ts";

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
  readonly data: CycleData;

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

  /** The column of β, and those of each δ_j, for one wave of each cycle. */
  columnsAt(waves: readonly Float64Array[]): { shared: Float64Array; own: Float64Array[] } {
    const n = this.data.days.length;
    const shared = new Float64Array(n);
    const own = waves.map(() => new Float64Array(n));
    for (let i = 0; i < n; i++) {
      let [best, owner] = [0, -1];
      for (let j = 0; j < waves.length; j++) {
        const share = waves[j]![i]!;
        // Of two that are equal, the later.
        if (share >= best && share > 0) [best, owner] = [share, j];
      }
      if (owner < 0) continue;
      shared[i] = best;
      own[owner]![i] = best;
    }
    return { shared, own };
  }

  /** The same as one regression; δ has SD `tau` here. */
  at(waves: readonly Float64Array[], tau: number): Regression {
    const { days, ratings, rows, priors, shared } = this.data;
    const { size } = this;
    const base = priors.length;
    const columns = this.columnsAt(waves);
    const wide = new Float64Array(days.length * size);
    for (let i = 0; i < days.length; i++) {
      for (let k = 0; k < base; k++) wide[i * size + k] = rows[i * base + k]!;
      wide[i * size + shared] = columns.shared[i]!;
      columns.own.forEach((column, j) => {
        wide[i * size + base + j] = column[i]!;
      });
    }
    const own = waves.map((): NormalPrior => ({ mean: 0, sd: tau }));
    return { days, ratings, rows: wide, priors: [...priors, ...own] };
  }
}

/** The normal posterior of the coefficients for fixed errors, stretches and τ. */
export interface CycleSolution {
  /** log p(y), but for a constant that neither stretches nor τ change */
  readonly logEvidence: number;
  /** mean and SD of a weighted sum of coefficients */
  moments(weights: ArrayLike<number>): { mean: number; sd: number };
}

/** Solutions for fixed errors: what does not change from one set of stretches to the next is whitened once. */
export class CycleSolver {
  private readonly model: CycleRegression;
  private readonly data: CycleData;
  private readonly precision: number;
  private readonly whitener: Whitener;
  private readonly base: readonly (WhitenedColumn | null)[];
  private readonly rest: WhitenedColumn;

  constructor(model: CycleRegression, { sigma, rho, lambda }: ErrorParameters) {
    const { data } = model;
    const { days, ratings, rows, priors, shared } = data;
    this.model = model;
    this.data = data;
    this.precision = 1 / (sigma * sigma);
    this.whitener = new Whitener(days, rho, lambda);
    const width = priors.length;
    const rest = Float64Array.from(ratings);
    this.base = priors.map(({ mean, sd }, k) => {
      if (k === shared) return null;
      const column = Float64Array.from({ length: days.length }, (_, i) => rows[i * width + k]!);
      for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! - mean * column[i]!;
      return this.whitener.column(column, sd);
    });
    this.rest = this.whitener.column(rest, 1);
  }

  /** One solution for each τ. */
  solve(waves: readonly Float64Array[], taus: readonly number[]): CycleSolution[] {
    const { whitener, precision, rest } = this;
    const { size, cycles } = this.model;
    const { priors, shared } = this.data;
    const raw = this.model.columnsAt(waves);
    const sharedColumn = whitener.column(raw.shared, priors[shared]!.sd);
    const columns = [
      ...this.base.map((column) => column ?? sharedColumn),
      ...raw.own.map((column) => whitener.column(column, 1)),
    ];
    // r = y − Xb0 holds the shared column as often as its prior mean says.
    const times = priors[shared]!.mean / priors[shared]!.sd;
    const right = Float64Array.from(columns, (column) => {
      return precision * (inner(rest, column) - times * inner(sharedColumn, column));
    });
    const square =
      times === 0
        ? 0
        : precision *
          (times * times * inner(sharedColumn, sharedColumn) - 2 * times * inner(rest, sharedColumn));
    const products = new Float64Array(size * size);
    for (let r = 0; r < size; r++)
      for (let c = 0; c <= r; c++) products[r * size + c] = precision * inner(columns[r]!, columns[c]!);
    return taus.map((tau) => solution({ products, right, square, tau, size, cycles, priors }));
  }
}

interface Normal {
  readonly products: Float64Array;
  readonly right: Float64Array;
  /** the part of r′V⁻¹r that the stretches change */
  readonly square: number;
  readonly tau: number;
  readonly size: number;
  readonly cycles: number;
  readonly priors: readonly NormalPrior[];
}

function solution({ products, right, square, tau, size, cycles, priors }: Normal): CycleSolution {
  const matrix = products.slice();
  const base = size - cycles;
  for (let r = 0; r < size; r++)
    matrix[r * size + r] = matrix[r * size + r]! + (r < base ? 1 : 1 / (tau * tau));
  const factor = cholesky(matrix, size);
  if (!factor) throw new Error("A precision with a proper prior is positive definite");
  const shift = solveCholesky(factor, size, right);
  let explained = 0;
  for (let k = 0; k < size; k++) explained += right[k]! * shift[k]!;
  const logDeterminant = logDeterminantFromCholesky(factor, size) + 2 * cycles * Math.log(tau);
  return {
    logEvidence: 0.5 * (explained - square - logDeterminant),
    moments(weights) {
      let mean = 0;
      const scaled = new Float64Array(size);
      for (let k = 0; k < size; k++) {
        const prior = priors[k] ?? { mean: 0, sd: 1 };
        scaled[k] = weights[k]! * prior.sd;
        mean += weights[k]! * prior.mean + scaled[k]! * shift[k]!;
      }
      const solved = solveLower(factor, size, scaled);
      return { mean, sd: Math.sqrt(solved.reduce((sum, value) => sum + value * value, 0)) };
    },
  };
}

import {
  cholesky,
  goldenSection,
  inverseFromCholesky,
  logDeterminantFromCholesky,
  solveCholesky,
} from "@unclench/stats";
import { type WhitenedProducts, whitenedProducts } from "./errors.ts";

export interface GlsInput {
  /** ascending calendar days; gaps are allowed */
  readonly days: ArrayLike<number>;
  readonly ratings: ArrayLike<number>;
  /** row-major, `width` columns */
  readonly rows: Float64Array;
  readonly width: number;
}

export type GlsMethod = "ML" | "REML";

export interface GlsFit {
  readonly rho: number;
  readonly coefficients: Float64Array;
  /** σ² (X′R⁻¹X)⁻¹ with the variance that divides by n − p, whatever the method */
  readonly covariance: Float64Array;
  /** divides by n for ML and by n − p for REML */
  readonly sigma: number;
  readonly logLikelihood: number;
}

/**
 * [RS-20] Generalised least squares with AR(1) errors on calendar days: no priors, no reporting noise. The classical
 * answer beside the Bayesian one; same definitions as `gls(…, correlation = corAR1(form = ~day))` of R's nlme
 * (Pinheiro & Bates, Mixed-Effects Models in S and S-PLUS, 2000, chapter 5).
 *
 * Without `rho` it is estimated. Null if the columns are linearly dependent or not fewer than the rated days.
 */
export function generalisedLeastSquares(input: GlsInput, method: GlsMethod, rho?: number): GlsFit | null {
  if (input.days.length <= input.width) return null;
  const joined = joinedRows(input);
  const at = (tried: number): GlsFit | null => fitAt(input, joined, method, tried);
  return at(rho ?? estimateRho(at));
}

/** The likelihood may have two hills (a negative ρ with gaps): the highest point of a scan starts the search. */
function estimateRho(at: (rho: number) => GlsFit | null): number {
  const cost = (atanhRho: number) => -(at(Math.tanh(atanhRho))?.logLikelihood ?? -Infinity);
  const step = 0.1;
  let best = 0;
  let least = cost(best);
  for (let atanhRho = -3; atanhRho <= 3.0001; atanhRho += step) {
    const here = cost(atanhRho);
    if (here < least) [best, least] = [atanhRho, here];
  }
  return Math.tanh(goldenSection(cost, best - step, best + step, 1e-9));
}

/** The columns, and the ratings as the last one. */
function joinedRows({ days, ratings, rows, width }: GlsInput): Float64Array {
  const joined = new Float64Array(days.length * (width + 1));
  for (let i = 0; i < days.length; i++) {
    joined.set(rows.subarray(i * width, (i + 1) * width), i * (width + 1));
    joined[i * (width + 1) + width] = ratings[i]!;
  }
  return joined;
}

function fitAt(
  { days, width }: GlsInput,
  joined: Float64Array,
  method: GlsMethod,
  rho: number,
): GlsFit | null {
  const { products, logDeterminant } = whitenedProducts(days, joined, width + 1, rho, 1);
  return solve({ products, logDeterminant }, width, days.length, method, rho);
}

function solve(
  { products, logDeterminant }: WhitenedProducts,
  width: number,
  count: number,
  method: GlsMethod,
  rho: number,
): GlsFit | null {
  const all = width + 1;
  const normal = new Float64Array(width * width);
  for (let r = 0; r < width; r++)
    for (let c = 0; c < width; c++) normal[r * width + c] = products[r * all + c]!;
  const factor = cholesky(normal, width);
  if (!factor) return null;
  const right = products.subarray(width * all, width * all + width);
  const coefficients = solveCholesky(factor, width, right);
  let residual = products[width * all + width]!;
  for (let k = 0; k < width; k++) residual -= right[k]! * coefficients[k]!;
  const free = count - width;
  const covariance = inverseFromCholesky(factor, width).map((value) => (value * residual) / free);
  const divisor = method === "ML" ? count : free;
  const variance = residual / divisor;
  let logLikelihood = -0.5 * (divisor * (Math.log(2 * Math.PI * variance) + 1) + logDeterminant);
  if (method === "REML") logLikelihood -= 0.5 * logDeterminantFromCholesky(factor, width);
  return { rho, coefficients, covariance, sigma: Math.sqrt(variance), logLikelihood };
}

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
  return fitAt(input, method, rho ?? estimateRho(input, method));
}

/** The likelihood may have two hills (a negative ρ with gaps): the highest point of a scan starts the search. */
function estimateRho(input: GlsInput, method: GlsMethod): number {
  const cost = (atanhRho: number) => -(fitAt(input, method, Math.tanh(atanhRho))?.logLikelihood ?? -Infinity);
  const step = 0.1;
  let best = 0;
  for (let atanhRho = -3; atanhRho <= 3.0001; atanhRho += step)
    if (cost(atanhRho) < cost(best)) best = atanhRho;
  return Math.tanh(goldenSection(cost, best - step, best + step, 1e-9));
}

function fitAt({ days, ratings, rows, width }: GlsInput, method: GlsMethod, rho: number): GlsFit | null {
  const count = days.length;
  const joined = new Float64Array(count * (width + 1));
  for (let i = 0; i < count; i++) {
    joined.set(rows.subarray(i * width, (i + 1) * width), i * (width + 1));
    joined[i * (width + 1) + width] = ratings[i]!;
  }
  const { products, logDeterminant } = whitenedProducts(days, joined, width + 1, rho, 1);
  return solve({ products, logDeterminant }, width, count, method, rho);
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

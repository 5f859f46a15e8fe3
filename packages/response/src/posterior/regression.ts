import { cholesky, solveCholesky, symmetricEigenInPlace } from "@unclench/stats";
import { type WhitenedProducts, whitenedProducts } from "../errors.ts";
import type { NormalPrior } from "../exposure.ts";

/** A regression of ratings on columns, with a normal prior for each coefficient. */
export interface Regression {
  readonly days: ArrayLike<number>;
  readonly ratings: ArrayLike<number>;
  /** row-major, one row a rated day */
  readonly rows: Float64Array;
  readonly priors: readonly NormalPrior[];
  /** multiplies the variance of each rated day's reporting noise; without it all are 1 */
  readonly noise?: ArrayLike<number>;
}

/** A regression made ready for the filter: the last column is r = y − X b0. */
export interface Prepared {
  readonly days: ArrayLike<number>;
  readonly rows: Float64Array;
  readonly size: number;
  readonly priors: readonly NormalPrior[];
  readonly noise: ArrayLike<number> | undefined;
}

export function prepare({ days, ratings, rows, priors, noise }: Regression): Prepared {
  const size = priors.length;
  const joined = new Float64Array(days.length * (size + 1));
  for (let i = 0; i < days.length; i++) {
    let rest = ratings[i]!;
    for (let k = 0; k < size; k++) {
      const value = rows[i * size + k]!;
      // Scaling a column by its prior SD makes the prior of its coefficient N(0, 1): S0 drops out of every formula.
      joined[i * (size + 1) + k] = value * priors[k]!.sd;
      rest -= value * priors[k]!.mean;
    }
    joined[i * (size + 1) + size] = rest;
  }
  return { days, rows: joined, size, priors, noise };
}

/**
 * At one (σ, ρ, λ), from the products [Z r]′V⁻¹[Z r] of scaled columns Z: the Cholesky factor of the coefficients' precision
 * I + Z′V⁻¹Z/σ², and how far their mean lies from the prior's, both in prior SDs.
 */
export function scaledCoefficients(
  products: ArrayLike<number>,
  size: number,
  sigma: number,
): { factor: Float64Array; shift: Float64Array } {
  const width = size + 1;
  const precision = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++)
      precision[r * size + c] = products[r * width + c]! / sigma ** 2 + (r === c ? 1 : 0);
    right[r] = products[size * width + r]! / sigma ** 2;
  }
  const factor = cholesky(precision, size);
  if (!factor) throw new Error("A precision with a proper prior is positive definite");
  return { factor, shift: solveCholesky(factor, size, right) };
}

/**
 * [Note: One eigen decomposition for all σ]
 * For one (ρ, λ), with A = W′W of the scaled columns = Q D Q′, g = Q′W′r, q = r′V⁻¹r at σ = 1 and τ = 1/σ²:
 *
 *     P = I + τA = Q (I + τD) Q′,   m = Q τ(I + τD)⁻¹ g,   log|S0| + log|P| = Σ log(1 + τd_i)
 *     log p(y | σ, ρ, λ) = −½ [ n log 2π + log|V₁| + 2n log σ + Σ log(1 + τd_i) + τq − Σ τ²g_i²/(1 + τd_i) ]
 *
 * so that every further σ costs a handful of operations, and its derivatives in log σ are closed forms.
 */
export interface SigmaFree {
  readonly count: number;
  readonly size: number;
  readonly logDeterminant: number;
  readonly residual: number;
  readonly d: Float64Array;
  readonly g: Float64Array;
  /** columns are the eigenvectors */
  readonly q: Float64Array;
}

export function withoutSigma(prepared: Prepared, rho: number, lambda: number): SigmaFree {
  const { days, rows, size, noise } = prepared;
  const whitened = whitenedProducts(days, rows, size + 1, rho, lambda, noise);
  return sigmaFree(whitened, days.length, size);
}

/** The decomposition, from W′W and log |V₁| of any model of the errors. */
export function sigmaFree(
  { products, logDeterminant }: WhitenedProducts,
  count: number,
  size: number,
): SigmaFree {
  const width = size + 1;
  const a = new Float64Array(size * size);
  for (let r = 0; r < size; r++) for (let c = 0; c < size; c++) a[r * size + c] = products[r * width + c]!;
  const { values: d, vectors: q } = symmetricEigenInPlace(a, size);
  const g = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    // An eigenvalue of W′W is never negative; rounding may make it so for columns that are nearly the same.
    if (d[k]! < 0) d[k] = 0;
    let along = 0;
    for (let r = 0; r < size; r++) along += q[r * size + k]! * products[size * width + r]!;
    g[k] = along;
  }
  return { count, size, logDeterminant, residual: products[size * width + size]!, d, g, q };
}

/** log p(y | σ, ρ, λ) with its first and second derivative in log σ, at s = log σ. */
export function logLikelihood(
  free: SigmaFree,
  s: number,
): { value: number; slope: number; curvature: number } {
  const { count, size, d, g, residual, logDeterminant } = free;
  const tau = Math.exp(-2 * s);
  let value = count * Math.log(2 * Math.PI) + logDeterminant + 2 * count * s + tau * residual;
  let slope = tau * residual - count;
  let curvature = -2 * tau * residual;
  for (let i = 0; i < size; i++) {
    const u = 1 / (1 + tau * d[i]!);
    const explained = (tau * g[i]!) ** 2;
    value += -Math.log(u) - explained * u;
    slope += 1 - u - explained * u * (1 + u);
    curvature += -2 * u * (1 - u) + explained * u * (2 + 2 * u + 4 * u * u);
  }
  return { value: -0.5 * value, slope, curvature };
}

/** The value alone, for where no derivatives are needed. */
export function logLikelihoodValue(free: SigmaFree, s: number): number {
  const { count, size, d, g, residual, logDeterminant } = free;
  const tau = Math.exp(-2 * s);
  let value = count * Math.log(2 * Math.PI) + logDeterminant + 2 * count * s + tau * residual;
  for (let i = 0; i < size; i++) {
    const u = 1 / (1 + tau * d[i]!);
    value += -Math.log(u) - (tau * g[i]!) ** 2 * u;
  }
  return -0.5 * value;
}

/** Lists of joint normal distributions, and the place of one in them. */
export interface Place {
  readonly means: Float64Array;
  readonly covariances: Float64Array;
  readonly place: number;
}

/** Writes mean (size) and covariance (size × size) of the coefficients at s = log σ, on their own scale. */
export function coefficientsAt(
  free: SigmaFree,
  priors: readonly NormalPrior[],
  s: number,
  { means, covariances, place }: Place,
): void {
  const { size, d, g, q } = free;
  const tau = Math.exp(-2 * s);
  for (let r = 0; r < size; r++) {
    const row = r * size;
    const { mean, sd } = priors[r]!;
    const base = (place * size + r) * size;
    let shift = 0;
    for (let c = 0; c <= r; c++) covariances[base + c] = 0;
    for (let k = 0; k < size; k++) {
      const share = q[row + k]! / (1 + tau * d[k]!);
      shift += share * tau * g[k]!;
      for (let c = 0; c <= r; c++) covariances[base + c] = covariances[base + c]! + share * q[c * size + k]!;
    }
    means[place * size + r] = mean + sd * shift;
    for (let c = 0; c <= r; c++) {
      const value = sd * priors[c]!.sd * covariances[base + c]!;
      covariances[base + c] = value;
      covariances[(place * size + c) * size + r] = value;
    }
  }
}

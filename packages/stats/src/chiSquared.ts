import { incompleteGamma } from "./gamma.ts";
import { normalQuantile } from "./normal.ts";
import { brentRoot } from "./roots.ts";

/**
 * P(X > x) for χ² with `df` degrees of freedom, with all its digits also far out in the tail: Q(df/2, x/2)
 * (DLMF 8.2.4). With 0 degrees of freedom X is 0.
 *
 * @example
 * chiSquaredUpperTail(0, 3) // 1
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  if (df === 0) return x > 0 ? 0 : 1;
  return incompleteGamma(df / 2, Math.max(0, x) / 2).upper;
}

/**
 * P(X ≤ x): P(df/2, x/2), with all its digits in the lower tail.
 *
 * @example
 * chiSquaredCdf(0, 3) // 0
 */
export function chiSquaredCdf(x: number, df: number): number {
  if (df === 0) return x >= 0 ? 1 : 0;
  return incompleteGamma(df / 2, Math.max(0, x) / 2).lower;
}

/**
 * The x with P(X ≤ x) = p, by a bracketed root of the logarithm of the nearer tail in ln x.
 *
 * @example
 * chiSquaredQuantile(0.95, 1) // 3.8414…
 */
export function chiSquaredQuantile(p: number, df: number): number {
  if (!(df > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const off = (logX: number): number => {
    const { lower, upper } = incompleteGamma(df / 2, Math.exp(logX) / 2);
    return p < 0.5 ? Math.log(lower / p) : Math.log((1 - p) / upper);
  };
  // Wilson and Hilferty's cube as a start, then a bracket around it.
  const cube = 1 - 2 / (9 * df) + normalQuantile(p) * Math.sqrt(2 / (9 * df));
  const start = Math.log(Math.max(1e-10, df * cube ** 3));
  let low = start - 0.5;
  let high = start + 0.5;
  for (let width = 1; off(low) > 0 && low > -740; width *= 2) low -= width;
  for (let width = 0.5; off(high) < 0 && high < 700; width *= 2) high += width;
  const logX = brentRoot(off, low, high, 1e-15);
  return logX === null ? Number.NaN : Math.exp(logX);
}

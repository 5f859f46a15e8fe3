import { deviance, stirlingError } from "./gamma.ts";

const TINY = 1e-300;
const EPSILON = 1e-16;

/** The continued fraction of DLMF 8.17.22, evaluated by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < EPSILON * 8) break;
  }
  return h;
}

/** x^a y^b / B(a, b) in saddle-point form (Loader 2000; see `gamma.ts`), which does not cancel for large a or b. */
function leading(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.sqrt((a / n) * b * (1 / (2 * Math.PI))) * Math.exp(exponent);
}

/**
 * Regularised incomplete beta function Iₓ(a, b) for x in [0, 1] and y = 1 − x given separately, so that neither tail
 * loses digits. Formula: DLMF 8.17.22, with the symmetry Iₓ(a, b) = 1 − I_y(b, a).
 *
 * @example
 * incompleteBeta(1, 1, 0.3, 0.7) // 0.3
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return Number.NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  const front = leading(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(a, b, x)) / a;
  return 1 - (front * fraction(b, a, y)) / b;
}

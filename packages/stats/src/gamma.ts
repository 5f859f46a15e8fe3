/**
 * The gamma family. Formulas: NIST Digital Library of Mathematical Functions, chapters 5 (log gamma) and 8 (incomplete
 * gamma: series 8.7.1 and continued fraction 8.9.2), and the saddle-point form of their common factor (C. Loader, Fast
 * and accurate computation of binomial probabilities, 2000), which keeps its digits for large arguments.
 */

/** Bernoulli terms B₂ₖ / (2k(2k−1)) of Stirling's series (DLMF 5.11.1). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
const HALF_LOG_TWO_PI = 0.9189385332046727;
const TWO_PI = 6.283185307179586;
/** From here Stirling's series with the terms above is exact to double precision. */
const STIRLING_FROM = 15;

/** 1 − γ (Euler's constant) and ζ(k) − 1 for k = 2, 3, …: the series of ln Γ around 2. */
const ONE_MINUS_EULER = 0.42278433509846713;
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
  3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10, 4.656629065033784e-10,
];

/** ln Γ(2 + z) for |z| ≤ ½ (DLMF 5.7.3): keeps its digits beside the zeros of ln Γ at 1 and 2. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA_MINUS_ONE.length - 1; k >= 0; k--) sum = (ZETA_MINUS_ONE[k]! / (k + 2) - sum) * z;
  return z * (ONE_MINUS_EULER + sum);
}

/**
 * ln Γ(x) for x > 0, relative error about 1e-14.
 *
 * @example
 * logGamma(5) // ln 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x >= 1.5 && x <= 2.5) return logGammaNearTwo(x - 2);
  if (x >= 0.5 && x < 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  // Γ(x) = Γ(x + n) / (x (x+1) … (x+n−1)): walk up to where the series holds.
  let factor = 1;
  let z = x;
  while (z < STIRLING_FROM) {
    factor *= z;
    z += 1;
  }
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + stirlingSeries(z) - Math.log(factor);
}

function stirlingSeries(z: number): number {
  const inverse = 1 / z;
  const square = inverse * inverse;
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) series = series * square + STIRLING[k]!;
  return series * inverse;
}

/** What Stirling's formula lacks: ln Γ(a + 1) − [(a + ½) ln a − a + ½ ln 2π]. */
export function stirlingError(a: number): number {
  return a < STIRLING_FROM
    ? logGamma(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI
    : stirlingSeries(a);
}

/** x ln(x/m) + m − x without cancellation where x is near m (Loader's deviance part). */
export function deviance(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

const TINY = 1e-300;
const EPSILON = 1e-16;
const MOST_STEPS = 100_000;

/** The factor x^a e^(−x) / Γ(a) of both expansions. */
const leading = (a: number, x: number): number =>
  a < 1
    ? Math.exp(a * Math.log(x) - x - logGamma(a))
    : Math.sqrt(a / TWO_PI) * Math.exp(-stirlingError(a) - deviance(a, x));

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), each accurate in its own tail.
 *
 * @example
 * incompleteGamma(1, 2).upper // e^−2
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || !(x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < MOST_STEPS && term > sum * EPSILON; n++) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, sum * leading(a, x));
    return { lower, upper: 1 - lower };
  }
  // Lentz's method for the continued fraction of Q.
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MOST_STEPS; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < EPSILON * 8) break;
  }
  const upper = Math.min(1, h * leading(a, x));
  return { lower: 1 - upper, upper };
}

/**
 * The normal distribution: density, both tails and quantile.
 *
 * The tails are Cody's rational Chebyshev approximations of erf and erfc (Math. Comp. 23, 1969, 631–637, and his
 * SPECFUN `ANORM`), good to about 1e-15 relative error in each of three regions. The far tail is computed as itself,
 * never as 1 − p, so P(Z > 30) keeps all its digits.
 */

// Published coefficients are written below as the doubles that they become: the digits beyond carry nothing.
const SQRT_2_PI = 2.5066282746310002;
const ONE_OVER_SQRT_PI = 0.5641895835477563;

/** Coefficients for |x| ≤ 0.46875 (erf). */
const NEAR_P = [
  3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694, 0.18577770618460315,
] as const;
const NEAR_Q = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171] as const;

/** Coefficients for 0.46875 < x ≤ 4 (erfc). */
const MIDDLE_P = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972, 2.1531153547440383e-8,
] as const;
const MIDDLE_Q = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
] as const;

/** Coefficients for x > 4 (erfc). */
const FAR_P = [
  0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378,
  0.016315387137302097,
] as const;
const FAR_Q = [
  2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
] as const;

/** erf(x) for |x| ≤ 0.46875. */
function erfNearZero(x: number): number {
  const square = x * x;
  let numerator = NEAR_P[4] * square;
  let denominator = square;
  for (let i = 0; i < 3; i++) {
    numerator = (numerator + NEAR_P[i]!) * square;
    denominator = (denominator + NEAR_Q[i]!) * square;
  }
  return (x * (numerator + NEAR_P[3])) / (denominator + NEAR_Q[3]);
}

/** exp(y²)·erfc(y) for y > 0.46875. */
function scaledErfc(y: number): number {
  if (y <= 4) {
    let numerator = MIDDLE_P[8] * y;
    let denominator = y;
    for (let i = 0; i < 7; i++) {
      numerator = (numerator + MIDDLE_P[i]!) * y;
      denominator = (denominator + MIDDLE_Q[i]!) * y;
    }
    return (numerator + MIDDLE_P[7]) / (denominator + MIDDLE_Q[7]);
  }
  const inverseSquare = 1 / (y * y);
  let numerator = FAR_P[5] * inverseSquare;
  let denominator = inverseSquare;
  for (let i = 0; i < 4; i++) {
    numerator = (numerator + FAR_P[i]!) * inverseSquare;
    denominator = (denominator + FAR_Q[i]!) * inverseSquare;
  }
  const series = (inverseSquare * (numerator + FAR_P[4])) / (denominator + FAR_Q[4]);
  return (ONE_OVER_SQRT_PI - series) / y;
}

/**
 * exp(−z²/2) with z² split into an exact and a small part: squaring z directly would lose up to z² ulps, which is what
 * ruins a far tail.
 */
function expMinusHalfSquare(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (z - coarse) * (z + coarse));
}

/** Density of the standard normal at z. */
export function normalPdf(z: number): number {
  return Number.isFinite(z) ? expMinusHalfSquare(Math.abs(z)) / SQRT_2_PI : Number.isNaN(z) ? Number.NaN : 0;
}

/**
 * P(Z > z) for a standard normal Z.
 *
 * Accurate in the far tail (relative error about 1e-15 until the result leaves the normal range of doubles, z ≈ 37.5).
 * @example normalUpperTail(1.959963984540054) // 0.025
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const size = Math.abs(z);
  const y = size * Math.SQRT1_2;
  if (y <= 0.46875) return 0.5 - 0.5 * erfNearZero(z * Math.SQRT1_2);
  const tail = size > 39 ? 0 : 0.5 * scaledErfc(y) * expMinusHalfSquare(size);
  return z > 0 ? tail : 1 - tail;
}

/** P(Z ≤ z) for a standard normal Z; see `normalUpperTail` for its accuracy. */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}

const CENTRAL_A = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
] as const;
const CENTRAL_B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852546,
] as const;
const TAIL_C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
] as const;
const TAIL_D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
] as const;
const FAR_E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
] as const;
const FAR_F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
] as const;

function ratio(numerator: readonly number[], denominator: readonly number[], x: number): number {
  let top = 0;
  let bottom = 0;
  for (let i = 7; i >= 0; i--) {
    top = top * x + numerator[i]!;
    bottom = bottom * x + denominator[i]!;
  }
  return top / bottom;
}

/**
 * The z with P(Z ≤ z) = p: algorithm AS 241 (PPND16; Wichura, Applied Statistics 37, 1988, 477–484), relative
 * accuracy about 1e-16. −∞ and ∞ at 0 and 1, NaN outside [0, 1].
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRAL_A, CENTRAL_B, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size = r <= 5 ? ratio(TAIL_C, TAIL_D, r - 1.6) : ratio(FAR_E, FAR_F, r - 5);
  return q < 0 ? -size : size;
}

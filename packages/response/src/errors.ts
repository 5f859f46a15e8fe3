/**
 * [Note: AR(1) plus reporting noise]
 * Day-to-day deviations e have variance σ² and two parts: a share λ that lasts from day to day with correlation ρ, and
 * a share 1 − λ that is noise of that day's report alone:
 *
 *     V_ij = σ² [ λ ρ^|t_i − t_j| + (1 − λ)·1(i = j) ]
 *
 * V never has to be built. A scalar Kalman filter for the lasting part turns every column of the regression (and the
 * ratings) into innovations that are independent, in one pass over the days; a gap of g days simply multiplies by ρ^g,
 * so missing days need no imputation. σ only scales and stays outside: everything here is for σ = 1.
 */

/** What one pass of the filter yields: W′W for the whitened columns W, and log |V| for σ = 1. */
export interface WhitenedProducts {
  /** width × width, symmetric */
  readonly products: Float64Array;
  readonly logDeterminant: number;
}

/** State of the filter; kept by the planner, which goes on from the last day of the diary. */
export interface WhiteningState {
  readonly width: number;
  readonly rho: number;
  readonly lambda: number;
  /** filtered value of the lasting part, per column */
  readonly filtered: Float64Array;
  readonly products: Float64Array;
  variance: number;
  lastDay: number | null;
  logDeterminant: number;
}

export function startWhitening(width: number, rho: number, lambda: number): WhiteningState {
  return {
    width,
    rho,
    lambda,
    filtered: new Float64Array(width),
    products: new Float64Array(width * width),
    variance: lambda,
    lastDay: null,
    logDeterminant: 0,
  };
}

/**
 * Feeds further days (ascending) into the filter. `rows` is row-major with `state.width` columns; `noise` multiplies the
 * variance of a day's reporting noise (all 1 if left out).
 */
export function whiten(
  state: WhiteningState,
  days: ArrayLike<number>,
  rows: Float64Array,
  noise?: ArrayLike<number>,
): void {
  const { width, rho, lambda, filtered, products } = state;
  const innovation = new Float64Array(width);
  let { variance, lastDay } = state;
  // The product of the S is logged only when it gets small: one logarithm for a few hundred days.
  let product = 1;
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!;
    if (lastDay !== null) {
      const gap = day - lastDay;
      const decay = gap === 1 ? rho : rho ** gap;
      const square = decay * decay;
      variance = square * variance + lambda * (1 - square);
      for (let c = 0; c < width; c++) filtered[c] = filtered[c]! * decay;
    }
    lastDay = day;
    const predicted = Math.max(noise ? variance + (1 - lambda) * noise[i]! : variance + 1 - lambda, 1e-12);
    const gain = variance / predicted;
    const precision = 1 / predicted;
    variance = (1 - gain) * variance;
    product *= predicted;
    if (product < 1e-250) {
      state.logDeterminant += Math.log(product);
      product = 1;
    }
    const base = i * width;
    for (let c = 0; c < width; c++) {
      const surprise = rows[base + c]! - filtered[c]!;
      innovation[c] = surprise;
      filtered[c] = filtered[c]! + gain * surprise;
    }
    for (let r = 0; r < width; r++) {
      const scaled = innovation[r]! * precision;
      const row = r * width;
      for (let c = 0; c <= r; c++) products[row + c] = products[row + c]! + scaled * innovation[c]!;
    }
  }
  state.logDeterminant += Math.log(product);
  state.variance = variance;
  state.lastDay = lastDay;
}

/** W′W and log |V| of all rows at once. */
export function whitenedProducts(
  days: ArrayLike<number>,
  rows: Float64Array,
  width: number,
  rho: number,
  lambda: number,
  noise?: ArrayLike<number>,
): WhitenedProducts {
  const state = startWhitening(width, rho, lambda);
  whiten(state, days, rows, noise);
  return { products: mirrored(state.products, width), logDeterminant: state.logDeterminant };
}

/** The lower triangle, copied to the upper one. */
export function mirrored(lower: Float64Array, width: number): Float64Array {
  const full = lower.slice();
  for (let r = 0; r < width; r++) for (let c = 0; c < r; c++) full[c * width + r] = full[r * width + c]!;
  return full;
}

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
  const { width, filtered, products } = state;
  const count = days.length;
  const { decay, gain, scale, white } = roomFor(count, width);
  gains(state, days, noise, { decay, gain, scale });
  // Column by column, so that what is carried from day to day stays in registers.
  for (let c = 0; c < width; c++) {
    let carried = filtered[c]!;
    const column = c * count;
    for (let i = 0, at = c; i < count; i++, at += width) {
      carried *= decay[i]!;
      const surprise = rows[at]! - carried;
      carried += gain[i]! * surprise;
      white[column + i] = surprise * scale[i]!;
    }
    filtered[c] = carried;
  }
  for (let r = 0; r < width; r++) {
    for (let c = 0; c <= r; c++) {
      const [a, b] = [r * count, c * count];
      let sum = 0;
      for (let i = 0; i < count; i++) sum += white[a + i]! * white[b + i]!;
      products[r * width + c] = products[r * width + c]! + sum;
    }
  }
}

/** For each day: what is left of the day before, the filter's gain, and one over the SD of its innovation. */
interface Gains {
  readonly decay: Float64Array;
  readonly gain: Float64Array;
  readonly scale: Float64Array;
}

/** What of the filter is the same for all columns. */
function gains(
  state: WhiteningState,
  days: ArrayLike<number>,
  noise: ArrayLike<number> | undefined,
  { decay, gain, scale }: Gains,
): void {
  const { rho, lambda } = state;
  let { variance, lastDay } = state;
  // The product of the variances is logged only when it gets small: one logarithm for a few hundred days.
  let product = 1;
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!;
    let left = 0;
    if (lastDay !== null) {
      const gap = day - lastDay;
      left = gap === 1 ? rho : rho ** gap;
      const square = left * left;
      variance = square * variance + lambda * (1 - square);
    }
    lastDay = day;
    const predicted = Math.max(noise ? variance + (1 - lambda) * noise[i]! : variance + 1 - lambda, 1e-12);
    const share = variance / predicted;
    variance = (1 - share) * variance;
    decay[i] = left;
    gain[i] = share;
    scale[i] = 1 / Math.sqrt(predicted);
    product *= predicted;
    if (product < 1e-250) {
      state.logDeterminant += Math.log(product);
      product = 1;
    }
  }
  state.logDeterminant += Math.log(product);
  state.variance = variance;
  state.lastDay = lastDay;
}

/** Room to work in, kept from call to call: a fit whitens a hundred times, and giving room out anew takes as long as that. */
let room: Gains & { readonly white: Float64Array } = {
  decay: new Float64Array(0),
  gain: new Float64Array(0),
  scale: new Float64Array(0),
  white: new Float64Array(0),
};

function roomFor(count: number, width: number): typeof room {
  if (room.decay.length < count || room.white.length < count * width) {
    room = {
      decay: new Float64Array(count),
      gain: new Float64Array(count),
      scale: new Float64Array(count),
      white: new Float64Array(Math.max(room.white.length, count * width)),
    };
  }
  return room;
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
  return { products: mirror(state.products, width), logDeterminant: state.logDeterminant };
}

/** Copies the lower triangle to the upper one, in place; gives the same array. */
export function mirror(products: Float64Array, width: number): Float64Array {
  for (let r = 0; r < width; r++)
    for (let c = 0; c < r; c++) products[c * width + r] = products[r * width + c]!;
  return products;
}

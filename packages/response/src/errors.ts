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
  const { decay, kept, gain, scale, white } = roomFor(count, width);
  gains(state, days, noise, { decay, kept, gain, scale });
  // Column by column and two at a time, so that what is carried from day to day stays in registers and none waits for the other.
  for (let c = 0; c < width; c += 2) {
    const pair = c + 1 < width ? c + 1 : c;
    let carried = filtered[c]!;
    let beside = filtered[pair]!;
    for (let i = 0, at = 0; i < count; i++, at += width) {
      const left = decay[i]!;
      const value = rows[at + c]!;
      const other = rows[at + pair]!;
      white[c * count + i] = (value - left * carried) * scale[i]!;
      white[pair * count + i] = (other - left * beside) * scale[i]!;
      carried = kept[i]! * carried + gain[i]! * value;
      beside = kept[i]! * beside + gain[i]! * other;
    }
    filtered[c] = carried;
    filtered[pair] = beside;
  }
  for (let r = 0; r < width; r++) {
    const a = r * count;
    for (let c = 0; c <= r; c += 2) {
      const b = c * count;
      const pair = c < r ? b + count : b;
      let sum = 0;
      let beside = 0;
      for (let i = 0; i < count; i++) {
        const value = white[a + i]!;
        sum += value * white[b + i]!;
        beside += value * white[pair + i]!;
      }
      products[r * width + c] = products[r * width + c]! + sum;
      if (c < r) products[r * width + c + 1] = products[r * width + c + 1]! + beside;
    }
  }
}

/**
 * For each day: what is left of the day before, what of that is kept beside the day's own rating, the filter's gain, and one
 * over the SD of its innovation.
 */
interface Gains {
  readonly decay: Float64Array;
  readonly kept: Float64Array;
  readonly gain: Float64Array;
  readonly scale: Float64Array;
}

/** ρ⁰, ρ¹, … of the filter that runs. */
const powers = new Float64Array(8).fill(1);

/** What of the filter is the same for all columns. */
function gains(
  state: WhiteningState,
  days: ArrayLike<number>,
  noise: ArrayLike<number> | undefined,
  { decay, kept, gain, scale }: Gains,
): void {
  const { rho, lambda } = state;
  let { variance, lastDay } = state;
  for (let gap = 1; gap < powers.length; gap++) powers[gap] = powers[gap - 1]! * rho;
  // The product of the variances is logged only when it gets small: one logarithm for a few hundred days.
  let product = 1;
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!;
    let left = 0;
    if (lastDay !== null) {
      const gap = day - lastDay;
      // The few gaps of a diary come again and again, and a power takes as long as all the rest of a day.
      left = gap < powers.length ? powers[gap]! : rho ** gap;
      const square = left * left;
      variance = square * variance + lambda * (1 - square);
    }
    lastDay = day;
    const predicted = Math.max(noise ? variance + (1 - lambda) * noise[i]! : variance + 1 - lambda, 1e-12);
    const share = variance / predicted;
    variance = (1 - share) * variance;
    decay[i] = left;
    kept[i] = left * (1 - share);
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
  kept: new Float64Array(0),
  gain: new Float64Array(0),
  scale: new Float64Array(0),
  white: new Float64Array(0),
};

function roomFor(count: number, width: number): typeof room {
  if (room.decay.length < count || room.white.length < count * width) {
    room = {
      decay: new Float64Array(count),
      kept: new Float64Array(count),
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

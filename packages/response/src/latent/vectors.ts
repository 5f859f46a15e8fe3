/** Plain loops over columns of one value for each calendar day. */

export function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}

export function addScaled(to: Float64Array, what: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + factor * what[i]!;
}

export function dot(a: Float64Array, b: Float64Array): number {
  // Two sums side by side: one alone waits for its own last addition.
  let [even, odd] = [0, 0];
  const whole = a.length - 1;
  let i = 0;
  for (; i < whole; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  return i < a.length ? even + odd + a[i]! * b[i]! : even + odd;
}

export function weightedDot(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += weights[i]! * a[i]! * b[i]!;
  return sum;
}

/** D^−½ L⁻¹ of a column, in place. */
export function forward(column: Float64Array, factors: Float64Array, roots: Float64Array): void {
  let previous = 0;
  for (let t = 0; t < column.length; t++) {
    previous = column[t]! - factors[t]! * previous;
    column[t] = previous * roots[t]!;
  }
}

/** A column after whitening; 0 outside [from, to). */
export interface WhitenedColumn {
  readonly from: number;
  readonly to: number;
  readonly values: Float64Array;
}

/** Beside values near 1, a tail below this cannot be seen. */
const NEGLIGIBLE = 1e-13;

/**
 * [Note: Whitening column by column]
 * The gains of the filter of `errors.ts` depend on the days and on (ρ, λ) alone, not on what is filtered. Each column can thus
 * be whitened by itself, from its first value that is not 0 until its tail has died away: for the columns of single cycles
 * that is a small part of the diary.
 */
export class Whitener {
  private readonly decays: Float64Array;
  private readonly gains: Float64Array;
  private readonly roots: Float64Array;

  constructor(days: ArrayLike<number>, rho: number, lambda: number) {
    const n = days.length;
    this.decays = new Float64Array(n);
    this.gains = new Float64Array(n);
    this.roots = new Float64Array(n);
    let variance = lambda;
    for (let i = 0; i < n; i++) {
      const decay = i > 0 ? rho ** (days[i]! - days[i - 1]!) : 1;
      if (i > 0) variance = decay * decay * variance + lambda * (1 - decay * decay);
      const predicted = Math.max(variance + 1 - lambda, 1e-12);
      this.decays[i] = decay;
      this.gains[i] = variance / predicted;
      this.roots[i] = 1 / Math.sqrt(predicted);
      variance *= 1 - this.gains[i]!;
    }
  }

  /** Whitens values[i] × scale. */
  column(raw: Float64Array, scale: number): WhitenedColumn {
    const { decays, gains, roots } = this;
    const n = raw.length;
    let from = 0;
    while (from < n && raw[from] === 0) from++;
    let last = n - 1;
    while (last > from && raw[last] === 0) last--;
    const values = new Float64Array(n);
    let filtered = 0;
    let to = from;
    for (; to < n; to++) {
      filtered *= decays[to]!;
      const surprise = scale * raw[to]! - filtered;
      if (to > last && Math.abs(surprise) < NEGLIGIBLE) break;
      values[to] = surprise * roots[to]!;
      filtered += gains[to]! * surprise;
    }
    return { from, to, values };
  }
}

export function inner(a: WhitenedColumn, b: WhitenedColumn): number {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  const [x, y] = [a.values, b.values];
  let sum = 0;
  for (let i = from; i < to; i++) sum += x[i]! * y[i]!;
  return sum;
}

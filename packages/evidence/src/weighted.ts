/** Inverse-variance mean and weighted sum of squares at a given τ². */
export type Weighted = {
  readonly mean: number;
  readonly sumOfWeights: number;
  readonly sumOfSquaredWeights: number;
  /** Generalised Q: Σ (y − mean)² / (v + τ²). */
  readonly q: number;
};

/**
 * The mean of y with weights 1/(v + τ²), and what goes with it.
 *
 * @example
 * weighted([0, 1], [1, 1], 0).mean // 0.5
 */
export function weighted(y: ArrayLike<number>, v: ArrayLike<number>, tau2: number): Weighted {
  let sumOfWeights = 0;
  let sumOfSquaredWeights = 0;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const w = 1 / (v[i]! + tau2);
    sumOfWeights += w;
    sumOfSquaredWeights += w * w;
    sum += w * y[i]!;
  }
  const mean = sum / sumOfWeights;
  let q = 0;
  for (let i = 0; i < y.length; i++) {
    const off = y[i]! - mean;
    q += (off * off) / (v[i]! + tau2);
  }
  return { mean, sumOfWeights, sumOfSquaredWeights, q };
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

export function squaresAround(values: ArrayLike<number>, centre: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return sum;
}

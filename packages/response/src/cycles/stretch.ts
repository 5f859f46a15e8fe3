/** Lattice of log stretches: from a third to three times the sourced wave, 8 % apart. */
const REACH = 1.12;
const STEP = 0.08;
const COUNT = Math.round((2 * REACH) / STEP) + 1;
export const LOG_STRETCHES: readonly number[] = Array.from({ length: COUNT }, (_, i) => -REACH + i * STEP);

/** Spread of a person's cycles around their own usual speed (SD of log stretch), and how likely each is beforehand. */
const SPREADS: readonly number[] = [0.05, 0.1, 0.2, 0.3];
const TYPICAL_SPREAD = 0.15;

/** A distribution over `LOG_STRETCHES`; sums to 1. */
export type StretchWeights = Float64Array;

/**
 * [Note: Cycles lend each other speed]
 * log κ_j ~ N(μ, ω²) around the person's own μ ~ N(0, s²). Given what the diary says of each cycle's κ_j alone (a likelihood on
 * the lattice, the other cycles held at their posterior mean), μ and ω are summed out over the lattice and four spreads:
 *
 *     p(μ, ω | y) ∝ p(μ) p(ω) Π_j Σ_k R_j(k) N(k; μ, ω²)
 */
export function shareStretches(logLikelihoods: readonly Float64Array[], personSd: number): StretchWeights[] {
  const kernels = SPREADS.map((spread) => LOG_STRETCHES.map((centre) => bell(centre, spread)));
  const likelihoods = logLikelihoods.map((values) => {
    const top = values.reduce((most, value) => Math.max(most, value), -Infinity);
    return values.map((value) => Math.exp(value - top));
  });
  const hyper: { kernel: Float64Array; logWeight: number }[] = [];
  SPREADS.forEach((spread, s) => {
    LOG_STRETCHES.forEach((centre, m) => {
      const kernel = kernels[s]![m]!;
      let logWeight = -0.5 * (centre / personSd) ** 2 - 0.5 * (spread / TYPICAL_SPREAD) ** 2;
      for (const likelihood of likelihoods) logWeight += Math.log(inner(likelihood, kernel));
      hyper.push({ kernel, logWeight });
    });
  });
  const top = hyper.reduce((most, { logWeight }) => Math.max(most, logWeight), -Infinity);
  return likelihoods.map((likelihood) => {
    const sum = new Float64Array(COUNT);
    for (const { kernel, logWeight } of hyper) {
      const weight = Math.exp(logWeight - top) / inner(likelihood, kernel);
      if (!(weight > 0)) continue;
      for (let k = 0; k < COUNT; k++) sum[k] = sum[k]! + weight * likelihood[k]! * kernel[k]!;
    }
    const total = sum.reduce((all, value) => all + value, 0);
    return sum.map((value) => value / total);
  });
}

function bell(centre: number, spread: number): Float64Array {
  const values = Float64Array.from(LOG_STRETCHES, (x) => Math.exp(-0.5 * ((x - centre) / spread) ** 2));
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 1e-300;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

export function meanLogStretch(weights: StretchWeights): number {
  return weights.reduce((sum, weight, k) => sum + weight * LOG_STRETCHES[k]!, 0);
}

export function sdLogStretch(weights: StretchWeights): number {
  const mean = meanLogStretch(weights);
  return Math.sqrt(weights.reduce((sum, weight, k) => sum + weight * (LOG_STRETCHES[k]! - mean) ** 2, 0));
}

/** P(log κ < x): the weight of each lattice point is spread evenly over its cell. */
export function stretchCdf(weights: StretchWeights, x: number): number {
  let sum = 0;
  for (let k = 0; k < COUNT; k++) {
    const share = (x - (LOG_STRETCHES[k]! - STEP / 2)) / STEP;
    sum += weights[k]! * Math.min(1, Math.max(0, share));
  }
  return sum;
}

/** The log stretch below which `p` of the distribution lies. */
export function stretchQuantile(weights: StretchWeights, p: number): number {
  let before = 0;
  for (let k = 0; k < COUNT; k++) {
    const weight = weights[k]!;
    if (before + weight >= p && weight > 0)
      return LOG_STRETCHES[k]! - STEP / 2 + (STEP * (p - before)) / weight;
    before += weight;
  }
  return REACH + STEP / 2;
}

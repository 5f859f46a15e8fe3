import { normalPdf, normalQuantile, normalUpperTail } from "@unclench/stats";

/** A finite mixture of normal distributions: what the posterior of any weighted sum of coefficients is. */
export interface Mixture {
  /** sum to 1 */
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly sds: Float64Array;
}

export interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

/** P(value < x) */
export function mixtureCdf({ weights, means, sds }: Mixture, x: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * normalUpperTail((means[i]! - x) / sds[i]!);
  return sum;
}

/** P(value > x), summed as itself: 1 − P(value < x) would lose a small one. */
export function mixtureUpperTail({ weights, means, sds }: Mixture, x: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * normalUpperTail((x - means[i]!) / sds[i]!);
  return sum;
}

export function mixtureDensity({ weights, means, sds }: Mixture, x: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++)
    sum += (weights[i]! * normalPdf((x - means[i]!) / sds[i]!)) / sds[i]!;
  return sum;
}

export function mixtureMoments({ weights, means, sds }: Mixture): { mean: number; sd: number } {
  let mean = 0;
  for (let i = 0; i < weights.length; i++) mean += weights[i]! * means[i]!;
  let variance = 0;
  for (let i = 0; i < weights.length; i++) variance += weights[i]! * (sds[i]! ** 2 + (means[i]! - mean) ** 2);
  return { mean, sd: Math.sqrt(variance) };
}

/**
 * The x with P(value < x) = p, to 1e-7 of the SD: Newton's steps on the distribution function from the normal
 * approximation, kept inside a bracket that shrinks, so a flat stretch between two hills cannot throw them out.
 */
export function mixtureQuantile(mixture: Mixture, p: number): number {
  const { mean, sd } = mixtureMoments(mixture);
  const farthest = 3 * sd;
  let low = -Infinity;
  let high = Infinity;
  let x = mean + normalQuantile(p) * sd;
  for (let step = 0; step < 200; step++) {
    const excess = mixtureCdf(mixture, x) - p;
    if (excess > 0) high = x;
    else low = x;
    const newton = excess === 0 ? 0 : excess / mixtureDensity(mixture, x);
    let next = x - Math.max(-farthest, Math.min(farthest, newton));
    if (excess === 0 || Math.abs(next - x) < 1e-7 * sd) return next;
    if (next <= low || next >= high) next = (low + high) / 2;
    x = next;
  }
  return x;
}

/**
 * [RS-31] Several models' beliefs in one: each counts by prior weight × marginal likelihood, of which `logWeight` is the log.
 * `weights` is how likely each model is then.
 */
export function averaged(parts: readonly { readonly mixture: Mixture; readonly logWeight: number }[]): {
  mixture: Mixture;
  weights: readonly number[];
} {
  const top = Math.max(...parts.map(({ logWeight }) => logWeight));
  const likelihoods = parts.map(({ logWeight }) => Math.exp(logWeight - top));
  const sum = likelihoods.reduce((total, likelihood) => total + likelihood, 0);
  const weights = likelihoods.map((likelihood) => likelihood / sum);
  const joined = (read: (mixture: Mixture, weight: number) => Float64Array): Float64Array =>
    Float64Array.from(parts.flatMap(({ mixture }, i) => [...read(mixture, weights[i]!)]));
  const mixture = {
    weights: joined((one, weight) => one.weights.map((share) => share * weight)),
    means: joined((one) => one.means),
    sds: joined((one) => one.sds),
  };
  return { mixture, weights };
}

/** With `widening`, the range from `q05` to `q95` is so many times as wide, either way from the median [RS-33]. */
export function summarise(mixture: Mixture, widening = 1): Summary {
  const q50 = mixtureQuantile(mixture, 0.5);
  const wide = (p: number): number => q50 + widening * (mixtureQuantile(mixture, p) - q50);
  return { ...mixtureMoments(mixture), q05: wide(0.05), q50, q95: wide(0.95) };
}

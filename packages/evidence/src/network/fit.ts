/**
 * Weighted least squares on a graph of treatments at a given τ²: rules EV-62 to EV-64. After Rücker 2012 (Res Synth
 * Methods 3:312) and Rücker & Schwarzer 2014 (Stat Med 33:4353). A study with p arms is the p × p Laplacian of its
 * weights; a network is the sum of its studies' Laplacians.
 *
 * [Note: Grounded, not pseudo-inverted]
 * Only differences between treatments mean something, so a Laplacian has no inverse. Both papers take the
 * Moore-Penrose one; here the last treatment is held at 0, as an electrician would ground it, and the rest is
 * inverted. Every difference comes out the same, and weights far above or below 1 lose no digits to a matrix of ones.
 */
import { cholesky, inverseFromCholesky, logDeterminantFromCholesky } from "@unclench/stats";
import type { Component, IndexedStudy } from "./graph.ts";

export type Fit = {
  readonly tau2: number;
  readonly n: number;
  /** Effect of each treatment, up to a constant: only differences mean something. */
  readonly effects: Float64Array;
  /** n × n, the last row and column 0: the variance of a − b is Gaa + Gbb − 2 Gab. */
  readonly grounded: Float64Array;
  /** One p × p Laplacian per study; the weight of the pair i, j is −L[i, j]. */
  readonly laplacians: readonly Float64Array[];
  /** Σ w (effect − fitted)² over all pairs of all studies. */
  readonly q: number;
  /** Σ ln|Lₛ| − ln|Σ Lₛ|, all grounded: what the restricted likelihood needs of them. */
  readonly logDeterminant: number;
};

type Weights = { readonly laplacian: Float64Array; readonly logDeterminant: number };

/** Below this share of a variance, what is left of it given the other arms is rounding. */
const NOTHING_LEFT = 1e-12;

/**
 * Weights of one study. The pairs' variances (+ τ²) say how its contrasts with the last arm vary together:
 * cov(i − l, j − l) = (vᵢₗ + vⱼₗ − vᵢⱼ) / 2. Their inverse is the Laplacian without its last row and column. For two
 * arms the weight is 1/(v + τ²). `null` where no three or more arms could have such variances.
 */
export function weightsOf({ arms, variances }: IndexedStudy, tau2: number): Weights | null {
  const p = arms.length;
  const last = p - 1;
  if (p === 2) {
    const w = 1 / (variances[1]! + tau2);
    return { laplacian: Float64Array.of(w, -w, -w, w), logDeterminant: Math.log(w) };
  }
  const covariances = new Float64Array(last * last);
  for (let i = 0; i < last; i++) {
    const toLast = variances[i * p + last]!;
    for (let j = 0; j < last; j++)
      covariances[i * last + j] =
        i === j ? toLast + tau2 : (toLast + variances[j * p + last]! - variances[i * p + j]! + tau2) / 2;
  }
  const factor = cholesky(covariances, last);
  if (factor === null) return null;
  for (let i = 0; i < last; i++)
    if (factor[i * last + i]! ** 2 <= NOTHING_LEFT * covariances[i * last + i]!) return null;
  const inverse = inverseFromCholesky(factor, last);
  const laplacian = new Float64Array(p * p);
  for (let i = 0; i < last; i++) {
    for (let j = 0; j < last; j++) {
      const weight = inverse[i * last + j]!;
      laplacian[i * p + j] = weight;
      laplacian[i * p + last] = laplacian[i * p + last]! - weight;
      laplacian[last * p + j] = laplacian[last * p + j]! - weight;
      laplacian[last * p + last] = laplacian[last * p + last]! + weight;
    }
  }
  return { laplacian, logDeterminant: -logDeterminantFromCholesky(factor, last) };
}

/** Fits the component at τ²; `null` where a study's variances contradict each other or leave the range of numbers. */
export function fitNetwork({ treatments, studies }: Component, tau2: number): Fit | null {
  const n = treatments.length;
  const kept = n - 1;
  const whole = new Float64Array(kept * kept);
  const pull = new Float64Array(kept);
  const laplacians: Float64Array[] = [];
  let logDeterminant = 0;
  for (const study of studies) {
    const own = weightsOf(study, tau2);
    if (own === null) return null;
    const { laplacian } = own;
    laplacians.push(laplacian);
    logDeterminant += own.logDeterminant;
    const { arms, effects } = study;
    const p = arms.length;
    for (let i = 0; i < p; i++) {
      const row = arms[i]!;
      if (row === kept) continue;
      for (let j = 0; j < p; j++) {
        const column = arms[j]!;
        const weight = laplacian[i * p + j]!;
        if (column !== kept) whole[row * kept + column] = whole[row * kept + column]! + weight;
        if (i !== j) pull[row] = pull[row]! - weight * effects[i * p + j]!;
      }
    }
  }
  const factor = cholesky(whole, kept);
  if (factor === null) return null;
  const inverse = inverseFromCholesky(factor, kept);
  const grounded = new Float64Array(n * n);
  const effects = new Float64Array(n);
  for (let i = 0; i < kept; i++) {
    for (let j = 0; j < kept; j++) {
      const value = inverse[i * kept + j]!;
      grounded[i * n + j] = value;
      effects[i] = effects[i]! + value * pull[j]!;
    }
  }
  return {
    tau2,
    n,
    effects,
    grounded,
    laplacians,
    q: generalisedQ(studies, laplacians, effects),
    logDeterminant: logDeterminant - logDeterminantFromCholesky(factor, kept),
  };
}

function generalisedQ(
  studies: readonly IndexedStudy[],
  laplacians: readonly Float64Array[],
  effects: Float64Array,
): number {
  let q = 0;
  for (let s = 0; s < studies.length; s++) {
    const { arms, effects: observed } = studies[s]!;
    const laplacian = laplacians[s]!;
    const p = arms.length;
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) {
        const off = observed[i * p + j]! - (effects[arms[i]!]! - effects[arms[j]!]!);
        q -= laplacian[i * p + j]! * off * off;
      }
    }
  }
  return q;
}

/** Variance of the difference of two treatments. */
export const varianceOf = ({ grounded, n }: Fit, a: number, b: number): number =>
  grounded[a * n + a]! + grounded[b * n + b]! - 2 * grounded[a * n + b]!;

/** Arms over all studies − studies − (treatments − 1). */
export const degreesOfFreedom = ({ treatments, studies }: Component): number =>
  studies.reduce((sum, { arms }) => sum + arms.length - 1, 0) - (treatments.length - 1);

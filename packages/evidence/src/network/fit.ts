/**
 * Weighted least squares on a graph of treatments at a given τ²: rules EV-62 and EV-63. After Rücker 2012 (Res Synth
 * Methods 3:312) and Rücker & Schwarzer 2014 (Stat Med 33:4353). A study with p arms is the p × p Laplacian of its
 * weights; a network is the sum of its studies' Laplacians.
 *
 * [Note: Grounded, not pseudo-inverted]
 * Only differences between treatments mean something, so a Laplacian has no inverse. Both papers take the
 * Moore-Penrose one; here one treatment is held at 0, as an electrician would ground it, and the rest is inverted.
 * Every difference comes out the same. The treatment with the most weight is grounded: the precise differences are
 * mostly those with it, and then they are no small differences of large numbers.
 */
import { cholesky, inverseFromCholesky, logDeterminantFromCholesky } from "@unclench/stats";
import type { Component, IndexedStudy } from "./graph.ts";

export type Fit = {
  readonly tau2: number;
  readonly n: number;
  /** Effect of each treatment, up to a constant: only differences mean something. */
  readonly effects: Float64Array;
  /** n × n, the row and column of one treatment 0: the variance of a − b is Gaa + Gbb − 2 Gab. */
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

/**
 * What is left of a weight or a variance may be this share of what it was taken from; below, six digits are gone. It
 * takes standard errors that differ by a factor of 100,000.
 */
const FEW_DIGITS_LEFT = 1e-10;

/** Fits the component at τ²; `null` where variances contradict each other or differ by more than numbers can carry. */
export function fitNetwork({ treatments, studies }: Component, tau2: number): Fit | null {
  const n = treatments.length;
  const whole = new Float64Array(n * n);
  const pull = new Float64Array(n);
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
      for (let j = 0; j < p; j++) {
        const at = row * n + arms[j]!;
        const weight = laplacian[i * p + j]!;
        whole[at] = whole[at]! + weight;
        if (i !== j) pull[row] = pull[row]! - weight * effects[i * p + j]!;
      }
    }
  }
  const inverse = invertGrounded(whole, n);
  if (inverse === null) return null;
  const { grounded } = inverse;
  const effects = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) effects[i] = effects[i]! + grounded[i * n + j]! * pull[j]!;
  return {
    tau2,
    n,
    effects,
    grounded,
    laplacians,
    q: generalisedQ(studies, laplacians, effects),
    logDeterminant: logDeterminant - inverse.logDeterminant,
  };
}

/** See "Grounded, not pseudo-inverted". The determinant does not depend on the treatment that is grounded. */
function invertGrounded(
  whole: Float64Array,
  n: number,
): { readonly grounded: Float64Array; readonly logDeterminant: number } | null {
  let ground = 0;
  for (let i = 1; i < n; i++) if (whole[i * n + i]! > whole[ground * n + ground]!) ground = i;
  const kept = n - 1;
  const place = (i: number): number => (i < ground ? i : i + 1);
  const rest = new Float64Array(kept * kept);
  for (let i = 0; i < kept; i++)
    for (let j = 0; j < kept; j++) rest[i * kept + j] = whole[place(i) * n + place(j)]!;
  const factor = cholesky(rest, kept);
  if (factor === null) return null;
  for (let i = 0; i < kept; i++)
    if (factor[i * kept + i]! ** 2 <= FEW_DIGITS_LEFT * rest[i * kept + i]!) return null;
  const inverse = inverseFromCholesky(factor, kept);
  const grounded = new Float64Array(n * n);
  for (let i = 0; i < kept; i++)
    for (let j = 0; j < kept; j++) grounded[place(i) * n + place(j)] = inverse[i * kept + j]!;
  return { grounded, logDeterminant: logDeterminantFromCholesky(factor, kept) };
}

/** Are all figures finite, and do all variances of differences keep their digits? */
export function isWithinNumbers(fit: Fit): boolean {
  const { n, q, effects, grounded } = fit;
  if (!Number.isFinite(q) || !effects.every(Number.isFinite) || !grounded.every(Number.isFinite))
    return false;
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++)
      if (!(varianceOf(fit, a, b) > FEW_DIGITS_LEFT * (grounded[a * n + a]! + grounded[b * n + b]!)))
        return false;
  return true;
}

/** Σ w (effect − fitted)² over all pairs of all studies. */
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

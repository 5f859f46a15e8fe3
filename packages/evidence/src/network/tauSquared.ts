/** One τ² for the whole network: rules EV-65 and EV-66. */
import { degreesOfFreedom, type Fit, fitNetwork } from "./fit.ts";
import { highestSummit } from "../summit.ts";
import type { Component } from "./graph.ts";

export const networkMethods = ["REML", "DL"] as const;
export type NetworkMethod = (typeof networkMethods)[number];

/**
 * DerSimonian and Laird's τ² for networks (Jackson, White & Riley 2012, Stat Med 31:3805; Rücker & Schwarzer 2014):
 * max(0, (Q − df) / tr((I − H)(BB′∘E/2)W)) with the weights of the common model, E marking pairs of the same study.
 */
export function networkDerSimonianLaird(component: Component, common: Fit): number {
  return momentTauSquared(common.q, degreesOfFreedom(component), momentTrace(component, common));
}

export const momentTauSquared = (q: number, df: number, trace: number): number =>
  df > 0 ? Math.max(0, (q - df) / trace) : 0;

/** tr((I − H)(BB′∘E/2)W), a part of the slope of the likelihood as well. */
export const momentTrace = (component: Component, fit: Fit): number => slopeParts(component, fit).trace;

/**
 * `trace` = tr((I − H)(BB′∘E/2)W) = ½ Σₛ (tr Lₛ − tr(L⁺ Lₛ²)), study by study: within one, B′WB is its Laplacian Lₛ, so
 * that tr(BB′W) = tr Lₛ and tr(B L⁺ B′W BB′W) = tr(L⁺ Lₛ²). `spread` = −2 dQ/dτ² = −Σ (Lₛ²)ᵢⱼ (effect − fitted)² over
 * all pairs, as dLₛ/dτ² = −Lₛ²/2 and Q is least at the fit.
 */
function slopeParts(
  { studies }: Component,
  { effects, laplacians, grounded, n }: Fit,
): { readonly trace: number; readonly spread: number } {
  let trace = 0;
  let spread = 0;
  for (let s = 0; s < studies.length; s++) {
    const { arms, effects: observed } = studies[s]!;
    const own = laplacians[s]!;
    const p = arms.length;
    for (let i = 0; i < p; i++) {
      trace += own[i * p + i]!;
      for (let j = 0; j < p; j++) {
        let squared = 0;
        for (let k = 0; k < p; k++) squared += own[i * p + k]! * own[k * p + j]!;
        trace -= squared * grounded[arms[i]! * n + arms[j]!]!;
        if (j <= i) continue;
        const off = observed[i * p + j]! - (effects[arms[i]!]! - effects[arms[j]!]!);
        spread -= squared * off * off;
      }
    }
  }
  return { trace: trace / 2, spread };
}

/**
 * τ² of the largest restricted likelihood, in which two contrasts of one study share half of τ² and their sampling
 * errors vary together as its arms do. See "The likelihood may have several hills" in `summit.ts`.
 */
export function networkRestrictedLikelihood(component: Component): number {
  const { least, upper } = scanned(component);
  return highestSummit({
    slope: (tau2) => score(component, tau2),
    value: (tau2) => logLikelihood(component, tau2),
    firstStep: least,
    upper,
    tolerance: 1e-14,
  });
}

/**
 * From where to where the score is scanned. Beyond `upper` it is negative. For let V + τ²T be the covariance, T that of
 * τ² = 1. Where V ≤ τ²T, which holds from 2/p times the sum of a study's pair variances on, τ²T ≤ V + τ²T ≤ 2τ²T;
 * then the first part of the score is at most Q(τ²)/τ² ≤ Q₁/τ⁴, Q₁ being Q under T alone, and the second at least
 * df/(2τ²). So it is negative from 2 Q₁/df on.
 */
function scanned(component: Component): { readonly least: number; readonly upper: number } {
  let least = Number.POSITIVE_INFINITY;
  let upper = 0;
  for (const { arms, variances } of component.studies) {
    let sum = 0;
    for (const [at, variance] of variances.entries()) {
      if (at % (arms.length + 1) === 0) continue;
      least = Math.min(least, variance);
      sum += variance;
    }
    upper = Math.max(upper, sum / arms.length);
  }
  const alike = component.studies.map((study) => ({
    ...study,
    variances: new Float64Array(study.variances.length),
  }));
  const q1 = fitNetwork({ ...component, studies: alike }, 1)?.q ?? 0;
  return { least, upper: Math.max(upper, (2 * q1) / degreesOfFreedom(component)) };
}

/** Twice the restricted log likelihood up to a constant: Σ ln|Lₛ| − ln|ΣLₛ| − Q(τ²). */
export function logLikelihood(component: Component, tau2: number): number {
  const fit = fitNetwork(component, tau2);
  return fit === null ? Number.NaN : fit.logDeterminant - fit.q;
}

/** Its slope, twice over: −2 dQ/dτ² − Σ tr Lₛ + Σ tr(L⁺Lₛ²), which ends as `spread` − 2 `trace`. */
function score(component: Component, tau2: number): number {
  const fit = fitNetwork(component, tau2);
  if (fit === null) return Number.NaN;
  const { trace, spread } = slopeParts(component, fit);
  return spread - 2 * trace;
}

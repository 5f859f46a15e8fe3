/** Direct against indirect evidence for each pair: rule EV-71. */
import { normalUpperTail } from "@unclench/stats";
import type { Component } from "./graph.ts";
import { type Fit, varianceOf } from "./fit.ts";

/** An effect is treatment minus versus. `null` where there is no such evidence. */
export type Split = {
  readonly treatment: string;
  readonly versus: string;
  /** Studies that compared the pair. */
  readonly k: number;
  /** Share of the network's figure that is direct, 0 to 1. */
  readonly proportionDirect: number;
  readonly direct: { readonly estimate: number; readonly se: number } | null;
  readonly indirect: { readonly estimate: number; readonly se: number } | null;
  /** Direct minus indirect, with a normal test. */
  readonly difference: { readonly estimate: number; readonly se: number; readonly p: number } | null;
};

/** Below this share of indirect evidence what is left of it is rounding. */
const NO_INDIRECT = 1e-10;

/**
 * Each pair's direct effect (inverse variance, with the network's τ²) and, by taking it out of the network's figure, its
 * indirect one (König, Krahn & Binder 2013, Stat Med 32:5414; Rücker 2012).
 */
export function splitPairs({ treatments, studies }: Component, fit: Fit): Split[] {
  const { n, tau2, effects } = fit;
  const counts = new Float64Array(n * n);
  const weights = new Float64Array(n * n);
  const sums = new Float64Array(n * n);
  // `arms` ascends, so that each pair is met at row < column.
  for (const { arms, effects: observed, variances } of studies) {
    const p = arms.length;
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) {
        const w = 1 / (variances[i * p + j]! + tau2);
        const at = arms[i]! * n + arms[j]!;
        counts[at] = counts[at]! + 1;
        weights[at] = weights[at]! + w;
        sums[at] = sums[at]! + w * observed[i * p + j]!;
      }
    }
  }
  const splits: Split[] = [];
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) splits.push(splitPair(a, b));
  return splits;

  function splitPair(a: number, b: number): Split {
    const at = a * n + b;
    const weight = weights[at]!;
    const estimate = effects[a]! - effects[b]!;
    const variance = varianceOf(fit, a, b);
    const proportionDirect = Math.min(1, variance * weight);
    const rest = 1 - proportionDirect;
    const direct = weight === 0 ? null : { estimate: sums[at]! / weight, se: 1 / Math.sqrt(weight) };
    const indirect =
      rest <= NO_INDIRECT
        ? null
        : {
            estimate: (estimate - proportionDirect * (direct?.estimate ?? 0)) / rest,
            se: Math.sqrt(variance / rest),
          };
    const known = { treatment: treatments[a]!, versus: treatments[b]!, k: counts[at]!, proportionDirect };
    if (direct === null || indirect === null) return { ...known, direct, indirect, difference: null };
    const difference = direct.estimate - indirect.estimate;
    const se = Math.hypot(direct.se, indirect.se);
    const p = 2 * normalUpperTail(Math.abs(difference / se));
    return { ...known, direct, indirect, difference: { estimate: difference, se, p } };
  }
}

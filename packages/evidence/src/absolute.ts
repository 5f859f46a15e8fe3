/** From a relative effect and a share without treatment to the share with it: rules EV-40 to EV-43. */
import type { BinaryMeasure } from "./effectSizes.ts";
import { type LogOddsRatio, type LogRiskRatio, type RiskDifference, type Share, share } from "./units.ts";

const within = (value: number): Share => Math.min(1, Math.max(0, value)) as Share;

/**
 * p₁ = OR·p₀ / (1 − p₀ + OR·p₀) (Cochrane Handbook, section 15.4.4).
 *
 * @example
 * riskFromOddsRatio(logOddsRatio(2)!, share(0.5)!) // 0.666…
 */
export function riskFromOddsRatio(estimate: LogOddsRatio, baseline: Share): Share {
  if (baseline >= 1) return 1 as Share;
  const odds = (Math.exp(estimate) * baseline) / (1 - baseline);
  return within(odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds));
}

/** p₁ = RR·p₀, no more than 1. */
export const riskFromRiskRatio = (estimate: LogRiskRatio, baseline: Share): Share =>
  baseline === 0 ? baseline : within(baseline * Math.exp(estimate));

/** p₁ = p₀ + RD, no less than 0 and no more than 1. */
export const riskFromRiskDifference = (estimate: RiskDifference, baseline: Share): Share =>
  within(baseline + estimate);

/**
 * The share with treatment, 0 to 1, whatever the measure. `estimate` is a log ratio for OR and RR, a difference of shares
 * for RD; `baseline` is a share.
 *
 * @example
 * absoluteRisk("OR", Math.log(2), 0.5) // 0.666…
 */
export function absoluteRisk(measure: BinaryMeasure, estimate: number, baseline: number): number {
  switch (measure) {
    case "OR":
      return riskFromOddsRatio(estimate as LogOddsRatio, baseline as Share);
    case "RR":
      return riskFromRiskRatio(estimate as LogRiskRatio, baseline as Share);
    case "RD":
      return riskFromRiskDifference(estimate as RiskDifference, baseline as Share);
  }
}

/** Of 100 people each, not rounded; the ends belong to the interval of the effect, at this one baseline. */
export type OfHundred = {
  readonly without: number;
  readonly with: number;
  readonly withLower: number;
  readonly withUpper: number;
  /** with − without: how many more (or, below 0, fewer). */
  readonly difference: number;
  readonly differenceLower: number;
  readonly differenceUpper: number;
  /** An end was held at 0 or 100, because the effect at this baseline would lead beyond. */
  readonly capped: boolean;
};

export type AbsoluteFault =
  | { readonly type: "BaselineIsNoShare"; readonly baseline: number }
  | { readonly type: "EffectIsNoNumber"; readonly field: "estimate" | "ciLower" | "ciUpper" };

/**
 * A pooled relative effect as people of 100, with its interval.
 *
 * @example
 * ofHundred("RR", { estimate: Math.log(0.5), ciLower: Math.log(0.25), ciUpper: 0 }, 0.2) // with: 10, without: 20
 */
export function ofHundred(
  measure: BinaryMeasure,
  effect: { readonly estimate: number; readonly ciLower: number; readonly ciUpper: number },
  baseline: number,
): OfHundred | AbsoluteFault {
  if (share(baseline) === null) return { type: "BaselineIsNoShare", baseline };
  for (const field of ["estimate", "ciLower", "ciUpper"] as const)
    if (Number.isNaN(effect[field])) return { type: "EffectIsNoNumber", field };
  const people = (estimate: number): number => 100 * absoluteRisk(measure, estimate, baseline);
  const beyond = (estimate: number): boolean => {
    if (measure === "OR") return false;
    const risk = measure === "RR" ? baseline * Math.exp(estimate) : baseline + estimate;
    return risk < 0 || risk > 1;
  };
  const without = 100 * baseline;
  const [central, lower, upper] = [people(effect.estimate), people(effect.ciLower), people(effect.ciUpper)];
  return {
    without,
    with: central,
    withLower: lower,
    withUpper: upper,
    difference: central - without,
    differenceLower: lower - without,
    differenceUpper: upper - without,
    capped: [effect.estimate, effect.ciLower, effect.ciUpper].some(beyond),
  };
}

/** One study's effect from its arms: rules EV-1 to EV-9. Ratios are on the natural-log scale throughout. */
import { logGamma } from "@unclench/stats";
import type {
  LogOddsRatio,
  LogRatioOfMeans,
  LogRiskRatio,
  Points,
  RiskDifference,
  StandardDeviations,
} from "./units.ts";

export const binaryMeasures = ["OR", "RR", "RD"] as const;
export const continuousMeasures = ["MD", "SMD", "SMDH", "ROM"] as const;
export const measures = [...binaryMeasures, ...continuousMeasures] as const;
export type BinaryMeasure = (typeof binaryMeasures)[number];
export type ContinuousMeasure = (typeof continuousMeasures)[number];
export type Measure = (typeof measures)[number];

type UnitByMeasure = {
  OR: LogOddsRatio;
  RR: LogRiskRatio;
  RD: RiskDifference;
  MD: Points;
  SMD: StandardDeviations;
  SMDH: StandardDeviations;
  ROM: LogRatioOfMeans;
};

/** Events among `n` people; halves are allowed where a shared control group was split. */
export type BinaryArm = { readonly events: number; readonly n: number };
/** Mean and standard deviation in the measure's own points. */
export type ContinuousArm = { readonly n: number; readonly mean: number; readonly sd: number };

/** An estimate with its sampling variance, on the scale on which the measure is pooled. */
export type Effect<M extends Measure = Measure> = {
  readonly estimate: UnitByMeasure[M];
  readonly variance: number;
};

const effect = <M extends Measure>(estimate: number, variance: number): Effect<M> => ({
  estimate: estimate as UnitByMeasure[M],
  variance,
});

/**
 * Which studies get `add` in every cell: those with a zero cell, all studies if one has a zero, all studies, or none.
 * `dropDoubleZero` leaves out studies without (or with nothing but) events in both arms.
 */
export type ZeroCells = {
  readonly add: number;
  readonly to: "only0" | "if0all" | "all" | "none";
  readonly dropDoubleZero: boolean;
};

/** The rule of this product: half a person where there is a zero; for ratios, double zeros say nothing and drop. */
export const defaultZeroCells = (measure: BinaryMeasure): ZeroCells => ({
  add: 0.5,
  to: "only0",
  dropDoubleZero: measure !== "RD",
});

const hasZero = (active: BinaryArm, control: BinaryArm): boolean =>
  active.events === 0 || control.events === 0 || active.events === active.n || control.events === control.n;

/** No events in both arms, or nothing but events in both. */
const isDoubleZero = (active: BinaryArm, control: BinaryArm): boolean =>
  (active.events === 0 && control.events === 0) ||
  (active.events === active.n && control.events === control.n);

/**
 * The effect of one two-by-two table, or `null` if the table says nothing (a double zero that is dropped).
 *
 * OR: ln(ad/bc), variance 1/a + 1/b + 1/c + 1/d. RR: ln((a/n₁)/(c/n₂)), variance 1/a − 1/n₁ + 1/c − 1/n₂.
 * RD: a/n₁ − c/n₂, variance p₁(1−p₁)/n₁ + p₂(1−p₂)/n₂. (Cochrane Handbook, chapter 6.)
 *
 * @example
 * binaryEffect("RD", { events: 10, n: 20 }, { events: 5, n: 20 })?.estimate // 0.25
 */
export function binaryEffect<M extends BinaryMeasure>(
  measure: M,
  active: BinaryArm,
  control: BinaryArm,
  rule: ZeroCells = defaultZeroCells(measure),
  anyStudyHasZero = hasZero(active, control),
): Effect<M> | null {
  if (rule.dropDoubleZero && isDoubleZero(active, control)) return null;
  const adds =
    rule.to === "all" ||
    (rule.to === "only0" && hasZero(active, control)) ||
    (rule.to === "if0all" && anyStudyHasZero);
  const add = adds ? rule.add : 0;
  const a = active.events + add;
  const b = active.n - active.events + add;
  const c = control.events + add;
  const d = control.n - control.events + add;
  const n1 = a + b;
  const n2 = c + d;
  if (measure === "OR") return effect(Math.log((a * d) / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
  if (measure === "RR") return effect(Math.log(a / n1 / (c / n2)), 1 / a - 1 / n1 + 1 / c - 1 / n2);
  const [p1, p2] = [a / n1, c / n2];
  return effect(p1 - p2, (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
}

/** All tables of one pool under one rule ("if0all" must see them together). */
export function binaryEffects<M extends BinaryMeasure>(
  measure: M,
  tables: readonly { readonly active: BinaryArm; readonly control: BinaryArm }[],
  rule: ZeroCells = defaultZeroCells(measure),
): (Effect<M> | null)[] {
  const any = tables.some(({ active, control }) => hasZero(active, control));
  return tables.map(({ active, control }) => binaryEffect(measure, active, control, rule, any));
}

/**
 * Hedges' exact small-sample factor J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)), m = n₁ + n₂ − 2 (Hedges 1981, J Educ Stat
 * 6:107).
 *
 * @example
 * hedgesFactor(10) // 0.9227…
 */
export const hedgesFactor = (m: number): number =>
  Math.exp(logGamma(m / 2) - 0.5 * Math.log(m / 2) - logGamma((m - 1) / 2));

/**
 * How the variance is estimated: `LS` from the large-sample formula with each arm's own spread, `HO` with one spread
 * for both arms (MD), `UB` without bias (SMD).
 */
export type VarianceRule = "LS" | "HO" | "UB";

/**
 * The effect of two arms with means. MD: difference of means. SMD: Hedges' g with the pooled standard deviation.
 * SMDH: the same with the root mean square of both standard deviations. ROM: ln(mean₁/mean₂).
 *
 * Variances: MD sd₁²/n₁ + sd₂²/n₂; SMD 1/n₁ + 1/n₂ + g²/(2(n₁+n₂)) (Hedges 1982), unbiased form 1/n₁ + 1/n₂ +
 * (1 − (m−2)/(m J²)) g² (Hedges 1983); SMDH
 * J² times Bonett's (Bonett 2009, Psychol Methods 14:225), as in metafor; ROM sd₁²/(n₁ mean₁²) + sd₂²/(n₂ mean₂²) (Hedges 1999).
 *
 * @example
 * continuousEffect("MD", { n: 10, mean: 3, sd: 1 }, { n: 10, mean: 5, sd: 1 }).estimate // −2
 */
export function continuousEffect<M extends ContinuousMeasure>(
  measure: M,
  active: ContinuousArm,
  control: ContinuousArm,
  rule: VarianceRule = "LS",
): Effect<M> {
  const { n: n1, mean: mean1, sd: sd1 } = active;
  const { n: n2, mean: mean2, sd: sd2 } = control;
  if (measure === "ROM") {
    return effect(Math.log(mean1 / mean2), sd1 ** 2 / (n1 * mean1 ** 2) + sd2 ** 2 / (n2 * mean2 ** 2));
  }
  const difference = mean1 - mean2;
  const m = n1 + n2 - 2;
  const pooledVariance = ((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / m;
  if (measure === "MD") {
    if (rule === "HO") return effect(difference, pooledVariance * (1 / n1 + 1 / n2));
    return effect(difference, sd1 ** 2 / n1 + sd2 ** 2 / n2);
  }
  const factor = hedgesFactor(m);
  if (measure === "SMDH") {
    const meanVariance = (sd1 ** 2 + sd2 ** 2) / 2;
    const g = factor * (difference / Math.sqrt(meanVariance));
    const ownPart = (sd1 ** 4 / (n1 - 1) + sd2 ** 4 / (n2 - 1)) / (8 * meanVariance ** 2);
    const meansPart = (sd1 ** 2 / (n1 - 1) + sd2 ** 2 / (n2 - 1)) / meanVariance;
    return effect(g, factor ** 2 * (g ** 2 * ownPart + meansPart));
  }
  const g = factor * (difference / Math.sqrt(pooledVariance));
  const ofEstimate = rule === "UB" ? (1 - (m - 2) / (m * factor ** 2)) * g ** 2 : g ** 2 / (2 * (n1 + n2));
  return effect(g, 1 / n1 + 1 / n2 + ofEstimate);
}

/** Is the measure pooled on the log scale? */
export const isRatio = (measure: Measure): boolean =>
  measure === "OR" || measure === "RR" || measure === "ROM";

/** Does the measure count people, rather than average a score? */
export const isBinary = (measure: Measure): measure is BinaryMeasure =>
  measure === "OR" || measure === "RR" || measure === "RD";

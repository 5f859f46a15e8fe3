/**
 * How sure a pooled figure makes us: a level and every reason for stepping down from "high". The rules are EV-C1 to
 * EV-C8 of `SPEC.md`. They follow the domains of GRADE (risk of bias, imprecision, inconsistency, indirectness); the
 * thresholds are ours and are stated there.
 */
export type CertaintyLevel = "high" | "moderate" | "low" | "very-low";

export type CertaintyReason =
  | { readonly type: "open" }
  | { readonly type: "abstracts" }
  | { readonly type: "interval-includes-none" }
  | { readonly type: "very-wide-interval" }
  | { readonly type: "few-people"; readonly people: number }
  | { readonly type: "very-few-people"; readonly people: number }
  | { readonly type: "one-trial" }
  | { readonly type: "results-differ"; readonly i2: number }
  | { readonly type: "other-people" }
  | { readonly type: "figures-worked-out" };

export type CertaintyInput = {
  readonly trials: number;
  /** People in all arms that were compared; `null` where a source did not say. */
  readonly people: number | null;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** Width of the interval as a share of all people, 0 to 1; `null` for scores and where no share is known. */
  readonly absoluteWidth: number | null;
  /** In percent, 0 to 100. */
  readonly i2: number;
  /** At least one trial was open or blinded on one side only. */
  readonly open: boolean;
  /** No trial could be read beyond its abstract. */
  readonly abstractsOnly: boolean;
  /** Measured in another part of the body or in several conditions together. */
  readonly indirect: boolean;
  /** Counts derived, not yet checked, or a crossover analysed as if its arms were different people. */
  readonly workedOut: boolean;
};

const FEW_PEOPLE = 400;
const VERY_FEW_PEOPLE = 100;
const DIFFERING_I2 = 50;
const VERY_WIDE = 0.5;
const levels: readonly CertaintyLevel[] = ["high", "moderate", "low", "very-low"];

/**
 * The level and its reasons, worst-case honest: each reason takes one step, very few people take two.
 *
 * @example
 * certainty({ trials: 1, people: 60, ciLower: -1, ciUpper: -0.2, absoluteWidth: null, i2: 0, open: false, abstractsOnly: true,
 *   indirect: false, workedOut: false }).level // "very-low"
 */
export function certainty(input: CertaintyInput): {
  readonly level: CertaintyLevel;
  readonly reasons: readonly CertaintyReason[];
} {
  const reasons: CertaintyReason[] = [];
  let steps = 0;
  const stepDown = (reason: CertaintyReason, by = 1): void => {
    reasons.push(reason);
    steps += by;
  };
  if (input.open) stepDown({ type: "open" });
  else if (input.abstractsOnly) stepDown({ type: "abstracts" });
  if (input.people !== null && input.people < VERY_FEW_PEOPLE) {
    stepDown({ type: "very-few-people", people: input.people }, 2);
  } else if (input.ciLower <= 0 && input.ciUpper >= 0) {
    stepDown({ type: "interval-includes-none" });
  } else if (input.people === null || input.people < FEW_PEOPLE) {
    stepDown({ type: "few-people", people: input.people ?? 0 });
  }
  if (input.absoluteWidth !== null && input.absoluteWidth > VERY_WIDE) {
    stepDown({ type: "very-wide-interval" });
  }
  if (input.trials === 1) stepDown({ type: "one-trial" });
  else if (input.i2 >= DIFFERING_I2) stepDown({ type: "results-differ", i2: input.i2 });
  if (input.indirect) stepDown({ type: "other-people" });
  if (input.workedOut) stepDown({ type: "figures-worked-out" });
  return { level: levels[Math.min(3, steps)] ?? "very-low", reasons };
}

/** What a number is measured in, as a type: an odds ratio on the log scale can't be passed for a risk difference. */
declare const unit: unique symbol;
type In<U extends string> = number & { readonly [unit]: U };

export type LogOddsRatio = In<"log odds ratio">;
export type LogRiskRatio = In<"log risk ratio">;
/** Difference of two shares, −1 to 1. */
export type RiskDifference = In<"risk difference">;
/** Points of the scale that was measured. */
export type Points = In<"points">;
/** Standard deviations (Hedges' g and its relatives). */
export type StandardDeviations = In<"standard deviations">;
export type LogRatioOfMeans = In<"log ratio of means">;
/** A share of people, 0 to 1. */
export type Share = In<"share">;

/** The share `value`, or `null` where it is no number from 0 to 1. */
export const share = (value: number): Share | null => (value >= 0 && value <= 1 ? (value as Share) : null);

/** The log odds ratio of an odds ratio; `null` unless it is above 0. */
export const logOddsRatio = (oddsRatio: number): LogOddsRatio | null =>
  oddsRatio > 0 && Number.isFinite(oddsRatio) ? (Math.log(oddsRatio) as LogOddsRatio) : null;

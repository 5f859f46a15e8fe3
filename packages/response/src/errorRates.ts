/** How often a verdict is wrong, as `npm run prove` found it by simulation; docs/proof/verdicts.md says how. */
import file from "./errorRates.json" with { type: "json" };

/** Of 100 diaries, but for the mean effect, which is in points. "Ever" means at any weekly look of twelve weeks. */
export interface ErrorRate {
  readonly situation: string;
  /** ever "helping" or "helping clearly", without trials as the starting belief */
  readonly helping: number;
  /** the same with the belief that trials found a small or a large gain */
  readonly helpingAfterSmallTrials: number;
  readonly helpingAfterLargeTrials: number;
  readonly helpingClearly: number;
  /** ever those or "leaning" */
  readonly hint: number;
  readonly worse: number;
  readonly notEnoughAtEnd: number;
  /** too early or not separable at the end */
  readonly withheldAtEnd: number;
  readonly meanAtEnd: number | null;
  /** how many of the central intervals at the end held the true effect; null where no size was told */
  readonly covered: { readonly 50: number; readonly 90: number; readonly 95: number } | null;
  /** the same diaries read by a plain before/after t-test (Welch), and by least squares with AR(1) errors */
  readonly welch: number;
  readonly gls: number;
}

/** A treatment that helps: how often that is found, beside someone who knows all but the effect. */
export interface PowerRate extends ErrorRate {
  readonly effect: number;
  /** false alarms of the same situation without an effect */
  readonly falseAlarms: number | null;
  /** how often the oracle finds it with as many false alarms as ours has; null where there is no like situation */
  readonly oracle: number | null;
  /** the same if ours really had a standard error fewer or more: a few false alarms in thousands are a matter of chance */
  readonly oracleFrom: number | null;
  readonly oracleTo: number | null;
  /** both again where each may be wrong in 5 of 100 diaries */
  readonly helpingAtFive: number | null;
  readonly oracleAtFive: number | null;
}

/** Verdicts on counts of spasms, of 100 diaries; `ratio` is the true rate ratio. */
export interface CountRate {
  readonly situation: string;
  readonly ratio: number;
  /** ever "helping" or "helping clearly" at a weekly look */
  readonly helping: number;
  readonly worse: number;
  readonly notEnoughAtEnd: number;
  /** how many of the middle 90 % ranges at the end held the true ratio */
  readonly covered90: number;
}

export interface ErrorRates {
  /** simulated for each situation */
  readonly diaries: number;
  /** how many of them were read in the other ways as well */
  readonly compared: number;
  readonly days: number;
  readonly seed: number;
  readonly useless: readonly ErrorRate[];
  readonly helping: readonly PowerRate[];
  /** effects and trends as different from person to person as the engine believes: what the ranges are held against */
  readonly believed: readonly ErrorRate[];
  /** an infection before or after the start, written down or not */
  readonly illness: readonly ErrorRate[];
  readonly counts: readonly CountRate[];
}

/** What an ordinary diary is like: the situation by which the false-alarm rate is told first. */
export const USUAL_SITUATION = "28 days before, 56 on; φ 0.6 and noise";

/** [RS-30] Measured with this engine, never typed in. */
export const errorRates: ErrorRates = file;

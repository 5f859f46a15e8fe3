/** How often a verdict is wrong, as `npm run prove` found it by simulation; docs/proof/verdicts.md says how. */
import file from "./errorRates.json" with { type: "json" };
import type { TimeScale } from "./exposure.ts";

/** How good the sizes are that are told at the end. */
export interface RangeRate {
  readonly situation: string;
  /** simulated */
  readonly diaries: number;
  /** mean effect, in points */
  readonly meanAtEnd: number | null;
  /** how many of 100 central intervals held the true effect; null where no size was told */
  readonly covered: { readonly 50: number; readonly 90: number; readonly 95: number } | null;
}

/** Of 100 diaries. "Ever" means at any weekly look of twelve weeks. */
export interface ErrorRate extends RangeRate {
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
  /** how often one finds it who knows all but the effect and the curve, of which that one believes what ours believes */
  readonly untold: number | null;
  /** the most false alarms that both can raise, up to 5, and what both find then */
  readonly commonRate: number | null;
  readonly helpingAtCommonRate: number | null;
  readonly oracleAtCommonRate: number | null;
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

/** How good the ranges of counts are for people as the engine believes them to be, of 100. */
export interface CountRange {
  readonly situation: string;
  readonly covered90: number;
}

/** What is said before a plan is carried out, on average, and what came then, of 100. */
export interface ForetoldRate {
  readonly situation: string;
  readonly diaries: number;
  readonly helpingSaid: number;
  readonly helpingCame: number;
  readonly notEnoughSaid: number;
  readonly notEnoughCame: number;
}

/** Treatments whose curve is another one than the usual assumption; the truth is one of the speeds that are believed in. */
export interface OwnCurveRate {
  /** ids of the app's curves that are this one */
  readonly curves: readonly string[];
  readonly given: {
    readonly tauOnDays: number | null;
    readonly tauOffDays: number | null;
    /** [day, share of the peak] */
    readonly knots: readonly (readonly number[])[] | null;
    readonly timeScales: readonly TimeScale[];
  };
  /** does nothing, in an ordinary diary */
  readonly useless: ErrorRate;
  /** does nothing, while things get better anyway and bad spells are long */
  readonly misled: ErrorRate;
  /** 1.5 points better, in an ordinary diary */
  readonly helping: ErrorRate;
}

/** Diaries that are kept for half a year and more, of 100, looked at every week. */
export interface LongerRate {
  readonly situation: string;
  readonly diaries: number;
  readonly days: number;
  /** in points; 0: it does nothing */
  readonly effect: number;
  /** ever "helping" or "helping clearly", without trials as the starting belief: by the day on which the other tables end (of a
   * late start with as many days after it), and by the end */
  readonly helpingByTwelveWeeks: number;
  readonly helping: number;
  readonly worse: number;
  /** still so at the end */
  readonly helpingAtEnd: number;
  readonly notEnoughAtEnd: number;
}

export interface ErrorRates {
  /** simulated for each situation, but for those that need more */
  readonly diaries: number;
  /** how many of them were read in the other ways as well */
  readonly compared: number;
  readonly days: number;
  readonly seed: number;
  /** what was believed of the curve: how much slower (above 1) or faster than given, and how likely each */
  readonly speeds: readonly TimeScale[];
  readonly useless: readonly ErrorRate[];
  readonly helping: readonly PowerRate[];
  /** effects and trends as different from person to person as the engine believes: what the ranges are held against */
  readonly believed: readonly RangeRate[];
  /** an infection before or after the start, written down or not */
  readonly illness: readonly ErrorRate[];
  readonly counts: readonly CountRate[];
  /** effects and trends of counts as different from person to person as the engine believes */
  readonly countsBelieved: readonly CountRange[];
  /** fair tests and further days: what was said beforehand, and what came */
  readonly foretold: readonly ForetoldRate[];
  readonly ownCurves: readonly OwnCurveRate[];
  readonly longer: readonly LongerRate[];
}

/** How much of what the one who knows finds ours has to find. */
const SHARE_OF_ORACLE = 0.85;
/** The figures are rounded to this. */
const ROUNDED_TO = 0.1;

/** Less than 85 of 100 of what the one who knows finds, by more than the rounding of the figures. */
export const fallsShort = (ours: number, oracle: number): boolean =>
  ours < SHARE_OF_ORACLE * oracle - ROUNDED_TO;

/** Effects of 1 to 2 points: smaller ones hardly anybody finds, larger ones everybody. */
export const isTelling = ({ effect }: PowerRate): boolean => effect <= -1 && effect >= -2;

/** What an ordinary diary is like: the situation by which the false-alarm rate is told first. */
export const USUAL_SITUATION = "28 days before, 56 on; φ 0.6 and noise";

/** [RS-30] Measured with this engine, never typed in. */
export const errorRates: ErrorRates = file;

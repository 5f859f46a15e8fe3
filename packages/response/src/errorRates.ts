/** How often a verdict is wrong, as `npm run prove` found it by simulation; docs/error-rates.md says how. */
import file from "./errorRates.json" with { type: "json" };

/** Of 100 diaries, but for the mean effect, which is in points. */
export interface ErrorRate {
  readonly situation: string;
  /** "helping" or "helping clearly" at any weekly look */
  readonly helping: number;
  /** those or "leaning" */
  readonly hint: number;
  readonly worse: number;
  readonly notEnoughAtEnd: number;
  readonly meanAtEnd: number;
}

export interface ErrorRates {
  /** simulated for each situation */
  readonly diaries: number;
  readonly days: number;
  readonly seed: number;
  readonly useless: readonly ErrorRate[];
  readonly helping: readonly ErrorRate[];
}

/** [RS-30] Measured with this engine, never typed in. */
export const errorRates: ErrorRates = file;

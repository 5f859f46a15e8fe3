/** What a dose is once it is read, and the small figures that all its readers share. */
import type { DoseUnit } from "./doseWords.ts";
import type { Route } from "./routes.ts";

/** `unit` is mg, mcg, U (units of toxin, insulin, vitamins), ml, sprays (puffs too), drops or patches. */
export type Amount = { readonly amount: number; readonly unit: DoseUnit };

export type Dose =
  | {
      readonly type: "read";
      /** One entry per taking of the day where they differ, else one. Empty when only the total of a day is told. */
      readonly perTaking: readonly Amount[];
      readonly timesPerDay: number | null;
      /** Morning, noon, evening, night, in the amounts of `perTaking`'s unit. */
      readonly pattern: readonly number[] | null;
      /** What is taken on a day on which it is taken ("10 mg weekly": 10 mg); null when how often is not told. */
      readonly perDay: Amount | null;
      /** The largest single taking; null when only the total of a day is told. */
      readonly single: Amount | null;
      readonly asNeeded: boolean;
      /** Not daily, or by the clock. */
      readonly every?: { readonly hours: number } | { readonly days: number };
      readonly route?: Route;
      /** How a range or a limit was read. */
      readonly notes: readonly string[];
    }
  | { readonly type: "none" }
  | { readonly type: "unclear"; readonly why: string; readonly part: string };

/** Figures so long that no dose has them are left alone. */
export const plausible = (value: number): boolean => Number.isFinite(value) && value > 0 && value < 1e7;

/** Without the dust of binary fractions: 0.1 × 3 is 0.3. */
export const rounded = (value: number): number => Number(value.toPrecision(12));

export const sum = (values: readonly number[]): number =>
  rounded(values.reduce((total, value) => total + value, 0));

/** A dose that is asked back: the sentence says what is missing, `part` where. */
export const unclear = (why: string, part: string): Dose => ({
  type: "unclear",
  why,
  part: part.trim().slice(0, 80),
});

/** How ours compares with the oracle when both raise equally many false alarms. */
import { NEVER } from "./comparators.ts";
import type { Tally } from "./count.ts";

/** More than so many of 100 diaries nobody is allowed [RS-12]. */
const MOST_ALARMS = 0.05;

/** The threshold that so many of the diaries without an effect reach: the k-th largest of what they showed. */
function thresholdFor(shown: readonly number[], alarms: number): number {
  const sorted = shown.filter((one) => one > NEVER).toSorted((a, b) => b - a);
  // Fewer may reach any mark at all: the half of the rule that asks for a size keeps the others out.
  return sorted[Math.max(1, Math.round(alarms)) - 1] ?? sorted.at(-1) ?? Infinity;
}

const shareAtLeast = (shown: readonly number[], threshold: number): number =>
  shown.filter((one) => one >= threshold).length / shown.length;

export type Power = {
  readonly falseAlarms: number;
  readonly oracle: number;
  /** the same a standard error of the false alarms lower and higher */
  readonly oracleFrom: number;
  readonly oracleTo: number;
  /** someone who knows all but the effect and the curve, with as many false alarms as ours */
  readonly untold: number;
  /** the most false alarms that both can raise, up to 5 of 100: the half of the rule on size keeps the others out */
  readonly commonRate: number;
  readonly oursAtCommonRate: number;
  readonly oracleAtCommonRate: number;
};

/** Shares of diaries; null where the truth of the situation is no process of the model. `tau`: of the curve that the oracle knows. */
export function powerOf(useless: Tally, helping: Tally, tau: number): Power | null {
  const known = (shown: readonly (number | null)[] | undefined): number[] =>
    (shown ?? []).filter((one) => one !== null);
  const [blank, found] = [known(useless.oracle[tau]), known(helping.oracle[tau])];
  if (blank.length === 0 || found.length === 0) return null;
  const { diaries } = useless;
  const alarms = useless.helping.none;
  const reached = (shown: readonly number[]): number => shown.filter((one) => one > NEVER).length;
  const most = Math.max(1, Math.min(MOST_ALARMS * diaries, reached(useless.shown), reached(blank)));
  const oracleAt = (as: number): number => shareAtLeast(found, thresholdFor(blank, as));
  // Both counts are by chance: ours, and how many of the oracle's reach a threshold.
  const error = Math.sqrt(2 * alarms);
  return {
    falseAlarms: alarms / diaries,
    oracle: oracleAt(alarms),
    oracleFrom: oracleAt(alarms - error),
    oracleTo: oracleAt(alarms + error),
    untold: shareAtLeast(known(helping.untold), thresholdFor(known(useless.untold), alarms)),
    commonRate: most / diaries,
    oursAtCommonRate: shareAtLeast(helping.shown, thresholdFor(useless.shown, most)),
    oracleAtCommonRate: oracleAt(most),
  };
}

import type { DiaryFit } from "./fit.ts";
import { exposureCurve, type TreatmentCourse } from "./exposure.ts";

/** Below this exposure a day counts as without the treatment, above `ON_ABOVE` as with it [RS-11]. */
export const OFF_BELOW = 0.05;
export const ON_ABOVE = 0.5;

/** How much of a phase was rated. */
export interface PhaseShare {
  readonly rated: number;
  /** calendar days of the phase in the diary so far */
  readonly days: number;
}

export interface Completeness {
  readonly off: PhaseShare;
  readonly on: PhaseShare;
  /** both phases last a week or more and their shares of rated days are more than 20 points apart [RS-14] */
  readonly differs: boolean;
  /** how often the diary goes from a stretch off to one on or back; 1 = begun once and gone on with [RS-12] */
  readonly turns: number;
}

const DIFFERENCE_TO_WARN = 0.2;
const SHORTEST_PHASE_TO_COMPARE = 7;

/** What of a fit the phases look at: the same for ratings and counts. */
export type FittedDays = Pick<DiaryFit, "treatments" | "columns" | "days" | "rows" | "first">;

/** Days off and on a treatment, from the first rated day to `until`; for several, off = off all, on = on any. */
export function completenessOf(
  fit: FittedDays,
  treatments: readonly TreatmentCourse[],
  until: number,
): Completeness {
  const curves = treatments.map((treatment) => exposureCurve(treatment, fit.first, until));
  const rated = new Set(fit.days);
  const off = { rated: 0, days: 0 };
  const on = { rated: 0, days: 0 };
  let turns = 0;
  let before: typeof on | null = null;
  for (let day = fit.first; day <= until; day++) {
    const exposures = curves.map((curve) => curve[day - fit.first]!);
    const phase = exposures.every((x) => x < OFF_BELOW)
      ? off
      : exposures.some((x) => x > ON_ABOVE)
        ? on
        : null;
    if (!phase) continue;
    if (before !== null && before !== phase) turns++;
    before = phase;
    phase.days++;
    if (rated.has(day)) phase.rated++;
  }
  const comparable = Math.min(off.days, on.days) >= SHORTEST_PHASE_TO_COMPARE;
  const difference = Math.abs(off.rated / off.days - on.rated / on.days);
  return { off, on, differs: comparable && difference > DIFFERENCE_TO_WARN, turns };
}

/** [RS-13] Exposure columns that correlate beyond this cannot be told apart. */
export const INSEPARABLE_ABOVE = 0.9;

/** Correlation of two treatments' exposures over the rated days; 0 if one of them never changes. */
export function exposureCorrelation(fit: FittedDays, a: string, b: string): number {
  const width = fit.columns.length;
  const column = (id: string) =>
    fit.columns.findIndex((candidate) => candidate.kind === "effect" && candidate.id === id);
  const [i, j] = [column(a), column(b)];
  const n = fit.days.length;
  let [meanA, meanB] = [0, 0];
  for (let row = 0; row < n; row++) {
    meanA += fit.rows[row * width + i]! / n;
    meanB += fit.rows[row * width + j]! / n;
  }
  let [aa, bb, ab] = [0, 0, 0];
  for (let row = 0; row < n; row++) {
    const offA = fit.rows[row * width + i]! - meanA;
    const offB = fit.rows[row * width + j]! - meanB;
    aa += offA * offA;
    bb += offB * offB;
    ab += offA * offB;
  }
  // Below this the column is constant but for rounding.
  const smallest = 1e-12 * n;
  return aa < smallest || bb < smallest ? 0 : ab / Math.sqrt(aa * bb);
}

/** A treatment in a group that cannot be told apart, with the sign with which it moves along. */
export interface GroupMember {
  readonly id: string;
  readonly weight: 1 | -1;
}

/**
 * [RS-13] Groups of treatments whose exposures go together (weight 1) or one of which replaces the other (weight −1).
 * The treatment that started last carries weight 1: "the new one instead of the old one".
 */
export function inseparableGroups(
  fit: FittedDays,
  startedLast: (a: string, b: string) => number,
): GroupMember[][] {
  const ids = fit.treatments.map(({ id }) => id);
  const groups: GroupMember[][] = [];
  const placed = new Set<string>();
  for (const id of ids) {
    if (placed.has(id)) continue;
    placed.add(id);
    const weightById = new Map<string, 1 | -1>([[id, 1]]);
    const queue = [id];
    for (let next = 0; next < queue.length; next++) {
      const from = queue[next]!;
      for (const other of ids) {
        if (placed.has(other)) continue;
        const correlation = exposureCorrelation(fit, from, other);
        if (Math.abs(correlation) <= INSEPARABLE_ABOVE) continue;
        placed.add(other);
        weightById.set(other, correlation > 0 ? weightById.get(from)! : weightById.get(from) === 1 ? -1 : 1);
        queue.push(other);
      }
    }
    if (weightById.size === 1) continue;
    const newest = [...weightById.keys()].sort(startedLast)[0]!;
    const flip = weightById.get(newest) === -1;
    groups.push(
      ids.flatMap((member) => {
        const weight = weightById.get(member);
        return weight === undefined ? [] : [{ id: member, weight: flip ? (weight === 1 ? -1 : 1) : weight }];
      }),
    );
  }
  return groups;
}

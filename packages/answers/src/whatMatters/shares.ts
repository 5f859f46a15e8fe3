/** From a figure of "What works?" to a log odds ratio that can be drawn, and to people of 100 at one share for all. */
import { absoluteRisk } from "@unclench/evidence";
import { comparators, treatments } from "@unclench/knowledge";
import { type PoolRow, pool } from "@unclench/knowledge/trials";
import { cellKey, cellsFor } from "../whatWorks/cells.ts";
import { baselineOf, shareWithout } from "../whatWorks/estimate.ts";
import type { Outcome } from "../whatWorks/types.ts";

const Z_975 = 1.959963984540054;
/** Chinn 2000, Statistics in Medicine 19:3127: ln OR = SMD · π/√3. */
const SMD_TO_LOG_ODDS = Math.PI / Math.sqrt(3);

/** A log odds ratio with the spread that gives the interval printed on the page. */
export type DrawnFigure = {
  readonly outcome: Outcome;
  readonly rows: readonly PoolRow[];
  readonly from: "shares" | "score";
  readonly mean: number;
  readonly sd: number;
};

const controls = new Set(comparators.filter(({ role }) => role === "control").map(({ id }) => id));

/** Only what stood against a dummy or usual care tells what a treatment adds to doing nothing more. */
export const isAgainstControl = ({ comparator }: Outcome): boolean => controls.has(comparator.id);

/** The pool rows behind a figure of a page. */
function rowsBehind(outcome: Outcome, treatmentId: string, condition: string, pattern: string): PoolRow[] {
  const treatment = treatments.find(({ id }) => id === treatmentId);
  if (treatment === undefined) return [];
  const cells = cellsFor(treatment, condition, pattern);
  const own = cells.find((cell) => cellKey(cell) === outcome.key);
  // A reader may have counted the enriched trials of the same question.
  const twins = cells.filter(
    (cell) =>
      cell.outcomeGroup === own?.outcomeGroup &&
      cell.scaleGroup === own?.scaleGroup &&
      cell.comparator === own?.comparator,
  );
  return twins.flatMap(({ main }) => main).filter(({ trial }) => outcome.trials.includes(trial));
}

/**
 * The SD of people in the trials of a score, from standard errors and arm sizes: se = SD·√(1/n₁ + 1/n₂). Pooled over the
 * rows; `null` where no row printed sizes, or people were compared with themselves.
 */
export function spreadOfPeople(rows: readonly PoolRow[]): number | null {
  let [squares, degrees] = [0, 0];
  for (const { data, design, crossoverAsParallel } of rows) {
    if (data.type !== "mean-difference" || data.n === undefined) continue;
    if (design !== "parallel" && !crossoverAsParallel) continue;
    const [active, control] = data.n;
    const df = active + control - 2;
    if (df < 1) continue;
    squares += (df * data.se ** 2) / (1 / active + 1 / control);
    degrees += df;
  }
  return degrees === 0 ? null : Math.sqrt(squares / degrees);
}

/**
 * [AN-152], [AN-153] A figure as a log odds ratio; its spread makes the 95 % interval as wide as the printed one. A score is
 * divided by the SD of its people (Chinn 2000), with half of its size added to the spread, as such a turn is rough. `null`
 * where that SD is not known.
 */
export function drawnFigure(
  outcome: Outcome,
  treatment: string,
  place: { readonly condition: string; readonly pattern: string },
): DrawnFigure | null {
  const rows = rowsBehind(outcome, treatment, place.condition, place.pattern);
  const sd = (outcome.ciUpper - outcome.ciLower) / (2 * Z_975);
  if (outcome.kind === "binary") return { outcome, rows, from: "shares", mean: outcome.estimate, sd };
  const spread = spreadOfPeople(rows);
  if (spread === null || outcome.points === null) return null;
  const scale = SMD_TO_LOG_ODDS / spread;
  const mean = (outcome.points.better === "lower" ? -1 : 1) * outcome.estimate * scale;
  return { outcome, rows, from: "score", mean, sd: Math.hypot(sd * scale, mean / 2) };
}

/**
 * [AN-152] One share without treatment for all options, 0 to 1: that of the control groups behind their figures, each
 * counted once. Where none of them printed counts, that of all control groups of this outcome that we hold.
 */
export function commonShare(figures: readonly DrawnFigure[], outcome: string): number | null {
  const own = baselineOf(figures.flatMap(({ rows }) => rows));
  const all =
    own ??
    baselineOf(
      pool.rows.filter(
        (row) =>
          row.outcomeGroup === outcome &&
          row.use === "main" &&
          row.stratum === "unselected" &&
          controls.has(row.comparator),
      ),
    );
  return all === null ? null : shareWithout(all, null);
}

/** People of 100 more than without, at the middle and at the ends of the 95 % interval; not rounded. */
export function moreOf100(
  { mean, sd }: { readonly mean: number; readonly sd: number },
  without: number,
): { more: number; lower: number; upper: number } {
  const at = (logOdds: number): number => 100 * (absoluteRisk("OR", logOdds, without) - without);
  return { more: at(mean), lower: at(mean - Z_975 * sd), upper: at(mean + Z_975 * sd) };
}

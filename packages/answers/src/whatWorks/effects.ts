/**
 * From the rows of one cell to one effect per row. Control groups that several rows share are split here, and only here,
 * so that nobody in a control group is counted twice within one pool.
 */
import { binaryEffect } from "@unclench/evidence";
import { type PoolRow, trialById } from "@unclench/knowledge/trials";

/** One row as the engine takes it: log odds ratio for yes/no outcomes, difference in points for scores. */
export type RowEffect = {
  readonly row: PoolRow;
  readonly estimate: number;
  readonly variance: number;
};

/** The 97.5 % point of the normal distribution, to read printed 95 % intervals back. */
const Z_975 = 1.959963984540054;

/**
 * The share of a difference's variance that its control group brings, if both groups vary alike: (1/n₂) / (1/n₁ + 1/n₂).
 * Where sizes were not printed the groups are taken as equal.
 */
const controlShare = (n: readonly [number, number] | undefined): number =>
  n === undefined ? 0.5 : n[0] / (n[0] + n[1]);

/**
 * The effect of one row when its control group is shared by `sharers` rows of the same pool (1 = not shared).
 * Counts are divided; for differences the control's part of the variance is multiplied.
 */
export function effectOfRow(row: PoolRow, sharers: number): RowEffect {
  const { data } = row;
  if (data.type === "binary") {
    const [events, n] = data.control;
    const effect = binaryEffect(
      "OR",
      { events: data.active[0], n: data.active[1] },
      { events: events / sharers, n: n / sharers },
    );
    // Only a rule that drops double zeros leaves a table out, and none is given here.
    if (effect === null) throw new Error(`no effect from the counts of ${row.trial}`);
    return { row, estimate: effect.estimate, variance: effect.variance };
  }
  if (data.type === "ratio") {
    const se = (Math.log(data.ci95[1]) - Math.log(data.ci95[0])) / (2 * Z_975);
    return { row, estimate: Math.log(data.estimate), variance: se * se };
  }
  const share = controlShare(data.n);
  return { row, estimate: data.md, variance: data.se * data.se * (1 - share + sharers * share) };
}

/** The effects of all rows that enter one pool. */
export function effectsOf(rows: readonly PoolRow[]): RowEffect[] {
  const sharers = new Map<string, number>();
  for (const row of rows) {
    if (row.sharedControl !== null) sharers.set(row.sharedControl, (sharers.get(row.sharedControl) ?? 0) + 1);
  }
  return rows.map((row) =>
    effectOfRow(row, row.sharedControl === null ? 1 : (sharers.get(row.sharedControl) ?? 1)),
  );
}

/** People behind the rows; a control group that several rows share counts once. `null` where a source did not say. */
export function peopleIn(rows: readonly PoolRow[]): number | null {
  let total = 0;
  const counted = new Set<string>();
  const whole = new Set<string>();
  for (const row of rows) {
    const { data } = row;
    const sizes =
      data.type === "binary"
        ? [data.active[1], data.control[1]]
        : data.type === "ratio"
          ? null
          : (data.n ?? null);
    if (sizes === null) {
      // Without sizes for the comparison the trial's own number of randomised people stands, once.
      const randomised = trialById.get(row.trial)?.randomised ?? null;
      if (randomised === null) return null;
      if (!whole.has(row.trial)) total += randomised;
      whole.add(row.trial);
      continue;
    }
    const [active, control] = sizes as [number, number];
    total += row.crossoverAsParallel ? Math.max(active, control) : active;
    if (row.crossoverAsParallel) continue;
    const key = row.sharedControl ?? `${row.trial}:${row.outcomeIndex}:${row.controlArm}`;
    if (!counted.has(key)) total += control;
    counted.add(key);
  }
  return total;
}

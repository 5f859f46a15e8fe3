/**
 * Which pool rows answer "what works for this condition and pattern?", gathered into cells. A cell is one question
 * that may be pooled: one treatment against one comparator, one outcome, one scale, one condition and pattern, one
 * stratum (see the rules in `pool.json`).
 */
import { mixedPopulations, type PoolRow, pool } from "@unclench/knowledge/trials";
import type { Treatment } from "@unclench/knowledge";

/** How close the people of a cell are to the person who asks. */
export type Directness = "direct" | "other-pattern" | "mixed-condition";

export type Cell = {
  readonly treatment: string;
  readonly comparator: string;
  readonly outcomeGroup: string;
  readonly scaleGroup: string;
  readonly stratum: "unselected" | "enriched";
  readonly condition: string;
  readonly pattern: string;
  readonly directness: Directness;
  /** Rows that enter the main estimate. */
  readonly main: readonly PoolRow[];
  /** Rows of the same question that never enter it, shown beside with the reason. */
  readonly sensitivity: readonly PoolRow[];
};

/** Names the question of a cell within its treatment, condition and pattern; stable, so that links can hold it. */
export const cellKey = ({ outcomeGroup, scaleGroup, comparator, stratum }: Cell): string =>
  [outcomeGroup, scaleGroup, comparator, stratum].join(".");

const includedConditions = new Map(mixedPopulations.map((entry) => [entry.trial, entry.conditions]));

const isAbout = (row: PoolRow, condition: string): boolean =>
  row.condition === condition ||
  (row.condition === "mixed" && (includedConditions.get(row.trial)?.includes(condition) ?? false));

/**
 * A treatment that acts on the whole body tells something also when it was tried in another pattern; an injection or
 * a device in the arm says nothing of the leg.
 */
const patternRank = (row: PoolRow, pattern: string, reach: Treatment["reach"]): number | undefined => {
  if (row.pattern === pattern) return 0;
  if (row.pattern === "mixed") return 1;
  if (reach === "systemic") return row.pattern === "generalised" ? 2 : 3;
  return undefined;
};

const directnessOf = (row: PoolRow, condition: string, rank: number): Directness => {
  if (row.condition !== condition) return "mixed-condition";
  return rank <= 1 ? "direct" : "other-pattern";
};

/**
 * The cells of one treatment for one condition and pattern: for each outcome, scale, comparator and stratum the
 * closest population that has rows.
 */
export function cellsFor(treatment: Treatment, condition: string, pattern: string): Cell[] {
  const candidates = new Map<string, { rank: number; rows: PoolRow[] }[]>();
  for (const row of pool.rows) {
    if (row.treatment !== treatment.id || !isAbout(row, condition)) continue;
    const rank = patternRank(row, pattern, treatment.reach);
    if (rank === undefined) continue;
    const total = rank + (row.condition === condition ? 0 : 10);
    const question = [row.outcomeGroup, row.scaleGroup, row.comparator, row.stratum].join("|");
    const groups = candidates.get(question) ?? [];
    // Rank alone would join two patterns of the same rank: the population is part of the key.
    const group = groups.find(
      ({ rank: known, rows }) =>
        known === total && rows[0]?.pattern === row.pattern && rows[0]?.condition === row.condition,
    );
    if (group === undefined) groups.push({ rank: total, rows: [row] });
    else group.rows.push(row);
    candidates.set(question, groups);
  }
  const cells: Cell[] = [];
  for (const groups of candidates.values()) {
    const withMain = groups.filter(({ rows }) => rows.some((row) => row.use === "main"));
    const closest = (withMain.length > 0 ? withMain : groups).reduce((best, group) =>
      group.rank < best.rank ? group : best,
    );
    const first = closest.rows[0];
    if (first === undefined) continue;
    cells.push({
      treatment: treatment.id,
      comparator: first.comparator,
      outcomeGroup: first.outcomeGroup,
      scaleGroup: first.scaleGroup,
      stratum: first.stratum,
      condition: first.condition,
      pattern: first.pattern,
      directness: directnessOf(first, condition, closest.rank % 10),
      main: closest.rows.filter((row) => row.use === "main"),
      sensitivity: closest.rows.filter((row) => row.use === "sensitivity"),
    });
  }
  return cells;
}

/** Where else the pool holds main rows of this treatment: offered as links, never mixed in. */
export function elsewhere(
  treatment: Treatment,
  condition: string,
  shown: readonly Cell[],
): { condition: string; pattern: string }[] {
  const here = new Set(
    shown.filter((cell) => cell.main.length > 0).map((cell) => `${cell.condition}|${cell.pattern}`),
  );
  const found = new Map<string, { condition: string; pattern: string }>();
  for (const row of pool.rows) {
    if (row.treatment !== treatment.id || row.use !== "main") continue;
    if (row.condition === "mixed") continue;
    const pattern = row.pattern === "mixed" ? "generalised" : row.pattern;
    const key = `${row.condition}|${row.pattern}`;
    if (!here.has(key)) found.set(`${row.condition}|${pattern}`, { condition: row.condition, pattern });
  }
  // The person's own condition first: a trial in the same illness is the nearest thing.
  return [...found.values()].sort(
    (left, right) => Number(right.condition === condition) - Number(left.condition === condition),
  );
}

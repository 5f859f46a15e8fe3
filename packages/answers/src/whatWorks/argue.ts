/**
 * "The reader may argue": one figure of the comparison, pooled again with the reader's own choices, beside the figure as
 * published, with a sentence on what changed.
 */
import { treatments } from "@unclench/knowledge";
import { type ByYear, byYearOf, type Subgroups, subgroupsOf } from "./byYear.ts";
import { type Cell, cellKey, cellsFor } from "./cells.ts";
import type { Choices } from "./choices.ts";
import { outcomeOf, shareWithout } from "./estimate.ts";
import { studyName } from "./labels.ts";
import type { Outcome } from "./types.ts";
import { argueWords } from "./words.ts";

export type { Choices } from "./choices.ts";
export type { ByYear, PooledLine, Subgroups } from "./byYear.ts";
export { asPublished } from "./choices.ts";
export { citationsOf, rScriptOf, studiesCsvOf } from "./exports.ts";

export type Question = {
  readonly condition: string;
  readonly pattern: string;
  readonly treatment: string;
  /** `key` of the outcome. */
  readonly key: string;
};

export type Argued = {
  readonly before: Outcome;
  /** null: nothing is left to pool. */
  readonly after: Outcome | null;
  /** Everything that can be left out. */
  readonly trials: readonly { readonly id: string; readonly name: string; readonly enriched: boolean }[];
  readonly sentence: string;
  /** The figure as chosen, trial after trial; null for fewer than two trials with a year. */
  readonly byYear: ByYear | null;
  /** Groups of trials by blinding or dose; empty where there are no two groups of two. */
  readonly subgroups: readonly Subgroups[];
};

export type ArgueError = { readonly type: "NoSuchFigure" | "NotAShare"; readonly sentence: string };
export type ArgueResult =
  | { readonly ok: true; readonly value: Argued }
  | { readonly ok: false; readonly error: ArgueError };

/**
 * [AN-61] The figure as published and as chosen. Ids of trials that are not in the figure are ignored, so that a link
 * outlives a correction of the pool.
 *
 * @example
 * argue({ condition: "stroke", pattern: "upper-limb", treatment: "botulinum-toxin-a",
 *   key: "spasticity-responder.binary.placebo.unselected" }, { ...asPublished, without: ["elovic-2016"] })
 */
export function argue(question: Question, choices: Choices): ArgueResult {
  const treatment = treatments.find(({ id }) => id === question.treatment);
  const cells = treatment === undefined ? [] : cellsFor(treatment, question.condition, question.pattern);
  const cell = cells.find((candidate) => cellKey(candidate) === question.key);
  const before = cell === undefined ? null : outcomeOf(cell, treatmentOf(cell), question.pattern);
  if (cell === undefined || before === null) {
    return { ok: false, error: { type: "NoSuchFigure", sentence: "There is no such figure on this page." } };
  }
  const { baseline } = choices;
  if (baseline !== null && !(baseline > 0 && baseline < 100)) {
    return {
      ok: false,
      error: { type: "NotAShare", sentence: "Of 100 people, give a number between 1 and 99." },
    };
  }
  const twin = cells.find(
    (candidate) =>
      candidate.stratum === "enriched" &&
      cell.stratum === "unselected" &&
      candidate.outcomeGroup === cell.outcomeGroup &&
      candidate.scaleGroup === cell.scaleGroup &&
      candidate.comparator === cell.comparator,
  );
  const all = [...cell.main, ...(twin?.main ?? [])];
  const kept = (choices.enriched ? all : cell.main).filter((row) => !choices.without.includes(row.trial));
  const after = outcomeOf({ ...cell, main: kept }, treatmentOf(cell), question.pattern, choices);
  const baselineShare =
    after?.per100 === null || after === null ? null : shareWithout(after.per100.baseline, baseline);
  const ids = [...new Set(all.map((row) => row.trial))];
  return {
    ok: true,
    value: {
      before,
      after,
      trials: ids.map((id) => ({
        id,
        name: studyName(id),
        enriched: !cell.main.some((row) => row.trial === id),
      })),
      sentence: argueWords(before, after),
      byYear: after === null ? null : byYearOf(kept, after, choices.model, baselineShare),
      subgroups: after === null ? [] : subgroupsOf(kept, after, choices.model, baselineShare),
    },
  };
}

const treatmentOf = ({ treatment }: Cell) => {
  const found = treatments.find(({ id }) => id === treatment);
  if (found === undefined) throw new Error(`no treatment ${treatment}`);
  return found;
};

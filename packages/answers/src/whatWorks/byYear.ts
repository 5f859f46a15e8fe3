/** How a figure came to be what it is, trial after trial; and whether kinds of trials differ. */
import { absoluteRisk, cumulativePool, subgroupComparison } from "@unclench/evidence";
import { sourceById } from "@unclench/knowledge/sources";
import { type PoolRow, trialById } from "@unclench/knowledge/trials";
import type { Choices } from "./choices.ts";
import { effectsOf } from "./effects.ts";
import { studyLabel, studyName } from "./labels.ts";
import type { Outcome } from "./types.ts";
import { signed } from "./words.ts";

/** A pooled figure as one line: odds ratio or points, and of 100 people where the figure is a share. */
export type PooledLine = {
  readonly label: string;
  readonly estimate: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** "2.53 (1.30 to 4.93)" */
  readonly text: string;
  /** With the treatment, of 100: "56 (44 to 67)"; null for points. */
  readonly of100: string | null;
};

export type ByYear = {
  /** Once each trial was there, the oldest first. */
  readonly steps: readonly PooledLine[];
  readonly sentence: string;
  /** Trials without a known year, by name: they are in no step. */
  readonly undated: readonly string[];
};

export type Subgroups = {
  readonly by: "blinding" | "dose";
  readonly groups: readonly (PooledLine & { readonly trials: number })[];
  readonly sentence: string;
};

const methodOf = (model: Choices["model"]) => (model === "common" ? "EE" : "REML");

type Ends = Pick<PooledLine, "estimate" | "ciLower" | "ciUpper">;

function lineOf(label: string, { estimate, ciLower, ciUpper }: Ends, outcome: Outcome, share: number | null) {
  const shown = (value: number): string => signed(outcome.kind === "binary" ? Math.exp(value) : value);
  const of100 = (value: number): number => Math.round(100 * absoluteRisk("OR", value, share ?? 0));
  return {
    label,
    estimate,
    ciLower,
    ciUpper,
    text: `${shown(estimate)} (${shown(ciLower)} to ${shown(ciUpper)})`,
    of100: share === null ? null : `${of100(estimate)} (${of100(ciLower)} to ${of100(ciUpper)})`,
  };
}

const saysOf = ({ ciLower, ciUpper }: Ends): -1 | 0 | 1 => (ciLower > 0 ? 1 : ciUpper < 0 ? -1 : 0);

/**
 * [AN-160] The figure once each trial was there (EV-86), for two or more trials with a year; `null` for fewer. `share` is
 * the one without the treatment, 0 to 1, at which people of 100 are counted; `null` for points.
 */
export function byYearOf(
  rows: readonly PoolRow[],
  outcome: Outcome,
  model: Choices["model"],
  share: number | null,
): ByYear | null {
  const yearOf = ({ trial }: PoolRow): number | null =>
    sourceById.get(trialById.get(trial)?.source ?? "")?.year ?? null;
  const dated = effectsOf(rows)
    .flatMap((effect) => {
      const year = yearOf(effect.row);
      return year === null ? [] : [{ ...effect, year }];
    })
    .sort((left, right) => left.year - right.year || left.row.trial.localeCompare(right.row.trial, "en"));
  const trials = [...new Set(dated.map(({ row }) => row.trial))];
  if (trials.length < 2) return null;
  const pooled = cumulativePool(
    dated.map(({ row, estimate, variance }) => ({ study: row.trial, estimate, variance })),
    { method: methodOf(model), ci: "usual" },
  );
  const steps = trials.flatMap((trial) => {
    // The arms of one trial came together: the step is the one after its last.
    const step = pooled.findLast(({ study }) => study === trial);
    const year = dated.find(({ row }) => row.trial === trial)?.year;
    return step === undefined ? [] : [{ year, line: lineOf(studyName(trial), step, outcome, share) }];
  });
  const undated = rows.filter((row) => yearOf(row) === null).map(({ trial }) => studyName(trial));
  return {
    steps: steps.map(({ line }) => line),
    sentence: byYearSentence(steps),
    undated: [...new Set(undated)],
  };
}

function byYearSentence(
  steps: readonly { readonly year: number | undefined; readonly line: PooledLine }[],
): string {
  const last = steps.at(-1);
  if (last === undefined) return "";
  const now = saysOf(last.line);
  const before = steps.findLastIndex(({ line }) => saysOf(line) !== now);
  const since = steps[before + 1]?.year;
  if (before < 0) return `It has said the same since the first trial, of ${since}.`;
  return saysOf(steps[before]?.line ?? last.line) === 0
    ? `It has said what it says now since ${since}; before that the true difference may have been none.`
    : `It has said what it says now since ${since}; before that it said something else.`;
}

const groupings: readonly {
  readonly by: Subgroups["by"];
  readonly groupOf: (row: PoolRow, rows: readonly PoolRow[]) => string | null;
}[] = [
  {
    by: "blinding",
    groupOf: ({ blinding }) =>
      blinding === null
        ? null
        : blinding === "double"
          ? "nobody knew who got what"
          : "some knew who got what",
  },
  {
    by: "dose",
    groupOf: ({ trial, activeArm }) => {
      const arm = trialById.get(trial)?.arms.find(({ key }) => key === activeArm);
      return arm?.dose?.split(/[,(;]/)[0]?.trim() ?? null;
    },
  },
];

/**
 * [AN-161] Groups of trials by blinding or by dose, where every row belongs to one and each group has two trials or more;
 * pooled alone and compared as EV-85. Elsewhere nothing is said: groups of one trial tell nothing.
 */
export function subgroupsOf(
  rows: readonly PoolRow[],
  outcome: Outcome,
  model: Choices["model"],
  share: number | null,
): Subgroups[] {
  return groupings.flatMap(({ by, groupOf }) => {
    const effects = effectsOf(rows).map(({ row, estimate, variance }) => ({
      study: studyLabel(row, rows),
      trial: row.trial,
      estimate,
      variance,
      group: groupOf(row, rows),
    }));
    const grouped = effects.flatMap(({ group, ...effect }) => (group === null ? [] : [{ ...effect, group }]));
    if (grouped.length < effects.length) return [];
    const trialsIn = (name: string): number =>
      new Set(grouped.filter(({ group }) => group === name).map(({ trial }) => trial)).size;
    if (grouped.some(({ group }) => trialsIn(group) < 2)) return [];
    const method = methodOf(model);
    const found = subgroupComparison(grouped, {
      method,
      ci: method === "EE" ? "z" : "adhoc",
      tau2: "separate",
    });
    if (found === null) return [];
    const differ = found.between !== null && found.between.p < 0.05;
    return [
      {
        by,
        groups: found.groups.map((group) => ({
          ...lineOf(group.group, group, outcome, share),
          trials: trialsIn(group.group),
        })),
        sentence: differ
          ? "The groups differ more than chance explains. That may be for other reasons too: people were not put into these groups by lot."
          : "The groups do not clearly differ. With so few trials that does not mean that they are the same.",
      },
    ];
  });
}

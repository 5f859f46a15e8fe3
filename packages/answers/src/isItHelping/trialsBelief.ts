/** What trials found for people like this one, as the belief from which a diary starts. */
import { conditions, startingBelief, treatments } from "@unclench/knowledge";
import { pool, trials } from "@unclench/knowledge/trials";
import type { Measure } from "@unclench/record";
import type { NormalPrior } from "@unclench/response";
import { type SourceLine, sourceLine } from "../sources.ts";
import { type Cell, cellsFor } from "../whatWorks/cells.ts";
import { studyName } from "../whatWorks/labels.ts";
import { poolRows } from "../whatWorks/pooling.ts";

/** The person as far as trials tell people apart; ids of the catalogue. */
export type About = { readonly condition: string; readonly pattern: string };

export type TrialsBelief = {
  /** in points of 10 at full effect; negative is better */
  readonly prior: NormalPrior;
  /** how the figure came about, from the closest to the roughest */
  readonly basis: "own-pool" | "published-pool" | "converted-shares";
  /** the trials in it, or the review */
  readonly names: readonly string[];
  readonly people: string;
  readonly sources: readonly SourceLine[];
};

const { spreadOfPeople, sdOfChange } = startingBelief;

const conditionPeople = (condition: string): string =>
  conditions.find(({ id }) => id === condition)?.people ?? "people with different conditions";

/** sd² = se² + τ² + spread², as the knowledge base proposes it; `extra` is what a conversion adds. */
const priorOf = (mean: number, se: number, tau2: number, extra = 0): NormalPrior => ({
  mean,
  sd: Math.sqrt(se * se + tau2 + spreadOfPeople * spreadOfPeople + extra * extra),
});

function ownPool({ main }: Cell): TrialsBelief | null {
  const [first] = main;
  if (first === undefined) return null;
  const { pooled } = poolRows(main, "random");
  return {
    prior: priorOf(pooled.estimate, pooled.se, pooled.tau2 ?? 0),
    basis: "own-pool",
    names: [...new Set(main.map(({ trial }) => studyName(trial)))],
    people: conditionPeople(first.condition),
    sources: sourcesOf(main.map(({ trial }) => trial)),
  };
}

const LOG_ODDS_TO_SMD = Math.sqrt(3) / Math.PI;

/**
 * Shares of people who got clearly better, as points: SMD = ln(OR)·√3/π (Chinn 2000, Statistics in Medicine 19:3127) times
 * the SD of change. What counted as better is often a clinician's scale, so half of the size is added to the spread.
 */
function convertedShares({ main }: Cell): TrialsBelief | null {
  const [first] = main;
  if (first === undefined) return null;
  const { pooled } = poolRows(main, "random");
  const scale = LOG_ODDS_TO_SMD * sdOfChange;
  // More people better is a gain: fewer points.
  const mean = -pooled.estimate * scale;
  return {
    prior: priorOf(mean, pooled.se * scale, (pooled.tau2 ?? 0) * scale * scale, mean / 2),
    basis: "converted-shares",
    names: [...new Set(main.map(({ trial }) => studyName(trial)))],
    people: conditionPeople(first.condition),
    sources: [...sourcesOf(main.map(({ trial }) => trial)), sourceLine(startingBelief.source, null)],
  };
}

const Z_975 = 1.959963984540054;

/** A review's own pool of the 0 to 10 rating against a dummy treatment. */
function publishedPool(treatment: string, condition: string): TrialsBelief | null {
  for (const trial of trials) {
    if (trial.kind !== "meta-analysis" || trial.condition !== condition || trial.design === "single-arm")
      continue;
    const armByKey = new Map(trial.arms.map((arm) => [arm.key, arm.treatment]));
    for (const [index, outcome] of trial.outcomes.entries()) {
      const { contrast } = outcome;
      if (outcome.measure !== "nrs-spasticity" || contrast?.ci95 == null || contrast.scale !== "MD") continue;
      if (armByKey.get(contrast.of) !== treatment || armByKey.get(contrast.versus) !== "placebo") continue;
      if (!pool.standAlone.some((row) => row.trial === trial.id && row.outcomeIndex === index)) continue;
      const [lower, upper] = contrast.ci95;
      return {
        prior: priorOf(contrast.estimate, (upper - lower) / (2 * Z_975), 0),
        basis: "published-pool",
        names: [studyName(trial.id)],
        people: conditionPeople(condition),
        sources: [sourceLine(outcome.source ?? trial.source, outcome.where)],
      };
    }
  }
  return null;
}

const sourcesOf = (ids: readonly string[]): SourceLine[] =>
  [...new Set(ids)].map((id) => {
    const trial = trials.find((candidate) => candidate.id === id);
    if (trial === undefined) throw new Error(`no trial ${id}`);
    return sourceLine(trial.source, null);
  });

/**
 * [AN-91] The starting belief for one catalogue treatment, or null: then no trial says anything of a stiffness rating for
 * people like this, and the belief stays wide. Trials that kept only people who had improved never go in.
 *
 * @example
 * trialsBelief("nabiximols", { condition: "ms", pattern: "generalised" }, "stiffness")
 */
export function trialsBelief(treatmentId: string, about: About, measure: Measure): TrialsBelief | null {
  // No trial in the pool asked for spasms, pain or sleep on this scale.
  if (measure !== "stiffness") return null;
  const treatment = treatments.find(({ id }) => id === treatmentId);
  if (treatment === undefined) return null;
  const cells = cellsFor(treatment, about.condition, about.pattern).filter(
    ({ stratum, comparator }) => stratum === "unselected" && comparator === "placebo",
  );
  const cellOf = (outcomeGroup: string): Cell | undefined =>
    cells.find((cell) => cell.outcomeGroup === outcomeGroup && cell.main.length > 0);
  const rated = cellOf("spasticity-nrs");
  const shares = cellOf("spasticity-responder");
  return (
    (rated === undefined ? null : ownPool(rated)) ??
    publishedPool(treatmentId, about.condition) ??
    (shares === undefined ? null : convertedShares(shares))
  );
}

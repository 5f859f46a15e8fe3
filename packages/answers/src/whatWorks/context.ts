/** What stands beside the pooled figures: published reviews, and trials whose figures could not be used. */
import { comparators, conditions, patterns, type Treatment } from "@unclench/knowledge";
import {
  caveatForReaders,
  mixedPopulations,
  type PoolRow,
  pool,
  type Trial,
  trials,
} from "@unclench/knowledge/trials";
import { type SourceLine, sourceLine } from "../sources.ts";

/** A figure that others pooled; shown beside ours and never inside it. */
export type PublishedReview = {
  readonly trial: string;
  readonly outcome: string;
  readonly detail: string;
  readonly versus: string;
  readonly scale: "MD" | "SMD" | "OR" | "RR";
  readonly estimate: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  readonly trials: number | null;
  readonly people: number | null;
  /** Does the whole interval favour the treatment, speak against it, or neither? */
  readonly favours: "treatment" | "comparator" | "neither";
  readonly sentence: string;
  readonly population: string;
  readonly source: SourceLine;
};

/** A trial that is known and that no figure here comes from. */
export type UnusedTrial = { readonly trial: string; readonly reason: string; readonly source: SourceLine };

const gains = new Set([
  "modified-ashworth",
  "ashworth",
  "spasticity-clinical",
  "spasticity-subjective",
  "nrs-spasticity",
  "responder-30",
  "muscle-tone-upper",
  "muscle-tone-lower",
]);

const comparatorRole = new Map(comparators.map((entry) => [entry.id, entry.role]));
const comparatorName = new Map(comparators.map((entry) => [entry.id, entry.name]));

/** A review of several cannabis-based medicines speaks of each of them, together. */
const armsOf: Readonly<Record<string, readonly string[]>> = {
  nabiximols: ["nabiximols", "cannabinoids"],
  "botulinum-toxin-a": ["botulinum-toxin-a", "botulinum-toxin-a + therapy"],
};

/** Where a review measured: what the measure or its own words say goes before what the review covers as a whole. */
const reviewPlace = (trial: Trial, measure: string, detail: string | null): string | null => {
  if (measure === "muscle-tone-upper" || /\b(arms?|hands?|wrist|elbow)\b/i.test(detail ?? ""))
    return "upper-limb";
  if (measure === "muscle-tone-lower" || /\b(legs?|ankle|calf)\b/i.test(detail ?? "")) return "lower-limb";
  return trial.pattern;
};

const concernsPattern = (trial: Trial, measure: string, detail: string | null, pattern: string): boolean => {
  const own = reviewPlace(trial, measure, detail);
  return own === pattern || own === "mixed" || own === "generalised";
};

const isPublishedPool = (trial: string, index: number): boolean =>
  pool.standAlone.some((row) => row.trial === trial && row.outcomeIndex === index) ||
  pool.excluded.some(
    (row) =>
      row.trial === trial && row.outcomeIndex === index && row.reason.startsWith("published pooled estimate"),
  );

const favoursOf = (
  scale: string,
  direction: string | null,
  lower: number,
  upper: number,
): PublishedReview["favours"] => {
  const none = scale === "OR" || scale === "RR" ? 1 : 0;
  if (lower <= none && upper >= none) return "neither";
  const higher = lower > none;
  const higherIsBetter = direction === "higher-better" || direction === "event-good";
  return higher === higherIsBetter ? "treatment" : "comparator";
};

const includedConditions = new Map(mixedPopulations.map((entry) => [entry.trial, entry.conditions]));

/** People with different conditions count, unless it is known that nobody with this one was among them. */
const mayConcern = (trial: Trial, condition: string): boolean =>
  trial.condition === condition ||
  (trial.condition === "mixed" && (includedConditions.get(trial.id)?.includes(condition) ?? true));

const populationWords = (trial: Trial): string =>
  trial.condition === "mixed"
    ? "people with different conditions, counted together"
    : "people with this condition";

export function publishedReviews(
  treatment: Treatment,
  condition: string,
  pattern: string,
): PublishedReview[] {
  const found: PublishedReview[] = [];
  const arms = new Set(armsOf[treatment.id] ?? [treatment.id]);
  for (const trial of trials) {
    if (!mayConcern(trial, condition)) continue;
    if (!trial.arms.some((arm) => arms.has(arm.treatment))) continue;
    const control = trial.arms.find((arm) => !arms.has(arm.treatment));
    if (control === undefined || comparatorRole.get(control.treatment) === "before-after") continue;
    trial.outcomes.forEach((outcome, index) => {
      const { contrast } = outcome;
      if (!gains.has(outcome.measure) || contrast?.ci95 == null || !isPublishedPool(trial.id, index)) return;
      if (!concernsPattern(trial, outcome.measure, outcome.detail, pattern)) return;
      const scale = contrast.scale;
      if (scale !== "MD" && scale !== "SMD" && scale !== "OR" && scale !== "RR") return;
      const [ciLower, ciUpper] = contrast.ci95;
      const favours = favoursOf(scale, outcome.direction, ciLower, ciUpper);
      const versus = comparatorName.get(control.treatment) ?? control.treatment;
      found.push({
        trial: trial.id,
        outcome: outcome.measure,
        detail: outcome.detail ?? outcome.measure,
        versus,
        scale,
        estimate: contrast.estimate,
        ciLower,
        ciUpper,
        trials: outcome.trials,
        people: outcome.participants,
        favours,
        sentence:
          favours === "treatment"
            ? `Less stiffness than with ${versus}.`
            : favours === "comparator"
              ? `More stiffness than with ${versus}.`
              : `No clear difference from ${versus}.`,
        population: populationWords(trial),
        source: sourceLine(outcome.source ?? trial.source, outcome.where),
      });
    });
  }
  return found;
}

const retracted = new Set(
  trials.filter((trial) => trial.use === "exclude-retracted").map((trial) => trial.id),
);

/** Reasons are written for those who keep the pool: what only they can act on is left out. */
const keepersAside =
  /: (own row|use one|say so .*|state in words .*|show .*|only as .*|covered by .*|head-to-head row only)$|, state in words .*$/;

const placeOf = (row: PoolRow): string => {
  const people = conditions.find((entry) => entry.id === row.condition)?.people ?? "other people";
  const where = patterns.find((entry) => entry.id === row.pattern)?.where;
  return where === undefined ? people : `${people} with stiffness ${where}`;
};

/** [AN-15] Why no figure of the page comes from this trial. What the pool does with it goes before why it left others out. */
const plainReason = (trial: Trial, treatment: string): string => {
  if (retracted.has(trial.id)) return "withdrawn by the journal (retracted)";
  if (trial.design === "single-arm") return "no group to compare with";
  const rows = pool.rows.filter((row) => row.trial === trial.id && row.treatment === treatment);
  const main = rows.find((row) => row.use === "main");
  if (main !== undefined) return `its figures stand with those of ${placeOf(main)}`;
  const rough = rows.find((row) => row.use === "sensitivity");
  if (rough !== undefined)
    return `its figures are too rough for a main figure${rough.caveat === null ? "" : `: ${caveatForReaders(rough.caveat)}`}`;
  const given = pool.excluded
    .filter((row) => row.trial === trial.id && !row.reason.includes("#"))
    .map((row) => row.reason.replace(keepersAside, ""));
  const telling = given.find((reason) => reason !== "outcome is outside the agreed groups") ?? given[0];
  return telling ?? "no counts, spread or interval in what could be read";
};

/** Trials of this treatment for this condition from which no figure of the page comes, each with the reason. */
export function unusedTrials(
  treatment: Treatment,
  condition: string,
  pattern: string,
  used: ReadonlySet<string>,
): UnusedTrial[] {
  return trials
    .filter((trial) => trial.kind === "rct" && trial.design !== "single-arm" && !used.has(trial.id))
    .filter((trial) => mayConcern(trial, condition))
    .filter(
      (trial) =>
        treatment.reach === "systemic" ||
        trial.pattern === pattern ||
        trial.pattern === "mixed" ||
        trial.pattern === "generalised",
    )
    .filter((trial) => trial.arms.some((arm) => arm.treatment === treatment.id))
    .filter((trial) => trial.use === null || !trial.use.startsWith("duplicate"))
    .map((trial) => ({
      trial: trial.id,
      reason: plainReason(trial, treatment.id),
      source: sourceLine(trial.source, null),
    }));
}

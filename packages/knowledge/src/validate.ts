/**
 * What must hold across the data files, beyond the shape of each. `faults()` returns one sentence per fault; the
 * package's test and the build stop when there is one.
 */
import * as v from "valibot";
import {
  intendedUseSchema,
  redFlagWordsSchema,
  sideEffectsSchema,
  stoppingSchema,
  stretchingSchema,
  triggerSchema,
  triggerWordsSchema,
} from "./avoidSchema.ts";
import { burdenSchema } from "./burdenSchema.ts";
import { experiencesSchema } from "./experienceSchema.ts";
import { knownGapSchema, practicalFactsSchema } from "./practicalSchema.ts";
import { questionsSchema } from "./questionsSchema.ts";
import { reliefHonestSchema, reliefPlacesSchema } from "./reliefSchema.ts";
import {
  jointLimitSchema,
  routineFindingSchema,
  routinePoseSchema,
  routineSchema,
  routineSignsSchema,
} from "./routineSchema.ts";
import {
  botulinumTimecourseSchema,
  comparatorSchema,
  conditionSchema,
  expectationSchema,
  exposureSchema,
  factSchema,
  injectionReasonSchema,
  medicineNamesSchema,
  mixedPopulationSchema,
  outcomeGroupSchema,
  patternSchema,
  pausableSchema,
  type Pool,
  poolSchema,
  redFlagSchema,
  scaleSchema,
  smallestDifferenceSchema,
  sourceSchema,
  startingBeliefSchema,
  type Trial,
  treatmentSchema,
  trialSchema,
} from "./schema.ts";
import { avoidFaults } from "./validateAvoid.ts";
import { experienceFaults } from "./validateExperiences.ts";
import { glossaryFaults } from "./validateGlossary.ts";
import { figuresReadSchema, glossarySchema } from "./glossarySchema.ts";
import { practicalFaults } from "./validatePractical.ts";
import { questionFaults } from "./validateQuestions.ts";
import { learnFaults } from "./validateLearn.ts";
import { learnSchema } from "./learnSchema.ts";
import { treatmentFactsSchema } from "./treatmentFactsSchema.ts";
import { treatmentFactFaults } from "./validateTreatmentFacts.ts";
import { routineSessionsSchema } from "./sessionSchema.ts";
import { reliefFaults } from "./validateRelief.ts";
import { routineFaults } from "./validateRoutines.ts";
import { scaleFaults } from "./validateScales.ts";
import { scaleStepsSchema } from "./scaleStepsSchema.ts";
import { sessionFaults } from "./validateSessions.ts";

/** Every data file by its name without the ending. */
export type DataFiles = Readonly<Record<keyof typeof schemas, unknown>>;

const schemas = {
  botulinumTimecourse: botulinumTimecourseSchema,
  burden: v.array(burdenSchema),
  comparators: v.array(comparatorSchema),
  conditions: v.array(conditionSchema),
  expectation: expectationSchema,
  experiences: experiencesSchema,
  exposures: v.array(exposureSchema),
  figuresRead: figuresReadSchema,
  glossary: glossarySchema,
  injectionReasons: v.array(injectionReasonSchema),
  intendedUse: intendedUseSchema,
  knownGaps: v.array(knownGapSchema),
  learn: learnSchema,
  measures: v.array(factSchema),
  medicineNames: v.array(medicineNamesSchema),
  mixedPopulations: v.array(mixedPopulationSchema),
  outcomeGroups: v.array(outcomeGroupSchema),
  patterns: v.array(patternSchema),
  pausable: pausableSchema,
  pool: poolSchema,
  poses: v.array(routinePoseSchema),
  jointLimits: v.array(jointLimitSchema),
  practicalFacts: v.array(practicalFactsSchema),
  priors: v.looseObject({ found: v.array(v.unknown()), proposed: v.looseObject({}) }),
  questions: questionsSchema,
  redFlags: v.array(redFlagSchema),
  redFlagWords: v.array(redFlagWordsSchema),
  reliefHonest: reliefHonestSchema,
  reliefPlaces: reliefPlacesSchema,
  routineEvidence: v.array(routineFindingSchema),
  routineSessions: routineSessionsSchema,
  routineSigns: routineSignsSchema,
  routines: v.array(routineSchema),
  scaleSteps: scaleStepsSchema,
  scales: v.array(scaleSchema),
  sideEffects: v.array(sideEffectsSchema),
  smallestDifference: smallestDifferenceSchema,
  startingBelief: startingBeliefSchema,
  stopping: v.array(stoppingSchema),
  stretchingMistakes: stretchingSchema,
  sources: v.array(sourceSchema),
  treatmentFacts: treatmentFactsSchema,
  treatments: v.array(treatmentSchema),
  triggers: v.array(triggerSchema),
  triggerWords: v.array(triggerWordsSchema),
  trials: v.array(trialSchema),
} as const;

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map((step) => String(step.key)).join(".");

/**
 * All faults in the data files, as sentences that say where. An empty list means the data may be shipped.
 *
 * @example
 * faults(await readDataFiles()) // []
 */
export function faults(files: DataFiles): string[] {
  const shape: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const result = v.safeParse(schema as v.GenericSchema, files[name as keyof typeof schemas]);
    if (!result.success) {
      for (const issue of result.issues) shape.push(`${name}.json: ${pathOf(issue)}: ${issue.message}`);
    }
  }
  if (shape.length > 0) return shape;
  const parsed = files as unknown as {
    [K in keyof typeof schemas]: v.InferOutput<(typeof schemas)[K]>;
  };
  return [
    ...duplicateIds(parsed),
    ...unknownIds(parsed),
    ...practicalFaults(parsed),
    ...avoidFaults(parsed),
    ...questionFaults(parsed),
    ...learnFaults(parsed),
    ...treatmentFactFaults(parsed),
    ...scaleFaults(parsed),
    ...glossaryFaults(parsed),
    ...experienceFaults(parsed),
    ...routineFaults(parsed),
    ...sessionFaults(parsed),
    ...reliefFaults(parsed),
    ...trialFigures(parsed.trials),
    ...poolFigures(parsed.pool, new Map(parsed.trials.map((trial) => [trial.id, trial]))),
  ];
}

type Parsed = { [K in keyof typeof schemas]: v.InferOutput<(typeof schemas)[K]> };

function duplicateIds(data: Parsed): string[] {
  const found: string[] = [];
  const lists: [string, readonly { id: string }[]][] = [
    ["conditions", data.conditions],
    ["patterns", data.patterns],
    ["treatments", data.treatments],
    ["comparators", data.comparators],
    ["outcomeGroups", data.outcomeGroups],
    ["scales", data.scales],
    ["sources", data.sources],
    ["trials", data.trials],
    ["exposures", data.exposures],
    ["knownGaps", data.knownGaps],
    ["burden", data.burden.map(({ treatment }) => ({ id: treatment }))],
    ["practicalFacts", data.practicalFacts.map(({ treatment }) => ({ id: treatment }))],
    ["injectionReasons", data.injectionReasons],
    ["pausable", data.pausable.entries],
  ];
  for (const [name, list] of lists) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) found.push(`${name}.json: the id ${id} stands twice`);
      seen.add(id);
    }
  }
  return found;
}

function unknownIds(data: Parsed): string[] {
  const found: string[] = [];
  const ids = (list: readonly { id: string }[]): Set<string> => new Set(list.map((entry) => entry.id));
  const sources = ids(data.sources);
  const trials = ids(data.trials);
  const conditions = ids(data.conditions).add("mixed");
  const patterns = ids(data.patterns).add("mixed");
  const treatments = ids(data.treatments);
  const arms = new Set([...treatments, ...ids(data.comparators)]);
  const groups = ids(data.outcomeGroups);
  const scales = ids(data.scales);
  const medicines = new Set(data.medicineNames.map((entry) => entry.medicine));
  const known = (set: Set<string>, id: string, where: string): void => {
    if (!set.has(id)) found.push(`${where}: unknown id ${id}`);
  };
  for (const trial of data.trials) {
    const where = `trials.json: ${trial.id}`;
    known(sources, trial.source, where);
    known(conditions, trial.condition, where);
    known(patterns, trial.pattern, where);
    for (const arm of trial.arms) known(arms, arm.treatment, where);
    for (const outcome of trial.outcomes) if (outcome.source !== null) known(sources, outcome.source, where);
  }
  for (const row of data.pool.rows) {
    const where = `pool.json: ${row.trial} ${row.outcomeGroup}`;
    known(trials, row.trial, where);
    known(conditions, row.condition, where);
    known(patterns, row.pattern, where);
    known(arms, row.treatment, where);
    known(arms, row.comparator, where);
    known(groups, row.outcomeGroup, where);
    known(scales, row.scaleGroup, where);
  }
  for (const entry of data.mixedPopulations) {
    known(trials, entry.trial, "mixedPopulations.json");
    for (const id of entry.conditions) known(conditions, id, `mixedPopulations.json: ${entry.trial}`);
  }
  for (const row of data.pool.standAlone) known(trials, row.trial, `pool.json standAlone: ${row.trial}`);
  for (const row of data.pool.excluded) known(trials, row.trial, `pool.json excluded: ${row.trial}`);
  for (const treatment of data.treatments) {
    if (treatment.medicine !== null) known(medicines, treatment.medicine, `treatments.json: ${treatment.id}`);
  }
  for (const names of data.medicineNames) {
    for (const brand of names.brands) {
      if (brand.sources.length === 0) {
        found.push(`medicineNames.json: ${names.medicine}: the brand ${brand.name} has no source`);
      }
    }
  }
  for (const fact of [
    ...data.measures,
    ...data.redFlags,
    ...data.injectionReasons,
    ...data.pausable.entries,
  ]) {
    for (const source of fact.sources) known(sources, source.id, fact.id);
  }
  const harmless = new Set([
    ...data.pausable.fillers,
    ...data.pausable.entries.flatMap(({ words }) => words),
  ]);
  for (const { medicine, synonyms, misspellings, brands } of data.medicineNames) {
    for (const name of [medicine, ...synonyms, ...misspellings, ...brands.map((brand) => brand.name)]) {
      const words = name
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      if (words.every((word) => harmless.has(word)))
        found.push(`pausable.json: the words for what may be paused make the medicine ${name}`);
    }
  }
  for (const entry of data.expectation.found) known(sources, entry.source, "expectation.json");
  known(sources, data.smallestDifference.source, "smallestDifference.json");
  known(sources, data.startingBelief.source, "startingBelief.json");
  for (const exposure of data.exposures) {
    if (exposure.basis !== "assumed" && exposure.sources.length === 0) {
      found.push(`exposures.json: ${exposure.id}: a curve that is not marked as assumed needs a source`);
    }
    for (const source of exposure.sources) known(sources, source, `exposures.json: ${exposure.id}`);
    for (const treatment of exposure.treatments)
      known(treatments, treatment, `exposures.json: ${exposure.id}`);
    const weights = exposure.timeScales.reduce((sum, { weight }) => sum + weight, 0);
    if (Math.abs(weights - 1) > 1e-9 || !exposure.timeScales.some(({ factor }) => factor === 1)) {
      found.push(`exposures.json: ${exposure.id}: the time scales must hold 1 and weigh 1 together`);
    }
  }
  return found;
}

const inside = (estimate: number, interval: readonly [number, number]): boolean =>
  interval[0] <= estimate && estimate <= interval[1];

function trialFigures(trials: readonly Trial[]): string[] {
  const found: string[] = [];
  for (const trial of trials) {
    trial.outcomes.forEach((outcome, index) => {
      const where = `trials.json: ${trial.id}, outcome ${index} (${outcome.measure})`;
      const hasFigure = outcome.arms.length > 0 || outcome.contrast !== null;
      if (hasFigure && !outcome.where) found.push(`${where}: a figure without its place in the source`);
      for (const arm of outcome.arms) {
        if (arm.events !== null && arm.n !== null && arm.events > arm.n) {
          found.push(`${where}: ${arm.events} events in ${arm.n} people`);
        }
        if (arm.mean !== null && arm.ci95 !== null && !inside(arm.mean, arm.ci95)) {
          found.push(`${where}: mean ${arm.mean} outside its interval`);
        }
        if ((arm.sd ?? 0) < 0 || (arm.se ?? 0) < 0) found.push(`${where}: a negative spread`);
      }
      const contrast = outcome.contrast;
      if (contrast?.ci95 && !inside(contrast.estimate, contrast.ci95)) {
        found.push(`${where}: estimate ${contrast.estimate} outside its interval`);
      }
    });
  }
  return found;
}

function poolFigures(pool: Pool, trialById: ReadonlyMap<string, Trial>): string[] {
  const found: string[] = [];
  for (const row of pool.rows) {
    const where = `pool.json: ${row.trial}, ${row.outcomeGroup}`;
    const outcome = trialById.get(row.trial)?.outcomes[row.outcomeIndex];
    if (outcome === undefined) {
      found.push(`${where}: the trial has no outcome ${row.outcomeIndex}`);
      continue;
    }
    const { data } = row;
    if (data.type === "binary") {
      for (const [side, key] of [
        [data.active, row.activeArm],
        [data.control, row.controlArm],
      ] as const) {
        if (side[0] > side[1]) found.push(`${where}: ${side[0]} events in ${side[1]} people`);
        const arm = outcome.arms.find((candidate) => candidate.key === key);
        // A pool row may join arms ("three doses pooled"); where it names one arm, it must hold that arm's counts.
        if (arm !== undefined && (arm.events !== side[0] || arm.n !== side[1])) {
          if (!row.caveat?.includes("pooled")) {
            found.push(`${where}: ${side.join("/")} differs from the trial's ${arm.events}/${arm.n}`);
          }
        }
      }
    } else if (data.type === "ratio") {
      if (!inside(data.estimate, data.ci95)) found.push(`${where}: estimate outside its interval`);
      if (data.ci95[0] <= 0) found.push(`${where}: a ratio must be above 0`);
    } else if (!(data.se > 0)) {
      found.push(`${where}: the standard error must be above 0`);
    }
  }
  return found;
}

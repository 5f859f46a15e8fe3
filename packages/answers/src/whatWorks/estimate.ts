/** From one cell to one outcome of the answer: effects, pooling, per 100, certainty, words. */
import { absoluteRisk, certainty, type Pooled } from "@unclench/evidence";
import {
  comparators,
  conditions,
  outcomeGroups,
  patterns,
  scales,
  type Treatment,
} from "@unclench/knowledge";
import { sourceById } from "@unclench/knowledge/sources";
import { caveatForReaders, mixedPopulations, type PoolRow, trialById } from "@unclench/knowledge/trials";
import { sourceLine } from "../sources.ts";
import { type Cell, cellKey } from "./cells.ts";
import { asPublished, type Choices } from "./choices.ts";
import { effectsOf, peopleIn, type RowEffect } from "./effects.ts";
import { studyLabel } from "./labels.ts";
import { poolRows, robustnessOf } from "./pooling.ts";
import { anotherGroupOf100, anotherGroupOfPoints, numberNeeded } from "./spread.ts";
import type { Outcome, Per100, StudyLine } from "./types.ts";
import {
  certaintyWords,
  per100Range,
  per100Sentence,
  pointsRange,
  pointsSentence,
  ratioRange,
  ratioSentence,
  reasonWords,
} from "./words.ts";

const Z_975 = 1.959963984540054;

const byId = <T extends { id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no entry ${id}`);
  return found;
};

const whyBeside = (row: PoolRow): string[] => {
  if (row.use !== "sensitivity") return [];
  return row.caveat === null
    ? ["Stands beside the figure, not inside it: its numbers were worked back or are not quite comparable."]
    : ["Stands beside the figure, not inside it."];
};

function studyLine(effect: RowEffect, weight: number | null, rows: readonly PoolRow[]): StudyLine {
  const { row } = effect;
  const trial = trialById.get(row.trial);
  const outcome = trial?.outcomes[row.outcomeIndex];
  if (trial === undefined || outcome === undefined)
    throw new Error(`no trial outcome ${row.trial} ${row.outcomeIndex}`);
  const se = Math.sqrt(effect.variance);
  const notes: string[] = [...whyBeside(row)];
  if (row.caveat !== null) {
    const caveat = caveatForReaders(row.caveat);
    notes.push(`${caveat.charAt(0).toUpperCase()}${caveat.slice(1)}.`);
  }
  if (row.crossoverAsParallel)
    notes.push(
      "People took both in turn, analysed as if they were different people: the interval is approximate.",
    );
  if (trial.condition === "mixed" && row.condition !== "mixed")
    notes.push("Some of its people had another condition.");
  if (row.data.type === "mean-difference" && !row.data.seFrom.startsWith("printed"))
    notes.push(`Spread: ${row.data.seFrom}.`);
  if (row.verified === "not-checked") notes.push("Read once; a second reading is due.");
  return {
    trial: row.trial,
    label: studyLabel(row, rows),
    year: sourceById.get(trial.source)?.year ?? null,
    estimate: effect.estimate,
    se,
    ciLower: effect.estimate - Z_975 * se,
    ciUpper: effect.estimate + Z_975 * se,
    weight,
    active: row.data.type === "binary" ? row.data.active : null,
    control: row.data.type === "binary" ? row.data.control : null,
    week: row.week,
    counted: row.scale ?? outcome.detail ?? row.measure,
    design: row.design,
    blinding: row.blinding,
    checked: row.verified,
    notes,
    source: sourceLine(outcome.source ?? trial.source, outcome.where),
  };
}

/** The share of control people with the outcome, over the rows that printed counts; each control group once. */
export function baselineOf(rows: readonly PoolRow[]): Per100["baseline"] | null {
  const groups = new Map<string, { events: number; people: number; trial: string }>();
  for (const row of rows) {
    if (row.data.type !== "binary") continue;
    const key = row.sharedControl ?? `${row.trial}:${row.controlArm}`;
    groups.set(key, { events: row.data.control[0], people: row.data.control[1], trial: row.trial });
  }
  const all = [...groups.values()];
  if (all.length === 0) return null;
  return {
    events: all.reduce((sum, group) => sum + group.events, 0),
    people: all.reduce((sum, group) => sum + group.people, 0),
    trials: [...new Set(all.map((group) => group.trial))],
  };
}

/** The share without the treatment, 0 to 1: that of the control groups, or the one that the reader chose, of 100. */
export function shareWithout({ events, people }: Per100["baseline"], chosen: number | null): number {
  if (chosen !== null) return chosen / 100;
  // No control person had it: half a person, as in the odds ratio itself, so that the share with it is not 0 either.
  return events === 0 ? 0.5 / (people + 1) : events / people;
}

function per100Of(
  rows: readonly PoolRow[],
  { estimate, ciLower, ciUpper }: Pooled,
  chosen: number | null,
): Per100 | null {
  const baseline = baselineOf(rows);
  if (baseline === null) return null;
  const share = shareWithout(baseline, chosen);
  const of100 = (logOdds: number): number => Math.round(100 * absoluteRisk("OR", logOdds, share));
  return {
    with: of100(estimate),
    without: chosen ?? Math.round((100 * baseline.events) / baseline.people),
    withLower: of100(ciLower),
    withUpper: of100(ciUpper),
    baseline,
    chosenBaseline: chosen,
  };
}

const readOnlyAbstracts = (rows: readonly PoolRow[]): boolean =>
  rows.every((row) => {
    const trial = trialById.get(row.trial);
    const source = trial?.outcomes[row.outcomeIndex]?.source ?? trial?.source ?? "";
    return sourceById.get(source)?.read !== "full";
  });

const isWorkedOut = (row: PoolRow): boolean =>
  row.crossoverAsParallel || row.verified === "not-checked" || /deriv|assum/i.test(row.caveat ?? "");

function placeWords(cell: Cell, pattern: string): string | null {
  if (cell.directness === "direct" && cell.pattern !== "mixed") return null;
  if (cell.directness === "mixed-condition") {
    const words = mixedPopulations.find((entry) => entry.trial === cell.main[0]?.trial)?.words;
    return `Measured in ${words ?? "people with different conditions, counted together"}.`;
  }
  const people = conditions.find((entry) => entry.id === cell.condition)?.people ?? "people";
  const where = patterns.find((entry) => entry.id === cell.pattern)?.where;
  if (where === undefined)
    return `Measured in ${people} with stiffness in different places, counted together.`;
  const wanted = patterns.find((entry) => entry.id === pattern)?.where ?? "there";
  return `Measured in ${people} with stiffness ${where}, not only ${wanted}.`;
}

/** The answer for one cell; `null` when nothing of it may enter a main figure. */
export function outcomeOf(
  cell: Cell,
  treatment: Treatment,
  pattern: string,
  choices: Choices = asPublished,
): Outcome | null {
  if (cell.main.length === 0) return null;
  const group = byId(outcomeGroups, cell.outcomeGroup);
  const comparator = byId(comparators, cell.comparator);
  const { effects, pooled } = poolRows(cell.main, choices.model);
  const trials = [...new Set(cell.main.map((row) => row.trial))];
  const people = peopleIn(cell.main);
  const { data } = cell.main[0] as PoolRow;
  const isScore = data.type === "mean-difference";
  const { estimate, ciLower, ciUpper } = pooled;
  const per100 = isScore ? null : per100Of(cell.main, pooled, choices.baseline);
  const without = per100 === null ? null : shareWithout(per100.baseline, choices.baseline);
  const scale = byId(scales, cell.outcomeGroup === "spasticity-nrs" ? "nrs" : cell.scaleGroup);
  const better = isScore && data.signNote === "positive = active better" ? "higher" : "lower";
  const rated = certainty({
    trials: trials.length,
    people,
    ciLower,
    ciUpper,
    absoluteWidth: per100 === null ? null : (per100.withUpper - per100.withLower) / 100,
    i2: pooled.i2 ?? 0,
    open: cell.main.some((row) => row.blinding !== "double"),
    abstractsOnly: readOnlyAbstracts(cell.main),
    indirect: cell.directness !== "direct",
    workedOut: cell.main.some(isWorkedOut),
  });
  const level = certaintyWords[rated.level];
  const ratio = (value: number): number => Math.exp(value);
  return {
    key: cellKey(cell),
    outcome: group.id,
    label: isScore && scale.name !== null ? `${group.label} (${scale.name})` : group.label,
    side: group.side,
    kind: isScore ? "points" : "binary",
    measure: isScore ? "MD" : "OR",
    method: effects.length === 1 ? "one study" : pooled.method,
    ci: effects.length === 1 ? "z" : pooled.ci,
    studyCount: effects.length,
    estimate,
    se: pooled.se,
    ciLower,
    ciUpper,
    p: pooled.p,
    tau2: pooled.tau2,
    i2: pooled.i2,
    predictionLower: pooled.predictionLower,
    predictionUpper: pooled.predictionUpper,
    natural: isScore ? null : { estimate: ratio(estimate), ciLower: ratio(ciLower), ciUpper: ratio(ciUpper) },
    per100,
    points: isScore ? { unit: scale.unit ?? "points", from: scale.from, to: scale.to, better } : null,
    sentence: isScore
      ? pointsSentence(scale, estimate, ciLower, ciUpper, better, comparator.name)
      : per100 === null
        ? ratioSentence(ratio(estimate), comparator.name)
        : per100Sentence(group, per100, treatment.name, comparator.name),
    rangeSentence: isScore
      ? pointsRange(scale, ciLower, ciUpper)
      : per100 === null
        ? ratioRange(ratio(ciLower), ratio(ciUpper))
        : per100Range(per100, ciLower <= 0 && ciUpper >= 0),
    anotherGroupSentence: isScore
      ? anotherGroupOfPoints(pooled)
      : without === null
        ? null
        : anotherGroupOf100(pooled, without),
    numberNeededSentence: without === null ? null : numberNeeded(pooled, without, group.side),
    counted: [...new Set(cell.main.map((row) => row.scale).filter((text): text is string => text !== null))],
    comparator: { id: comparator.id, name: comparator.name },
    measuredIn: {
      condition: cell.condition,
      pattern: cell.pattern,
      directness: cell.directness,
      words: placeWords(cell, pattern),
    },
    certainty: {
      level: rated.level,
      words: level.words,
      dots: level.dots,
      reasons: rated.reasons.map(reasonWords),
    },
    robustness: robustnessOf(cell.main, choices.model),
    trials,
    people,
    studies: effects.map((effect, place) =>
      studyLine(effect, pooled.studies[place]?.weight ?? null, cell.main),
    ),
    beside: effectsOf(cell.sensitivity).map((effect) => studyLine(effect, null, cell.sensitivity)),
    leaveOneOut: pooled.leaveOneOut.map((entry) => ({
      label: entry.study,
      estimate: entry.estimate,
      ciLower: entry.ciLower,
      ciUpper: entry.ciUpper,
    })),
  };
}

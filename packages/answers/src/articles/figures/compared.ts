/** The comparison of one condition and pattern, asked once however many figures are read from it. */
import { treatments } from "@unclench/knowledge";
import { type Outcome, type Row, whatWorks, type WhatWorks } from "../../whatWorks/index.ts";
import { type Argument, fault, type FigureResult, type Given } from "./kind.ts";

export const placeArguments: readonly Argument[] = [
  { name: "condition", about: "the condition: ms, stroke, sci, cp-child …", required: true },
  { name: "pattern", about: "where: generalised, upper-limb, lower-limb …", required: true },
];

/** What tells one figure of a treatment from the others. */
export const outcomeArguments: readonly Argument[] = [
  { name: "outcome", about: "what was counted or measured: spasticity-responder, stop-ae …", required: true },
  { name: "scale", about: "the scale, where the same outcome was measured on several", required: false },
  { name: "versus", about: "what it was compared with, where there are several: placebo …", required: false },
  {
    name: "trials",
    about: "enriched: trials that kept only people who had improved before",
    required: false,
    choices: ["unselected", "enriched"],
  },
];

const answers = new Map<string, WhatWorks>();

export type Compared<T> =
  | { readonly ok: true; readonly value: T }
  | Extract<FigureResult, { readonly ok: false }>;

export function comparisonOf({ condition = "", pattern = "" }: Given): Compared<WhatWorks> {
  const key = `${condition}/${pattern}`;
  const known = answers.get(key);
  if (known !== undefined) return { ok: true, value: known };
  const answer = whatWorks(condition, pattern);
  if (!answer.ok) return fault(answer.error.sentence);
  answers.set(key, answer.value);
  return { ok: true, value: answer.value };
}

export function rowOf(given: Given, treatment = given.treatment ?? ""): Compared<Row> {
  const answer = comparisonOf(given);
  if (!answer.ok) return answer;
  const row = answer.value.rows.find((one) => one.treatment === treatment);
  if (row !== undefined) return { ok: true, value: row };
  return fault(
    `there is no treatment "${treatment}" in the comparison. Known: ${treatments.map(({ id }) => id).join(", ")}.`,
  );
}

const partsOf = ({ key }: Outcome): readonly string[] => key.split(".");

/** The figures of a row that fit what a writer asked for. */
export const outcomesOf = (row: Row, { outcome, scale, versus, trials }: Given): Outcome[] =>
  (trials === "enriched" ? row.enriched : row.outcomes).filter((one) => {
    const [what, on, against] = partsOf(one);
    return (
      what === outcome &&
      (scale === undefined || on === scale) &&
      (versus === undefined || against === versus)
    );
  });

/** Exactly one figure; none or several is a fault that names those there are. */
export function outcomeOf(given: Given): Compared<{ readonly row: Row; readonly outcome: Outcome }> {
  const found = rowOf(given);
  if (!found.ok) return found;
  const row = found.value;
  const [outcome, ...others] = outcomesOf(row, given);
  const there = (given.trials === "enriched" ? row.enriched : row.outcomes).map(({ key }) => key).join("; ");
  if (outcome === undefined)
    return fault(
      `${row.name} has no figure of "${given.outcome}" there. ${there === "" ? "It has none at all." : `There are: ${there}.`}`,
    );
  if (others.length > 0)
    return fault(`several figures of ${row.name} fit. Give scale or versus; there are: ${there}.`);
  return { ok: true, value: { row, outcome } };
}

export const comparisonPath = ({ condition, pattern }: Given): string =>
  `/what-works/${condition}/${pattern}`;
export const sourcesOf = ({ studies }: Outcome) => studies.map(({ source }) => source);

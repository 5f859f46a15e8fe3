import { isDay, type RatedDays } from "./diary.ts";
import { exposureCurve, firstTaken, isPrior, type NormalPrior, type TreatmentCourse } from "./exposure.ts";
import {
  BAD_SPELL_PRIOR,
  BEND_PRIOR,
  COVARIATE_PRIOR,
  EFFECT_PRIOR,
  LEVEL_PRIOR,
  TREND_PRIOR,
} from "./priors.ts";
import { err, ok, type Result } from "./result.ts";

/** Anything else that moves the rating: a flare, an infection, heat. A day that is not listed has the value 0. */
export interface Covariate {
  readonly id: string;
  readonly values: readonly { readonly day: number; readonly value: number }[];
  /** points per unit; without it N(0, 1²) */
  readonly prior?: NormalPrior;
}

export type CovariateError =
  | { type: "CovariateValueNotValid"; id: string; day: number }
  | { type: "CovariatePriorNotValid"; id: string }
  | { type: "SameCovariateTwice"; id: string };

/** What a column of the regression stands for. */
export interface Column {
  readonly kind: "level" | "trend" | "bend" | "effect" | "bad-spell" | "covariate";
  /** the treatment's or covariate's id, the day of a bend; "" for level and trend */
  readonly id: string;
  readonly prior: NormalPrior;
}

/** Rows of the regression for a run of calendar days. */
export interface Design {
  readonly columns: readonly Column[];
  /** row-major, one row for each of the days asked for */
  readonly rows: Float64Array;
}

/** Days of the dummy before a start in a bad spell. */
const BAD_SPELL_DAYS = 7;

export interface DesignInput {
  readonly treatments: readonly TreatmentCourse[];
  readonly covariates: readonly Covariate[];
  /** the day at which the trend is 0: the middle of the diary */
  readonly middle: number;
  /** days on which the trend may take another slope, ascending [`bendsOf`] */
  readonly bends: readonly number[];
}

/** Larger covariate values belong in other units. */
const LARGEST_VALUE = 1e4;

export function checkCovariates(covariates: readonly Covariate[]): Result<null, CovariateError> {
  const seen = new Set<string>();
  for (const { id, values, prior } of covariates) {
    if (seen.has(id)) return err({ type: "SameCovariateTwice", id });
    seen.add(id);
    if (prior && !isPrior(prior)) return err({ type: "CovariatePriorNotValid", id });
    const wrong = values.find(({ day, value }) => !isDay(day) || !(Math.abs(value) <= LARGEST_VALUE));
    if (wrong) return err({ type: "CovariateValueNotValid", id, day: wrong.day });
  }
  return ok(null);
}

/** [RS-3] The middle of the diary, from the first to the last rated day. */
export function middleOf({ first, last }: Pick<RatedDays, "first" | "last">): number {
  return (first + last) / 2;
}

/** One straight trend for the first twelve weeks, … */
const STRAIGHT_DAYS = 84;
/** … then it may bend every six weeks; in a diary of years every twelve, every twenty-four …, so that there are never more than so many. */
const DAYS_BETWEEN_BENDS = 42;
const MOST_BENDS = 16;
/** A bend is only looked for once there are two weeks after it. */
const DAYS_AFTER_A_BEND = 14;

/**
 * [RS-3] Where the trend of a diary may bend. Nobody's symptoms follow one straight line for half a year, and what wanders would
 * else pass for what treatments do (docs/decisions/0071).
 *
 * @example
 * bendsOf({ first: 1, last: 84 }); // []
 * bendsOf({ first: 1, last: 182 }); // [85, 127]
 */
export function bendsOf({ first, last }: Pick<RatedDays, "first" | "last">): number[] {
  const from = first + STRAIGHT_DAYS;
  const upTo = last - DAYS_AFTER_A_BEND;
  let apart = DAYS_BETWEEN_BENDS;
  while (Math.floor((upTo - from) / apart) >= MOST_BENDS) apart *= 2;
  const days: number[] = [];
  for (let day = from; day <= upTo; day += apart) days.push(day);
  return days;
}

/** [RS-3] The columns, in order: level, trend, bends, effects, bad spells, covariates. */
export function designColumns({ treatments, covariates, bends }: DesignInput): Column[] {
  return [
    { kind: "level", id: "", prior: LEVEL_PRIOR },
    { kind: "trend", id: "", prior: TREND_PRIOR },
    ...bends.map((day): Column => ({ kind: "bend", id: String(day), prior: BEND_PRIOR })),
    ...treatments.map(
      ({ id, effectPrior }): Column => ({ kind: "effect", id, prior: effectPrior ?? EFFECT_PRIOR }),
    ),
    ...treatments
      .filter((treatment) => treatment.startedInBadSpell)
      .map(({ id }): Column => ({ kind: "bad-spell", id, prior: BAD_SPELL_PRIOR })),
    ...covariates.map(
      ({ id, prior }): Column => ({ kind: "covariate", id, prior: prior ?? COVARIATE_PRIOR }),
    ),
  ];
}

/** [RS-3] The rows for the days asked for (ascending). */
export function buildDesign(input: DesignInput, days: Int32Array): Design {
  const columns = designColumns(input);
  const width = columns.length;
  const rows = new Float64Array(days.length * width);
  const from = days[0] ?? 0;
  const to = days.at(-1) ?? 0;
  columns.forEach((column, k) => {
    const value = columnValue(column, input, from, to);
    for (let i = 0; i < days.length; i++) rows[i * width + k] = value(days[i]!);
  });
  return { columns, rows };
}

function columnValue(column: Column, input: DesignInput, from: number, to: number): (day: number) => number {
  switch (column.kind) {
    case "level":
      return () => 1;
    case "trend":
      return (day) => (day - input.middle) / 30;
    case "bend": {
      // 0 in the middle, as the trend: the level stays the level there.
      const bend = Number(column.id);
      const inTheMiddle = Math.max(0, input.middle - bend);
      return (day) => (Math.max(0, day - bend) - inTheMiddle) / 30;
    }
    case "effect": {
      const curve = exposureCurve(treatmentNamed(input, column.id), from, to);
      return (day) => curve[day - from]!;
    }
    case "bad-spell": {
      const start = firstTaken(treatmentNamed(input, column.id));
      return (day) => (start !== null && day < start && day >= start - BAD_SPELL_DAYS ? 1 : 0);
    }
    case "covariate": {
      const covariate = input.covariates.find(({ id }) => id === column.id);
      const valuesByDay = new Map(covariate?.values.map(({ day, value }) => [day, value]));
      return (day) => valuesByDay.get(day) ?? 0;
    }
  }
}

function treatmentNamed({ treatments }: DesignInput, id: string): TreatmentCourse {
  const treatment = treatments.find((candidate) => candidate.id === id);
  if (!treatment) throw new Error(`No treatment "${id}" in this design`);
  return treatment;
}

/** The pooled figures of one treatment, each once, on the page of the comparison that fits its people best. */
import { conditions, patterns } from "@unclench/knowledge";
import { figureOf } from "../sideBySide/figure.ts";
import type { SourceLine } from "../sources.ts";
import { everyComparison } from "../whatWorks/everywhere.ts";
import { outcomeOrder } from "../whatWorks/outcomeOrder.ts";
import type { Outcome, Row, WhatWorks } from "../whatWorks/types.ts";
import { signed } from "../whatWorks/words.ts";
import type { PublishedReview, UnusedTrial } from "../whatWorks/context.ts";
import type { FiguresOfPlace, PageFigure } from "./types.ts";

export type Cite = (lines: readonly SourceLine[]) => readonly number[];

export type Met = {
  readonly outcome: Outcome;
  readonly condition: string;
  readonly pattern: string;
  readonly apart: boolean;
};

const rowIn = (comparison: WhatWorks, treatment: string): Row | undefined =>
  comparison.rows.find((row) => row.treatment === treatment);

/** Lower is closer: measured in the very people of the page, then in others of the same condition, then in a mixture. */
const distance = ({ outcome, condition, pattern }: Met): number => {
  const { measuredIn } = outcome;
  if (measuredIn.condition === condition && measuredIn.pattern === pattern) return 0;
  return { direct: 1, "other-pattern": 2, "mixed-condition": 3 }[measuredIn.directness];
};

/** The same people, the same outcome, the same trials: one figure, on however many pages it stands. */
const identity = ({ outcome: { key, measuredIn, trials } }: Met): string =>
  [key, measuredIn.condition, measuredIn.pattern, ...trials].join("|");

/** [AN-451] Every figure of a treatment once, where it is closest to the people it was measured in. */
export function figuresMet(treatment: string): readonly Met[] {
  const closest = new Map<string, Met>();
  for (const comparison of everyComparison()) {
    const row = rowIn(comparison, treatment);
    for (const [outcomes, apart] of [
      [row?.outcomes ?? [], false],
      [row?.enriched ?? [], true],
    ] as const)
      for (const outcome of outcomes) {
        const met = { outcome, condition: comparison.condition, pattern: comparison.pattern, apart };
        const id = identity(met);
        const known = closest.get(id);
        if (known === undefined || distance(met) < distance(known)) closest.set(id, met);
      }
  }
  return [...closest.values()];
}

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** Beyond these an odds ratio says no more than "anything". */
const MOST_RATIO = 1000;
const LEAST_RATIO = 0.005;

const ratioWords = (ratio: number): string =>
  ratio > MOST_RATIO ? `over ${MOST_RATIO}` : ratio < LEAST_RATIO ? "near 0" : signed(ratio);

/** The figure as a statistician wants it, on the scale on which it is read. */
function expertWords(outcome: Outcome): string {
  const ratio = outcome.measure === "OR";
  const shown = (value: number): string => (ratio ? ratioWords(Math.exp(value)) : signed(value));
  const { predictionLower, predictionUpper, tau2 } = outcome;
  return [
    `${ratio ? "Odds ratio" : "Difference"} ${shown(outcome.estimate)} (95 % interval ${shown(outcome.ciLower)} to ${shown(outcome.ciUpper)}), ${counted(outcome.trials.length, "trial")}${outcome.people === null ? "" : `, ${outcome.people} people`}.`,
    ...(tau2 === null
      ? []
      : [`I² ${(outcome.i2 ?? 0).toFixed(0)} %, τ² ${tau2.toFixed(3)} (${outcome.method}, ${outcome.ci}).`]),
    ...(predictionLower === null || predictionUpper === null
      ? []
      : [
          `A further trial might find anything from ${shown(predictionLower)} to ${shown(predictionUpper)} (prediction interval).`,
        ]),
    ...(outcome.robustness.level === "one-trial" ? [] : [outcome.robustness.sentence]),
  ].join(" ");
}

const pageFigure = (outcome: Outcome, cite: Cite): PageFigure => ({
  key: outcome.key,
  ...figureOf(outcome, cite(outcome.studies.map(({ source }) => source))),
  expert: expertWords(outcome),
});

export const placeName = (condition: string, pattern: string): string =>
  `${conditions.find(({ id }) => id === condition)?.name ?? condition}, ${(patterns.find(({ id }) => id === pattern)?.name ?? pattern).toLowerCase()}`;

const byOrder = (left: Met, right: Met): number =>
  outcomeOrder.indexOf(left.outcome.outcome) - outcomeOrder.indexOf(right.outcome.outcome);

/** [AN-451] The figures by the place in which they were measured, in the order of the comparison. */
export function figuresByPlace(treatment: string, cite: Cite): FiguresOfPlace[] {
  const met = figuresMet(treatment);
  const places = new Set(met.map(({ condition, pattern }) => `${condition} ${pattern}`));
  return everyComparison()
    .filter(({ condition, pattern }) => places.has(`${condition} ${pattern}`))
    .map(({ condition, pattern }) => {
      const here = met.filter((one) => one.condition === condition && one.pattern === pattern).sort(byOrder);
      const shown = (apart: boolean) =>
        here.filter((one) => one.apart === apart).map(({ outcome }) => pageFigure(outcome, cite));
      return {
        condition,
        pattern,
        place: placeName(condition, pattern),
        path: `/what-works/${condition}/${pattern}`,
        figures: shown(false),
        apart: shown(true),
      };
    });
}

/** What others pooled, each once. */
export function reviewsOf(treatment: string): readonly PublishedReview[] {
  const found = new Map<string, PublishedReview>();
  for (const comparison of everyComparison())
    for (const review of rowIn(comparison, treatment)?.reviews ?? [])
      found.set(`${review.trial} ${review.outcome} ${review.detail}`, review);
  return [...found.values()];
}

/** Trials from which no figure of any comparison comes, each once. */
export function unusedOf(treatment: string): readonly UnusedTrial[] {
  const used = new Set(
    figuresMet(treatment).flatMap(({ outcome }) =>
      [...outcome.studies, ...outcome.beside].map(({ trial }) => trial),
    ),
  );
  const found = new Map<string, UnusedTrial>();
  for (const comparison of everyComparison())
    for (const trial of rowIn(comparison, treatment)?.unused ?? [])
      if (!used.has(trial.trial)) found.set(trial.trial, trial);
  return [...found.values()];
}

export function statusOf(treatment: string): Row["status"] {
  const order = ["figures", "reviews-only", "trials-without-figures", "no-trial"] as const;
  const met = everyComparison().map((comparison) => rowIn(comparison, treatment)?.status ?? "no-trial");
  return order.find((status) => met.includes(status)) ?? "no-trial";
}

export const rowsHere = (condition: string, pattern: string): readonly Row[] =>
  everyComparison().find((one) => one.condition === condition && one.pattern === pattern)?.rows ?? [];

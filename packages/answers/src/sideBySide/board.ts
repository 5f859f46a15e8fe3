/** Every treatment of a condition and pattern as a column, with the figures of "What works?" and the practical facts. */
import { treatments } from "@unclench/knowledge";
import { outcomeOrder } from "../whatWorks/outcomeOrder.ts";
import type { Outcome, Row, WhatWorks } from "../whatWorks/types.ts";
import { figureOf } from "./figure.ts";
import { practicalColumn } from "./practicalColumn.ts";
import { createSourceList } from "./sourceList.ts";
import { evidenceWords, nothingMoreEvidence, reviewWords } from "./words.ts";
import type { Board, Column } from "./types.ts";

/** The same thing counted or measured on the same scale stands in one row, whatever it was compared with. */
const rowOf = ({ key }: Outcome): string => key.split(".").slice(0, 2).join(".");

/**
 * The board of one answer to "What works?".
 *
 * @example
 * const answer = whatWorks("stroke", "upper-limb");
 * if (answer.ok) boardOf(answer.value).columns.length // every treatment, and doing nothing more
 */
export function boardOf(answer: WhatWorks): Board {
  const { places, list } = createSourceList();
  const factsOf = (treatment: string): Column["facts"] => practicalColumn(treatment, places);
  const columnOf = (row: Row): Column => ({
    treatment: row.treatment,
    name: row.name,
    groupName: row.groupName,
    form: row.form,
    brands: row.brands,
    synonyms: row.synonyms,
    facts: factsOf(row.treatment),
    figures: row.outcomes.map((outcome) => ({
      row: rowOf(outcome),
      figure: figureOf(outcome, places(outcome.studies.map(({ source }) => source))),
    })),
    reviews: row.reviews.map((review) => ({ text: reviewWords(review), sources: places([review.source]) })),
    evidence: evidenceWords(row),
  });
  const columns = answer.rows.map(columnOf);
  const nothing = treatments.find(({ group }) => group === "nothing");
  if (nothing !== undefined) {
    columns.push({
      treatment: nothing.id,
      name: nothing.name,
      groupName: nothing.name,
      form: nothing.form,
      brands: [],
      synonyms: [],
      facts: factsOf(nothing.id),
      figures: [],
      reviews: [],
      evidence: nothingMoreEvidence(answer.doingNothing),
    });
  }
  return {
    condition: answer.condition,
    pattern: answer.pattern,
    about: answer.about,
    columns,
    figureRows: figureRowsOf(columns),
    sources: list,
    defaultPair: defaultPairOf(columns),
    doingNothing: answer.doingNothing,
    readUntil: answer.readUntil,
  };
}

/** The rows of figures, so that the same page has the same order whatever is chosen. */
function figureRowsOf(columns: readonly Column[]): string[] {
  const rows = [...new Set(columns.flatMap(({ figures }) => figures.map(({ row }) => row)))];
  const place = (row: string): number => outcomeOrder.indexOf(row.split(".")[0] ?? "");
  return rows.sort((left, right) => place(left) - place(right));
}

/**
 * [AN-74] Baclofen tablets, and the first treatment of another kind with a figure of a gain on this page; without one,
 * the first with any figure; without that, tizanidine.
 */
function defaultPairOf(columns: readonly Column[]): [string, string] {
  const first = "baclofen-oral";
  const kind = columns.find(({ treatment }) => treatment === first)?.groupName;
  const others = columns.filter(({ groupName }) => groupName !== kind);
  const withGain = others.find(({ figures }) => figures.some(({ figure }) => figure.side === "gain"));
  const withAny = others.find(({ figures }) => figures.length > 0);
  return [first, (withGain ?? withAny)?.treatment ?? "tizanidine"];
}

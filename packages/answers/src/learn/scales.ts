/** The scales by which spasticity is measured, step by step: each grade in our words, with what its drawing shows. */
import { measureFacts } from "@unclench/knowledge/measures";
import { type ScaleDrawn, type ScaleSteps, scaleSteps, scalesKept } from "@unclench/knowledge/scale-steps";
import { sourceLines } from "../avoid/sourceLines.ts";
import { ownWordsSentence } from "../avoid/stopping.ts";
import { sureWords } from "../avoid/sureWords.ts";
import type { SourceLine } from "../sources.ts";
import type { LearnFactLine, LearnListed, LearnWay } from "./index.ts";
import { type Challenge, challengeOf } from "../repository.ts";
import { AUTHOR, REVIEWER } from "./authors.ts";
import { factLine } from "./factLine.ts";

/** A rating of 0 to 10: where it starts, and where it is when the change matters, and when it is clear. */
export type RatingDrawn = {
  readonly kind: "rating";
  readonly start: number;
  readonly matters: number;
  readonly clear: number;
};

export type ScaleStepLine = {
  /** "1+", "Slow", "From 6" */
  readonly label: string;
  readonly words: string;
  readonly drawn: ScaleDrawn | RatingDrawn;
};

export type ScaleLine = {
  readonly id: string;
  readonly name: string;
  /** who does what */
  readonly who: string;
  readonly steps: readonly ScaleStepLine[];
  /** where the grades stand */
  readonly sources: readonly SourceLine[];
  readonly more: readonly LearnFactLine[];
  readonly cannot: readonly LearnFactLine[];
  readonly change: readonly LearnFactLine[];
  /** what was not found; null: nothing that people ask for */
  readonly missing: string | null;
};

export type ScalesPage = LearnListed & {
  readonly question: "learn";
  readonly format: 1;
  readonly scales: readonly ScaleLine[];
  /** the drawings are ours */
  readonly drawnWords: string;
  readonly next: readonly LearnWay[];
  readonly ownWords: string;
  /** ISO date */
  readonly checked: string;
  readonly author: string;
  readonly reviewer: string;
  readonly changes: readonly { readonly on: string; readonly what: string }[];
  readonly challenge: Challenge;
};

export const scalesListed: LearnListed = {
  id: "scales",
  title: "The scales, step by step",
  lead: "What each grade means, drawn, and what a scale cannot say.",
  path: "/learn/scales",
};

/** Collected facts hold the share by which a rating has to fall: {"relative_change": -0.18}. */
function fall(id: string): number {
  const value = measureFacts.get(id)?.value;
  const share = typeof value === "object" && value !== null ? Reflect.get(value, "relative_change") : null;
  if (typeof share !== "number") throw new Error(`no fall in ${id}`);
  return share;
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** Ratings to start from, in the middle of the scale. */
const STARTS = [4, 5, 6, 7, 8];

/** [AN-482] From each start: where the smallest change that matters ends, and where a clear one does. */
const ratingSteps = (): ScaleStepLine[] =>
  STARTS.map((start) => {
    const matters = oneDecimal(start * (1 + fall("spasticity-nrs-mcid-18")));
    const clear = oneDecimal(start * (1 + fall("spasticity-nrs-cid-30")));
    return {
      label: `From ${start}`,
      words: `A change begins to matter at ${matters} or below. It is a clear one at ${clear} or below.`,
      drawn: { kind: "rating", start, matters, clear },
    };
  });

function scaleLine(scale: ScaleSteps): ScaleLine {
  const { id, name, who, steps, sources, more, cannot, change, missing } = scale;
  return {
    id,
    name,
    who,
    steps: id === "rating" ? ratingSteps() : steps,
    sources: sourceLines(sources),
    more: more.map((finding, place) => ({
      id: `${id}-${place + 1}`,
      text: finding.text,
      sure: sureWords(finding.certainty),
      sources: sourceLines(finding.sources),
    })),
    cannot: cannot.map(factLine),
    change: change.map(factLine),
    missing,
  };
}

/**
 * [AN-480, AN-481] All scales.
 *
 * @example
 * scalesPage().scales[0]?.steps.map(({ label }) => label) // ["0", "1", "1+", "2", "3", "4"]
 */
export const scalesPage = (): ScalesPage => ({
  question: "learn",
  format: 1,
  ...scalesListed,
  scales: scaleSteps.map(scaleLine),
  drawnWords: "The drawings are ours: one example of each grade, no measurement.",
  next: [
    { to: "/learn/measuring", text: "How is it measured?" },
    { to: "/diary", text: "Rate today from 0 to 10" },
    { to: "/diary/measurements", text: "Note a measurement" },
    { to: "/is-it-helping", text: "Is it helping me?" },
    { to: "/what-do-i-ask", text: "Questions for the visit" },
  ],
  ownWords: ownWordsSentence,
  author: AUTHOR,
  reviewer: REVIEWER,
  ...scalesKept,
  challenge: challengeOf({ ...scalesListed, checked: scalesKept.checked }),
});

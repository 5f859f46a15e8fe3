/** The answer for one measure, from the fitted model: verdicts, picture, limits and sources. */
import { expectation, smallestDifference } from "@unclench/knowledge";
import { fromDayNumber, type Measure } from "@unclench/record";
import { type Assessment, errorRates, modelLine } from "@unclench/response";
import { offeredFor } from "../fairTest/mayPause.ts";
import { sourceLine } from "../sources.ts";
import { type Course, hasOneStart } from "./courses.ts";
import { measureWords } from "./measureWords.ts";
import type { Prepared } from "./prepare.ts";
import { setApartSentence } from "./setApart.ts";
import { timelineOf } from "./timeline.ts";
import { combinedAnswer, treatmentAnswer } from "./treatmentAnswer.ts";
import type { HelpingInput, IsItHelping } from "./types.ts";
import {
  falseAlarmSentence,
  noteSentences,
  oneStartSentence,
  severalSentence,
  startingBeliefSentence,
} from "./words.ts";

/** [Note: One fit] The parts of a page share what was prepared, so that no model is fitted twice. */
export function answerFrom(input: HelpingInput, start: Prepared): IsItHelping {
  const { measure } = input;
  const { rated, apart, courses, beliefs, assessment, first, last } = start;
  const about = input.about ?? null;
  const withTrials = input.withTrials ?? true;
  const { look, baseline, fit } = assessment;
  return {
    question: "is-it-helping",
    format: 1,
    measure,
    measureName: measureWords[measure].name,
    about,
    withTrials,
    period: {
      from: first.date,
      to: last.date,
      days: last.day - first.day + 1,
      filled: rated.filter((entry) => entry.rating !== null).length,
    },
    look: { date: fromDayNumber(look.day), next: fromDayNumber(look.next) },
    baseline: {
      level: baseline.mean,
      smallestThatMatters: baseline.mcid,
      words: smallestDifference.words,
    },
    treatments: courses.map((course, place) => {
      const verdict = assessment.verdicts[place];
      if (verdict === undefined) throw new Error(`no verdict for ${course.name}`);
      const belief = beliefs[place] ?? null;
      const trials = { about, asked: withTrials, belief };
      return treatmentAnswer(course, verdict, assessment, measure, last.day, trials);
    }),
    combined: assessment.combined.map((combined) => combinedAnswer(combined, assessment, measure)),
    notes: diaryNotes(assessment, courses, setApartSentence(apart)),
    fairTestOf: offeredFor(courses),
    expectation: expectationSentence(measure),
    sources: sourcesOf(measure, courses),
    startingBelief: startingBelief(assessment),
    falseAlarms: falseAlarmSentence(errorRates),
    timeline: timelineOf(
      rated,
      courses,
      new Map(modelLine(fit).map((point) => [point.day, point])),
      last.day,
      input,
    ),
  };
}

/** [AN-48] Every figure that a sentence of this answer took from somewhere, with its source. */
function sourcesOf(measure: Measure, courses: readonly Course[]): IsItHelping["sources"] {
  const found = measure === "stiffness" ? expectation.found : [];
  const curves = new Set(courses.flatMap(({ sources }) => sources));
  return [
    ...found.map(({ points, what, source }) => ({
      of: `Expectation: ${Math.abs(points)} points in ${what}`,
      source: sourceLine(source, null),
    })),
    { of: "The smallest change that matters", source: sourceLine(smallestDifference.source, null) },
    ...[...curves].map((id) => ({
      of: "How fast treatments build up and wear off",
      source: sourceLine(id, null),
    })),
  ];
}

function diaryNotes(
  { scale, fit, look }: Assessment,
  courses: readonly Course[],
  apart: string | null,
): string[] {
  const notes: string[] = [];
  if (apart !== null) notes.push(apart);
  if (scale.edgeReached)
    notes.push(scale.shareAtEdge >= 0.2 ? noteSentences.scaleEdge : noteSentences.lowVariation);
  const begunOnce = courses.filter(({ course }) => hasOneStart(course, fit.first, look.day));
  if (begunOnce.length > 0) notes.push(oneStartSentence(begunOnce.map(({ name }) => name)));
  if (courses.length > 1) notes.push(severalSentence(courses.length));
  return notes;
}

function startingBelief({ fit }: Assessment): string {
  const priorOf = (kind: "effect" | "trend") => {
    const column = fit.columns.find((candidate) => candidate.kind === kind);
    if (column === undefined) throw new Error(`no ${kind} in the model`);
    return column.prior;
  };
  return startingBeliefSentence(priorOf("effect"), priorOf("trend"), fit.bends.length);
}

/** Said with every verdict: an unblinded diary measures treatment and expectation together. */
function expectationSentence(measure: Measure): string {
  if (measure !== "stiffness") {
    return "You know what you take, so part of any change may be expectation. A diary cannot tell the two apart.";
  }
  const sizes = expectation.found.map((entry) => Math.abs(entry.points));
  const low = Math.min(...sizes).toFixed(1);
  const high = Math.max(...sizes).toFixed(1);
  return `Part of any change may be expectation: in trials, people on dummy treatment improved by about ${low} to ${high} points of 10. A diary cannot tell the two apart.`;
}

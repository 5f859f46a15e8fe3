/**
 * "Is it helping me?": the person's diary and treatments in; per treatment a verdict with its size, its probability, its
 * picture and its limits out. The screen draws this object and the CLI prints it.
 */
import { expectation, smallestDifference } from "@unclench/knowledge";
import { fromDayNumber, type Measure, toDayNumber } from "@unclench/record";
import { type Assessment, assess, errorRates, type FitError, modelLine } from "@unclench/response";
import { sourceLine } from "../sources.ts";
import { type Course, coursesOf, hasOneStart } from "./courses.ts";
import { measureWords } from "./measureWords.ts";
import { timelineOf } from "./timeline.ts";
import { combinedAnswer, treatmentAnswer } from "./treatmentAnswer.ts";
import { trialsBelief } from "./trialsBelief.ts";
import type { Helping, HelpingInput, IsItHelping } from "./types.ts";
import {
  falseAlarmSentence,
  noteSentences,
  oneStartSentence,
  severalSentence,
  startingBeliefSentence,
} from "./words.ts";

export { type Measure, measures, type TreatmentKind } from "@unclench/record";
export type { TreatmentEntry } from "./courses.ts";
export type * from "./types.ts";
export type { About } from "./trialsBelief.ts";
export { measureWords } from "./measureWords.ts";

/** [AN-49] More could not be told apart in any diary; the time to try grows with their square. */
const MOST_TREATMENTS = 30;

/**
 * The answer as of the last weekly look of the diary. It depends on the diary alone and not on today's date, so the
 * screen and the command line say the same of the same diary.
 */
export function isItHelping(input: HelpingInput): Helping {
  const { measure } = input;
  const rated = input.diary
    .map((entry) => ({
      date: entry.date,
      day: toDayNumber(entry.date),
      rating: entry[measure],
      later: entry.backfilled === true,
    }))
    .sort((left, right) => left.day - right.day);
  const last = rated.filter((entry) => entry.rating !== null).at(-1);
  if (last === undefined) {
    return {
      ok: false,
      error: {
        type: "NoDiary",
        sentence: `There is no check-in with ${measureWords[measure].name} yet. Three check-ins draw the first line.`,
      },
    };
  }
  const courses = coursesOf(input.treatments);
  if (courses.length === 0) {
    return {
      ok: false,
      error: {
        type: "NoTreatments",
        sentence:
          "There is no treatment yet. Add one with the day it began, and the diary can say whether it helps.",
      },
    };
  }
  if (courses.length > MOST_TREATMENTS) {
    return {
      ok: false,
      error: {
        type: "TooManyTreatments",
        sentence: `There are ${courses.length} treatments with names of their own, and ${MOST_TREATMENTS} are the most that one diary can tell apart: give doses and injections of one treatment the same name, or take some out.`,
      },
    };
  }
  const about = input.about ?? null;
  const withTrials = input.withTrials ?? true;
  const beliefs = courses.map(({ catalogue }) =>
    catalogue === null || about === null || !withTrials ? null : trialsBelief(catalogue, about, measure),
  );
  const result = assess({
    diary: rated.map(({ day, rating }) => ({ day, rating })),
    treatments: courses.map(({ course }, place) => {
      const belief = beliefs[place] ?? null;
      return belief === null ? course : { ...course, trialsPrior: belief.prior };
    }),
    today: last.day,
  });
  if (!result.ok) return { ok: false, error: { type: "Diary", sentence: engineFault(result.error) } };
  const assessment = result.value;
  const { look, baseline, fit } = assessment;
  const first = rated.find((entry) => entry.rating !== null) ?? last;
  return {
    ok: true,
    value: {
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
      notes: diaryNotes(assessment, courses),
      expectation: expectationSentence(measure),
      sources: sourcesOf(measure, courses),
      startingBelief: startingBelief(assessment),
      falseAlarms: falseAlarmSentence(errorRates),
      timeline: timelineOf(
        rated,
        courses,
        new Map(modelLine(fit).map((point) => [point.day, point])),
        last.day,
      ),
    },
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

function engineFault(error: FitError): string {
  switch (error.type) {
    case "RatingOutOfRange":
      return `On ${fromDayNumber(error.day)} the rating is ${error.rating}, but ratings go from 0 to 10: correct that day.`;
    case "DayRatedTwice":
      return `${fromDayNumber(error.day)} is rated twice: keep one of the two.`;
    case "DiaryTooLong":
      return `The diary spans ${error.days} days, and ${error.most} are the most: is the year of a date mistyped?`;
    case "SpanNotValid":
      return error.span.to !== null && error.span.to < error.span.from
        ? `The last day of ${error.id} is before its first: correct one of the two.`
        : `A dose of ${error.id} is far from its other doses: is one mistyped?`;
    default:
      return `The diary could not be read (${error.type}). Nothing was changed.`;
  }
}

function diaryNotes({ scale, fit, look }: Assessment, courses: readonly Course[]): string[] {
  const notes: string[] = [];
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
  return startingBeliefSentence(priorOf("effect"), priorOf("trend"));
}

/** Said with every verdict: an unblinded diary measures treatment and expectation together. */
export function expectationSentence(measure: Measure): string {
  if (measure !== "stiffness") {
    return "You know what you take, so part of any change may be expectation. A diary cannot tell the two apart.";
  }
  const sizes = expectation.found.map((entry) => Math.abs(entry.points));
  const low = Math.min(...sizes).toFixed(1);
  const high = Math.max(...sizes).toFixed(1);
  return `Part of any change may be expectation: in trials, people on dummy treatment improved by about ${low} to ${high} points of 10. A diary cannot tell the two apart.`;
}

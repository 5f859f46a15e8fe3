/** What every part of the answer starts from: the diary read, the treatments as courses, the trials asked, the model fitted. */
import { fromDayNumber, type LocalDate } from "@unclench/record";
import { type Assessment, assess, type Covariate, type FitError } from "@unclench/response";
import { withFairTests } from "../fairTest/course.ts";
import { type Course, coursesOf } from "./courses.ts";
import { daysOf } from "./days.ts";
import { measureWords } from "./measureWords.ts";
import type { Rated } from "./timeline.ts";
import { type TrialsBelief, trialsBelief } from "./trialsBelief.ts";
import { type SetApart, setApart } from "./setApart.ts";
import { routineCourses } from "./routineCourses.ts";
import { allTreatments } from "./written.ts";
import type { HelpingError, HelpingInput } from "./types.ts";

export type Prepared = {
  readonly rated: readonly Rated[];
  readonly covariates: readonly Covariate[];
  /** [AN-231] days that a trigger from outside had */
  readonly apart: SetApart["days"];
  readonly courses: readonly Course[];
  /** What trials found, per course; null where none went in. */
  readonly beliefs: readonly (TrialsBelief | null)[];
  readonly assessment: Assessment;
  /** The first and the last day with a rating. */
  readonly first: { readonly date: LocalDate; readonly day: number };
  readonly last: { readonly date: LocalDate; readonly day: number };
};

/** [AN-49] More could not be told apart in any diary; the time to try grows with their square. */
const MOST_TREATMENTS = 30;

/** The diary and its model, or the sentence that says why there is none. */
export function prepared(
  input: HelpingInput,
): { readonly ok: true; readonly value: Prepared } | { readonly ok: false; readonly error: HelpingError } {
  const { measure } = input;
  const { rated, covariates: ofTheDay } = daysOf(input.diary, measure);
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
  const { routinesDone = [], fairTests = [] } = input;
  const written = coursesOf(allTreatments(input));
  const room = MOST_TREATMENTS - written.length;
  const done = routineCourses(routinesDone, written, fairTests, room);
  const courses = withFairTests([...written, ...done], fairTests, last.day);
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
  const apart = setApart(input.triggers ?? [], rated);
  const covariates = [...ofTheDay, ...apart.covariates];
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
    covariates,
    today: last.day,
  });
  if (!result.ok) return { ok: false, error: { type: "Diary", sentence: engineFault(result.error) } };
  const first = rated.find((entry) => entry.rating !== null) ?? last;
  return {
    ok: true,
    value: { rated, covariates, apart: apart.days, courses, beliefs, assessment: result.value, first, last },
  };
}

/** [AN-26] What is wrong with the diary or the list of treatments, as a sentence. */
export function engineFault(error: FitError): string {
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

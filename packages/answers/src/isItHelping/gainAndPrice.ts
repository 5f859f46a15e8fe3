/** Every measure of the diary at once: what a treatment gave and what it cost, in one sentence. */
import { fromDayNumber, type LocalDate, type Measure, measures } from "@unclench/record";
import {
  type Assessment,
  assessCounts,
  type CountAssessment,
  type RateRatio,
  type Summary,
  type VerdictName,
} from "@unclench/response";
import { type Course, coursesOf, hasOneStart } from "./courses.ts";
import { countedDays } from "./days.ts";
import { changeWords, gainAndPriceSentence, lookedAtSentence, measureName } from "./gainAndPriceWords.ts";
import { type Prepared, prepared } from "./prepare.ts";
import { allTreatments } from "./written.ts";
import type { HelpingInput } from "./types.ts";

/** A rating, or the number of spasms that was counted. */
export type Looked = Measure | "spasm-count";

/** [AN-121] As sure as the verdict: "very probably" for helping and worse, "may be" for a hint, else nothing. */
export type Sureness = "very probably" | "may be";

export type ChangeLine = {
  readonly of: Looked;
  readonly name: string;
  readonly verdict: VerdictName;
  readonly direction: "gain" | "price" | "none";
  readonly sureness: Sureness | null;
  /** "about 1.2 points less stiffness"; null where nothing may be said of a change */
  readonly words: string | null;
  /** points of 10 (negative is better), or for counts the ratio of the rates (below 1 is fewer); null: not told */
  readonly effect: { readonly q05: number; readonly q50: number; readonly q95: number } | null;
  readonly unit: "points" | "ratio";
  readonly helps: number | null;
  readonly worse: number | null;
};

export type GainAndPrice = {
  /** one, or those that cannot be told apart */
  readonly treatments: readonly string[];
  readonly sentence: string;
  readonly lines: readonly ChangeLine[];
};

export type AllMeasures = {
  readonly measures: readonly Looked[];
  /** answers that were looked at in all */
  readonly answers: number;
  readonly answersSentence: string;
  readonly treatments: readonly GainAndPrice[];
};

/** The mark of "it may be helping", for harm as for help. */
const HINT = 0.9;

type Found = {
  readonly treatments: readonly string[];
  readonly verdict: VerdictName;
  readonly effect: ChangeLine["effect"];
  readonly probabilities: { readonly helps: number; readonly worse: number } | null;
};

/** [AN-121] The direction and how sure, from the verdict alone; a hint of harm is the mirror of "leaning". */
export function standingOf(
  verdict: VerdictName,
  worse: number | null,
): { direction: ChangeLine["direction"]; sureness: Sureness | null } {
  switch (verdict) {
    case "helping":
    case "helping-clearly":
      return { direction: "gain", sureness: "very probably" };
    case "worse":
      return { direction: "price", sureness: "very probably" };
    case "leaning":
      return { direction: "gain", sureness: "may be" };
    case "unclear":
    case "not-enough":
      return worse !== null && worse >= HINT
        ? { direction: "price", sureness: "may be" }
        : { direction: "none", sureness: null };
    default:
      return { direction: "none", sureness: null };
  }
}

function foundIn(assessment: Assessment | CountAssessment): Found[] {
  const size = (effect: Summary | RateRatio | null): ChangeLine["effect"] => {
    if (effect === null) return null;
    const { q05, q50, q95 } = "ratio" in effect ? effect.ratio : effect;
    return { q05, q50, q95 };
  };
  return [
    ...assessment.verdicts.map(({ id, verdict, effect, probabilities }) => ({
      treatments: [id],
      verdict,
      effect: size(effect),
      probabilities,
    })),
    ...assessment.combined.map(({ members, verdict, effect, probabilities }) => ({
      // The new one instead of the old one is another question than both together.
      treatments: members.map(({ id, weight }) => (weight === 1 ? id : `instead of ${id}`)),
      verdict,
      effect: size(effect),
      probabilities,
    })),
  ];
}

function lineOf(of: Looked, { verdict, effect, probabilities }: Found): ChangeLine {
  const told = verdict !== "not-yet" && verdict !== "inseparable";
  const worse = told ? (probabilities?.worse ?? null) : null;
  const { direction, sureness } = standingOf(verdict, worse);
  return {
    of,
    name: measureName(of),
    verdict,
    direction,
    sureness,
    words: sureness === null || effect === null ? null : changeWords(of, effect.q50),
    effect: told ? effect : null,
    unit: of === "spasm-count" ? "ratio" : "points",
    helps: told ? (probabilities?.helps ?? null) : null,
    worse,
  };
}

/** The spasms counted, judged like the ratings; null where none were counted or they cannot be judged. */
function countsOf(input: HelpingInput, courses: readonly Course[]): Found[] | null {
  const diary = countedDays(input.diary);
  const counted = diary.filter(({ count }) => count !== null).map(({ day }) => day);
  if (counted.length === 0) return null;
  const found = assessCounts({
    diary,
    treatments: courses.map(({ course }) => course),
    today: Math.max(...counted),
  });
  return found.ok ? foundIn(found.value) : null;
}

/** What was found of each measure, one measure at a time, so that the work can stop between two of them. */
export function* everyMeasure(
  input: HelpingInput,
  known: Prepared | null,
): Generator<null, AllMeasures | null> {
  const looked: { of: Looked; found: Found[] }[] = [];
  let courses: readonly Course[] = known?.courses ?? [];
  let span: { first: number; last: number } | null = null;
  for (const measure of measures) {
    const start =
      known !== null && measure === input.measure
        ? { ok: true as const, value: known }
        : prepared({ ...input, measure });
    if (start.ok) {
      looked.push({ of: measure, found: foundIn(start.value.assessment) });
      courses = start.value.courses;
      span ??= { first: start.value.first.day, last: start.value.assessment.look.day };
    }
    yield null;
  }
  const counts = countsOf(input, courses.length > 0 ? courses : coursesOf(allTreatments(input)));
  if (counts !== null) looked.push({ of: "spasm-count", found: counts });
  if (looked.length === 0) return null;
  return together(looked, courses, span);
}

/** Since when, for what began once and went on; null else. */
function beganOn(
  names: readonly string[],
  courses: readonly Course[],
  span: { first: number; last: number } | null,
): LocalDate | null {
  const [course, ...others] = courses.filter(({ name }) => names.includes(name));
  if (course === undefined || others.length > 0 || names.length !== 1 || span === null) return null;
  if (!hasOneStart(course.course, span.first, span.last)) return null;
  const [begin] = course.entries.filter(({ dose }) => dose !== 0).map(({ start }) => start);
  return begin ?? fromDayNumber(span.first);
}

function together(
  looked: readonly { of: Looked; found: Found[] }[],
  courses: readonly Course[],
  span: { first: number; last: number } | null,
): AllMeasures {
  const subjects = new Map<string, { treatments: readonly string[]; lines: ChangeLine[] }>();
  for (const { of, found } of looked) {
    for (const one of found) {
      const key = one.treatments.join("|");
      const subject = subjects.get(key) ?? { treatments: one.treatments, lines: [] };
      subjects.set(key, subject);
      subject.lines.push(lineOf(of, one));
    }
  }
  // What can only be judged together with something else has no sentence of its own.
  const judged = [...subjects.values()].filter(({ lines }) =>
    lines.some(({ verdict }) => verdict !== "inseparable"),
  );
  const treatments = judged.map(
    ({ treatments: names, lines }): GainAndPrice => ({
      treatments: names,
      sentence: gainAndPriceSentence(names, lines, beganOn(names, courses, span)),
      lines,
    }),
  );
  const answers = treatments.reduce(
    (sum, { lines }) => sum + lines.filter(({ verdict }) => verdict !== "inseparable").length,
    0,
  );
  return {
    measures: looked.map(({ of }) => of),
    answers,
    answersSentence: lookedAtSentence(answers, treatments.length, looked.length),
    treatments,
  };
}

/**
 * [AN-120] All measures of the diary at once; null where none can be judged.
 *
 * @example
 * allMeasures(input)?.treatments[0]?.sentence
 * // "Since Baclofen began on 29 January 2026: about 1.2 points less stiffness (very probably), and …"
 */
export function allMeasures(input: HelpingInput): AllMeasures | null {
  const work = everyMeasure(input, null);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Injections of botulinum toxin, each as a cycle of its own: how much, from when to when, and whether they get weaker. */
import { injectionReasons } from "@unclench/knowledge/injection-reasons";
import { fromDayNumber, type Measure, toDayNumber } from "@unclench/record";
import {
  assessCycles,
  type Cycle,
  type CyclesAssessment,
  exposureCurve,
  landmarksOf,
  type WaveTreatment,
} from "@unclench/response";
import { sourceLine } from "../sources.ts";
import type { Course } from "./courses.ts";
import {
  againstEarlierSentence,
  cycleSentence,
  cyclesHeadline,
  endsBeforeSentence,
  noNextSentence,
  noReliefForNextSentence,
  reasonCertainty,
  tooEarlyForNextSentence,
  usualIntervalSentence,
  weakerSinceSentence,
} from "./cycleWords.ts";
import type { CycleLine, CyclesAnswer, DateRange, NextInjection, ReasonLine } from "./cycleTypes.ts";
import { measureWords } from "./measureWords.ts";
import type { Prepared } from "./prepare.ts";

/** [AN-111] Fewer check-ins after an injection say nothing of it; as many as a verdict needs on a treatment (RS-11). */
const FEWEST_DAYS = 14;
/** [AN-111] Below this chance of relief there is no relief whose end could be dated; the mark of "it may be helping". */
const RELIEF_SHOWN = 0.9;
/** From here on the dates are the person's own rather than those of the average injection. */
const SPEED_LEARNT = 0.25;
/** Weeks of a curve that are drawn, if no next injection ends it. */
const LONGEST_DRAWN = 182;

type WaveCourse = Course & { readonly course: WaveTreatment };

const isWave = (course: Course): course is WaveCourse => course.course.kind === "wave";

const dateRange = (givenOn: number, range: Cycle["onset"]): DateRange => {
  const at = (day: number) => fromDayNumber(givenOn + Math.round(day));
  return {
    days: { from: Math.round(range.q05), likely: Math.round(range.q50), to: Math.round(range.q95) },
    dates: { from: at(range.q05), likely: at(range.q50), to: at(range.q95) },
  };
};

/** The usual gap between injections: the middle of the gaps so far; null after a single one. */
function usualGap(givenOn: readonly number[]): number | null {
  const gaps = givenOn
    .slice(1)
    .map((day, place) => day - (givenOn[place] ?? day))
    .sort((a, b) => a - b);
  if (gaps.length === 0) return null;
  const [low, high] = [gaps[(gaps.length - 1) >> 1] ?? 0, gaps[gaps.length >> 1] ?? 0];
  return Math.round((low + high) / 2);
}

/** [AN-113] The next injection: the first one written down for after the diary, else the usual interval, else unknown. */
function nextDay(givenOn: readonly number[], last: number): { day: number; planned: boolean } | null {
  const planned = givenOn.find((day) => day > last);
  if (planned !== undefined) return { day: planned, planned: true };
  const given = givenOn.filter((day) => day <= last);
  const gap = usualGap(given);
  const latest = given.at(-1);
  return gap === null || latest === undefined ? null : { day: latest + gap, planned: false };
}

function nextAnswer(
  next: { day: number; planned: boolean } | null,
  beforeNext: CyclesAssessment["beforeNext"],
  latest: CycleLine | undefined,
): NextInjection {
  if (next === null) return { date: null, planned: false, reliefEndsBefore: null, sentence: noNextSentence };
  const date = fromDayNumber(next.day);
  const lead = next.planned ? "" : `${usualIntervalSentence(date)} `;
  if (beforeNext === null || latest?.when == null) {
    const sentence = `${lead}${latest?.effect === null ? tooEarlyForNextSentence : noReliefForNextSentence}`;
    return { date, planned: next.planned, reliefEndsBefore: null, sentence };
  }
  const { reliefEndsBefore } = beforeNext;
  const sentence = `${lead}${endsBeforeSentence(reliefEndsBefore, date)}`;
  return { date, planned: next.planned, reliefEndsBefore, sentence };
}

function cycleLine(
  cycle: Cycle,
  place: number,
  { course, entries }: WaveCourse,
  { rated, last }: Prepared,
  measure: Measure,
  until: number,
): CycleLine {
  const { givenOn, ratedDays, effect, relief } = cycle;
  const date = fromDayNumber(givenOn);
  const entry = entries.find(({ start }) => start === date);
  const told = ratedDays >= FEWEST_DAYS;
  const dated = told && relief >= RELIEF_SHOWN;
  const stretch = cycle.wearOff.q50 / landmarksOf(course.knots).wearOff;
  const knots = course.knots.map(([day, share]) => [day * stretch, share] as const);
  const end = Math.min(until - givenOn, LONGEST_DRAWN);
  const shares = exposureCurve({ ...course, givenOn: [0], knots }, 0, end);
  const when = dated
    ? {
        onset: dateRange(givenOn, cycle.onset),
        peak: dateRange(givenOn, cycle.peak),
        wearOff: dateRange(givenOn, cycle.wearOff),
        ownSpeed: cycle.speedLearnt >= SPEED_LEARNT,
      }
    : null;
  const size = { q05: effect.q05, q50: effect.q50, q95: effect.q95 };
  const against = cycle.againstEarlier;
  return {
    number: place + 1,
    date,
    dose: entry === undefined || entry.dose === null ? null : `${entry.dose} ${entry.unit ?? ""}`.trim(),
    ratedDays,
    effect: told ? size : null,
    relief: told ? relief : null,
    when,
    sentence: cycleSentence({ measure, date, ratedDays, fewest: FEWEST_DAYS, effect: size, told, when }),
    againstEarlier:
      !told || against === null
        ? null
        : {
            weaker: against.weaker,
            shorter: against.shorter,
            difference: {
              q05: against.difference.q05,
              q50: against.difference.q50,
              q95: against.difference.q95,
            },
            sentence: againstEarlierSentence(against),
          },
    curve: told ? Array.from(shares, (share, day) => ({ day, change: effect.q50 * share })) : [],
    ratings: rated.flatMap(({ day, rating }) =>
      rating !== null && day >= givenOn && day < until && day <= last.day
        ? [{ day: day - givenOn, rating }]
        : [],
    ),
  };
}

/** [AN-114] Every reason why an injection may disappoint, those that this diary points to first. */
function reasonLines(early: boolean, fades: boolean): ReasonLine[] {
  const fits = (id: string): boolean =>
    (id === "bont-fail-too-early" && early) || (id === "bont-fail-wearing-off" && fades);
  return injectionReasons
    .map(
      (reason): ReasonLine => ({
        id: reason.id,
        reason: reason.reason,
        ask: reason.ask,
        fits: fits(reason.id),
        certainty: reasonCertainty[reason.certainty],
        sources: reason.sources.map(({ id, where }) => sourceLine(id, where ?? null)),
      }),
    )
    .sort((a, b) => Number(b.fits) - Number(a.fits));
}

/**
 * The cycles of every botulinum treatment of the diary that was injected up to its last check-in.
 *
 * @example
 * cyclesFrom(input, start)[0].cycles[1].sentence // "Injection of 3 June 2026: about 1.8 points less stiffness …"
 */
export function cyclesFrom(measure: Measure, start: Prepared): CyclesAnswer[] {
  const { rated, covariates, courses, last } = start;
  return courses.filter(isWave).flatMap((injection): CyclesAnswer[] => {
    const { course, name } = injection;
    if (!course.givenOn.some((day) => day <= last.day)) return [];
    const next = nextDay(course.givenOn, last.day);
    const found = assessCycles({
      diary: rated.map(({ day, rating }) => ({ day, rating })),
      injection: course,
      treatments: courses.filter((other) => other !== injection).map((other) => other.course),
      covariates,
      today: last.day,
      // An interval that has already passed says nothing of what is to come.
      nextPlanned: next === null ? null : next.day,
    });
    if (!found.ok) return [];
    const { cycles, weakerSince, beforeNext } = found.value;
    const lines = cycles.map((cycle, place) =>
      cycleLine(
        cycle,
        place,
        injection,
        start,
        measure,
        cycles[place + 1]?.givenOn ?? Number.MAX_SAFE_INTEGER,
      ),
    );
    const latest = lines.at(-1);
    const leftOut = course.givenOn.filter((day) => day <= last.day).length - lines.length;
    const nextInjection = nextAnswer(next, beforeNext, latest);
    const since =
      weakerSince === null
        ? null
        : { date: fromDayNumber(weakerSince.givenOn), difference: weakerSince.difference };
    const early = latest !== undefined && last.day - toDayNumber(latest.date) < FEWEST_DAYS;
    return [
      {
        treatment: name,
        measure,
        measureName: measureWords[measure].name,
        headline: cyclesHeadline(lines, since?.date ?? null, nextInjection),
        cycles: lines,
        weakerSince:
          since === null
            ? null
            : {
                date: since.date,
                difference: {
                  q05: since.difference.q05,
                  q50: since.difference.q50,
                  q95: since.difference.q95,
                },
                sentence: weakerSinceSentence(since.date, since.difference),
              },
        next: nextInjection,
        assumed: [
          ...injection.assumed,
          "Each injection may be stronger or weaker, faster or slower than the others; what the days do not show is taken from the average of them.",
          ...(leftOut === 0
            ? []
            : [`Only the last ${lines.length} injections are looked at; ${leftOut} came before.`]),
          `An injection counts as told from ${FEWEST_DAYS} check-ins after it on. Dates are the middle of what is likely; in brackets the range that holds the truth in about 9 of 10.`,
        ],
        leftOut,
        reasons: reasonLines(early, (nextInjection.reliefEndsBefore ?? 0) >= 0.5),
      },
    ];
  });
}

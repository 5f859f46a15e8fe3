/** "What goes with worse days?": a few suspects that were picked before looking, and corrected for how many were. */
import { addDays, type LocalDate, type Measure, toDayNumber } from "@unclench/record";
import { fitDiary, triggerCovariate, triggerEffectOf } from "@unclench/response";
import { coursesOf } from "../isItHelping/courses.ts";
import { daysOf } from "../isItHelping/days.ts";
import { measureWords } from "../isItHelping/measureWords.ts";
import { engineFault } from "../isItHelping/prepare.ts";
import type { HelpingInput } from "../isItHelping/types.ts";
import { allTreatments } from "../isItHelping/written.ts";

export type WorseDaysInput = Pick<HelpingInput, "diary" | "treatments" | "injections"> & {
  readonly measure: Measure;
  readonly triggers: readonly { readonly date: LocalDate; readonly trigger: string }[];
  /** as they are kept; at most three, picked before anything was shown */
  readonly suspects: readonly string[];
  /** all that were ever looked at, these included: each costs some sureness */
  readonly lookedAt: readonly string[];
  /** the words for a trigger */
  readonly nameOf?: (trigger: string) => string;
};

export type SuspectAnswer = {
  readonly trigger: string;
  readonly name: string;
  readonly verdict: "too-few" | "worse" | "better" | "unclear";
  readonly sentence: string;
  /** rated days with it and without it */
  readonly days: { readonly with: number; readonly without: number };
  /** points on a day with it, its range at the corrected level; null: too few days */
  readonly effect: { readonly mean: number; readonly low: number; readonly high: number } | null;
};

export type WorseDays = {
  readonly question: "worse-days";
  readonly format: 1;
  readonly measure: Measure;
  readonly suspects: readonly SuspectAnswer[];
  readonly lookedAtSentence: string;
  readonly limits: readonly string[];
};

export type WorseDaysError = {
  readonly type: "NoSuspect" | "TooManySuspects" | "Diary";
  readonly sentence: string;
};

export const MOST_SUSPECTS = 3;
/** Rated days with and without it, below which nothing is said: our own marks. */
export const FEWEST_WITH = 5;
export const FEWEST_WITHOUT = 14;
/** Older days say little about now, and a year holds every season: our own mark. */
const LONGEST_DAYS = 365;
/**
 * What all ranges together are made for. Single days tell a little less than the model believes: with 0.95, up to 5.7 of 100
 * simulated diaries in which nothing matters found something.
 */
const LEVEL = 0.96;

const points = (value: number): string => Math.abs(value).toFixed(1);
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/**
 * [AN-310] For each suspect, days with it against days without, after treatments, trend and slow ups and downs; all suspects
 * stand in one model. A range that is made for 1 − 0.04/k of k that were ever looked at has to be above 0 to be called worse.
 */
export function worseDays(
  input: WorseDaysInput,
): { readonly ok: true; readonly value: WorseDays } | { readonly ok: false; readonly error: WorseDaysError } {
  const { measure, suspects, triggers, nameOf = (trigger: string) => trigger } = input;
  const fault = (type: WorseDaysError["type"], sentence: string) =>
    ({ ok: false, error: { type, sentence } }) as const;
  if (suspects.length === 0) return fault("NoSuspect", "Pick one to three suspects first.");
  if (suspects.length > MOST_SUSPECTS)
    return fault(
      "TooManySuspects",
      `${suspects.length} suspects are too many: the more are looked at, the more chance finds. Pick at most ${MOST_SUSPECTS}.`,
    );
  const last = input.diary.reduce<LocalDate | null>(
    (latest, { date }) => (latest === null || date > latest ? date : latest),
    null,
  );
  const from = last === null ? null : addDays(last, 1 - LONGEST_DAYS);
  const recent = input.diary.filter(({ date }) => from !== null && date >= from);
  const { rated, covariates } = daysOf(recent, measure);
  const filled = rated.filter(({ rating }) => rating !== null).map(({ day }) => day);
  const daysBySuspect = new Map(
    suspects.map((suspect) => [
      suspect,
      new Set(triggers.filter(({ trigger }) => trigger === suspect).map(({ date }) => toDayNumber(date))),
    ]),
  );
  const split = (suspect: string) => {
    const days = daysBySuspect.get(suspect) ?? new Set<number>();
    const among = filled.filter((day) => days.has(day)).length;
    return { with: among, without: filled.length - among };
  };
  const enough = suspects.filter((suspect) => {
    const days = split(suspect);
    return days.with >= FEWEST_WITH && days.without >= FEWEST_WITHOUT;
  });
  const lookedAt = new Set([...input.lookedAt, ...suspects]).size;
  const columns = enough.flatMap((suspect) => {
    const made = triggerCovariate({
      id: `trigger ${suspect}`,
      days: [...(daysBySuspect.get(suspect) ?? [])],
    });
    return made.ok ? [made.value] : [];
  });
  const fitted =
    enough.length === 0
      ? null
      : fitDiary({
          diary: rated.map(({ day, rating }) => ({ day, rating })),
          treatments: coursesOf(allTreatments(input)).map(({ course }) => course),
          covariates: [...covariates, ...columns],
        });
  if (fitted !== null && !fitted.ok) return fault("Diary", engineFault(fitted.error));
  const { name } = measureWords[measure];
  return {
    ok: true,
    value: {
      question: "worse-days",
      format: 1,
      measure,
      suspects: suspects.map((suspect): SuspectAnswer => {
        const said = { trigger: suspect, name: nameOf(suspect), days: split(suspect) };
        const effect =
          fitted === null ? null : triggerEffectOf(fitted.value, `trigger ${suspect}`, lookedAt, LEVEL);
        if (effect === null)
          return { ...said, verdict: "too-few", effect: null, sentence: tooFew(said.name, said.days) };
        const { mean, low, high } = effect;
        const verdict = low > 0 ? "worse" : high < 0 ? "better" : "unclear";
        return {
          ...said,
          verdict,
          effect: { mean, low, high },
          sentence: sentenceFor(said.name, name, effect),
        };
      }),
      lookedAtSentence:
        lookedAt === 1
          ? "One suspect was looked at."
          : `${lookedAt} suspects were looked at in all. The more there are, the more chance finds; each range here is wide enough for all of them together.`,
      limits: [
        "This is what goes together on the same day, not what causes what: a bad day may also make you notice more.",
        "Treatments, the trend, and slow ups and downs are taken into account; what was not written down is not.",
      ],
    },
  };
}

function tooFew(name: string, days: SuspectAnswer["days"]): string {
  const lacks =
    days.with < FEWEST_WITH
      ? `It was written down on ${counted(days.with, "rated day")}; from ${FEWEST_WITH} on something can be said.`
      : `There are ${counted(days.without, "rated day")} without it; from ${FEWEST_WITHOUT} on something can be said.`;
  return `${name}: too early to tell. ${lacks}`;
}

function sentenceFor(
  trigger: string,
  measure: string,
  { mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number },
): string {
  const side = (value: number): string => `${points(value)} ${value < 0 ? "better" : "worse"}`;
  const range = `somewhere between ${side(low)} and ${side(high)}`;
  if (low > 0)
    return `${trigger} goes with worse days: ${measure} was about ${points(mean)} points worse (${range}).`;
  if (high < 0)
    return `${trigger} goes with better days: ${measure} was about ${points(mean)} points better (${range}).`;
  return `${trigger}: nothing clear. ${measure.charAt(0).toUpperCase()}${measure.slice(1)} on such days is ${range}, in points.`;
}

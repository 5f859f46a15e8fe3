import { buildDesign, type Covariate, type CovariateError, checkCovariates, middleOf } from "../design.ts";
import { type DiaryDay, type DiaryError, isDay, readDiary } from "../diary.ts";
import {
  checkTreatments,
  type TreatmentCourse,
  type TreatmentError,
  type WaveTreatment,
} from "../exposure.ts";
import { type Mixture, mixtureCdf, mixtureUpperTail, type Summary, summarise } from "../mixture.ts";
import { err, ok, type Result } from "../result.ts";
import { CYCLES_WIDENED, DIFFERENCES_WIDENED } from "../widening.ts";
import { fitStretches, mixCandidates } from "./fitStretches.ts";
import { CycleRegression } from "./regression.ts";
import {
  LOG_STRETCHES,
  meanLogStretch,
  sdLogStretch,
  type StretchWeights,
  shareStretches,
  stretchCdf,
  stretchQuantile,
} from "./stretch.ts";
import { landmarksOf } from "./wave.ts";

export interface CyclesInput {
  readonly diary: readonly DiaryDay[];
  /** the injections; `knots` is the sourced wave, which each cycle may stretch */
  readonly injection: WaveTreatment;
  /** what else was taken meanwhile */
  readonly treatments?: readonly TreatmentCourse[];
  readonly covariates?: readonly Covariate[];
  /** today's day number; ratings and injections after it are left alone */
  readonly today: number;
  /** the day of the next injection, if there is one */
  readonly nextPlanned?: number | null;
  /** SD of log(own speed ÷ sourced wave) between people; without it 0.3: most within a half and twice as long */
  readonly personSd?: number;
}

export type CyclesError =
  | DiaryError
  | TreatmentError
  | CovariateError
  | { type: "NoInjection"; id: string }
  | { type: "TooManyInjections"; id: string; most: number }
  | { type: "PersonSdNotValid"; personSd: number };

/** Days since the injection, as 90 % interval and median. */
export interface DayRange {
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

/** A cycle held against the mean of all earlier ones. */
export interface AgainstEarlier {
  /** P(less relief at the peak than the earlier ones on average) */
  readonly weaker: number;
  /** effect of this cycle minus mean effect of the earlier ones, in points: positive = weaker */
  readonly difference: Summary;
  /** P(relief lasts shorter than in the earlier ones on average) */
  readonly shorter: number;
}

/** One injection and what followed. */
export interface Cycle {
  readonly givenOn: number;
  /** rated days from the injection to the next one, or to the end */
  readonly ratedDays: number;
  /** at the peak, in points: negative = relief */
  readonly effect: Summary;
  /** P(effect < 0) */
  readonly relief: number;
  /** half of the peak is there; the middle of the peak; half of the peak is gone */
  readonly onset: DayRange;
  readonly peak: DayRange;
  readonly wearOff: DayRange;
  /** how much narrower than before the diary the speed is known, 0 to 1; near 0: the days are those of the sourced wave */
  readonly speedLearnt: number;
  /** null for the first cycle */
  readonly againstEarlier: AgainstEarlier | null;
}

/** From which injection on the relief has been weaker than before it. */
export interface WeakerSince {
  readonly givenOn: number;
  readonly probability: number;
  readonly difference: Summary;
}

export interface CyclesAssessment {
  readonly cycles: readonly Cycle[];
  /** null if nothing says so with a probability of 0.95 or more */
  readonly weakerSince: WeakerSince | null;
  /** for the day that is planned: P(half of the peak of the last cycle is gone before it) */
  readonly beforeNext: { readonly day: number; readonly reliefEndsBefore: number } | null;
}

/** 40 years of an injection every three months: more are slips of the pen. */
export const MOST_INJECTIONS = 160;
/** The last so many cycles are looked at; earlier ones no longer say much of the next. */
export const CYCLES_LOOKED_AT = 12;
const PERSON_SD = 0.3;
const LARGEST_PERSON_SD = 1;
const SURE = 0.95;

/**
 * [RS-50] … [RS-54] Every injection as a cycle of its own: how large its relief was, when it came and went, and whether the last ones are
 * weaker.
 *
 * @example
 * const result = assessCycles({ diary, injection: { kind: "wave", id: "botulinum", givenOn: [10, 101], knots }, today: 160, nextPlanned: 192 });
 * if (result.ok) result.value.cycles[1]!.wearOff.q50; // 74: half of the relief is gone on day 74 after the injection
 */
export function assessCycles(input: CyclesInput): Result<CyclesAssessment, CyclesError> {
  const { injection, nextPlanned = null, personSd = PERSON_SD } = input;
  const checked = check(input);
  if (!checked.ok) return checked;
  const landmarks = landmarksOf(injection.knots);
  const given = [...new Set(injection.givenOn)].filter((day) => day <= input.today).sort((a, b) => a - b);
  if (given.length === 0) return err({ type: "NoInjection", id: injection.id });
  const givenOn = given.slice(-CYCLES_LOOKED_AT);
  // Ratings under an injection that is no longer looked at would pass for days without one.
  const from = given.length > givenOn.length ? givenOn[0]! : -Infinity;
  const read = readDiary(
    input.diary.filter(({ day }) => !(day < from)),
    input.today,
  );
  if (!read.ok) return read;
  const { days, ratings, first, last } = read.value;

  const treatments = [...(input.treatments ?? []), { ...injection, givenOn }];
  const middle = middleOf({ first, last });
  // One straight trend: the ranges of cycles were calibrated with it (RS-51).
  const design = { treatments, covariates: input.covariates ?? [], middle, bends: [] };
  const { rows, columns } = buildDesign(design, days);
  const priors = columns.map(({ prior }) => prior);
  const shared = columns.findIndex(({ kind, id }) => kind === "effect" && id === injection.id);
  const knots = injection.knots;
  const model = new CycleRegression({ days, ratings, rows, priors, shared, givenOn, knots });
  const { candidates, weights, central } = fitStretches(model, personSd);

  const unit = (entries: readonly (readonly [number, number])[]) => {
    const c = new Float64Array(model.size);
    for (const [k, value] of entries) c[k] = c[k]! + value;
    return c;
  };
  const base = priors.length;
  /** mean of some cycles minus mean of others: the shared effect drops out */
  const contrast = (of: readonly number[], against: readonly number[]) =>
    unit([
      ...of.map((j) => [base + j, 1 / of.length] as const),
      ...against.map((j) => [base + j, -1 / against.length] as const),
    ]);
  const upTo = (j: number) => Array.from({ length: j }, (_, i) => i);

  const priorSd = sdLogStretch(shareStretches([new Float64Array(LOG_STRETCHES.length)], personSd)[0]!);
  const cycles = givenOn.map((day, j): Cycle => {
    const own = weights[j]!;
    const mixtureFor = (c: Float64Array) => mixCandidates(candidates[j]!, own, c);
    const effect = mixtureFor(
      unit([
        [shared, 1],
        [base + j, 1],
      ]),
    );
    const range = (landmark: number): DayRange => {
      const at = (p: number) => landmark * Math.exp(stretchQuantile(own, p));
      return { q05: at(0.05), q50: at(0.5), q95: at(0.95) };
    };
    const next = givenOn[j + 1] ?? Infinity;
    return {
      givenOn: day,
      ratedDays: days.reduce((count, rated) => count + Number(rated >= day && rated < next), 0),
      effect: summarise(effect, CYCLES_WIDENED),
      relief: mixtureCdf(effect, 0),
      onset: range(landmarks.onset),
      peak: range(landmarks.peak),
      wearOff: range(landmarks.wearOff),
      speedLearnt: Math.min(1, Math.max(0, 1 - sdLogStretch(own) / priorSd)),
      againstEarlier: j === 0 ? null : against(mixtureFor(contrast([j], upTo(j))), weights, j),
    };
  });

  const weakerSince = sinceWhen(givenOn, (split) => {
    const later = givenOn.flatMap((_, j) => (j >= split ? [j] : []));
    return mixCandidates([central], Float64Array.of(1), contrast(later, upTo(split)));
  });
  const lastGiven = givenOn.at(-1)!;
  const beforeNext =
    nextPlanned === null
      ? null
      : {
          day: nextPlanned,
          reliefEndsBefore: endsBefore(weights.at(-1)!, nextPlanned - lastGiven, landmarks.wearOff),
        };
  return ok({ cycles, weakerSince, beforeNext });
}

function check({ injection, treatments = [], covariates = [], today, nextPlanned, personSd }: CyclesInput) {
  for (const day of [today, nextPlanned ?? 0])
    if (!isDay(day)) return err({ type: "DayNotWhole" as const, day });
  const checkedTreatments = checkTreatments([...treatments, injection]);
  if (!checkedTreatments.ok) return checkedTreatments;
  const checkedCovariates = checkCovariates(covariates);
  if (!checkedCovariates.ok) return checkedCovariates;
  if (injection.givenOn.length > MOST_INJECTIONS)
    return err({ type: "TooManyInjections" as const, id: injection.id, most: MOST_INJECTIONS });
  if (injection.knots.every(([, share]) => share === 0))
    return err({ type: "KnotsNotValid" as const, id: injection.id });
  if (personSd !== undefined && !(personSd > 0 && personSd <= LARGEST_PERSON_SD))
    return err({ type: "PersonSdNotValid" as const, personSd });
  return ok(null);
}

/** [RS-52] */
function against(difference: Mixture, weights: readonly StretchWeights[], j: number): AgainstEarlier {
  // The mean of the earlier cycles' speed is normal enough; this cycle's own is summed over its lattice.
  const earlier = weights.slice(0, j);
  const mean = earlier.reduce((sum, one) => sum + meanLogStretch(one), 0) / j;
  const sd = Math.sqrt(earlier.reduce((sum, one) => sum + sdLogStretch(one) ** 2, 0)) / j;
  const steps = [-1.5, -0.75, 0, 0.75, 1.5];
  const bells = steps.map((z) => Math.exp((-z * z) / 2));
  const total = bells.reduce((sum, bell) => sum + bell, 0);
  const shorter = steps.reduce(
    (sum, z, i) => sum + (bells[i]! / total) * stretchCdf(weights[j]!, mean + z * sd),
    0,
  );
  return {
    weaker: mixtureUpperTail(difference, 0),
    difference: summarise(difference, DIFFERENCES_WIDENED),
    shorter,
  };
}

/** [RS-53] The split of the cycles that is most sure to be a weakening, if it is sure enough. */
function sinceWhen(givenOn: readonly number[], differenceAt: (split: number) => Mixture): WeakerSince | null {
  let found: WeakerSince | null = null;
  for (let split = 1; split < givenOn.length; split++) {
    const mixture = differenceAt(split);
    const probability = mixtureUpperTail(mixture, 0);
    if (probability < SURE || probability <= (found?.probability ?? 0)) continue;
    found = { givenOn: givenOn[split]!, probability, difference: summarise(mixture, DIFFERENCES_WIDENED) };
  }
  return found;
}

/** [RS-54] */
function endsBefore(weights: StretchWeights, daysFromLast: number, wearOff: number): number {
  if (daysFromLast <= 0) return 0;
  return stretchCdf(weights, Math.log(daysFromLast / wearOff));
}

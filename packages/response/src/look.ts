import { effectOverCurves, type ScaleBelief } from "./curves.ts";
import type { Covariate } from "./design.ts";
import type { DiaryDay } from "./diary.ts";
import { isDay, LONGEST_DIARY, readDiary } from "./diary.ts";
import { firstTaken, type TreatmentCourse } from "./exposure.ts";
import { baselineOf, type DiaryFit, type EffectWeights, effectOf, type FitError, fitDiary } from "./fit.ts";
import { type Mixture, mixtureMoments } from "./mixture.ts";
import { type Completeness, completenessOf, type GroupMember, inseparableGroups } from "./phases.ts";
import { meanOfErrors } from "./posterior/posterior.ts";
import { err, ok, type Result } from "./result.ts";

/** Why it is too early; `daysFilled` is a share of the calendar days, the others are rated days. */
export interface NotYetReason {
  readonly type: "baselineDays" | "treatmentDays" | "daysFilled";
  readonly have: number;
  readonly need: number;
}

export interface AssessmentInput {
  readonly diary: readonly DiaryDay[];
  readonly treatments: readonly TreatmentCourse[];
  readonly covariates?: readonly Covariate[];
  /** today's day number; ratings after it are left alone */
  readonly today: number;
}

export interface Phases {
  /** filled exactly when it is too early */
  readonly reasons: readonly NotYetReason[];
  /** rated days without (exposure < 0.05) and with (exposure > 0.5) the treatment, and how complete both phases are */
  readonly completeness: Completeness;
}

/** What the diary alone says of one treatment. */
export interface TreatmentLook extends Phases {
  readonly treatment: TreatmentCourse;
  /** treatments whose exposure moves with this one */
  readonly inseparableFrom: readonly string[];
  /** the posterior of its effect from the sceptical belief; null if inseparable */
  readonly alone: Mixture | null;
  /** how likely each speed of the curve is now [RS-31]; empty where it was given as known, or too early */
  readonly scales: readonly ScaleBelief[];
}

/** The same for treatments that cannot be told apart. */
export interface GroupLook extends Phases {
  readonly members: readonly GroupMember[];
  readonly alone: Mixture;
}

/** The diary as it stood at a weekly look. */
export interface LookBack {
  /** the weekly look whose answer this is, the day of the next one, and days of diary at this look */
  readonly look: { readonly day: number; readonly next: number; readonly diaryDays: number };
  /** level without treatment (posterior mean) and the differences that follow from it [RS-10] */
  readonly baseline: { readonly mean: number; readonly mcid: number; readonly clearDifference: number };
  /** share of the days from the first rating to the look that were rated */
  readonly daysFilled: number;
  /** the model suits less well if many ratings sit at an end of the scale or hardly differ [RS-15] */
  readonly scale: { readonly edgeReached: boolean; readonly shareAtEdge: number; readonly sigma: number };
  readonly fit: DiaryFit;
  readonly treatments: readonly TreatmentLook[];
  readonly groups: readonly GroupLook[];
}

export const BASELINE_DAYS_NEEDED = 14;
export const TREATMENT_DAYS_NEEDED = 14;
export const SHARE_FILLED_NEEDED = 0.6;
/** Smallest and clear difference as shares of the baseline (nabiximols trial programme), and the floor in points. */
export const MCID_SHARE = 0.18;
export const CLEAR_SHARE = 0.3;
export const SMALLEST_MCID = 0.5;
export const DAYS_BETWEEN_LOOKS = 7;
/** [RS-31] With more treatments than this a diary cannot tell curves apart, and trying them would take seconds. */
const MOST_WEIGHED = 8;

/**
 * [RS-9] … [RS-15] Fits the diary up to its last weekly look and reads the effects from it, without any verdict. `inQuestion`:
 * the treatments whose curves are weighed; without it all. Of the others the effect is that with the curve as given.
 */
export function lookBack(
  { diary, treatments, covariates = [], today }: AssessmentInput,
  inQuestion?: ReadonlySet<string>,
): Result<LookBack, FitError> {
  if (!isDay(today)) return err({ type: "DayNotWhole", day: today });
  const read = readDiary(diary, today);
  if (!read.ok) return read;
  const days = today - read.value.first + 1;
  if (days > LONGEST_DIARY) return err({ type: "DiaryTooLong", days, most: LONGEST_DIARY });
  const look = lastLook(read.value.first, today);
  const fitted = fitDiary({ diary, treatments, covariates, until: look.day });
  if (!fitted.ok) return fitted;
  const fit = fitted.value;
  const daysFilled = fit.days.length / look.diaryDays;
  const { mean } = mixtureMoments(baselineOf(fit));
  const mcid = Math.max(SMALLEST_MCID, MCID_SHARE * mean);
  const clearDifference = Math.max(SMALLEST_MCID, CLEAR_SHARE * mean);

  const phasesOf = (members: readonly GroupMember[]) => {
    const courses = treatments.filter(({ id }) => members.some((member) => member.id === id));
    // Of an exchange, the old treatment's days are the baseline of the new one.
    const counted = courses.filter(({ id }) =>
      members.some((member) => member.id === id && member.weight === 1),
    );
    const completeness = completenessOf(fit, counted, look.day);
    const reasons = notYetReasons(completeness, daysFilled);
    const weights: EffectWeights = Object.fromEntries(members.map(({ id, weight }) => [id, weight]));
    return { reasons, completeness, weights };
  };

  const starts = new Map(treatments.map((treatment) => [treatment.id, firstTaken(treatment) ?? -Infinity]));
  const groups = inseparableGroups(fit, (a, b) => starts.get(b)! - starts.get(a)!);
  const looks = treatments.map((treatment): TreatmentLook => {
    const { id } = treatment;
    const group = groups.find((members) => members.some((member) => member.id === id)) ?? [];
    const inseparableFrom = group.map((member) => member.id).filter((other) => other !== id);
    const { reasons, completeness } = phasesOf([{ id, weight: 1 }]);
    const common = { treatment, inseparableFrom, reasons, completeness };
    if (group.length > 0) return { ...common, alone: null, scales: [] };
    // Too early to say anything, or nobody asks: no need to weigh the curves.
    if (reasons.length > 0 || treatments.length > MOST_WEIGHED || inQuestion?.has(id) === false)
      return { ...common, alone: effectOf(fit, { [id]: 1 }), scales: [] };
    const { mixture, scales } = effectOverCurves(fit, id);
    return { ...common, alone: mixture, scales };
  });
  const groupLooks = groups.map((members): GroupLook => {
    const { reasons, completeness, weights } = phasesOf(members);
    return { members, reasons, completeness, alone: effectOf(fit, weights) };
  });
  const baseline = { mean, mcid, clearDifference };
  return ok({
    look,
    baseline,
    daysFilled,
    scale: scaleCheck(fit),
    fit,
    treatments: looks,
    groups: groupLooks,
  });
}

/** [RS-9] Looks fall on diary days 7, 14, 21 …; before the first one, today stands in for it. */
export function lastLook(first: number, today: number): LookBack["look"] {
  const diaryDays = today - first + 1;
  const weeks = Math.floor(diaryDays / DAYS_BETWEEN_LOOKS);
  const next = first - 1 + (weeks + 1) * DAYS_BETWEEN_LOOKS;
  if (weeks === 0) return { day: today, next, diaryDays };
  return { day: next - DAYS_BETWEEN_LOOKS, next, diaryDays: weeks * DAYS_BETWEEN_LOOKS };
}

/** [RS-11] */
export function notYetReasons({ off, on }: Completeness, daysFilled: number): NotYetReason[] {
  const reasons: NotYetReason[] = [
    { type: "baselineDays", have: off.rated, need: BASELINE_DAYS_NEEDED },
    { type: "treatmentDays", have: on.rated, need: TREATMENT_DAYS_NEEDED },
    { type: "daysFilled", have: daysFilled, need: SHARE_FILLED_NEEDED },
  ];
  return reasons.filter(({ have, need }) => have < need);
}

const SHARE_AT_EDGE_TO_FLAG = 0.2;
const SIGMA_TO_FLAG = 0.6;

/** [RS-15] */
function scaleCheck(fit: DiaryFit): LookBack["scale"] {
  const atEdge = fit.ratings.reduce((count, rating) => count + (rating === 0 || rating === 10 ? 1 : 0), 0);
  const shareAtEdge = atEdge / fit.ratings.length;
  const sigma = meanOfErrors(fit.posterior, (errors) => errors.sigma);
  return { edgeReached: shareAtEdge >= SHARE_AT_EDGE_TO_FLAG || sigma < SIGMA_TO_FLAG, shareAtEdge, sigma };
}

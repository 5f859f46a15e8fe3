import type { Covariate } from "./design.ts";
import type { DiaryDay } from "./diary.ts";
import { isDay, LONGEST_DIARY, readDiary } from "./diary.ts";
import { firstTaken, type TreatmentCourse } from "./exposure.ts";
import { baselineOf, type DiaryFit, type EffectWeights, effectOf, type FitError, fitDiary } from "./fit.ts";
import {
  type Mixture,
  mixtureCdf,
  mixtureMoments,
  mixtureUpperTail,
  type Summary,
  summarise,
} from "./mixture.ts";
import { type Completeness, completenessOf, type GroupMember, inseparableGroups } from "./phases.ts";
import { meanOfErrors } from "./posterior/posterior.ts";
import { err, ok, type Result } from "./result.ts";

export type VerdictName =
  | "not-yet"
  | "helping-clearly"
  | "helping"
  | "leaning"
  | "not-enough"
  | "worse"
  | "unclear"
  | "inseparable";

/** Why it is too early; `daysFilled` is a share of the calendar days, the others are rated days. */
export interface NotYetReason {
  readonly type: "baselineDays" | "treatmentDays" | "daysFilled";
  readonly have: number;
  readonly need: number;
}

/** Of the effect β, in rating points (negative = better); MCID = the smallest difference that matters to a person. */
export interface Probabilities {
  /** P(β < 0) */
  readonly helps: number;
  /** P(β < −MCID/2) */
  readonly helpsHalf: number;
  /** P(β < −MCID) */
  readonly helpsEnough: number;
  /** P(β > −MCID) */
  readonly notEnough: number;
  /** P(β > 0) */
  readonly worse: number;
}

interface AnyVerdict {
  /** filled exactly when the verdict is "not-yet" */
  readonly reasons: readonly NotYetReason[];
  /** rated days without (exposure < 0.05) and with (exposure > 0.5) the treatment, and how complete both phases are */
  readonly completeness: Completeness;
}

/** The answer for one treatment. */
export interface TreatmentVerdict extends AnyVerdict {
  readonly id: string;
  readonly verdict: VerdictName;
  /** treatments whose exposure moves with this one; filled even while the verdict is still "not-yet" */
  readonly inseparableFrom: readonly string[];
  /** null if inseparable */
  readonly probabilities: Probabilities | null;
  readonly effect: Summary | null;
}

/** The answer for treatments that cannot be told apart: for their sum, or for the new one instead of the old one. */
export interface CombinedVerdict extends AnyVerdict {
  readonly members: readonly GroupMember[];
  readonly verdict: Exclude<VerdictName, "inseparable">;
  readonly probabilities: Probabilities;
  readonly effect: Summary;
}

export interface AssessmentInput {
  readonly diary: readonly DiaryDay[];
  readonly treatments: readonly TreatmentCourse[];
  readonly covariates?: readonly Covariate[];
  /** today's day number; ratings after it are left alone */
  readonly today: number;
}

export interface Assessment {
  /** the weekly look whose answer this is, the day of the next one, and days of diary at this look */
  readonly look: { readonly day: number; readonly next: number; readonly diaryDays: number };
  /** level without treatment (posterior mean) and the differences that follow from it [RS-10] */
  readonly baseline: { readonly mean: number; readonly mcid: number; readonly clearDifference: number };
  /** share of the days from the first rating to the look that were rated */
  readonly daysFilled: number;
  /** the model suits less well if many ratings sit at an end of the scale or hardly differ [RS-15] */
  readonly scale: { readonly edgeReached: boolean; readonly shareAtEdge: number; readonly sigma: number };
  readonly verdicts: readonly TreatmentVerdict[];
  readonly combined: readonly CombinedVerdict[];
  readonly fit: DiaryFit;
}

export const BASELINE_DAYS_NEEDED = 14;
export const TREATMENT_DAYS_NEEDED = 14;
export const SHARE_FILLED_NEEDED = 0.6;
/** Smallest and clear difference as shares of the baseline (nabiximols trial programme), and the floor in points. */
export const MCID_SHARE = 0.18;
export const CLEAR_SHARE = 0.3;
export const SMALLEST_MCID = 0.5;
const DAYS_BETWEEN_LOOKS = 7;

/** [RS-9] … [RS-16] The verdicts of the last weekly look. */
export function assess({
  diary,
  treatments,
  covariates = [],
  today,
}: AssessmentInput): Result<Assessment, FitError> {
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

  const answer = (members: readonly GroupMember[]) => {
    const courses = treatments.filter(({ id }) => members.some((member) => member.id === id));
    // Of an exchange, the old treatment's days are the baseline of the new one.
    const counted = courses.filter(({ id }) =>
      members.some((member) => member.id === id && member.weight === 1),
    );
    const completeness = completenessOf(fit, counted, look.day);
    const reasons = notYetReasons(completeness, daysFilled);
    const weights: EffectWeights = Object.fromEntries(members.map(({ id, weight }) => [id, weight]));
    const mixture = effectOf(fit, weights);
    const probabilities = probabilitiesOf(mixture, mcid);
    const verdict = reasons.length > 0 ? ("not-yet" as const) : verdictFrom(probabilities);
    return { verdict, reasons, completeness, probabilities, effect: summarise(mixture) };
  };

  const starts = new Map(treatments.map((treatment) => [treatment.id, firstTaken(treatment) ?? -Infinity]));
  const groups = inseparableGroups(fit, (a, b) => starts.get(b)! - starts.get(a)!);
  const verdicts = treatments.map(({ id }): TreatmentVerdict => {
    const group = groups.find((members) => members.some((member) => member.id === id)) ?? [];
    const inseparableFrom = group.map((member) => member.id).filter((other) => other !== id);
    const alone = answer([{ id, weight: 1 }]);
    if (group.length === 0) return { id, inseparableFrom, ...alone };
    const verdict = alone.verdict === "not-yet" ? "not-yet" : "inseparable";
    return { ...alone, id, verdict, inseparableFrom, probabilities: null, effect: null };
  });
  const combined = groups.map((members): CombinedVerdict => ({ members, ...answer(members) }));
  const baseline = { mean, mcid, clearDifference };
  return ok({ look, baseline, daysFilled, scale: scaleCheck(fit), verdicts, combined, fit });
}

/** [RS-9] Looks fall on diary days 7, 14, 21 …; before the first one, today stands in for it. */
export function lastLook(first: number, today: number): Assessment["look"] {
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

export function probabilitiesOf(effect: Mixture, mcid: number): Probabilities {
  return {
    helps: mixtureCdf(effect, 0),
    helpsHalf: mixtureCdf(effect, -mcid / 2),
    helpsEnough: mixtureCdf(effect, -mcid),
    notEnough: mixtureUpperTail(effect, -mcid),
    worse: mixtureUpperTail(effect, 0),
  };
}

/**
 * [RS-12] The first rule that holds. "worse" and "not enough" come before "leaning": a rating that surely got worse also
 * surely did not get better enough, and an effect that is surely too small to notice must not be sold as a hint.
 */
export function verdictFrom(p: Probabilities): Exclude<VerdictName, "not-yet" | "inseparable"> {
  if (p.helpsEnough >= 0.8 && p.helps >= 0.975) return "helping-clearly";
  if (p.helps >= 0.975 && p.helpsHalf >= 0.8) return "helping";
  if (p.worse >= 0.975) return "worse";
  if (p.notEnough >= 0.9) return "not-enough";
  if (p.helps >= 0.9) return "leaning";
  return "unclear";
}

const SHARE_AT_EDGE_TO_FLAG = 0.2;
const SIGMA_TO_FLAG = 0.6;

/** [RS-15] */
function scaleCheck(fit: DiaryFit): Assessment["scale"] {
  const atEdge = fit.ratings.reduce((count, rating) => count + (rating === 0 || rating === 10 ? 1 : 0), 0);
  const shareAtEdge = atEdge / fit.ratings.length;
  const sigma = meanOfErrors(fit.posterior, (errors) => errors.sigma);
  return { edgeReached: shareAtEdge >= SHARE_AT_EDGE_TO_FLAG || sigma < SIGMA_TO_FLAG, shareAtEdge, sigma };
}

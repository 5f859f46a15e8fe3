import { isDay, LONGEST_DIARY } from "../diary.ts";
import { firstTaken } from "../exposure.ts";
import { effectOf } from "../fit.ts";
import { completenessOf, type GroupMember, inseparableGroups } from "../phases.ts";
import { err, ok, type Result } from "../result.ts";
import { lastLook, type LookBack, notYetReasons } from "../look.ts";
import { countMarks } from "../marks.ts";
import { probabilitiesOf, verdictFrom } from "../rules.ts";
import type { CombinedVerdict, TreatmentVerdict } from "../verdict.ts";
import { readCounts } from "./diary.ts";
import {
  baselineRateOf,
  type CountFit,
  type CountFitError,
  type CountFitInput,
  fitCounts,
  MEANINGFUL_RATE_RATIO,
  type PositiveSummary,
  type RateRatio,
  rateRatioOf,
} from "./fit.ts";

export interface CountAssessmentInput extends Omit<CountFitInput, "until"> {
  /** today's day number; counts after it are left alone */
  readonly today: number;
}

/** No trial counted spasms day by day, so no trial goes in; the curves are taken as given; one look is enough. */
export type CountVerdict = Omit<
  TreatmentVerdict,
  "effect" | "withoutTrials" | "posterior" | "scales" | "awaitsSecondLook"
> & { readonly effect: RateRatio | null };
export type CombinedCountVerdict = Omit<CombinedVerdict, "effect" | "awaitsSecondLook"> & {
  readonly effect: RateRatio;
};

export interface CountAssessment {
  readonly look: LookBack["look"];
  /** events on a usual day without treatment */
  readonly baselineRate: PositiveSummary;
  /** share of the days from the first count to the look that were counted */
  readonly daysFilled: number;
  readonly verdicts: readonly CountVerdict[];
  readonly combined: readonly CombinedCountVerdict[];
  readonly fit: CountFit;
}

/**
 * [RS-44] The verdicts of the last weekly look at counts: the rules of RS-9, RS-11, RS-12 and RS-13 with β = log rate ratio and
 * MCID = −log 0.8. `probabilities.helpsEnough` is thus P(rate ratio < 0.8).
 */
export function assessCounts({
  diary,
  today,
  ...rest
}: CountAssessmentInput): Result<CountAssessment, CountFitError> {
  if (!isDay(today)) return err({ type: "DayNotWhole", day: today });
  const read = readCounts(diary, today);
  if (!read.ok) return read;
  const calendarDays = today - read.value.first + 1;
  if (calendarDays > LONGEST_DIARY)
    return err({ type: "DiaryTooLong", days: calendarDays, most: LONGEST_DIARY });
  const look = lastLook(read.value.first, today);
  const fitted = fitCounts({ diary, ...rest, until: look.day });
  if (!fitted.ok) return fitted;
  const fit = fitted.value;
  const { treatments } = fit;
  const daysFilled = fit.days.length / look.diaryDays;
  const mcid = -Math.log(MEANINGFUL_RATE_RATIO);

  const answer = (members: readonly GroupMember[]) => {
    // Of an exchange, the old treatment's days are the baseline of the new one.
    const counted = treatments.filter(({ id }) =>
      members.some((member) => member.id === id && member.weight === 1),
    );
    const completeness = completenessOf(fit, counted, look.day);
    const reasons = notYetReasons(completeness, daysFilled);
    const weights = Object.fromEntries(members.map(({ id, weight }) => [id, weight]));
    const marks = countMarks({ turns: completeness.turns, bends: fit.bends.length });
    const probabilities = probabilitiesOf(effectOf(fit, weights), { mcid, size: marks.size });
    const verdict =
      reasons.length > 0 ? ("not-yet" as const) : verdictFrom(probabilities, marks, { confirmed: true });
    return { verdict, reasons, completeness, probabilities, marks, effect: rateRatioOf(fit, weights) };
  };
  const starts = new Map(treatments.map((treatment) => [treatment.id, firstTaken(treatment) ?? -Infinity]));
  const groups = inseparableGroups(fit, (a, b) => starts.get(b)! - starts.get(a)!);
  const verdicts = treatments.map(({ id }): CountVerdict => {
    const group = groups.find((members) => members.some((member) => member.id === id)) ?? [];
    const inseparableFrom = group.map((member) => member.id).filter((other) => other !== id);
    const alone = answer([{ id, weight: 1 }]);
    if (group.length === 0) return { id, inseparableFrom, ...alone };
    const verdict = alone.verdict === "not-yet" ? "not-yet" : "inseparable";
    return { ...alone, id, verdict, inseparableFrom, probabilities: null, effect: null };
  });
  const combined = groups.map((members): CombinedCountVerdict => ({ members, ...answer(members) }));
  return ok({ look, baselineRate: baselineRateOf(fit), daysFilled, verdicts, combined, fit });
}

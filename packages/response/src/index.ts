/**
 * response: one person's diary → does this treatment help this person?
 *
 * Pure: days are whole numbers on any calendar the caller likes, there is no clock and no chance in it, and user errors
 * are values. Rules are numbered in `SPEC.md`. Sentences belong to the caller: everything here is data.
 *
 * The one call that "is it helping me?" needs:
 *
 *     const result = assess({ diary, treatments, covariates, today });
 *     if (!result.ok) return result.error;           // { type: "RatingOutOfRange", day, rating } …
 *     const { verdicts, combined, look, baseline, daysFilled, scale, fit } = result.value;
 *
 * - `diary`: [{ day, rating: 0–10 | null }], any order; an unrated day may be left out.
 * - `treatments`: { kind: "on-off", id, tauOn, tauOff, spans: [{ from, to | null, doseShare }] },
 *   { kind: "wave", id, givenOn: [day …], knots: [[day, share] …] } or
 *   { kind: "sessions", id, tau, usualPerDay, sessions: [{ day, amount }] }, each with optional `startedInBadSpell`,
 *   `effectPrior`, `trialsPrior` (what trials found, the starting belief) and `timeScales` (how far the curve may be off).
 *   Days before the diary are welcome: what was taken then still counts.
 * - `covariates` (optional): { id, values: [{ day, value }], prior? }; a day that is not listed has the value 0.
 *   `triggerCovariate`, `weekdayCovariates` and `dailyRatings` (several check-ins a day) make them from what is logged.
 *
 * `verdicts[i]` belongs to `treatments[i]`:
 * - `verdict`: "not-yet" | "helping-clearly" | "helping" | "leaning" | "not-enough" | "worse" | "unclear" | "inseparable"
 * - `reasons`: why not yet, as data: { type: "baselineDays", have: 9, need: 14 } …
 * - `probabilities`: { helps, helpsSome, helpsHalf, helpsEnough, notEnough, worse }, null if inseparable
 * - `effect`: { mean, sd, q05, q50, q95 } in points at full exposure, negative = better; null if inseparable
 * - `marks`: what is asked for before "helping" (P(at least `size` points better) ≥ `helps`, at two looks in a row) and "worse"
 *   (P(β > 0) ≥ `worse`), null if inseparable; `awaitsSecondLook`: this look shows a help, the one a week before did not
 * - `completeness`: rated and calendar days off and on the treatment; `differs` if more than 20 points apart
 * - `inseparableFrom`: ids whose exposure moves with this one; then `combined` answers for { members: [{ id, weight }] }:
 *   all weights 1 = both together; 1 and −1 = the new one instead of the old one
 * - `withoutTrials`: verdict, probabilities and effect without `trialsPrior`, null if none was given or inseparable
 * - `posterior`: what probabilities and effect were read from; `scales`: how likely each of the `timeScales` is now
 *
 * `look.day` is the weekly look whose verdict this is, `look.next` the day of the next one; `baseline.mcid` the difference
 * that matters; `scale.edgeReached` a caution. For pictures: `densityOf(verdicts[i].posterior)` is the hill,
 * `modelLine(fit, { to, without })` the line and band of the timeline.
 *
 * Counts of events (spasms, wakings): `assessCounts({ diary: [{ day, count }], treatments, today })` has the same shape, with
 * rate ratios for effects. What else was found out with the same diary: `sensitivity`, `assessCycles`, `planFairTest`.
 *
 * For "how many more days": `planDays(fit, { treatment: id, mcid: baseline.mcid, after: look.day, mayPause })` gives the
 * plans "stay-on" and, only with `mayPause`, "pause": { plan, outlooks: [{ days, helping, notEnough, worse, settled,
 * tooEarly … }], daysNeeded: number | null }; null = no plan of up to 12 weeks would settle it.
 */
export type {
  CombinedCountVerdict,
  CountAssessment,
  CountAssessmentInput,
  CountVerdict,
} from "./counts/assess.ts";
export { assessCounts } from "./counts/assess.ts";
export type { CountDay, CountDiaryError } from "./counts/diary.ts";
export { LARGEST_COUNT } from "./counts/diary.ts";
export type { CountFit, CountFitError, CountFitInput, PositiveSummary, RateRatio } from "./counts/fit.ts";
export {
  baselineRateOf,
  countLine,
  fitCounts,
  MEANINGFUL_RATE_RATIO,
  rateRatioOf,
} from "./counts/fit.ts";
export type {
  AgainstEarlier,
  Cycle,
  CyclesAssessment,
  CyclesError,
  CyclesInput,
  DayRange,
  WeakerSince,
} from "./cycles/cycles.ts";
export { assessCycles, CYCLES_LOOKED_AT, MOST_INJECTIONS } from "./cycles/cycles.ts";
export type { WaveLandmarks } from "./cycles/wave.ts";
export { landmarksOf } from "./cycles/wave.ts";
export type { Column, Covariate, CovariateError } from "./design.ts";
export type { DiaryDay, DiaryError } from "./diary.ts";
export { HIGHEST_RATING, LOWEST_RATING } from "./diary.ts";
export type {
  DoseSpan,
  NormalPrior,
  OnOffTreatment,
  Session,
  SessionsTreatment,
  TimeScale,
  TreatmentCourse,
  TreatmentError,
  WaveTreatment,
} from "./exposure.ts";
export { asOnOff, exposureCurve } from "./exposure.ts";
export type {
  DiaryFit,
  EffectWeights,
  FitError,
  FitInput,
  LineInput,
  LinePoint,
} from "./fit.ts";
export { baselineOf, coefficientTable, effectOf, fitDiary, modelLine } from "./fit.ts";
export type { ScaleBelief } from "./curves.ts";
export type { DensityPoint } from "./density.ts";
export { densityOf, densityOfPrior } from "./density.ts";
export { LIKELY, type Marks } from "./marks.ts";
export type { Mixture, Summary } from "./mixture.ts";
export type { Completeness, GroupMember, PhaseShare } from "./phases.ts";
export type { VerdictChances } from "./chances.ts";
export type { Outlook, PlanForecast, PlanInput } from "./planning.ts";
export { planDays } from "./planning.ts";
export type { Result } from "./result.ts";
export type { AssessmentInput, NotYetReason } from "./look.ts";
export type {
  Alternative,
  CurveAlternative,
  CurveChange,
  ModelAnswer,
  OutlierDay,
  Sensitivity,
} from "./sensitivity.ts";
export { EFFECT_MOVE, OUTLIER_BELOW, PROBABILITY_MOVE, sensitivity } from "./sensitivity.ts";
export type { Probabilities, VerdictName } from "./rules.ts";
export type { Assessment, Believed, CombinedVerdict, TreatmentVerdict } from "./verdict.ts";
export { assess } from "./verdict.ts";

export type { EdgeCheck } from "./edges.ts";
export { edgeCheck } from "./edges.ts";
export type {
  Block,
  FairTest,
  FairTestAnalysis,
  FairTestError,
  FairTestInput,
  FairTestPower,
} from "./fairTest.ts";
export { assessFairTest, FEWEST_PAIRS, fairTestCourse, LONGEST_TEST, planFairTest } from "./fairTest.ts";
export type { CheckIn, DailyRatings } from "./checkIns.ts";
export { dailyRatings } from "./checkIns.ts";
export { saturating } from "./doseResponse.ts";
export type { TriggerEffect, TriggerError, TriggerInput } from "./triggers.ts";
export { triggerCovariate, triggerEffectOf } from "./triggers.ts";
export { weekdayCovariates, weekdayEffectsOf, weekdayOf } from "./weekdays.ts";

export type {
  CountRange,
  ErrorRate,
  ErrorRates,
  LongerRate,
  OwnCurveRate,
  PowerRate,
  RangeRate,
} from "./errorRates.ts";
export { errorRates, fallsShort, isTelling, USUAL_SITUATION } from "./errorRates.ts";
export type { GlsFit, GlsInput, GlsMethod } from "./gls.ts";
export { generalisedLeastSquares } from "./gls.ts";

import { inverseFromCholesky } from "@unclench/stats";
import { type Knowledge, looksAhead, type VerdictChances, verdictChances } from "./chances.ts";
import { bendsOf, buildDesign } from "./design.ts";
import { mirror, startWhitening, whiten } from "./errors.ts";
import {
  asOnOff,
  doseShareOn,
  exposureCurve,
  type OnOffTreatment,
  type SessionsTreatment,
  type TreatmentCourse,
} from "./exposure.ts";
import { baselineRow, type DiaryFit } from "./fit.ts";
import { completenessOf, OFF_BELOW, ON_ABOVE } from "./phases.ts";
import type { ErrorParameters } from "./posterior/posterior.ts";
import { prepare, type Regression, scaledCoefficients } from "./posterior/regression.ts";
import { BASELINE_DAYS_NEEDED, TREATMENT_DAYS_NEEDED } from "./look.ts";
import { ratingMarks, upsAndDownsOf } from "./marks.ts";

/** Rows of the regression for days that are still to come. */
export interface FutureRows {
  readonly days: ArrayLike<number>;
  readonly rows: Float64Array;
}

/**
 * [RS-21] Mean and SD of a weighted sum of coefficients now and after each batch of further rated days, at fixed error
 * parameters: one pass of the filter through the past and on into the future.
 */
export function knowledgeAfter(
  regression: Regression,
  { sigma, rho, lambda }: ErrorParameters,
  weights: ArrayLike<number>,
  batches: readonly FutureRows[],
): Knowledge[] {
  const prepared = prepare(regression);
  const { size, priors } = prepared;
  const width = size + 1;
  const scaledWeights = Float64Array.from({ length: size }, (_, k) => weights[k]! * priors[k]!.sd);
  const state = startWhitening(width, rho, lambda);

  function now(): { mean: number; sd: number } {
    const { factor, shift } = scaledCoefficients(mirror(state.products, width), size, sigma);
    const covariance = inverseFromCholesky(factor, size);
    let mean = 0;
    let variance = 0;
    for (let r = 0; r < size; r++) {
      mean += weights[r]! * priors[r]!.mean + scaledWeights[r]! * shift[r]!;
      for (let c = 0; c < size; c++)
        variance += scaledWeights[r]! * scaledWeights[c]! * covariance[r * size + c]!;
    }
    return { mean, sd: Math.sqrt(variance) };
  }

  whiten(state, prepared.days, prepared.rows);
  const { mean, sd: sdNow } = now();
  return batches.map(({ days, rows }) => {
    // Ratings to come are not known and not needed: the SD does not depend on them.
    const future = prepare({ days, ratings: new Float64Array(days.length), rows, priors });
    whiten(state, future.days, future.rows);
    return { mean, sdNow, sdThen: now().sd };
  });
}

export interface PlanInput {
  /** id of the treatment in question */
  readonly treatment: string;
  readonly mcid: number;
  /** the plan starts on the day after this one: usually the day of the look */
  readonly after: number;
  /**
   * Only for treatments on an explicit list of those that can be paused freely, or under a prescriber's written plan.
   * The engine never proposes a pause on its own account: stopping some medicines at once is dangerous.
   */
  readonly mayPause: boolean;
  /** share of days the person will rate; without it the share rated so far */
  readonly completion?: number;
}

export interface Outlook extends VerdictChances {
  /** further calendar days, and how many of them would be rated */
  readonly days: number;
  readonly ratedDays: number;
  readonly sdThen: number;
  /** true while there would still be too few days without or with the treatment for any verdict [RS-11] */
  readonly tooEarly: boolean;
}

export interface PlanForecast {
  /** "stay-on": go on as now; "pause": 14 days off, 14 days on, and so forth */
  readonly plan: "stay-on" | "pause";
  readonly outlooks: readonly Outlook[];
  /** first number of days after which a verdict is at least 80 % sure, or null if 12 weeks would not do */
  readonly daysNeeded: number | null;
}

const LONGEST_PLAN = 84;
const STEP = 7;
const BLOCK = 14;
const SURE_ENOUGH = 0.8;

/** [RS-22] … [RS-24] How many more days until a verdict is likely, staying on and (only if allowed) with pauses. */
export function planDays(fit: DiaryFit, input: PlanInput): PlanForecast[] {
  const treatment = fit.treatments.find(({ id }) => id === input.treatment);
  if (!treatment) throw new Error(`No treatment "${input.treatment}" in this fit`);
  const plans = [forecast(fit, input, "stay-on", continued(treatment, input.after))];
  if (input.mayPause && treatment.kind !== "wave") {
    plans.push(forecast(fit, input, "pause", paused(treatment, input.after)));
  }
  return plans;
}

/** The dose of the last day goes on; whoever is not taking it now starts it at the usual dose. Injections: no new one. */
function continued(treatment: TreatmentCourse, after: number): TreatmentCourse {
  if (treatment.kind === "wave") return treatment;
  const doseShare = usualShare(treatment, after);
  const course = asOnOff(treatment);
  return { ...course, spans: [...spansUntil(course, after), { from: after + 1, to: null, doseShare }] };
}

/** The dose of the last day, of a routine the mean of the last fortnight; who takes nothing: the usual dose. */
export function usualShare(treatment: OnOffTreatment | SessionsTreatment, after: number): number {
  if (treatment.kind === "on-off") return doseShareOn(treatment, after) || 1;
  const course = asOnOff(treatment);
  let sum = 0;
  for (let day = after - BLOCK + 1; day <= after; day++) sum += doseShareOn(course, day);
  return sum / BLOCK || 1;
}

function paused(treatment: OnOffTreatment | SessionsTreatment, after: number): TreatmentCourse {
  const doseShare = usualShare(treatment, after);
  const course = asOnOff(treatment);
  const spans = [...spansUntil(course, after)];
  for (let day = after + 1 + BLOCK; day <= after + LONGEST_PLAN; day += 2 * BLOCK) {
    spans.push({ from: day, to: day + BLOCK - 1, doseShare });
  }
  return { ...course, spans };
}

export function spansUntil({ spans }: OnOffTreatment, last: number) {
  return spans
    .filter(({ from }) => from <= last)
    .map((span) => ({ ...span, to: Math.min(span.to ?? last, last) }));
}

function forecast(
  soFitted: DiaryFit,
  input: PlanInput,
  plan: PlanForecast["plan"],
  course: TreatmentCourse,
): PlanForecast {
  const { after, mcid } = input;
  const fit = bendingUntil(soFitted, after + LONGEST_PLAN);
  const treatments = fit.treatments.map((treatment) => (treatment.id === course.id ? course : treatment));
  const completion = input.completion ?? fit.days.length / (after - fit.first + 1);
  const exposure = exposureCurve(course, after + 1, after + LONGEST_PLAN);
  const soFar = completenessOf(fit, [course], after);
  const marks = ratingMarks({
    turns: plan === "pause" ? 2 : soFar.turns,
    bends: soFitted.bends.length,
    ...upsAndDownsOf(fit.posterior),
  });
  const isTooEarly = (): boolean => off < BASELINE_DAYS_NEEDED || on < TREATMENT_DAYS_NEEDED;
  let [off, on, rated] = [soFar.off.rated, soFar.on.rated, 0];

  const tooEarlyNow = isTooEarly();
  const batches: (FutureRows & { days: Int32Array; tooEarly: boolean; rated: number })[] = [];
  for (let start = 1; start <= LONGEST_PLAN; start += STEP) {
    const days = Int32Array.from(
      Array.from({ length: STEP }, (_, i) => start + i).filter((i) => isRated(i, completion)),
      (i) => after + i,
    );
    for (const day of days) {
      const x = exposure[day - after - 1]!;
      if (x < OFF_BELOW) off++;
      if (x > ON_ABOVE) on++;
    }
    rated += days.length;
    const rows = futureRows(fit, treatments, days);
    batches.push({ days, rows, rated, tooEarly: isTooEarly() });
  }
  const weights = fit.columns.map(({ kind, id }) => Number(kind === "effect" && id === course.id));
  const priors = fit.columns.map(({ prior }) => prior);
  const { days, ratings, rows, posterior } = fit;
  const known = knowledgeAfter({ days, ratings, rows, priors }, posterior.mode, weights, batches);
  const outlooks = known.map((knowledge, i): Outlook => {
    const { rated, tooEarly } = batches[i]!;
    const earlierTooEarly = batches[i - 1]?.tooEarly ?? tooEarlyNow;
    const looks = looksAhead(knowledge, known[i - 1]?.sdThen ?? knowledge.sdNow);
    const chances = verdictChances(looks, { mcid, marks, earlierTooEarly });
    return { days: (i + 1) * STEP, ratedDays: rated, sdThen: knowledge.sdThen, tooEarly, ...chances };
  });
  const enough = outlooks.find(({ settled, tooEarly }) => settled >= SURE_ENOUGH && !tooEarly);
  return { plan, outlooks, daysNeeded: enough?.days ?? null };
}

/** [RS-23] Spreads the rated days evenly: with a completion of 0.7, seven of each ten. */
export function isRated(index: number, completion: number): boolean {
  // A hair's breadth, so that 0.1 × 10 counts as 1.
  const share = Math.min(Math.max(completion, 0), 1);
  return Math.floor(index * share + 1e-9) > Math.floor((index - 1) * share + 1e-9);
}

/**
 * [RS-21] The same diary with the bends that its trend may have by day `last`. A bend to come moves none of the days so far, but
 * further days will have to tell it from the effect.
 */
export function bendingUntil(fit: DiaryFit, last: number): DiaryFit {
  const bends = bendsOf({ first: fit.first, last });
  const { columns, rows } = buildDesign({ ...fit, bends }, fit.days);
  return { ...fit, bends, columns, rows };
}

/** Rows to come: covariates at their mean so far. */
export function futureRows(
  fit: DiaryFit,
  treatments: readonly TreatmentCourse[],
  days: Int32Array,
): Float64Array {
  const { columns } = fit;
  const { rows } = buildDesign({ ...fit, treatments }, days);
  const usual = baselineRow(fit);
  columns.forEach(({ kind }, k) => {
    if (kind !== "covariate") return;
    for (let i = 0; i < days.length; i++) rows[i * columns.length + k] = usual[k]!;
  });
  return rows;
}

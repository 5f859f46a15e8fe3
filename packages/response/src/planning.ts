import { inverseFromCholesky, normalCdf, normalQuantile } from "@unclench/stats";
import { buildDesign } from "./design.ts";
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
import { logInflationOf, type Marks, ratingMarks } from "./marks.ts";

/** What is known of an effect now, and how well it will be known then. */
export interface Knowledge {
  readonly mean: number;
  readonly sdNow: number;
  readonly sdThen: number;
}

/** Chances that, after further days, the posterior will satisfy each rule; not exclusive of each other. */
export interface RuleChances {
  /** P( P(β < −size) reaches its mark then ) */
  readonly helps: number;
  /** P( P(β < −MCID/2) ≥ 0.8 then ) */
  readonly helpsHalf: number;
  /** P( P(β < −MCID) ≥ 0.8 then ) */
  readonly helpsEnough: number;
  /** P( P(β > −MCID) ≥ 0.9 then ) */
  readonly notEnough: number;
  /** P( P(β > 0) reaches its mark then ) */
  readonly worse: number;
}

/** Chances of each settled verdict after further days; exclusive, so that they add up to `settled`. */
export interface VerdictChances {
  readonly helping: number;
  readonly notEnough: number;
  readonly worse: number;
  readonly settled: number;
}

/** Posterior mean thresholds at which each rule starts to hold, for a posterior SD then. */
function thresholds(sdThen: number, mcid: number, { size, ...marks }: Marks) {
  const likely = normalQuantile(0.8) * sdThen;
  return {
    helps: -size - normalQuantile(marks.helps) * sdThen,
    helpsHalf: -mcid / 2 - likely,
    helpsEnough: -mcid - likely,
    notEnough: -mcid + normalQuantile(0.9) * sdThen,
    worse: normalQuantile(marks.worse) * sdThen,
  };
}

/**
 * [Note: What further days can teach]
 * For fixed error parameters the posterior SD after further days is known today; only the posterior mean is not. Seen from
 * today it is normal around today's mean with SD d = √(sd_now² − sd_then²). Every rule is a threshold on that mean.
 */
function meanThen({ mean, sdNow, sdThen }: Knowledge) {
  const shift = Math.sqrt(Math.max(sdNow * sdNow - sdThen * sdThen, 0));
  const below = (threshold: number) =>
    shift > 0 ? normalCdf((threshold - mean) / shift) : Number(mean <= threshold);
  const above = (threshold: number) =>
    shift > 0 ? normalCdf((mean - threshold) / shift) : Number(mean >= threshold);
  return { below, above };
}

/** [RS-21] */
export function ruleChances(knowledge: Knowledge, mcid: number, marks: Marks): RuleChances {
  const at = thresholds(knowledge.sdThen, mcid, marks);
  const { below, above } = meanThen(knowledge);
  return {
    helps: below(at.helps),
    helpsHalf: below(at.helpsHalf),
    helpsEnough: below(at.helpsEnough),
    notEnough: above(at.notEnough),
    worse: above(at.worse),
  };
}

/** [RS-22] The rules in the order of RS-12: helping, then worse, then not enough. */
export function verdictChances(knowledge: Knowledge, mcid: number, marks: Marks): VerdictChances {
  const at = thresholds(knowledge.sdThen, mcid, marks);
  const { below, above } = meanThen(knowledge);
  const helpingBelow = Math.min(at.helps, at.helpsHalf);
  const helping = below(helpingBelow);
  const worse = above(at.worse);
  const notEnough = Math.max(0, above(Math.max(at.notEnough, helpingBelow)) - worse);
  return { helping, notEnough, worse, settled: Math.min(1, helping + notEnough + worse) };
}

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
  fit: DiaryFit,
  input: PlanInput,
  plan: PlanForecast["plan"],
  course: TreatmentCourse,
): PlanForecast {
  const { after, mcid } = input;
  const treatments = fit.treatments.map((treatment) => (treatment.id === course.id ? course : treatment));
  const completion = input.completion ?? fit.days.length / (after - fit.first + 1);
  const exposure = exposureCurve(course, after + 1, after + LONGEST_PLAN);
  const soFar = completenessOf(fit, [course], after);
  const marks = ratingMarks({
    turns: plan === "pause" ? 2 : soFar.turns,
    logInflation: logInflationOf(fit.posterior),
  });
  let [off, on, rated] = [soFar.off.rated, soFar.on.rated, 0];

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
    batches.push({ days, rows, rated, tooEarly: off < BASELINE_DAYS_NEEDED || on < TREATMENT_DAYS_NEEDED });
  }
  const weights = fit.columns.map(({ kind, id }) => Number(kind === "effect" && id === course.id));
  const priors = fit.columns.map(({ prior }) => prior);
  const { days, ratings, rows, posterior } = fit;
  const outlooks = knowledgeAfter({ days, ratings, rows, priors }, posterior.mode, weights, batches).map(
    (knowledge, i): Outlook => ({
      days: (i + 1) * STEP,
      ratedDays: batches[i]!.rated,
      sdThen: knowledge.sdThen,
      tooEarly: batches[i]!.tooEarly,
      ...verdictChances(knowledge, mcid, marks),
    }),
  );
  const enough = outlooks.find(({ settled, tooEarly }) => settled >= SURE_ENOUGH && !tooEarly);
  return { plan, outlooks, daysNeeded: enough?.days ?? null };
}

/** [RS-23] Spreads the rated days evenly: with a completion of 0.7, seven of each ten. */
export function isRated(index: number, completion: number): boolean {
  // A hair's breadth, so that 0.1 × 10 counts as 1.
  const share = Math.min(Math.max(completion, 0), 1);
  return Math.floor(index * share + 1e-9) > Math.floor((index - 1) * share + 1e-9);
}

/** Rows to come: covariates at their mean so far. */
export function futureRows(
  fit: DiaryFit,
  treatments: readonly TreatmentCourse[],
  days: Int32Array,
): Float64Array {
  const { covariates, middle, columns } = fit;
  const { rows } = buildDesign({ treatments, covariates, middle }, days);
  const usual = baselineRow(fit);
  columns.forEach(({ kind }, k) => {
    if (kind !== "covariate") return;
    for (let i = 0; i < days.length; i++) rows[i * columns.length + k] = usual[k]!;
  });
  return rows;
}

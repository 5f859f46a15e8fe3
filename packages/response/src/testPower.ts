/** Before a fair test starts: how likely each verdict is at its end, if the true effect is this. */
import { type Knowledge, type VerdictChances, verdictChances } from "./chances.ts";
import { effectOverCurves } from "./curves.ts";
import { buildDesign } from "./design.ts";
import { type OnOffTreatment, type SessionsTreatment, stretched, type TreatmentCourse } from "./exposure.ts";
import type { DiaryFit } from "./fit.ts";
import { DAYS_BETWEEN_LOOKS } from "./look.ts";
import { logInflationAt, type Marks, ratingMarks } from "./marks.ts";
import { bendingUntil, futureRows, isRated, knowledgeAfter } from "./planning.ts";
import { type ErrorParameters, errorsAt } from "./posterior/posterior.ts";
import { TEST_WIDENED } from "./widening.ts";

/** One way the days may go: these errors, and the treatment at this speed. */
export interface Possibility {
  /** of all possibilities they sum to 1 */
  readonly weight: number;
  readonly errors: ErrorParameters;
  readonly treatment: OnOffTreatment | SessionsTreatment;
  /** what the verdict will ask for, once the diary knows these errors */
  readonly marks: Marks;
}

/** Into so many equal parts the belief about the errors is cut, from the days that tell most to those that tell least. */
const STRATA = 9;

/** [RS-72] The errors and the speeds that the diary so far leaves open, each as likely as it leaves it. */
export function possibilities(
  fit: DiaryFit,
  treatment: OnOffTreatment | SessionsTreatment,
): readonly Possibility[] {
  const errors = strataOf(fit);
  const { scales } = effectOverCurves(fit, treatment.id);
  return (scales.length === 0 ? [{ factor: 1, weight: 1 }] : scales).flatMap(({ factor, weight }) =>
    errors.map((one): Possibility => {
      const logInflation = logInflationAt(one);
      return {
        weight: weight / errors.length,
        errors: one,
        treatment: stretched(treatment, factor),
        // A test goes from off to on and back more than once.
        marks: ratingMarks({ turns: 2, bends: fit.bends.length, logInflation, sigma: one.sigma }),
      };
    }),
  );
}

/** The middles of as many equally likely parts, ordered by the variance of a mean of many days: what a test has against it. */
function strataOf({ posterior }: DiaryFit): ErrorParameters[] {
  const { weights, logSigma } = posterior;
  const points = Array.from(weights, (weight, i) => {
    const errors = errorsAt(posterior, i);
    return { weight, errors, against: 2 * logSigma[i]! + logInflationAt(errors) };
  }).sort((a, b) => a.against - b.against);
  let place = 0;
  let upTo = points[0]!.weight;
  return Array.from({ length: STRATA }, (_, stratum) => {
    const middle = (stratum + 0.5) / STRATA;
    while (upTo < middle && place < points.length - 1) upTo += points[++place]!.weight;
    return points[place]!.errors;
  });
}

/** What will be known of the effect at the look that sees the whole test, and at the one a week before. */
export interface Ahead extends Knowledge {
  readonly sdEarlier: number;
}

export interface TestAhead {
  /** what was done before the test, then its blocks */
  readonly course: OnOffTreatment;
  readonly from: number;
  readonly to: number;
  /** the first weekly look that sees the whole test */
  readonly resultOn: number;
  /** share of the days that will be rated */
  readonly completion: number;
}

/** [RS-72] With the blocks as drawn and the person's own share of rated days, by someone who is told the errors and the speed. */
export function knowledgeAhead(
  soFar: DiaryFit,
  errors: ErrorParameters,
  { course, from, to, resultOn, completion }: TestAhead,
): Ahead {
  const fit = bendingUntil(soFar, resultOn);
  const all = Array.from({ length: to - from + 1 }, (_, i) => i)
    .filter((i) => isRated(i + 1, completion))
    .map((i) => from + i);
  const treatments = fit.treatments.map((one): TreatmentCourse => (one.id === course.id ? course : one));
  const { days, ratings, columns } = fit;
  const { rows } = buildDesign({ ...fit, treatments }, days);
  const weights = columns.map(({ kind, id }) => Number(kind === "effect" && id === course.id));
  const regression = { days, ratings, rows, priors: columns.map(({ prior }) => prior) };
  const isSeenEarlier = (day: number): boolean => day <= resultOn - DAYS_BETWEEN_LOOKS;
  const batches = [all.filter(isSeenEarlier), all.filter((day) => !isSeenEarlier(day))].map((seen) => {
    const ahead = Int32Array.from(seen);
    return { days: ahead, rows: futureRows(fit, treatments, ahead) };
  });
  const [earlier, end] = knowledgeAfter(regression, errors, weights, batches);
  return { ...end!, sdEarlier: earlier!.sdThen };
}

/**
 * [Note: Power for this diary]
 * Today's belief is N(m, v₀), the belief at a look N(m′, v). For a true effect β, m′ is normal with mean
 * m + (1 − v/v₀)(β − m) and variance (v₀ − v)·v/v₀: the diary so far pulls, the test pulls back. From one look to the next
 * the same holds with that look's belief in the place of today's. The verdict is told neither the errors nor the speed, so it
 * reads its chances from a belief that is `widened` times as wide. [RS-72]
 */
export function chancesIf(
  effect: number,
  { mean, sdNow, sdEarlier, sdThen }: Ahead,
  {
    widened = TEST_WIDENED,
    ...asked
  }: { readonly mcid: number; readonly marks: Marks; readonly widened?: number },
): VerdictChances {
  const kept = (sdEarlier / sdNow) ** 2;
  const keptLater = (sdThen / sdEarlier) ** 2;
  const spread = (left: number, sd: number): number => Math.sqrt(Math.max(1 - left, 0)) * sd;
  return verdictChances(
    {
      earlier: {
        mean: mean + (1 - kept) * (effect - mean),
        spread: spread(kept, sdEarlier),
        sdThen: widened * sdEarlier,
      },
      later: {
        offset: (1 - keptLater) * effect,
        slope: keptLater,
        spread: spread(keptLater, sdThen),
        sdThen: widened * sdThen,
      },
    },
    asked,
  );
}

/** [RS-72] The mean of the chances over all possibilities. */
export function meanChances(
  list: readonly { readonly weight: number; readonly chances: VerdictChances }[],
): VerdictChances {
  const of = (verdict: keyof VerdictChances): number =>
    list.reduce((sum, { weight, chances }) => sum + weight * chances[verdict], 0);
  return { helping: of("helping"), notEnough: of("notEnough"), worse: of("worse"), settled: of("settled") };
}

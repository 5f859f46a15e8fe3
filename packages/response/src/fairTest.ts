import { seededRandom } from "@unclench/stats";
import type { Covariate } from "./design.ts";
import { type DiaryDay, isDay } from "./diary.ts";
import {
  asOnOff,
  type DoseSpan,
  type OnOffTreatment,
  type SessionsTreatment,
  type TreatmentCourse,
} from "./exposure.ts";
import type { DiaryFit, FitError } from "./fit.ts";
import { type Knowledge, type VerdictChances, verdictChances } from "./chances.ts";
import { futureRows, isRated, knowledgeAfter, spansUntil, usualShare } from "./planning.ts";
import { err, ok, type Result } from "./result.ts";
import { DAYS_BETWEEN_LOOKS, lastLook } from "./look.ts";
import { type Marks, ratingMarks, upsAndDownsOf } from "./marks.ts";
import { type Assessment, assess } from "./verdict.ts";

export interface FairTestInput {
  /** the diary so far; the treatment is one of its treatments, with no span or session if it is new */
  readonly fit: DiaryFit;
  readonly treatment: string;
  /**
   * The caller has looked the treatment up in the list of what may be paused freely (a routine, a splint, cooling). Never a
   * medicine, never a pump: stopping some of them at once is dangerous.
   */
  readonly mayPause: true;
  /** the last day before the test */
  readonly after: number;
  /** the difference that matters, in points */
  readonly mcid: number;
  /** whole number from which the lot is drawn; show it, so that the draw can be checked */
  readonly seed: number;
  /** pairs of blocks; without it the least number that probably settles the matter */
  readonly pairs?: number;
  /** share of the days that will be rated; without it the share of the diary so far */
  readonly completion?: number;
}

export type FairTestError =
  | { type: "PauseNotAllowed"; id: string }
  | { type: "NoSuchTreatment"; id: string }
  | { type: "CannotBePaused"; id: string }
  | { type: "CarryOverTooLong"; id: string; blockDays: number; most: number }
  | { type: "PairsNotValid"; pairs: number; least: number; most: number }
  | { type: "SeedNotWhole"; seed: number }
  | { type: "DayNotWhole"; day: number }
  | { type: "BeginsInsideDiary"; after: number; last: number }
  | { type: "DifferenceNotValid"; mcid: number }
  | { type: "ShareNotValid"; completion: number };

/** Days on which the treatment is done, or left out. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly on: boolean;
  /** 1, 2 …: each pair has one block of either kind */
  readonly pair: number;
}

/** What the verdict will probably be if the true effect is this. */
export interface FairTestPower extends VerdictChances {
  /** in points; negative = helps */
  readonly effect: number;
  /** none of the settled verdicts */
  readonly open: number;
}

export interface FairTest {
  readonly treatment: string;
  readonly seed: number;
  readonly blockDays: number;
  readonly pairs: number;
  readonly blocks: readonly Block[];
  readonly from: number;
  readonly to: number;
  /** the first weekly look that sees the whole test */
  readonly resultOn: number;
  /** for no effect, for the difference that matters, and for twice that */
  readonly power: readonly FairTestPower[];
  readonly sdNow: number;
  readonly sdThen: number;
}

/** A fortnight of either kind at least, twice: one pair alone cannot tell the treatment from the weeks. */
export const FEWEST_PAIRS = 2;
/** Half a year: longer than people keep to a plan. */
export const LONGEST_TEST = 168;
const SHORTEST_BLOCK = 7;
const LONGEST_BLOCK = 28;
/** After three time constants 95 % of the change is there. */
const TIME_CONSTANTS = 3;
const SURE_ENOUGH = 0.8;
const WARM_UP = 64;

/**
 * [RS-71] Days of a block: three time constants (of the slower of coming and going), in whole weeks so that every block has each
 * weekday equally often, at least one.
 */
export function blockDaysFor(treatment: OnOffTreatment | SessionsTreatment): number {
  const { tauOn, tauOff } = asOnOff(treatment);
  const weeks = Math.ceil((TIME_CONSTANTS * Math.max(tauOn, tauOff)) / 7 - 1e-9);
  return Math.max(SHORTEST_BLOCK, 7 * weeks);
}

/** [RS-70] Blocks by lot: each pair has one of either kind, and of the pairs as many begin with the one as with the other. */
export function drawBlocks(after: number, blockDays: number, pairs: number, seed: number): Block[] {
  const random = seededRandom(seed);
  // The generator's first numbers are much alike for seeds that are: it needs some rounds to mix them.
  for (let i = 0; i < WARM_UP; i++) random.uniform();
  const onFirst = Array.from({ length: pairs }, (_, i) => i % 2 === 0);
  // Of an odd number, the lot also decides which order there is one more of.
  const flip = random.chance(0.5);
  return random.shuffled(onFirst.map((first) => first !== flip)).flatMap((first, i) =>
    [first, !first].map((on, k): Block => {
      const from = after + 1 + (2 * i + k) * blockDays;
      return { from, to: from + blockDays - 1, on, pair: i + 1 };
    }),
  );
}

/** [RS-73] The course of the treatment through the test: what was done before, then the blocks. */
export function fairTestCourse(
  treatment: OnOffTreatment | SessionsTreatment,
  blocks: readonly Block[],
): OnOffTreatment {
  const course = asOnOff(treatment);
  const after = (blocks[0]?.from ?? 1) - 1;
  const doseShare = usualShare(treatment, after);
  const drawn = blocks.filter(({ on }) => on).map(({ from, to }): DoseSpan => ({ from, to, doseShare }));
  return { ...course, spans: [...spansUntil(course, after), ...drawn] };
}

/**
 * [RS-70] … [RS-72] A fair test of something that may be paused: when to do it and when not, drawn by lot, and what the diary
 * will then be able to say.
 *
 * @example
 * const test = planFairTest({ fit, treatment: "stretching", mayPause: true, after: 84, mcid: 0.9, seed: 20261126 });
 * if (test.ok) test.value.blocks[0]; // { from: 85, to: 98, on: false, pair: 1 }
 */
export function planFairTest(input: FairTestInput): Result<FairTest, FairTestError> {
  const { fit, after, mcid, seed } = input;
  const id = input.treatment;
  // The type says so already; a caller from outside TypeScript may not have read it.
  if ((input.mayPause as boolean) !== true) return err({ type: "PauseNotAllowed", id });
  const treatment = fit.treatments.find((candidate) => candidate.id === id);
  if (!treatment) return err({ type: "NoSuchTreatment", id });
  if (treatment.kind === "wave") return err({ type: "CannotBePaused", id });
  if (!isDay(after)) return err({ type: "DayNotWhole", day: after });
  if (after < fit.last) return err({ type: "BeginsInsideDiary", after, last: fit.last });
  if (!(mcid > 0 && mcid <= 10)) return err({ type: "DifferenceNotValid", mcid });
  if (!Number.isSafeInteger(seed)) return err({ type: "SeedNotWhole", seed });
  const completion = input.completion ?? fit.days.length / (after - fit.first + 1);
  if (!(completion > 0 && completion <= 1)) return err({ type: "ShareNotValid", completion });
  const blockDays = blockDaysFor(treatment);
  if (blockDays > LONGEST_BLOCK) return err({ type: "CarryOverTooLong", id, blockDays, most: LONGEST_BLOCK });
  const most = Math.floor(LONGEST_TEST / (2 * blockDays));
  const { pairs } = input;
  if (pairs !== undefined && !(Number.isInteger(pairs) && pairs >= FEWEST_PAIRS && pairs <= most))
    return err({ type: "PairsNotValid", pairs, least: FEWEST_PAIRS, most });

  // A test goes from off to on and back more than once.
  const marks = ratingMarks({ turns: 2, ...upsAndDownsOf(fit.posterior) });
  for (let count = pairs ?? FEWEST_PAIRS; ; count++) {
    const blocks = drawBlocks(after, blockDays, count, seed);
    const to = blocks.at(-1)!.to;
    const look = lastLook(fit.first, to);
    const resultOn = look.day === to ? to : look.next;
    const ahead = knowledgeAhead(fit, treatment, blocks, { completion, resultOn });
    const power = [0, -mcid, -2 * mcid].map((effect): FairTestPower => {
      const chances = chancesIf(effect, ahead, { mcid, marks });
      return { effect, ...chances, open: 1 - chances.settled };
    });
    const [nothing, , twice] = power;
    const enough = nothing!.settled >= SURE_ENOUGH && twice!.settled >= SURE_ENOUGH;
    if (pairs === undefined && !enough && count < most) continue;
    const { sdNow, sdThen } = ahead;
    return ok({
      treatment: id,
      seed,
      blockDays,
      pairs: count,
      blocks,
      from: after + 1,
      to,
      resultOn,
      power,
      sdNow,
      sdThen,
    });
  }
}

/** What will be known of the effect at the look that sees the whole test, and at the one a week before. */
interface Ahead extends Knowledge {
  readonly sdEarlier: number;
}

/** With the blocks as drawn and the person's own share of rated days. */
function knowledgeAhead(
  fit: DiaryFit,
  treatment: OnOffTreatment | SessionsTreatment,
  blocks: readonly Block[],
  { completion, resultOn }: { readonly completion: number; readonly resultOn: number },
): Ahead {
  const course = fairTestCourse(treatment, blocks);
  const from = blocks[0]!.from;
  const length = blocks.at(-1)!.to - from + 1;
  const all = Array.from({ length }, (_, i) => i)
    .filter((i) => isRated(i + 1, completion))
    .map((i) => from + i);
  const treatments = fit.treatments.map((one): TreatmentCourse => (one.id === course.id ? course : one));
  const weights = fit.columns.map(({ kind, id }) => Number(kind === "effect" && id === course.id));
  const priors = fit.columns.map(({ prior }) => prior);
  const regression = { days: fit.days, ratings: fit.ratings, rows: fit.rows, priors };
  const isSeenEarlier = (day: number): boolean => day <= resultOn - DAYS_BETWEEN_LOOKS;
  const batches = [all.filter(isSeenEarlier), all.filter((day) => !isSeenEarlier(day))].map((seen) => {
    const days = Int32Array.from(seen);
    return { days, rows: futureRows(fit, treatments, days) };
  });
  const [earlier, end] = knowledgeAfter(regression, fit.posterior.mode, weights, batches);
  return { ...end!, sdEarlier: earlier!.sdThen };
}

/**
 * [Note: Power for this diary]
 * Today's belief is N(m, v₀), the belief at a look N(m′, v). For a true effect β, m′ is normal with mean
 * m + (1 − v/v₀)(β − m) and variance (v₀ − v)·v/v₀: the diary so far pulls, the test pulls back. From one look to the next
 * the same holds with that look's belief in the place of today's. [RS-72]
 */
export function chancesIf(
  effect: number,
  { mean, sdNow, sdEarlier, sdThen }: Ahead,
  asked: { readonly mcid: number; readonly marks: Marks },
): VerdictChances {
  const kept = (sdEarlier / sdNow) ** 2;
  const keptLater = (sdThen / sdEarlier) ** 2;
  const spread = (left: number, sd: number): number => Math.sqrt(Math.max(1 - left, 0)) * sd;
  return verdictChances(
    {
      earlier: {
        mean: mean + (1 - kept) * (effect - mean),
        spread: spread(kept, sdEarlier),
        sdThen: sdEarlier,
      },
      later: {
        offset: (1 - keptLater) * effect,
        slope: keptLater,
        spread: spread(keptLater, sdThen),
        sdThen,
      },
    },
    asked,
  );
}

export interface FairTestAnalysis {
  readonly diary: readonly DiaryDay[];
  readonly treatments: readonly TreatmentCourse[];
  readonly covariates?: readonly Covariate[];
  readonly test: Pick<FairTest, "treatment" | "blocks">;
  readonly today: number;
}

/** [RS-73] The verdicts of the last weekly look, with the blocks as they were drawn, whatever was really done on each day. */
export function assessFairTest({
  treatments,
  test,
  ...rest
}: FairTestAnalysis): Result<Assessment, FitError> {
  const courses = treatments.map(
    (one): TreatmentCourse =>
      one.id === test.treatment && one.kind !== "wave" ? fairTestCourse(one, test.blocks) : one,
  );
  return assess({ ...rest, treatments: courses });
}

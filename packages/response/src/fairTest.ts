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
import type { VerdictChances } from "./chances.ts";
import { spansUntil, usualShare } from "./planning.ts";
import { err, ok, type Result } from "./result.ts";
import { lastLook } from "./look.ts";
import { chancesIf, knowledgeAhead, meanChances, possibilities } from "./testPower.ts";
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
  /** as many as there could be with such blocks */
  readonly mostPairs: number;
  readonly blocks: readonly Block[];
  readonly from: number;
  readonly to: number;
  /** the first weekly look that sees the whole test */
  readonly resultOn: number;
  /** for no effect, for the difference that matters, and for twice that */
  readonly power: readonly FairTestPower[];
}

/** A fortnight of either kind at least, twice: one pair alone cannot tell the treatment from the weeks. */
export const FEWEST_PAIRS = 2;
/** Half a year: longer than people keep to a plan. */
export const LONGEST_TEST = 168;
const SHORTEST_BLOCK = 7;
const LONGEST_BLOCK = 28;
/** After three time constants 95 % of the change is there. */
const TIME_CONSTANTS = 3;
/** Two tests of three are settled: asking for more would make most of them longer than people keep to. */
const SURE_ENOUGH = 2 / 3;
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

  const possible = possibilities(fit, treatment);
  for (let count = pairs ?? FEWEST_PAIRS; ; count++) {
    const blocks = drawBlocks(after, blockDays, count, seed);
    const to = blocks.at(-1)!.to;
    const look = lastLook(fit.first, to);
    const resultOn = look.day === to ? to : look.next;
    const test = { from: after + 1, to, resultOn, completion };
    const ways = possible.map(({ weight, errors, marks, treatment: one }) => {
      const ahead = knowledgeAhead(fit, errors, { ...test, course: fairTestCourse(one, blocks) });
      return { weight, marks, ahead };
    });
    const power = [0, -mcid, -2 * mcid].map((effect): FairTestPower => {
      const chances = meanChances(
        ways.map(({ weight, marks, ahead }) => ({
          weight,
          chances: chancesIf(effect, ahead, { mcid, marks }),
        })),
      );
      return { effect, ...chances, open: 1 - chances.settled };
    });
    const [nothing, , twice] = power;
    const enough = nothing!.settled >= SURE_ENOUGH && twice!.settled >= SURE_ENOUGH;
    if (pairs === undefined && !enough && count < most) continue;
    return ok({
      treatment: id,
      seed,
      blockDays,
      pairs: count,
      mostPairs: most,
      blocks,
      from: after + 1,
      to,
      resultOn,
      power,
    });
  }
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

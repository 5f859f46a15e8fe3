/** A fair test before it starts: which days with it, which without, and what the diary will be able to say then. */
import { fromDayNumber, type FairTestEntry, type LocalDate, toDayNumber } from "@unclench/record";
import { type FairTestError, FEWEST_PAIRS, planFairTest } from "@unclench/response";
import { dateWords } from "../dates.ts";
import { prepared } from "../isItHelping/prepare.ts";
import type { HelpingInput } from "../isItHelping/types.ts";
import { outOf100 } from "../isItHelping/words.ts";
import { type SourceLine, sourceLine } from "../sources.ts";
import { pausable } from "@unclench/knowledge/pausable";
import { mayPause, offeredFor } from "./mayPause.ts";
import type { TestBlock } from "./day.ts";

/** Of 100 such tests, how many end how, if the treatment does this. */
export type TestPower = {
  /** in points; 0: it does nothing */
  readonly effect: number;
  readonly helping: number;
  readonly notEnough: number;
  readonly worse: number;
  readonly open: number;
  readonly sentence: string;
};

/** Pairs of blocks, one with and one without. */
export type TestLength = { readonly pairs: number; readonly words: string };

export type FairTestPlan = {
  readonly treatment: string;
  readonly sentence: string;
  readonly pairs: number;
  /** how long it could be instead, shortest first; this one is among them */
  readonly lengths: readonly TestLength[];
  /** why it may be paused, what to ask first, and who says so */
  readonly why: string;
  readonly askFirst: string;
  readonly basis: string;
  readonly sources: readonly SourceLine[];
  readonly seed: number;
  readonly seedSentence: string;
  readonly blocks: readonly TestBlock[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** the weekly look that sees all of it */
  readonly resultOn: LocalDate;
  readonly power: readonly TestPower[];
  /** the row to keep in the record */
  readonly row: FairTestEntry;
};

export type FairTestPlanned =
  | { readonly ok: true; readonly value: FairTestPlan }
  | { readonly ok: false; readonly error: { readonly type: string; readonly sentence: string } };

export type FairTestQuestion = {
  readonly input: HelpingInput;
  readonly treatment: string;
  /** whole number that the lot is drawn from; shown, so that everyone can draw it again */
  readonly seed: number;
  /** the first day of the test; not before the day after the last check-in */
  readonly from: LocalDate;
  /** pairs of blocks; unless given, as many as probably settle it */
  readonly pairs?: number;
};

const refused = (type: string, sentence: string): FairTestPlanned => ({
  ok: false,
  error: { type, sentence },
});

/** [AN-130] The treatments of a diary that a fair test is offered for, by the name they have in the answer. */
export function fairTestsOffered(input: HelpingInput): string[] {
  const start = prepared(input);
  if (!start.ok) return [];
  return offeredFor(start.value.courses);
}

/**
 * [AN-130] … [AN-133] A fair test of one treatment of the diary, or the sentence that says why there is none.
 *
 * @example
 * planFor({ input, treatment: "Stretching", seed: 482913, from: "2026-03-30" })
 */
export function planFor({ input, treatment, seed, from, pairs: wanted }: FairTestQuestion): FairTestPlanned {
  const start = prepared(input);
  if (!start.ok) return { ok: false, error: start.error };
  const { courses, assessment, last } = start.value;
  const course = courses.find(({ name }) => name === treatment);
  if (course === undefined)
    return refused("NoSuchTreatment", `There is no treatment called ${treatment} in this diary.`);
  const plain = course.entries[0]?.treatment ?? "";
  const allowed = mayPause(plain, course.kind);
  if (allowed === null)
    return refused(
      "PauseNotAllowed",
      `There is no fair test of ${treatment}: only stretching, a routine of exercises, a splint or cooling may be left out for one, never a medicine, an injection or a pump.`,
    );
  const begin = Math.max(toDayNumber(from), last.day + 1);
  const planned = planFairTest({
    fit: assessment.fit,
    treatment: course.course.id,
    mayPause: true,
    after: begin - 1,
    mcid: assessment.baseline.mcid,
    seed,
    ...(wanted === undefined ? {} : { pairs: wanted }),
  });
  if (!planned.ok) return refused(planned.error.type, faultSentence(planned.error, treatment));
  const { blocks, blockDays, pairs, mostPairs, power, to, resultOn } = planned.value;
  const date = fromDayNumber;
  const half = blocks.length / 2;
  return {
    ok: true,
    value: {
      treatment,
      sentence: `${blocks.length} blocks of ${blockDays} days, ${half} with ${treatment} and ${half} without, from ${dateWords(date(begin))} to ${dateWords(date(to))}. The answer comes on ${dateWords(date(resultOn))}.`,
      pairs,
      lengths: lengthsOf(blockDays, mostPairs),
      why: allowed.why,
      askFirst: allowed.askFirst,
      basis: pausable.basisWords[allowed.basis],
      sources: allowed.sources.map(({ id, where }) => sourceLine(id, where ?? null)),
      seed,
      seedSentence: `The order was drawn by lot, with the number ${seed}. Whoever draws with it gets the same order.`,
      blocks: blocks.map((block) => ({ from: date(block.from), to: date(block.to), on: block.on })),
      from: date(begin),
      to: date(to),
      resultOn: date(resultOn),
      power: power.map(({ effect, helping, notEnough, worse, open }, place) => ({
        effect,
        helping,
        notEnough,
        worse,
        open,
        sentence: powerSentence(place, effect, { helping, notEnough, worse, open }),
      })),
      row: {
        treatment: plain,
        kind: course.kind,
        from: date(begin),
        blockDays,
        order: blocks.map(({ on }) => (on ? "+" : "-")).join(""),
        seed,
        endedOn: null,
      },
    },
  };
}

/** [AN-131] Every length that a test with such blocks may have. */
function lengthsOf(blockDays: number, most: number): TestLength[] {
  return Array.from({ length: most - FEWEST_PAIRS + 1 }, (_, place) => {
    const pairs = FEWEST_PAIRS + place;
    return { pairs, words: `${2 * pairs} blocks, ${(2 * pairs * blockDays) / 7} weeks` };
  });
}

const ifIt = ["If it does nothing", "If it helps a little", "If it helps twice that"] as const;

/** [AN-132] What to expect, in words, before anybody begins. */
function powerSentence(
  place: number,
  effect: number,
  { helping, notEnough, worse, open }: { helping: number; notEnough: number; worse: number; open: number },
): string {
  const size = effect === 0 ? "" : ` (${Math.abs(effect).toFixed(1)} points)`;
  const harm = worse >= 0.005 ? `, “worse with it” ${outOf100(worse)}` : "";
  return `${ifIt[place] ?? "If it does this"}${size}: “very probably helping” ${outOf100(helping)}, “not helping enough to notice” ${outOf100(notEnough)}${harm}, left open ${outOf100(open)}.`;
}

function faultSentence(error: FairTestError, treatment: string): string {
  switch (error.type) {
    case "CarryOverTooLong":
      return `${treatment} comes and goes too slowly for a fair test: each block would need ${error.blockDays} days, and ${error.most} are the most.`;
    case "PairsNotValid":
      return `A fair test of ${treatment} has ${2 * error.least} to ${2 * error.most} blocks, half with it and half without.`;
    case "BeginsInsideDiary":
      return "A fair test begins after the last check-in: choose a later first day.";
    case "ShareNotValid":
      return "There is no check-in so far to reckon with: fill in some days first.";
    default:
      return `A fair test of ${treatment} could not be planned (${error.type}). Nothing was changed.`;
  }
}

/** What a kept fair test asks of a day. Light: the check-in page needs it, and no engine. */
import { addDays, daysBetween, type FairTest, type LocalDate } from "@unclench/record";
import { dateWords } from "../dates.ts";

export type TestBlock = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** with the treatment, or without it */
  readonly on: boolean;
};

export type FairTestDay = {
  readonly state: "planned" | "running" | "over" | "ended-early";
  readonly sentence: string;
  readonly blocks: readonly TestBlock[];
  /** the block of this day; null outside of the test */
  readonly today: number | null;
};

type Plan = Pick<FairTest, "treatment" | "from" | "blockDays" | "order" | "endedOn">;

/** The blocks of a kept test as they were drawn, also those after an early end. */
export const blocksOf = ({ from, blockDays, order }: Plan): TestBlock[] =>
  [...order].map((sign, place) => {
    const begin = addDays(from, place * blockDays);
    return { from: begin, to: addDays(begin, blockDays - 1), on: sign === "+" };
  });

/**
 * [AN-135] Where a kept test stands on a day, and what that day is for.
 *
 * @example
 * fairTestDay(test, today).sentence // "Today: without Stretching. Day 3 of 14, block 2 of 4."
 */
export function fairTestDay(test: Plan, today: LocalDate): FairTestDay {
  const blocks = blocksOf(test);
  const name = test.treatment;
  const last = blocks.at(-1)?.to ?? test.from;
  if (test.endedOn !== null && test.endedOn < last && today > test.endedOn) {
    const sentence = `The fair test of ${name} was ended on ${dateWords(test.endedOn)}. The days until then count as they were drawn.`;
    return { state: "ended-early", sentence, blocks, today: null };
  }
  if (today < test.from) {
    const sentence = `The fair test of ${name} begins on ${dateWords(test.from)}, ${blocks[0]?.on ? "with" : "without"} it. Until then go on as before.`;
    return { state: "planned", sentence, blocks, today: null };
  }
  const place = blocks.findIndex((block) => today <= block.to);
  const block = blocks[place];
  if (block === undefined) {
    const sentence = `The fair test of ${name} ended on ${dateWords(last)}. Is it helping me? shows what it found.`;
    return { state: "over", sentence, blocks, today: null };
  }
  const day = daysBetween(block.from, today) + 1;
  const sentence = `Today: ${block.on ? "with" : "without"} ${name}. Day ${day} of ${test.blockDays}, block ${place + 1} of ${blocks.length}.`;
  return { state: "running", sentence, blocks, today: place };
}

/**
 * A page in parts: the answer first, then what takes longer. A screen shows each as it comes, and may stop between two of
 * them when the question has changed.
 */
import type { GroupMember } from "@unclench/response";
import { answerFrom } from "./answer.ts";
import { cyclesFrom } from "./cycles.ts";
import type { CyclesAnswer } from "./cycleTypes.ts";
import { type AllMeasures, everyMeasure } from "./gainAndPrice.ts";
import { type HangsOn, hangsOn } from "./hangsOn.ts";
import { type Prepared, prepared } from "./prepare.ts";
import type { Helping, HelpingInput } from "./types.ts";

/** One part of the page; `done` of `all` parts are there with it. */
export type HelpingPart = { readonly done: number; readonly all: number } & (
  | { readonly part: "answer"; readonly answer: Helping }
  | { readonly part: "measures"; readonly measures: AllMeasures }
  /** Nothing to show: only a place at which the work may end. */
  | { readonly part: "step" }
  | { readonly part: "cycles"; readonly cycles: readonly CyclesAnswer[] }
  | { readonly part: "hangs-on"; readonly hangsOn: HangsOn }
);

/** [AN-101] What a verdict was said of: each treatment on its own, and those that can only be judged together. */
function questionsOf({ assessment }: Prepared): (readonly GroupMember[])[] {
  const { verdicts, combined } = assessment;
  return [
    ...verdicts.flatMap(({ id, verdict }) =>
      verdict === "not-yet" || verdict === "inseparable" ? [] : [[{ id, weight: 1 as const }]],
    ),
    ...combined.flatMap(({ verdict, members }) => (verdict === "not-yet" ? [] : [members])),
  ];
}

/**
 * The parts of the page in the order in which they are shown.
 *
 * @example
 * for (const part of helpingInParts(input)) if (part.part === "answer") show(part.answer);
 */
export function* helpingInParts(input: HelpingInput): Generator<HelpingPart> {
  const start = prepared(input);
  if (!start.ok) {
    yield { part: "answer", answer: start, done: 1, all: 1 };
    return;
  }
  const questions = questionsOf(start.value);
  const injected = start.value.courses.some(({ course }) => course.kind === "wave");
  const all = 2 + Number(injected) + questions.length;
  let done = 1;
  yield { part: "answer", answer: { ok: true, value: answerFrom(input, start.value) }, done, all };
  const work = everyMeasure(input, start.value);
  let step = work.next();
  while (!step.done) {
    yield { part: "step", done, all };
    step = work.next();
  }
  done += 1;
  if (step.value === null) yield { part: "step", done, all };
  else yield { part: "measures", measures: step.value, done, all };
  if (injected) {
    done += 1;
    yield { part: "cycles", cycles: cyclesFrom(input.measure, start.value), done, all };
  }
  for (const members of questions) {
    done += 1;
    yield { part: "hangs-on", hangsOn: hangsOn(start.value.assessment, members), done, all };
  }
}

/** Every check of the page at once, for the command line. */
export const hangsOnOf = (input: HelpingInput): HangsOn[] =>
  [...helpingInParts(input)].flatMap((part) => (part.part === "hangs-on" ? [part.hangsOn] : []));

/** [AN-110] The injection cycles of the diary, for the command line; none where nothing can be read. */
export function cyclesOf(input: HelpingInput): CyclesAnswer[] {
  const start = prepared(input);
  return start.ok ? cyclesFrom(input.measure, start.value) : [];
}

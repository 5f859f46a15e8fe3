/**
 * "Is it helping me?": the person's diary and treatments in; per treatment a verdict with its size, its probability, its
 * picture and its limits out. The screen draws this object and the CLI prints it.
 */
import { answerFrom } from "./answer.ts";
import { prepared } from "./prepare.ts";
import type { Helping, HelpingInput } from "./types.ts";

export { type Measure, measures, type TreatmentKind } from "@unclench/record";
export type { TreatmentEntry } from "./courses.ts";
export type { SessionDone } from "./routineCourses.ts";
export type { Check, HangsOn } from "./hangsOn.ts";
export type { AllMeasures, ChangeLine, GainAndPrice, Looked, Sureness } from "./gainAndPrice.ts";
export { allMeasures } from "./gainAndPrice.ts";
export { type HelpingPart, cyclesOf, helpingInParts, hangsOnOf } from "./parts.ts";
export type * from "./cycleTypes.ts";
export type * from "./types.ts";
export type { About } from "./trialsBelief.ts";
export { measureWords } from "./measureWords.ts";

/**
 * The answer as of the last weekly look of the diary. It depends on the diary alone and not on today's date, so the
 * screen and the command line say the same of the same diary.
 */
export function isItHelping(input: HelpingInput): Helping {
  const start = prepared(input);
  return start.ok ? { ok: true, value: answerFrom(input, start.value) } : start;
}

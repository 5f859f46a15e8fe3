/** What to avoid, as far as it can be read without the person: signs, triggers, stopping, side effects, wrong stretching. */
import * as v from "valibot";
import intendedUseFile from "../data/intendedUse.json" with { type: "json" };
import redFlagWordsFile from "../data/redFlagWords.json" with { type: "json" };
import sideEffectsFile from "../data/sideEffects.json" with { type: "json" };
import stretchingFile from "../data/stretchingMistakes.json" with { type: "json" };
import triggersFile from "../data/triggers.json" with { type: "json" };
import triggerWordsFile from "../data/triggerWords.json" with { type: "json" };
import {
  type IntendedUse,
  intendedUseSchema,
  type RedFlagWords,
  redFlagWordsSchema,
  type SideEffects,
  sideEffectsSchema,
  type Stretching,
  stretchingSchema,
  type Trigger,
  type TriggerWords,
  triggerSchema,
  triggerWordsSchema,
} from "./avoidSchema.ts";

export type {
  Frequency,
  IntendedUse,
  RedFlagWords,
  SideEffects,
  SideEffectTable,
  Stopping,
  Stretching,
  Trigger,
  TriggerWords,
} from "./avoidSchema.ts";

export { stopping } from "./stoppingFacts.ts";

/** In the order in which they stand on the page and on the card. */
export const redFlagWords: readonly RedFlagWords[] = v.parse(v.array(redFlagWordsSchema), redFlagWordsFile);
export const triggers: readonly Trigger[] = v.parse(v.array(triggerSchema), triggersFile);
/** In the order in which they are asked: what is dangerous first. */
export const triggerWords: readonly TriggerWords[] = v.parse(v.array(triggerWordsSchema), triggerWordsFile);
export const sideEffects: readonly SideEffects[] = v.parse(v.array(sideEffectsSchema), sideEffectsFile);
export const stretching: Stretching = v.parse(stretchingSchema, stretchingFile);
export const intendedUse: IntendedUse = v.parse(intendedUseSchema, intendedUseFile);

/** The shapes of what finding a routine needs: places where it is stiff, and what is known to help little or nothing. */
import * as v from "valibot";
import { routineKinds } from "./routineSchema.ts";
import { text } from "./sharedSchema.ts";

const texts = v.array(text);

const placeSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z][a-z-]+$/)),
  name: text,
  /** as it stands in a sentence: "the calf and foot" */
  inWords: text,
  /** everyday words by which it is found */
  words: v.pipe(texts, v.minLength(1)),
  /** targets of routines that are for this place */
  targets: v.pipe(texts, v.minLength(1)),
  /** patterns of routines that are for what is seen at this place */
  patterns: v.pipe(texts, v.minLength(1)),
});
export type ReliefPlace = v.InferOutput<typeof placeSchema>;

export const reliefPlacesSchema = v.strictObject({
  /** from the feet up, as they are listed */
  places: v.array(placeSchema),
  /** what fits any place, behind all that is for the place itself */
  fillUp: v.strictObject({ targets: texts, kinds: v.array(v.picklist(routineKinds)) }),
});
export type ReliefPlaces = v.InferOutput<typeof reliefPlacesSchema>;

const honestSchema = v.strictObject({
  id: text,
  /** ids of the conditions in which it was tested; null: several, or any */
  conditions: v.nullable(texts),
  title: text,
  text,
  /** ids of `routineEvidence.json` */
  findings: v.pipe(texts, v.minLength(1)),
});
export type ReliefHonest = v.InferOutput<typeof honestSchema>;

export const reliefHonestSchema = v.strictObject({
  doesNotHelp: v.array(honestSchema),
  mayHelp: v.array(honestSchema),
});

/** The shape of the practical facts and of the known gaps. `null` is "not found", never a guess. */
import * as v from "valibot";
import { text } from "./sharedSchema.ts";

const practicalFact = v.nullable(
  v.strictObject({
    /** One or two plain sentences of our own. */
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(250)),
    sources: v.pipe(v.array(text), v.minLength(1)),
  }),
);

/** What living with a treatment is like, beyond its figures. `null`: not found in what was read. */
export const practicalFactsSchema = v.strictObject({
  treatment: text,
  howItWorks: practicalFact,
  howTaken: practicalFact,
  howSoon: practicalFact,
  watch: practicalFact,
  stopping: practicalFact,
  visits: practicalFact,
  driving: practicalFact,
  cost: practicalFact,
  whoNot: practicalFact,
});
export type PracticalFacts = v.InferOutput<typeof practicalFactsSchema>;
export type PracticalQuestion = Exclude<keyof PracticalFacts, "treatment">;

/** What was looked for and not found, in words for a reader; `null` for conditions or patterns: it concerns all. */
export const knownGapSchema = v.strictObject({
  id: text,
  treatments: v.pipe(v.array(text), v.minLength(1)),
  conditions: v.nullable(v.pipe(v.array(text), v.minLength(1))),
  patterns: v.nullable(v.pipe(v.array(text), v.minLength(1))),
  words: text,
  source: v.nullable(text),
  /** A registry number or the like, where one is known. */
  reference: v.nullable(text),
});
export type KnownGap = v.InferOutput<typeof knownGapSchema>;

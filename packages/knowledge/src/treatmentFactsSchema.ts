/** The shape of what else was read about a treatment, beyond its trials, its practice and its side effects. */
import * as v from "valibot";
import { pointedAt } from "./avoidSchema.ts";

const text = v.pipe(v.string(), v.minLength(1));
const sentence = v.pipe(text, v.endsWith("."));
const ids = v.array(text);

/** One finding in our own words, at most as sure as what it was made of. */
const treatmentFactSchema = v.strictObject({
  id: v.pipe(text, v.startsWith("tf-")),
  /** the collected fact, or the trial, that it was made of */
  collected: text,
  text: sentence,
  /** every number of the text as it was read; 100 people as a measure is not one of them */
  figures: v.array(v.number()),
  certainty: v.picklist(["high", "moderate", "low", "very-low", "expert"]),
  sources: v.pipe(v.array(pointedAt), v.minLength(1)),
});
export type TreatmentFact = v.InferOutput<typeof treatmentFactSchema>;

/** In which part of its page a fact stands. Ids of own facts, of findings on routines or of facts of the question bank. */
const treatmentFactListSchema = v.strictObject({
  treatment: text,
  what: ids,
  forWhom: ids,
  found: ids,
  taken: ids,
  effort: ids,
  ifNot: ids,
});
export type TreatmentFactList = v.InferOutput<typeof treatmentFactListSchema>;
export type TreatmentFactPart = Exclude<keyof TreatmentFactList, "treatment">;

export const treatmentFactParts = ["what", "forWhom", "found", "taken", "effort", "ifNot"] as const;

export const treatmentFactsSchema = v.strictObject({
  facts: v.array(treatmentFactSchema),
  treatments: v.array(treatmentFactListSchema),
});
export type TreatmentFacts = v.InferOutput<typeof treatmentFactsSchema>;

/** The shape of what else was read about a treatment, beyond its trials, its practice and its side effects. */
import * as v from "valibot";
import { text, wordedFactSchema } from "./sharedSchema.ts";

const ids = v.array(text);

const treatmentFactSchema = v.strictObject({
  ...wordedFactSchema.entries,
  id: v.pipe(text, v.startsWith("tf-")),
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

/** The shape of the bank of questions for a visit: what to ask, why, and what the reason rests on. */
import * as v from "valibot";
import { certainty, sentence, someSources, text } from "./sharedSchema.ts";

const asked = v.pipe(text, v.endsWith("?"));

const situationSchema = v.strictObject({ id: text, name: text });

/** One finding behind a reason, in our own words, as sure as its source. */
const questionFactSchema = v.strictObject({
  id: text,
  text: sentence,
  certainty,
  sources: someSources,
});
export type QuestionFact = v.InferOutput<typeof questionFactSchema>;

const bankQuestionSchema = v.strictObject({
  id: text,
  text: asked,
  /** the same from someone who cares for the person ("they"); null: it needs no other words */
  carer: v.nullable(asked),
  /** ids of the catalogue, or "any" */
  treatments: v.pipe(v.array(text), v.minLength(1)),
  situations: v.pipe(v.array(text), v.minLength(1)),
  why: sentence,
  /** what the reason rests on; none: it is our own word, without a figure */
  facts: v.array(text),
  forWhom: v.picklist(["patient", "carer", "both"]),
  /** 1 stands first */
  priority: v.picklist([1, 2]),
});
export type BankQuestion = v.InferOutput<typeof bankQuestionSchema>;

export const questionsSchema = v.strictObject({
  situations: v.array(situationSchema),
  facts: v.array(questionFactSchema),
  questions: v.array(bankQuestionSchema),
});
export type Questions = v.InferOutput<typeof questionsSchema>;

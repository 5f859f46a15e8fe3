/** The shape of what there is to learn: facts in our own plain words, the signs told apart, and the pages made of them. */
import * as v from "valibot";
import { pageHistory, sentence, text, wordedFactSchema } from "./sharedSchema.ts";

export type LearnFact = v.InferOutput<typeof wordedFactSchema>;

/** One sign of the table that tells them apart, worded from its facts. */
const signSchema = v.strictObject({
  id: text,
  name: text,
  facts: v.pipe(v.array(text), v.minLength(1)),
  /** what it is like */
  like: sentence,
  /** what tells it apart */
  apart: sentence,
});
export type Sign = v.InferOutput<typeof signSchema>;

const sectionSchema = v.strictObject({
  id: text,
  heading: text,
  facts: v.array(text),
  /** what was not read, in our words, without a figure; null: nothing is missing that people ask for */
  missing: v.nullable(sentence),
  /** a remark of ours on the facts, without a figure */
  note: v.nullable(sentence),
});

const learnPageSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z-]+$/)),
  title: text,
  lead: sentence,
  /** other words by which people look for it */
  words: text,
  /** ids of the catalogue; none: it is about all of them */
  conditions: v.array(text),
  sections: v.pipe(v.array(sectionSchema), v.minLength(1)),
  /** ids of routines that fit */
  routines: v.array(text),
  ...pageHistory,
  /** the ways into the tools */
  next: v.pipe(v.array(v.strictObject({ to: v.pipe(text, v.startsWith("/")), text })), v.minLength(1)),
});
export type LearnPageFacts = v.InferOutput<typeof learnPageSchema>;

export const learnSchema = v.strictObject({
  facts: v.array(wordedFactSchema),
  signs: v.array(signSchema),
  pages: v.array(learnPageSchema),
});
export type Learn = v.InferOutput<typeof learnSchema>;

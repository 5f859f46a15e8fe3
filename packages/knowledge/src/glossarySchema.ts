/** The shape of the glossary: words that pages use, each explained once. */
import * as v from "valibot";
import { pointedAt, text } from "./sharedSchema.ts";

/** One term in plain words. */
export const glossaryTermSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/)),
  /** as it stands in the list */
  term: text,
  /** what it means; read in a small window over the page, so it is short */
  plain: v.pipe(text, v.endsWith("."), v.maxLength(240)),
  /** forms that a text has to explain where it first uses one; none for an everyday word */
  words: v.array(text),
  /** what a claim about the world rests on; none where it only says how a word is used here */
  sources: v.array(pointedAt),
});
export type GlossaryTerm = v.InferOutput<typeof glossaryTermSchema>;

export const glossarySchema = v.array(glossaryTermSchema);

/** For each source the numbers that were read in it, in one line with blanks between them. */
export const figuresReadSchema = v.record(text, v.pipe(v.string(), v.regex(/^(\d+(\.\d+)?(e-\d+)?( |$))*$/)));

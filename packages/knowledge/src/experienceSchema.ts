/** The shape of what people report in published surveys and interviews: answers of people, never effects. */
import * as v from "valibot";
import { sentence, someSources, text } from "./sharedSchema.ts";

const groupSchema = v.strictObject({
  id: text,
  /** what people ask, as a heading */
  name: text,
  /** other words by which it is looked for */
  also: text,
  subjects: v.pipe(v.array(text), v.minLength(1)),
});

/** One finding: our words (`claim`, `who`, `how`, `careful`, `paid`) beside what was collected. */
export const experienceSchema = v.strictObject({
  id: text,
  subject: text,
  /** an id of the catalogue; "cp": cerebral palsy of any age; "mixed": several together */
  condition: text,
  claim: sentence,
  /** the figures as collected; shares end in `_pct` or are called `pct`, of 100 */
  value: v.record(v.string(), v.union([v.number(), v.string(), v.array(v.number()), v.array(v.string())])),
  who: text,
  population: text,
  /** how many people; null: not known */
  n: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  how: text,
  design: text,
  funding: v.picklist(["public", "industry", "unknown"]),
  /** who paid, where it was a company or may have been */
  paid: v.nullable(sentence),
  careful: v.nullable(sentence),
  caution: v.nullable(text),
  certainty: v.picklist(["high", "moderate", "low", "very-low"]),
  treatments: v.array(text),
  /** shares that are drawn as 100 people */
  shares: v.array(v.strictObject({ key: text, words: text })),
  sources: someSources,
});
export type Experience = v.InferOutput<typeof experienceSchema>;

export const experiencesSchema = v.strictObject({
  groups: v.array(groupSchema),
  findings: v.array(experienceSchema),
});
export type Experiences = v.InferOutput<typeof experiencesSchema>;

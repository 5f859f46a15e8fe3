/** What the shapes of several files have in common. */
import * as v from "valibot";

export const text = v.pipe(v.string(), v.minLength(1));
export const sentence = v.pipe(text, v.endsWith("."));

/** How sure a finding is; "expert": what experts say, not tested. */
export const certainty = v.picklist(["high", "moderate", "low", "very-low", "expert"]);

/** A source, and where in it; null: all of it. */
export const pointedAt = v.strictObject({ id: text, where: v.nullable(text) });
export const someSources = v.pipe(v.array(pointedAt), v.minLength(1));

/** One finding in our own words, at most as sure as what it was made of. */
export const wordedFactSchema = v.strictObject({
  id: text,
  /** the collected fact, or the trial, that it was made of */
  collected: text,
  text: sentence,
  /** every number of the text as it was read, before rounding; 100 people as a measure is not one of them */
  figures: v.array(v.number()),
  certainty,
  sources: someSources,
});

/** When a page was checked, and what became of it. */
export const pageHistory = {
  /** the day on which all of it was last held against its sources */
  checked: v.pipe(text, v.isoDate()),
  /** newest first */
  changes: v.pipe(v.array(v.strictObject({ on: v.pipe(text, v.isoDate()), what: text })), v.minLength(1)),
};

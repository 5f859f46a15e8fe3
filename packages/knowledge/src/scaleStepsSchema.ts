/** The shape of the scales that are shown step by step: each grade in our words, and what its drawing shows. */
import * as v from "valibot";
import { pageHistory, sentence, someSources, text } from "./sharedSchema.ts";

/** A share of the way from bent to straight. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What a drawing shows: ours, an example of the grade and no measurement. */
const drawnSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("stretch"),
    /** where on the way the limb resists, and how much */
    resists: v.array(v.strictObject({ from: share, to: share, how: v.picklist(["light", "more", "hard"]) })),
    /** where it catches; null: it does not */
    catches: v.nullable(share),
    /** how far it goes */
    reaches: share,
  }),
  v.strictObject({
    kind: v.literal("angles"),
    slow: share,
    fast: share,
    shown: v.picklist(["slow", "fast", "gap"]),
  }),
  v.strictObject({
    kind: v.literal("hours"),
    /** spasms in an hour of the example */
    anHour: v.pipe(v.number(), v.minValue(0)),
    /** each is set off by something */
    touched: v.boolean(),
  }),
]);
export type ScaleDrawn = v.InferOutput<typeof drawnSchema>;

const scaleSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z-]+$/)),
  name: text,
  /** who does what */
  who: sentence,
  /** the collected fact on its grades */
  collected: text,
  /** none: the steps are computed from what was collected on change */
  steps: v.array(v.strictObject({ label: text, words: sentence, drawn: drawnSchema })),
  /** where the grades stand */
  sources: someSources,
  /** findings that stand on no other page, with every number as it was read */
  more: v.array(
    v.strictObject({
      text: sentence,
      certainty: v.picklist(["high", "moderate", "low", "very-low"]),
      figures: v.array(v.number()),
      sources: someSources,
    }),
  ),
  /** facts to learn from: what the scale cannot say */
  cannot: v.pipe(v.array(text), v.minLength(1)),
  /** facts to learn from: the smallest change that matters */
  change: v.array(text),
  /** null: what is asked for was found */
  missing: v.nullable(sentence),
});
export type ScaleSteps = v.InferOutput<typeof scaleSchema>;

export const scaleStepsSchema = v.strictObject({
  ...pageHistory,
  scales: v.pipe(v.array(scaleSchema), v.minLength(1)),
});

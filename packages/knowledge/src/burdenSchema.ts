/** The shape of what a treatment asks of a person beyond its effects, sorted into a few steps. */
import * as v from "valibot";
import { text } from "./sharedSchema.ts";

const step = <const Levels extends readonly [string, ...string[]]>(levels: Levels) =>
  v.strictObject({
    level: v.picklist(levels),
    /** Why it stands on this step, in a sentence. */
    why: text,
    /** What the sentence rests on; empty: our own reading of what the treatment is. */
    sources: v.array(text),
  });

/** From the least to the most. `none`: no more visits than now. `many`: sessions week by week or closer. */
export const visitLevels = ["none", "few", "some", "many"] as const;

/** The sorting is ours, whatever the source of the sentence: nobody of the profession has checked it yet. */
export const burdenSchema = v.strictObject({
  treatment: text,
  needles: step(["none", "injection", "operation"]),
  /** `null`: not found in what was read. */
  visits: v.nullable(step(visitLevels)),
});
export type Burden = v.InferOutput<typeof burdenSchema>;

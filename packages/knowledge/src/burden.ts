/** What each treatment asks of a person: needles or operations, and visits. Sorted by us, not checked yet. */
import * as v from "valibot";
import burdenFile from "../data/burden.json" with { type: "json" };
import { type Burden, burdenSchema } from "./burdenSchema.ts";

export { visitLevels } from "./burdenSchema.ts";
export type { Burden } from "./burdenSchema.ts";

export const burdens: readonly Burden[] = v.parse(v.array(burdenSchema), burdenFile);

export const burdenOf: ReadonlyMap<string, Burden> = new Map(
  burdens.map((burden) => [burden.treatment, burden]),
);

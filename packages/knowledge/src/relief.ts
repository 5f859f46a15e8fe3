/** Where it is stiff, in everyday words, and what routines cannot do. */
import * as v from "valibot";
import honestFile from "../data/reliefHonest.json" with { type: "json" };
import placesFile from "../data/reliefPlaces.json" with { type: "json" };
import {
  type ReliefHonest,
  type ReliefPlace,
  type ReliefPlaces,
  reliefHonestSchema,
  reliefPlacesSchema,
} from "./reliefSchema.ts";

export type { ReliefHonest, ReliefPlace } from "./reliefSchema.ts";

const parsed = v.parse(reliefPlacesSchema, placesFile);
export const reliefPlaces: readonly ReliefPlace[] = parsed.places;
/** What fits any place, behind all that is for the place itself. */
export const fillUp: ReliefPlaces["fillUp"] = parsed.fillUp;

const honest = v.parse(reliefHonestSchema, honestFile);
/** What was tested and did not help, or not enough to matter. */
export const doesNotHelp: readonly ReliefHonest[] = honest.doesNotHelp;
export const mayHelp: readonly ReliefHonest[] = honest.mayHelp;

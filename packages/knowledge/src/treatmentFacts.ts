/** What else was read about each treatment: for whom, what was found outside the pooled figures, and what then. */
import * as v from "valibot";
import file from "../data/treatmentFacts.json" with { type: "json" };
import { type TreatmentFact, type TreatmentFactList, treatmentFactsSchema } from "./treatmentFactsSchema.ts";

export type { TreatmentFact, TreatmentFactList, TreatmentFactPart } from "./treatmentFactsSchema.ts";
export { treatmentFactParts } from "./treatmentFactsSchema.ts";

const parsed = v.parse(treatmentFactsSchema, file);

export const treatmentFactById: ReadonlyMap<string, TreatmentFact> = new Map(
  parsed.facts.map((fact) => [fact.id, fact]),
);
export const treatmentFactsOf: ReadonlyMap<string, TreatmentFactList> = new Map(
  parsed.treatments.map((list) => [list.treatment, list]),
);

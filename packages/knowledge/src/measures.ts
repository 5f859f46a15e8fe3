/** What was collected on the measures of spasticity, fact by fact. */
import * as v from "valibot";
import file from "../data/measures.json" with { type: "json" };
import { type Fact, factSchema } from "./schema.ts";

export const measureFacts: ReadonlyMap<string, Fact> = new Map(
  v.parse(v.array(factSchema), file).map((fact) => [fact.id, fact]),
);

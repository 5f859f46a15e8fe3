/** What spasticity is, by sign, night, scale and condition: facts with their sources, and the pages made of them. */
import * as v from "valibot";
import learnFile from "../data/learn.json" with { type: "json" };
import { type LearnFact, type LearnPageFacts, learnSchema, type Sign } from "./learnSchema.ts";

export type { LearnFact, LearnPageFacts, Sign } from "./learnSchema.ts";

const file = v.parse(learnSchema, learnFile);

export const learnFactById: ReadonlyMap<string, LearnFact> = new Map(
  file.facts.map((fact) => [fact.id, fact]),
);
/** In the order of the table. */
export const signsToldApart: readonly Sign[] = file.signs;
/** In the order in which they are offered. */
export const learnPageFacts: readonly LearnPageFacts[] = file.pages;

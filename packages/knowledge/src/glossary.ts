/** The words that pages use, each explained once in plain words. */
import * as v from "valibot";
import file from "../data/glossary.json" with { type: "json" };
import { glossarySchema, type GlossaryTerm } from "./glossarySchema.ts";

export type { GlossaryTerm } from "./glossarySchema.ts";

export const glossary: readonly GlossaryTerm[] = v.parse(glossarySchema, file);
export const glossaryTermById: ReadonlyMap<string, GlossaryTerm> = new Map(
  glossary.map((term) => [term.id, term]),
);

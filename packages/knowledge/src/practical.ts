/** What living with a treatment is like, and what was looked for and not found. Screens get both from `answers`. */
import * as v from "valibot";
import knownGapsFile from "../data/knownGaps.json" with { type: "json" };
import practicalFactsFile from "../data/practicalFacts.json" with { type: "json" };
import {
  type KnownGap,
  knownGapSchema,
  type PracticalFacts,
  practicalFactsSchema,
} from "./practicalSchema.ts";

export type { KnownGap, PracticalFacts, PracticalQuestion } from "./practicalSchema.ts";

export const practicalFacts: readonly PracticalFacts[] = v.parse(
  v.array(practicalFactsSchema),
  practicalFactsFile,
);

export const practicalFactsOf: ReadonlyMap<string, PracticalFacts> = new Map(
  practicalFacts.map((facts) => [facts.treatment, facts]),
);

export const knownGaps: readonly KnownGap[] = v.parse(v.array(knownGapSchema), knownGapsFile);

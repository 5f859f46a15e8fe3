/** The glossary: every word that pages explain, with what the explanation rests on. */
import { glossary, glossaryTermById } from "@unclench/knowledge/glossary";
import { sourceLines } from "./avoid/sourceLines.ts";
import type { SourceLine } from "./sources.ts";

/** A word of the glossary with what it rests on. */
export type ExplainedTerm = {
  readonly id: string;
  readonly term: string;
  readonly plain: string;
  readonly sources: readonly SourceLine[];
};

/** One term; one that is not there is a fault of the content, which the build names. */
export function explainedTerm(id: string): ExplainedTerm {
  const found = glossaryTermById.get(id);
  if (found === undefined) throw new Error(`no glossary term ${id}`);
  const { term, plain, sources } = found;
  return { id, term, plain, sources: sourceLines(sources) };
}

/** [AN-428] All terms in the order of the alphabet. */
export const explainedTerms = (): readonly ExplainedTerm[] =>
  glossary
    .map(({ id }) => explainedTerm(id))
    .sort((left, right) => left.term.localeCompare(right.term, "en", { sensitivity: "base" }));

/** Facts about a treatment as lines of its page, wherever they were collected. */
import { questionFactById } from "@unclench/knowledge/questions";
import { practicalFactsOf, type PracticalQuestion } from "@unclench/knowledge/practical";
import {
  treatmentFactById,
  type TreatmentFactPart,
  treatmentFactsOf,
} from "@unclench/knowledge/treatment-facts";
import { sourceLines } from "../avoid/sourceLines.ts";
import { sureWords } from "../avoid/sureWords.ts";
import { findingLine } from "../relief/page.ts";
import { sourceLine } from "../sources.ts";
import type { Cite } from "./figures.ts";
import type { Line } from "./types.ts";

/** One fact by its id: of a treatment, of the question bank or a finding on routines. */
export function factLine(id: string, cite: Cite): Line {
  const own = treatmentFactById.get(id) ?? questionFactById.get(id);
  if (own !== undefined)
    return { text: own.text, sure: sureWords(own.certainty), sources: cite(sourceLines(own.sources)) };
  const { claim, certainty, sources } = findingLine(id);
  return { text: claim, sure: certainty, sources: cite(sources) };
}

/** [AN-453] The facts of one part, as sure as they are. */
export const factLines = (treatment: string, part: TreatmentFactPart, cite: Cite): Line[] =>
  (treatmentFactsOf.get(treatment)?.[part] ?? []).map((id) => factLine(id, cite));

/** One practical question, in the words of the view side by side; none where nothing was found. */
export function practicalLine(treatment: string, question: PracticalQuestion, cite: Cite): Line[] {
  const fact = practicalFactsOf.get(treatment)?.[question] ?? null;
  if (fact === null) return [];
  return [{ text: fact.text, sure: null, sources: cite(fact.sources.map((id) => sourceLine(id, null))) }];
}

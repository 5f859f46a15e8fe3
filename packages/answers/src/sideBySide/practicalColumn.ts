/** The practical facts of one treatment as a column or a sheet tells them. */
import { practicalFactsOf } from "@unclench/knowledge/practical";
import { type SourceLine, sourceLine } from "../sources.ts";
import { questionsAfter, questionsBefore } from "./questions.ts";
import type { Column, Told } from "./types.ts";

/** Every question with its sentence, or null; `places` gives the sources their places in a list. */
export function practicalColumn(
  treatment: string,
  places: (lines: readonly SourceLine[]) => number[],
): Column["facts"] {
  const known = practicalFactsOf.get(treatment);
  const told = [...questionsBefore, ...questionsAfter].map(([question]): [string, Told | null] => {
    const fact = known?.[question] ?? null;
    if (fact === null) return [question, null];
    return [question, { text: fact.text, sources: places(fact.sources.map((id) => sourceLine(id, null))) }];
  });
  return Object.fromEntries(told) as Column["facts"];
}

import { learnFactById } from "@unclench/knowledge/learn";
import { sourceLines } from "../avoid/sourceLines.ts";
import { sureWords } from "../avoid/sureWords.ts";
import type { LearnFactLine } from "./index.ts";

/** One finding by its id, as it stands in the knowledge. */
export function factLine(id: string): LearnFactLine {
  const fact = learnFactById.get(id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return { id, text: fact.text, sure: sureWords(fact.certainty), sources: sourceLines(fact.sources) };
}

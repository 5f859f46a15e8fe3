/** The bank's questions in words, and what stands behind their reasons. */
import { bankQuestionById, questionFactById } from "@unclench/knowledge/questions";
import type { Settings } from "@unclench/record";
import { sourceLines } from "../avoid/sourceLines.ts";
import { sureWords } from "../avoid/sureWords.ts";
import type { FactLine } from "./types.ts";

/** [AN-266] The bank's words for the person, or for someone who cares for them. */
export function bankText(id: string, role: Settings["role"]): string {
  const found = bankQuestionById.get(id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return role === "caring" ? (found.carer ?? found.text) : found.text;
}

export const factLines = (id: string): FactLine[] =>
  (bankQuestionById.get(id)?.facts ?? []).flatMap((factId) => {
    const fact = questionFactById.get(factId);
    return fact === undefined
      ? []
      : [
          {
            id: fact.id,
            text: fact.text,
            sureness: sureWords(fact.certainty),
            sources: sourceLines(fact.sources),
          },
        ];
  });

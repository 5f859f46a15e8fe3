/** The bank of questions to choose from, for a page that anyone can read. */
import { treatments } from "@unclench/knowledge";
import { bankQuestions, questionSituations } from "@unclench/knowledge/questions";
import { bankText, factLines } from "./bankWords.ts";
import type { FactLine } from "./types.ts";

export type BankEntry = {
  readonly id: string;
  readonly text: string;
  /** the same for someone who cares for the person */
  readonly carer: string;
  readonly why: string;
  /** names of the treatments it is for; empty: for any */
  readonly treatments: readonly string[];
  readonly facts: readonly FactLine[];
};
export type BankGroup = {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly BankEntry[];
};

const names = new Map(treatments.map(({ id, name }) => [id, name]));

/** [AN-268] Every question once, under the first of its situations, what is most asked first. */
export function questionBank(): BankGroup[] {
  const groups = questionSituations.map(({ id, name }) => ({
    id,
    name,
    questions: bankQuestions
      .filter(({ situations }) => situations[0] === id)
      .sort((a, b) => a.priority - b.priority)
      .map((question) => ({
        id: question.id,
        text: bankText(question.id, null),
        carer: bankText(question.id, "caring"),
        why: question.why,
        treatments: question.treatments.flatMap((treatment) => names.get(treatment) ?? []),
        facts: factLines(question.id),
      })),
  }));
  return groups.filter(({ questions }) => questions.length > 0);
}

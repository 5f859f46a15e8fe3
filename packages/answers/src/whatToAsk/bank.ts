/** The bank of questions to choose from, for a page that anyone can read. */
import { treatments } from "@unclench/knowledge";
import { bankQuestions, questionSituations } from "@unclench/knowledge/questions";
import type { Settings } from "@unclench/record";
import { bankText, factLines } from "./bankWords.ts";
import type { FactLine } from "./types.ts";

export type BankEntry = {
  readonly id: string;
  readonly text: string;
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

export { bankText } from "./bankWords.ts";

const names = new Map(treatments.map(({ id, name }) => [id, name]));

/** [AN-268] Every question once, under the first of its situations; those for carers stand first for someone who cares. */
export function questionBank(role: Settings["role"]): BankGroup[] {
  const groups = questionSituations.map(({ id, name }) => ({
    id,
    name,
    questions: bankQuestions
      .filter(({ situations }) => situations[0] === id)
      .sort((a, b) => a.priority - b.priority)
      .map((question) => ({
        id: question.id,
        text: bankText(question.id, role),
        why: question.why,
        treatments: question.treatments.flatMap((treatment) => names.get(treatment) ?? []),
        facts: factLines(question.id),
      })),
  }));
  const filled = groups.filter(({ questions }) => questions.length > 0);
  return role === "caring"
    ? [...filled.filter(({ id }) => id === "carer"), ...filled.filter(({ id }) => id !== "carer")]
    : filled;
}

/** The situations that a person may want to speak about. */
export const wishChoices: readonly { readonly id: string; readonly name: string }[] =
  questionSituations.filter(({ id }) => id !== "carer" && id !== "emergency");

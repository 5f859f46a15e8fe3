/** Questions for a visit, by treatment and situation, each with its reason and what that rests on. */
import * as v from "valibot";
import questionsFile from "../data/questions.json" with { type: "json" };
import { type BankQuestion, type QuestionFact, questionsSchema } from "./questionsSchema.ts";

export type { BankQuestion, QuestionFact } from "./questionsSchema.ts";

const file = v.parse(questionsSchema, questionsFile);

/** In the order in which they are offered. */
export const questionSituations: readonly { readonly id: string; readonly name: string }[] = file.situations;
export const bankQuestions: readonly BankQuestion[] = file.questions;
export const bankQuestionById: ReadonlyMap<string, BankQuestion> = new Map(
  bankQuestions.map((question) => [question.id, question]),
);
export const questionFactById: ReadonlyMap<string, QuestionFact> = new Map(
  file.facts.map((fact) => [fact.id, fact]),
);

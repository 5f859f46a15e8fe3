/** The practical questions in the order in which they are answered: before and after the figures. */
import type { PracticalQuestion } from "@unclench/knowledge/practical";

export type TitledQuestion = readonly [PracticalQuestion, string];

export const questionsBefore: readonly TitledQuestion[] = [
  ["howItWorks", "How it works"],
  ["howTaken", "How it is taken or done"],
  ["howSoon", "How soon"],
];

export const questionsAfter: readonly TitledQuestion[] = [
  ["watch", "What to watch for"],
  ["stopping", "Stopping"],
  ["visits", "Tests and visits"],
  ["driving", "Driving"],
  ["cost", "Cost"],
  ["whoNot", "Not for everyone"],
];

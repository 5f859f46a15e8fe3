/** What is written when questions are ordered, kept or taken away. Texts go through the table, which checks them. */
import { type Edit, type LocalDate, tableEdit, tableRowId, tables } from "@unclench/record";
import type { AskedQuestion } from "./types.ts";

/** The row of a question, or the one that it gets when it is kept. */
export const rowOf = ({ row, id, text }: AskedQuestion): string =>
  row ?? tableRowId(tables.question, { text, bank: id, place: null, takenAway: null, answer: null });

const whole = (question: AskedQuestion, set: object): Edit =>
  tableEdit(
    tables.question,
    rowOf(question),
    question.row === null ? { text: question.text, bank: question.id, ...set } : set,
  );

/** [AN-267] All questions in this order. What was only offered is kept from now on, since it has a place. */
export const ordered = (questions: readonly AskedQuestion[]): Edit[] =>
  questions.map((question, place) => whole(question, { place, takenAway: null }));

/** The question at `place` goes one up (-1) or down (1); nothing to write at either end. */
export function moved(questions: readonly AskedQuestion[], place: number, by: -1 | 1): Edit[] {
  const question = questions[place];
  const other = questions[place + by];
  if (question === undefined || other === undefined) return [];
  const order = [...questions];
  order[place] = other;
  order[place + by] = question;
  return ordered(order);
}

/** One's own is removed; what was offered is remembered as not wanted for a while. */
export const takenAway = (question: AskedQuestion, today: LocalDate): Edit[] =>
  question.origin === "own"
    ? [{ table: tables.question.name, id: rowOf(question), set: {}, deleted: true }]
    : [whole(question, { takenAway: today })];

export const broughtBack = (row: string): Edit[] => [tableEdit(tables.question, row, { takenAway: null })];

/** The visit is over: every question of the list is removed, what was taken away too. */
export const cleared = (rows: readonly { readonly id: string }[]): Edit[] =>
  rows.map(({ id }) => ({ table: tables.question.name, id, set: {}, deleted: true }));

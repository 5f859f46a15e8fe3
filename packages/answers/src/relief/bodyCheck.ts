/** What a person has answered about what speaks against routines: kept, and asked again when it is old. */
import { type Contraindication, contraindicationById, contraindications } from "@unclench/knowledge/routines";
import { daysBetween, type LocalDate } from "@unclench/record";

/** `yes` is also said by someone who is not sure. */
export type BodyAnswer = {
  /** id of a contraindication */
  readonly about: string;
  readonly answer: "yes" | "no";
  readonly on: LocalDate;
};

/** What holds now: `unknown` is never taken for "no". */
export type Standing = "yes" | "no" | "unknown";

export type BodyQuestion = {
  readonly id: string;
  readonly ask: string;
  /** what was answered when, if it was long ago */
  readonly before: { readonly answer: "yes" | "no"; readonly on: LocalDate } | null;
};

const latest = (answers: readonly BodyAnswer[], id: string): BodyAnswer | undefined =>
  answers
    .filter(({ about }) => about === id)
    .reduce<BodyAnswer | undefined>(
      (last, one) => (last === undefined || one.on >= last.on ? one : last),
      undefined,
    );

/**
 * [AN-303] Does it hold? The latest answer counts. A "yes" holds until it is changed; a "no" that is older than the days of
 * its contraindication is unknown again.
 */
export function standing(
  answers: readonly BodyAnswer[],
  contraindication: Pick<Contraindication, "id" | "askAgainDays">,
  today: LocalDate | null,
): Standing {
  const found = latest(answers, contraindication.id);
  if (found === undefined) return "unknown";
  if (found.answer === "yes" || today === null) return found.answer;
  const age = daysBetween(found.on, today);
  return age > contraindication.askAgainDays ? "unknown" : "no";
}

/** [AN-303] The questions with these ids, in the order of the file, with what was said long ago. */
export function questionsFor(ids: ReadonlySet<string>, answers: readonly BodyAnswer[]): BodyQuestion[] {
  return contraindications
    .filter(({ id }) => ids.has(id))
    .map(({ id, ask }) => {
      const before = latest(answers, id);
      return { id, ask, before: before === undefined ? null : { answer: before.answer, on: before.on } };
    });
}

/** All questions that can be asked, for whoever wants to answer or change them. */
export const allQuestions = (answers: readonly BodyAnswer[]): BodyQuestion[] =>
  questionsFor(new Set(contraindicationById.keys()), answers);

/**
 * Answers after one round of questions: what is ticked is "yes", all else that was asked is "no"; earlier ones are replaced.
 *
 * @example
 * answered([], ["dvt", "recent-surgery"], ["dvt"], "2026-11-26")
 * // [{ about: "dvt", answer: "yes", on: … }, { about: "recent-surgery", answer: "no", on: … }]
 */
export function answered(
  before: readonly BodyAnswer[],
  asked: readonly string[],
  ticked: readonly string[],
  on: LocalDate,
): BodyAnswer[] {
  return [
    ...before.filter(({ about }) => !asked.includes(about)),
    ...asked.map((about): BodyAnswer => ({ about, answer: ticked.includes(about) ? "yes" : "no", on })),
  ];
}

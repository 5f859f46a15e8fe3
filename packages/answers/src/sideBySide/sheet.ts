/** One treatment in practice: how it works, how it is taken, what to watch, stopping, for whom not. */
import { treatments } from "@unclench/knowledge";
import { createNumbering } from "./numbering.ts";
import { practicalColumn } from "./practicalColumn.ts";
import { questionsAfter, questionsBefore } from "./questions.ts";
import { createSourceList } from "./sourceList.ts";
import type { NumberedSource, Told } from "./types.ts";
import { notFoundSentence } from "./words.ts";

export type PracticalSheet = {
  readonly treatment: string;
  readonly name: string;
  readonly form: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly told: Told }[];
  /** The questions without an answer, in one sentence; null if all have one. */
  readonly notFound: string | null;
  readonly sources: readonly (NumberedSource & { readonly number: number })[];
};

export type PracticalSheetResult =
  | { readonly ok: true; readonly value: PracticalSheet }
  | { readonly ok: false; readonly error: { readonly type: "UnknownTreatment"; readonly sentence: string } };

/**
 * [AN-80] The practical facts of one treatment, by its id, with numbered sources.
 *
 * @example
 * const sheet = practicalSheet("tizanidine");
 * // sheet.ok && sheet.value.rows.find(({ id }) => id === "stopping")?.told.text
 */
export function practicalSheet(id: string): PracticalSheetResult {
  const treatment = treatments.find((one) => one.id === id);
  if (treatment === undefined) {
    const known = treatments.map((one) => one.id).join(", ");
    return {
      ok: false,
      error: { type: "UnknownTreatment", sentence: `There is no treatment "${id}". Known: ${known}.` },
    };
  }
  const { places, list } = createSourceList();
  const facts = practicalColumn(id, places);
  const numbering = createNumbering(list);
  const questions = [...questionsBefore, ...questionsAfter];
  return {
    ok: true,
    value: {
      treatment: treatment.id,
      name: treatment.name,
      form: treatment.form,
      rows: questions.flatMap(([question, title]) => {
        const told = facts[question];
        return told === null ? [] : [{ id: question, title, told: numbering.withNumbers(told) }];
      }),
      notFound: notFoundSentence(
        questions.filter(([question]) => facts[question] === null).map(([, title]) => title),
        "here",
      ),
      sources: numbering.list,
    },
  };
}

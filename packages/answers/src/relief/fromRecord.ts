/** What the person's own record says that finding a routine needs. */
import type { Injection, LocalDate, Medicine, TreatmentRow } from "@unclench/record";
import type { BodyAnswer } from "./bodyCheck.ts";
import type { FindInput } from "./find.ts";

/**
 * [AN-309] Condition, answers, medicines that are taken today (of the diary and of the list), and injections of either.
 *
 * @example
 * findRoutines({ ...chosen, ...fromRecord({ … }) })
 */
export function fromRecord(record: {
  readonly condition: string | null;
  readonly answers: readonly BodyAnswer[];
  readonly medicines: readonly Pick<Medicine, "text" | "status">[];
  readonly treatments: readonly Pick<TreatmentRow, "treatment" | "kind" | "start" | "stop">[];
  readonly injections: readonly Pick<Injection, "date" | "product">[];
  readonly today: LocalDate;
}): Required<Pick<FindInput, "condition" | "bodyCheck" | "now" | "medicines" | "injections">> {
  const { condition, answers, medicines, treatments, injections, today } = record;
  const given = treatments.filter(({ start }) => start <= today);
  return {
    condition,
    bodyCheck: answers,
    now: today,
    medicines: [
      ...given
        .filter(({ kind, stop }) => kind === "medicine" && (stop === null || stop >= today))
        .map(({ treatment }) => treatment),
      ...medicines.filter(({ status }) => status !== "stopping").map(({ text }) => text),
    ],
    injections: [
      ...injections.map(({ date, product }) => ({ date, product })),
      ...given
        .filter(({ kind }) => kind === "injection")
        .map(({ treatment, start }) => ({ date: start, product: treatment })),
    ],
  };
}

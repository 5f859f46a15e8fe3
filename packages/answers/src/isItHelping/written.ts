/** What stands in other tables of the record and belongs into this answer. */
import { type LocalDate, sameNameKey } from "@unclench/record";
import type { TreatmentEntry } from "./courses.ts";
import type { HelpingInput, Timeline } from "./types.ts";

/**
 * [AN-251] The treatments and the injections of their own table, as one list. An injection whose product and day stand in both
 * is one. Units are added up where all of them are known.
 *
 * @example
 * allTreatments({ treatments: [], injections: [{ date: "2026-01-20", product: "Dysport", muscles: [] }] })
 * // [{ treatment: "Dysport", kind: "injection", start: "2026-01-20", stop: null, dose: null, unit: null }]
 */
export function allTreatments({
  treatments,
  injections = [],
}: Pick<HelpingInput, "treatments" | "injections">): TreatmentEntry[] {
  const key = (name: string, date: LocalDate): string => `${sameNameKey(name)}|${date}`;
  const told = new Set(
    treatments
      .filter(({ kind }) => kind === "injection")
      .map(({ treatment, start }) => key(treatment, start)),
  );
  // Two rows of one day and product (one for each arm) are one injection of both.
  const byKey = new Map<string, { product: string; date: LocalDate; units: (number | null)[] }>();
  for (const { date, product, muscles } of injections) {
    const id = key(product, date);
    if (told.has(id)) continue;
    const same = byKey.get(id) ?? { product, date, units: [] };
    same.units.push(...(muscles.length === 0 ? [null] : muscles.map(({ units }) => units)));
    byKey.set(id, same);
  }
  return [
    ...treatments,
    ...[...byKey.values()].map(({ product, date, units }): TreatmentEntry => {
      const known = units.flatMap((one) => one ?? []);
      const whole = known.length === units.length;
      return {
        treatment: product,
        kind: "injection",
        start: date,
        stop: null,
        dose: whole ? known.reduce((sum, one) => sum + one, 0) : null,
        unit: whole ? "units" : null,
      };
    }),
  ];
}

/** [AN-252] Missed doses and triggers within the days that are drawn, in their order. */
export function marksOf(
  { missedDoses = [], triggers = [] }: Pick<HelpingInput, "missedDoses" | "triggers">,
  first: LocalDate,
  last: LocalDate,
): Timeline["marks"] {
  return [
    ...missedDoses.map(({ date, medicine }) => ({ date, kind: "missed-dose" as const, words: medicine })),
    ...triggers.map(({ date, trigger }) => ({ date, kind: "trigger" as const, words: trigger })),
  ]
    .filter(({ date }) => date >= first && date <= last)
    .sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
}

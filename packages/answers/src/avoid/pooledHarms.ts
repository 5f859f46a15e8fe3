/** The harms of a treatment that our own pools count, with the way to their page. */
import { conditions, patterns } from "@unclench/knowledge";
import type { Outcome } from "../whatWorks/index.ts";
import { whatWorks } from "../whatWorks/index.ts";

export type PooledHarm = {
  readonly condition: string;
  readonly pattern: string;
  /** "Multiple sclerosis, whole body" */
  readonly place: string;
  readonly label: string;
  readonly sentence: string;
  readonly rangeSentence: string;
  readonly certainty: Outcome["certainty"];
};

let byTreatment: Map<string, PooledHarm[]> | undefined;

/** All harms once: each where its people were measured, not again on the pages that borrow it. */
function allHarms(): Map<string, PooledHarm[]> {
  const found = new Map<string, PooledHarm[]>();
  for (const condition of conditions) {
    for (const pattern of patterns) {
      const compared = whatWorks(condition.id, pattern.id);
      if (!compared.ok) continue;
      for (const row of compared.value.rows) {
        for (const outcome of row.outcomes) {
          const { measuredIn, side } = outcome;
          if (side !== "harm") continue;
          if (measuredIn.condition !== condition.id || measuredIn.pattern !== pattern.id) continue;
          const { label, sentence, rangeSentence, certainty } = outcome;
          const place = `${condition.name}, ${pattern.name.toLowerCase()}`;
          found.set(row.treatment, [
            ...(found.get(row.treatment) ?? []),
            {
              condition: condition.id,
              pattern: pattern.id,
              place,
              label,
              sentence,
              rangeSentence,
              certainty,
            },
          ]);
        }
      }
    }
  }
  return found;
}

/** [AN-205] The same figures, in the same words, as on the page of the comparison. */
export function pooledHarmsOf(treatment: string): readonly PooledHarm[] {
  byTreatment ??= allHarms();
  return byTreatment.get(treatment) ?? [];
}

/** What must hold for the practical facts, the burden and the known gaps, across the data files: rules KN-10 to KN-12 and KN-16. */
import type { Burden } from "./burdenSchema.ts";
import type { KnownGap, PracticalFacts } from "./practicalSchema.ts";
import type { Source } from "./schema.ts";
import { isWeakSource } from "./weakSource.ts";

type Listed = readonly { readonly id: string }[];

/** One sentence for each fault. */
export function practicalFaults(data: {
  readonly practicalFacts: readonly PracticalFacts[];
  readonly burden: readonly Burden[];
  readonly knownGaps: readonly KnownGap[];
  readonly sources: readonly Source[];
  readonly treatments: Listed;
  readonly conditions: Listed;
  readonly patterns: Listed;
  readonly pool: { readonly missingKnown: Listed };
}): string[] {
  const found: string[] = [];
  const sourceById = new Map(data.sources.map((source) => [source.id, source]));
  const treatments = new Set(data.treatments.map(({ id }) => id));
  const described = new Set(data.practicalFacts.map(({ treatment }) => treatment));
  for (const id of treatments) {
    if (!described.has(id)) found.push(`practicalFacts.json: ${id}: missing`);
  }
  for (const { treatment, ...facts } of data.practicalFacts) {
    if (!treatments.has(treatment)) found.push(`practicalFacts.json: unknown id ${treatment}`);
    for (const [question, fact] of Object.entries(facts)) {
      if (fact === null) continue;
      const where = `practicalFacts.json: ${treatment}, ${question}`;
      const behind = fact.sources.map((id) => sourceById.get(id));
      fact.sources.forEach((id, place) => {
        if (behind[place] === undefined) found.push(`${where}: unknown id ${id}`);
      });
      if (behind.every((source) => source === undefined || isWeakSource(source))) {
        found.push(`${where}: only weak sources; it may lead to a question, not to a statement`);
      }
    }
  }
  const weighed = new Set(data.burden.map(({ treatment }) => treatment));
  for (const id of treatments) if (!weighed.has(id)) found.push(`burden.json: ${id}: missing`);
  for (const { treatment, needles, visits } of data.burden) {
    if (!treatments.has(treatment)) found.push(`burden.json: unknown id ${treatment}`);
    for (const id of [...needles.sources, ...(visits?.sources ?? [])])
      if (!sourceById.has(id)) found.push(`burden.json: ${treatment}: unknown id ${id}`);
  }
  const conditions = new Set(data.conditions.map(({ id }) => id));
  const patterns = new Set(data.patterns.map(({ id }) => id));
  for (const gap of data.knownGaps) {
    const ids: [Set<string>, readonly string[]][] = [
      [treatments, gap.treatments],
      [conditions, gap.conditions ?? []],
      [patterns, gap.patterns ?? []],
      [new Set(sourceById.keys()), gap.source === null ? [] : [gap.source]],
    ];
    for (const [known, used] of ids) {
      for (const id of used) if (!known.has(id)) found.push(`knownGaps.json: ${gap.id}: unknown id ${id}`);
    }
    if (gap.source === null && gap.reference === null) {
      found.push(`knownGaps.json: ${gap.id}: neither a source nor a number to look it up by`);
    }
  }
  const told = new Set(data.knownGaps.map(({ id }) => id));
  for (const { id } of data.pool.missingKnown) {
    if (!told.has(id)) found.push(`knownGaps.json: ${id} is missing: the pool knows that it lacks it`);
  }
  return found;
}

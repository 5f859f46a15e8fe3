/**
 * Which numbers were read in which source: every number of a collected fact, a trial or a hand-kept entry, under each
 * source that it names. Articles are held against this list: a figure that is typed into a sentence has to stand here.
 */
import { numbersIn } from "../src/ownWords.ts";

/** Numbers in these say where a work is found, or how much slower or faster we think it possible, not what it found. */
const NOT_FIGURES = new Set(["pmid", "doi", "url", "id", "registry", "rxcui", "atc", "timeScales"]);

const idsIn = (named: unknown): string[] => {
  if (typeof named === "string") return [named];
  if (Array.isArray(named)) return named.flatMap(idsIn);
  if (typeof named === "object" && named !== null && "id" in named && typeof named.id === "string")
    return [named.id];
  return [];
};

/**
 * Adds the numbers of one piece of collected data to `found`. A number belongs to the sources of the nearest entry
 * around it that names any (`source` or `sources`).
 *
 * @example
 * const found = new Map();
 * gatherFigures({ claim: "12 of 100 were sleepy", sources: [{ id: "label-us", where: "6.1" }] }, found);
 * found.get("label-us") // Set { 12, 100, 6.1 }
 */
export function gatherFigures(
  value: unknown,
  found: Map<string, Set<number>>,
  around: readonly string[] = [],
): void {
  const note = (numbers: readonly number[]): void => {
    for (const id of around) {
      const known = found.get(id) ?? new Set<number>();
      for (const number of numbers) known.add(Math.abs(number));
      found.set(id, known);
    }
  };
  if (typeof value === "number") note([value]);
  else if (typeof value === "string") note(numbersIn(value));
  else if (Array.isArray(value)) for (const inner of value) gatherFigures(inner, found, around);
  else if (typeof value === "object" && value !== null) {
    const entry = value as Record<string, unknown>;
    const own = [...idsIn(entry.source), ...idsIn(entry.sources)];
    for (const [key, inner] of Object.entries(entry))
      if (!NOT_FIGURES.has(key)) gatherFigures(inner, found, own.length > 0 ? own : around);
  }
}

/** As it is kept: for each source its numbers in order, in one line. */
export const figuresReadFile = (
  found: ReadonlyMap<string, ReadonlySet<number>>,
  keep: (id: string) => boolean,
): Record<string, string> =>
  Object.fromEntries(
    [...found]
      .filter(([id]) => keep(id))
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([id, numbers]) => [id, [...numbers].sort((left, right) => left - right).join(" ")]),
  );

/** Collects sources, each once. */
import type { SourceLine } from "../sources.ts";
import type { NumberedSource } from "./types.ts";
import { shortSource } from "./words.ts";

/** A growing list of sources; `places` gives where in it some of them stand. */
export function createSourceList(): {
  places: (lines: readonly SourceLine[]) => number[];
  list: NumberedSource[];
} {
  const list: NumberedSource[] = [];
  const placeById = new Map<string, number>();
  const placeOf = (line: SourceLine): number => {
    const known = placeById.get(line.id);
    if (known !== undefined) return known;
    const { id, title, authors, year, link, read, readWords } = line;
    list.push({ id, title, authors, year, link, short: shortSource(line), read, readWords });
    placeById.set(id, list.length - 1);
    return list.length - 1;
  };
  return { places: (lines) => [...new Set(lines.map(placeOf))], list };
}

/** Numbers for the sources of a table, in the order in which they are first met. */
import type { Cell, NumberedSource } from "./types.ts";

/** [AN-75] Sources get their numbers in the order in which they are first met, row by row. */
export function createNumbering(sources: readonly NumberedSource[]): {
  numbered: (cell: Cell) => Cell;
  withNumbers: <T extends { readonly sources: readonly number[] }>(one: T) => T;
  list: (NumberedSource & { readonly number: number })[];
} {
  const numberByPlace = new Map<number, number>();
  const list: (NumberedSource & { readonly number: number })[] = [];
  const numberOf = (place: number): number => {
    const known = numberByPlace.get(place);
    if (known !== undefined) return known;
    const source = sources[place];
    if (source === undefined) throw new Error(`no source at place ${place} of the board`);
    const number = list.length + 1;
    numberByPlace.set(place, number);
    list.push({ ...source, number });
    return number;
  };
  const withNumbers = <T extends { readonly sources: readonly number[] }>(one: T): T => ({
    ...one,
    sources: one.sources.map(numberOf).sort((left, right) => left - right),
  });
  return {
    withNumbers,
    numbered: (cell) => ({
      ...cell,
      words: cell.words.map(withNumbers),
      figures: cell.figures.map(withNumbers),
    }),
    list,
  };
}

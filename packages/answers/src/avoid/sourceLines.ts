import { isWeakSource } from "@unclench/knowledge/weak-source";
import { sourceById } from "@unclench/knowledge/sources";
import { type SourceLine, sourceLine } from "../sources.ts";

type Pointed = { readonly id: string; readonly where?: string | null | undefined };

/** The lines of these sources, each place once. */
export function sourceLines(pointed: readonly Pointed[]): SourceLine[] {
  const seen = new Set<string>();
  return pointed.flatMap(({ id, where = null }) => {
    const key = `${id} ${where}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [sourceLine(id, where)];
  });
}

/** True if none of them can carry a statement: read by a machine, a mirror, or of low trust. None at all is weak too. */
export const areWeak = (pointed: readonly Pointed[]): boolean =>
  pointed.every(({ id }) => {
    const source = sourceById.get(id);
    return source === undefined || isWeakSource(source);
  });

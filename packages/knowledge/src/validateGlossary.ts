/** What must hold for the glossary and for the list of figures that were read: rules KN-90 to KN-93. */
import type { GlossaryTerm } from "./glossarySchema.ts";
import { isPromiseOrCommand } from "./ownWords.ts";
import type { Source } from "./schema.ts";
import { isWeakSource } from "./weakSource.ts";

type Files = {
  readonly glossary: readonly GlossaryTerm[];
  readonly figuresRead: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
};

const FILE = "glossary.json";

/** One sentence for each fault. */
export function glossaryFaults({ glossary, figuresRead, sources }: Files): string[] {
  const found: string[] = [];
  const known = new Map(sources.map((source) => [source.id, source]));
  for (const id of Object.keys(figuresRead))
    if (!known.has(id)) found.push(`figuresRead.json: unknown source ${id}`);
  const wordOf = new Map<string, string>();
  for (const [place, { id, plain, words, sources: pointed }] of glossary.entries()) {
    if (glossary.findIndex((other) => other.id === id) !== place) found.push(`${FILE}: ${id} stands twice`);
    for (const word of words) {
      const owner = wordOf.get(word.toLowerCase());
      if (owner !== undefined)
        found.push(`${FILE}: the word “${word}” is explained by ${owner} and by ${id}`);
      wordOf.set(word.toLowerCase(), id);
    }
    for (const source of pointed)
      if (!known.has(source.id)) found.push(`${FILE}: ${id}: unknown source ${source.id}`);
    const behind = pointed.flatMap((source) => known.get(source.id) ?? []);
    if (behind.length > 0 && behind.every(isWeakSource))
      found.push(`${FILE}: ${id} rests on weak sources alone`);
    if (isPromiseOrCommand(plain)) found.push(`${FILE}: ${id}: a promise or a command: ${plain}`);
    for (const [number] of plain.matchAll(/\d+(?:\.\d+)?/g))
      if (!pointed.some((source) => (figuresRead[source.id] ?? "").split(" ").includes(number)))
        found.push(`${FILE}: ${id}: ${number} was not read in its sources`);
  }
  return found;
}

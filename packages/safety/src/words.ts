/**
 * Everyday words for conditions, circumstances and signs → ids of the vocabulary. What is not understood is given back
 * as written, never dropped.
 */
import { type VocabularyEntry, type VocabularyKind, vocabulary } from "@unclench/knowledge/alerts";
import { distance as spellingDistance } from "./spelling.ts";

export type Understood = {
  /** Ids, with everything that they imply. */
  readonly ids: ReadonlySet<string>;
  /** Parts of texts that no word of the vocabulary fits. */
  readonly unknown: readonly string[];
  /** Parts read as a word that is spelt differently: [as written, read as]. */
  readonly respelt: readonly (readonly [string, string])[];
  /** Parts that say something is not there ("no kidney disease"): not counted. */
  readonly denied: readonly string[];
};

/** Lower case, one space between words, no accents, curly quotes made plain. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐-―−_]/g, "-")
    .replace(/[^\p{L}\p{N}'%.+-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Hyphens are as good as spaces when phrases are compared. */
const loosened = (text: string): string => plainWords(text).replace(/-/g, " ").replace(/\s+/g, " ").trim();

type Phrase = { readonly words: string; readonly entry: VocabularyEntry };
const phrases: readonly Phrase[] = vocabulary
  .flatMap((entry) =>
    [entry.name, entry.id, ...entry.words].map((words) => ({ words: loosened(words), entry })),
  )
  .toSorted((one, other) => other.words.length - one.words.length);

const entriesByPhrase = Map.groupBy(phrases, (phrase) => phrase.words);
const entryById = new Map(vocabulary.map((entry) => [entry.id, entry]));

/** Everything that is true where `id` is. */
function* withImplied(id: string, seen = new Set<string>()): Generator<string> {
  if (seen.has(id)) return;
  seen.add(id);
  yield id;
  for (const implied of entryById.get(id)?.implies ?? []) yield* withImplied(implied, seen);
}

/** Of several meanings of one phrase, those of the list it was written into; without such, all. */
function meaning(found: readonly Phrase[], kind: VocabularyKind): string[] {
  const own = found.filter((phrase) => phrase.entry.kind === kind);
  return [...new Set((own.length > 0 ? own : found).map((phrase) => phrase.entry.id))];
}

const negation = /^(no|not|without|never|denies|denied|non|kein|keine|pas de)\b/;

/** "T4", "C6-7 injury", "SCI Th5": the level decides whether dysreflexia can happen (T6 and above). */
const spinalLevel = /\b(c|t|th|l)\s?(\d{1,2})\b/;
const speaksOfCord =
  /\b(injury|injured|sci|spinal|cord|lesion|paraplegi\w*|tetraplegi\w*|quadriplegi\w*|level)\b/;

function levelOf(part: string): string | undefined {
  const level = spinalLevel.exec(part);
  if (level === null || !speaksOfCord.test(part)) return undefined;
  const [region, place] = [level[1], Number(level[2])];
  if (region === "c") return place <= 8 ? "spinal-cord-injury-t6-or-above" : undefined;
  if (region === "l") return place <= 5 ? "spinal-cord-injury" : undefined;
  if (place > 12) return undefined;
  return place <= 6 ? "spinal-cord-injury-t6-or-above" : "spinal-cord-injury";
}

/** Phrases in the part as whole words, the longest first; what one phrase used is not read twice. */
function contained(part: string): Phrase[][] {
  let rest = ` ${part} `;
  const found: Phrase[][] = [];
  for (const [words, entries] of entriesByPhrase) {
    // Two letters ("ms") are only read where they stand alone.
    if (words.length < 3) continue;
    const at = rest.indexOf(` ${words} `);
    if (at < 0) continue;
    found.push(entries);
    rest = `${rest.slice(0, at)} ${"\u0000"} ${rest.slice(at + words.length + 1)}`;
  }
  return found;
}

/** Letters that may differ: none in short words, one from six letters on, two from eleven. */
const slips = (words: string): number => (words.length < 6 ? 0 : words.length < 11 ? 1 : 2);

function nearest(part: string): { words: string; entries: Phrase[] } | undefined {
  const bound = slips(part);
  if (bound === 0) return undefined;
  let best: { words: string; entries: Phrase[]; distance: number } | undefined;
  let tied = false;
  for (const [words, entries] of entriesByPhrase) {
    if (Math.abs(words.length - part.length) > bound) continue;
    const distance = spellingDistance(part, words, bound);
    if (distance > bound || distance > (best?.distance ?? Infinity)) continue;
    tied = best !== undefined && distance === best.distance && !sameEntries(best.entries, entries);
    best = { words, entries, distance };
  }
  return best === undefined || tied ? undefined : best;
}

const sameEntries = (one: readonly Phrase[], other: readonly Phrase[]): boolean =>
  one.every(({ entry }) => other.some((phrase) => phrase.entry === entry));

/**
 * Reads texts that were written into one list ("conditions", "context", "symptoms").
 *
 * @example understand(["MS", "sleep apnea"], "condition").ids // multiple-sclerosis, sleep-apnoea
 */
export function understand(texts: readonly string[], kind: VocabularyKind): Understood {
  const ids = new Set<string>();
  const unknown: string[] = [];
  const respelt: (readonly [string, string])[] = [];
  const denied: string[] = [];
  const add = (found: readonly Phrase[]): void => {
    for (const id of meaning(found, kind)) for (const implied of withImplied(id)) ids.add(implied);
  };
  /** True if all of it was understood. */
  const read = (written: string, mayGuess: boolean): boolean => {
    const part = loosened(written);
    if (part === "") return true;
    const whole = entriesByPhrase.get(part);
    if (whole !== undefined) {
      add(whole);
      return true;
    }
    if (negation.test(part)) {
      denied.push(written.trim());
      return true;
    }
    const level = levelOf(part);
    if (level !== undefined) for (const implied of withImplied(level)) ids.add(implied);
    const inside = contained(part);
    for (const entries of inside) add(entries);
    if (level !== undefined || inside.length > 0) return true;
    const near = mayGuess ? nearest(part) : undefined;
    if (near === undefined) return false;
    add(near.entries);
    respelt.push([written.trim(), near.words]);
    return true;
  };
  for (const text of texts) {
    // A phrase of the vocabulary may hold "and" or a comma itself.
    if (entriesByPhrase.has(loosened(text))) read(text, true);
    else
      for (const part of text.split(/[,;/+]|\band\b|\bwith\b|\bund\b/i))
        if (!read(part, true)) unknown.push(part.trim());
  }
  return { ids, unknown, respelt, denied };
}

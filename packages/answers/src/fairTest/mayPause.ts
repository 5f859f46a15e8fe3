/** [AN-130] What may be left out for a while: an allow-list of the knowledge, and nothing that is not surely on it. */
import { pausable, type Pausable } from "@unclench/knowledge/pausable";
import type { Routine } from "@unclench/knowledge/routines";
import type { TreatmentKind } from "@unclench/record";
import type { Course } from "../isItHelping/courses.ts";
import { routineCalled } from "../isItHelping/routineCourses.ts";

export type MayPause = Pausable["entries"][number];

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const fillers = new Set(pausable.fillers);
const isNumber = (word: string): boolean => /^\d{1,3}(?:min|h)?$/.test(word);

/** [AN-346] Under which entry a routine of ours falls; null: lying and sitting well, standing and devices are not left out. */
const entryOf = ({ id, kind }: Routine): string | null => {
  if (id === "cooling") return "cooling";
  if (kind === "stretch") return "stretching";
  if (["strength", "practice", "cardio", "comfort"].includes(kind)) return "exercises";
  return id === "splint-wear" ? "splint" : null;
};

/**
 * The entry that allows a pause, or null. Every word of the name must be known as harmless: a word that nobody knows may be
 * the name of a medicine. Medicines and injections are never allowed, whatever their name.
 *
 * @example
 * mayPause("Stretching, 20 min, both calves", "session")?.id // "stretching"
 * mayPause("Baclofen routine", "other") // null
 */
export function mayPause(treatment: string, kind: TreatmentKind): MayPause | null {
  if (!(pausable.kinds as readonly TreatmentKind[]).includes(kind)) return null;
  const routine = routineCalled(treatment);
  if (routine !== null) return pausable.entries.find(({ id }) => id === entryOf(routine)) ?? null;
  const words = wordsOf(treatment);
  const named = pausable.entries.filter((entry) => words.some((word) => entry.words.includes(word)));
  const known = words.every(
    (word) =>
      fillers.has(word) || isNumber(word) || pausable.entries.some((entry) => entry.words.includes(word)),
  );
  return known ? (named[0] ?? null) : null;
}

/** The names of the treatments that may be paused. */
export const offeredFor = (courses: readonly Course[]): string[] =>
  courses
    .filter(({ entries, kind }) => mayPause(entries[0]?.treatment ?? "", kind) !== null)
    .map(({ name }) => name);

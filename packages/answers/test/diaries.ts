/** Made-up diaries for the tests: an even generator with a seed, days that resemble each other, whole ratings. */
import { addDays, type LocalDate, localDateFrom } from "@unclench/record";
import type { DiaryEntry, TreatmentEntry } from "../src/isItHelping/index.ts";

const start = localDateFrom(2026, 1, 1);
if (start === null) throw new Error("no such day");
export const firstDay: LocalDate = start;
/** The date of diary day 1, 2, 3 … */
export const dateOf = (day: number): LocalDate => addDays(firstDay, day - 1);

/** Park and Miller's minimal generator (CACM 31, 1988), and normal numbers from it by Box and Muller. */
function generator(seed: number): { even: () => number; normal: () => number } {
  let state = (seed * 7919) % 2_147_483_647;
  const even = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let i = 0; i < 10; i++) even();
  return { even, normal: () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even()) };
}

export type Made = {
  readonly seed: number;
  readonly days: number;
  /** What a day's treatment adds to the rating; nothing if left out. */
  readonly effectOn?: (day: number) => number;
  /** Share of days left out. */
  readonly missing?: number;
  readonly level?: number;
};

/** AR(1) with correlation 0.6 plus noise of the day, SD about 1.2 together: the reference situation of the methods. */
export function madeDiary({ seed, days, effectOn = () => 0, missing = 0.15, level = 6 }: Made): DiaryEntry[] {
  const { even, normal } = generator(seed);
  const entries: DiaryEntry[] = [];
  let lasting = 0.9 * normal();
  for (let day = 1; day <= days; day++) {
    lasting = 0.6 * lasting + 0.9 * Math.sqrt(1 - 0.36) * normal();
    const exact = level + effectOn(day) + lasting + 0.79 * normal();
    const leftOut = even() < missing;
    const rating = leftOut ? null : Math.min(10, Math.max(0, Math.round(exact)));
    entries.push({ date: dateOf(day), stiffness: rating, spasms: null, pain: null, sleep: null });
  }
  return entries;
}

export const row = (treatment: string, from: number, more: Partial<TreatmentEntry> = {}): TreatmentEntry => ({
  treatment,
  kind: "medicine",
  start: dateOf(from),
  stop: null,
  dose: null,
  unit: null,
  ...more,
});

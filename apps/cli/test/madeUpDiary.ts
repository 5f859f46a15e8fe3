/** Made-up diaries, the same on every run: a level, an effect from the day a treatment begins, and chance. */
import { addDays, localDateFrom } from "@unclench/record";

const first = localDateFrom(2026, 1, 5);
if (first === null) throw new Error("no such day");

export type Day = { readonly date: string; readonly stiffness: number; readonly sleep: number };

export const dateOf = (day: number): string => addDays(first, day);

/** `effect` in points, negative = better, on stiffness alone, at once from day `begins` on. */
export function madeUpDiary(days: number, begins: number, effect: number, seed = 7): Day[] {
  let state = seed;
  // Park and Miller's minimal generator (CACM 31, 1988).
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const bell = (): number => chance() + chance() + chance() + chance() - 2;
  const rating = (level: number): number => Math.min(10, Math.max(0, Math.round(level + 1.5 * bell())));
  return Array.from({ length: days }, (_, day) => ({
    date: dateOf(day),
    stiffness: rating(day < begins ? 6 : 6 + effect),
    sleep: rating(4),
  }));
}

export const diaryLines = (diary: readonly Day[]): string[] => [
  "date,stiffness,sleep",
  ...diary.map(({ date, stiffness, sleep }) => `${date},${stiffness},${sleep}`),
];

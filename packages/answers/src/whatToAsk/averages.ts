/** Plain averages of a diary. They describe days and judge no treatment. */
import {
  addDays,
  checkInsByDay,
  dayRating,
  type CheckIn,
  type LocalDate,
  type Rating,
} from "@unclench/record";

export type Average = { readonly days: number; readonly mean: number };

/** The mean of the days' ratings from `from` to `to`, both included; null if fewer than `atLeast` days say it. */
export function average(
  checkIns: readonly CheckIn[],
  rating: Rating,
  from: LocalDate,
  to: LocalDate,
  atLeast = 1,
): Average | null {
  const within = checkIns.filter(({ date }) => date >= from && date <= to);
  const said = [...checkInsByDay(within).values()].flatMap((day) => dayRating(day, rating) ?? []);
  if (said.length < Math.max(1, atLeast)) return null;
  return { days: said.length, mean: said.reduce((sum, value) => sum + value, 0) / said.length };
}

/** The last `days` days up to `until`, and as many or `before` days before them. */
export const lately = (until: LocalDate, days: number): readonly [from: LocalDate, to: LocalDate] => [
  addDays(until, 1 - days),
  until,
];

export const oneDecimal = (value: number): string => value.toFixed(1);

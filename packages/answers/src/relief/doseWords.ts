/** A dose in words, and where it comes from. */
import type { Routine } from "@unclench/knowledge/routines";
import { spanWords } from "./minutes.ts";

type Range = readonly [number, number] | null;

const number = ([from, to]: readonly [number, number]): string =>
  from === to ? `${from}` : `${from} to ${to}`;
const times = (range: readonly [number, number]): string =>
  range[0] === range[1] && range[0] === 1 ? "once" : `${number(range)} times`;
const line = (range: Range, words: (range: readonly [number, number]) => string): string[] =>
  range === null ? [] : [words(range)];

/**
 * [AN-304] The dose as short sentences; nothing is said of what was not read.
 *
 * @example
 * doseLines(dose) // ["Hold for 20 to 60 seconds.", "3 to 5 times.", "1 to 2 times a day."]
 */
export function doseLines({ dose, sides }: Pick<Routine, "dose" | "sides">): string[] {
  const upTo = (range: readonly [number, number], period: string): string =>
    range[0] === 0
      ? `Up to ${times([range[1], range[1]])} ${period}.`
      : `${capital(times(range))} ${period}.`;
  return [
    ...line(dose.holdSeconds, (range) => `Hold for ${number(range)} seconds.`),
    ...line(dose.repeats, (range) => `${capital(times(range))}${sides[1] > 1 ? " on a side" : ""}.`),
    ...line(dose.minutes, ([from, to]) => `${spanWords(from, to)} in all.`),
    ...line(dose.sessionsPerDay, (range) => upTo(range, "a day")),
    ...line(dose.sessionsPerWeek, (range) => upTo(range, "a week")),
    ...(dose.weeks === null ? [] : [`In the source it was done for ${dose.weeks} weeks.`]),
  ];
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** [AN-304] Where the dose comes from: read for this exercise, adapted, or ours. */
export const basisWords: Readonly<Record<Routine["dose"]["basis"], string>> = {
  source: "How long and how often was read for this exercise.",
  adapted:
    "How long and how often is general advice that we put on this exercise; nobody tested it for this one.",
  expert: "How long and how often is our own: no figure was read. No physiotherapist has checked it yet.",
};
export const basisShort: Readonly<Record<Routine["dose"]["basis"], string>> = {
  source: "Its length was read for this exercise.",
  adapted: "Its length is general advice, put on this exercise by us.",
  expert: "Its length is ours: no figure was read.",
};

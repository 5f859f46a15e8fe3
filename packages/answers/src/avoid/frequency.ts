/** Figures of side effects in words: whole numbers out of the same 100 people. */
import type { Frequency } from "@unclench/knowledge/avoid";

export type FrequencyLine = {
  readonly words: string;
  /** For a picture of 100 people; null where the figure is no single number of people. */
  readonly of100: number | null;
  /** As it was printed, or counts for shares worked out here. */
  readonly printed: Frequency;
};

/** A share above 0 that rounds to none is "fewer than 1": zero would say that it did not happen. */
const whole = (percent: number): string =>
  percent > 0 && percent < 0.5 ? "fewer than 1" : String(Math.round(percent));

/**
 * @example
 * frequencyLine({ percent: 35.7 }).words // "36 of 100"
 * frequencyLine({ from: 10, to: null }).words // "10 or more of 100"
 */
export function frequencyLine(printed: Frequency): FrequencyLine {
  if ("percent" in printed) {
    return {
      words: `${whole(printed.percent)} of 100`,
      of100: Math.round(printed.percent),
      printed,
    };
  }
  if ("events" in printed) {
    const percent = (100 * printed.events) / printed.people;
    return {
      words: `${whole(percent)} of 100 (${printed.events} of ${printed.people} people)`,
      of100: Math.round(percent),
      printed,
    };
  }
  if ("from" in printed) {
    const { from, to } = printed;
    if (to === null) return { words: `${whole(from)} or more of 100`, of100: null, printed };
    const words = to <= 1 ? `at most ${whole(to)} of 100` : `${whole(from)} to ${whole(to)} of 100`;
    return { words, of100: null, printed };
  }
  if ("reports" in printed) return { words: `${printed.reports} reports`, of100: null, printed };
  return { words: "named, not counted", of100: null, printed };
}

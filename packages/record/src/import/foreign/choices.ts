/**
 * From another app's scale to ours, as the person chooses it. Ours go from 0, the good end, to 10; most others count the
 * other way round, and some in words. A wrong guess would turn good days into bad ones unseen, so everything here is shown
 * and chosen, and a suggestion is only made where the meaning of the words is known.
 */
import { HIGHEST_RATING, isRating, LOWEST_RATING, tidyNumber } from "../../limits.ts";
import type { Rating } from "../../vocabulary.ts";
import type { ForeignReading, ForeignSeries } from "./reading.ts";

/** What each word of a file is on our scale; null: not a rating, left out. */
export type WordScale = { readonly kind: "words"; readonly ratingByWord: ReadonlyMap<string, number | null> };
/** Which number of the file is the good end and which the bad one; null: not chosen yet. What lies between is in proportion. */
export type NumberScale = {
  readonly kind: "numbers";
  readonly zero: number | null;
  readonly ten: number | null;
};
/** A quantity is kept as it is, as a measurement. */
export type AmountScale = { readonly kind: "amounts" };

export type SeriesChoice = {
  /** what it is here; null: left out */
  readonly target: Rating | "measurement" | null;
  readonly scale: WordScale | NumberScale | AmountScale;
};

/** One choice for each series of the reading, in its order. */
export type ForeignChoices = { readonly series: readonly SeriesChoice[]; readonly notes: boolean };

/** Words whose order is known, the good end first. */
const knownOrders: readonly (readonly string[])[] = [
  // The five moods of a fresh Daylio, and of an older one.
  ["rad", "good", "meh", "bad", "awful"],
  ["rad", "good", "meh", "fugly", "awful"],
  // Severities of Apple Health.
  ["not present", "mild", "moderate", "severe"],
];

/** Names that mean the same here; others are the person's own and may mean anything. */
const knownTargets: ReadonlyMap<string, Rating> = new Map<string, Rating>([
  ["Daylio|Mood", "mood"],
  ["Bearable|Mood", "mood"],
  ["Bearable|Energy", "tiredness"],
  ["Bearable|Sleep quality", "sleep"],
  ["Apple Health|Fatigue", "tiredness"],
]);

/** The different words of a series, the most frequent first. */
export function wordsOf(
  series: Extract<ForeignSeries, { kind: "words" }>,
): { word: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { value } of series.entries) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((left, right) => right.count - left.count || (left.word < right.word ? -1 : 1));
}

/** Lowest and highest number of a series; null if it has none. */
export function rangeOf(
  series: Exclude<ForeignSeries, { kind: "words" }>,
): { lowest: number; highest: number } | null {
  const [first, ...others] = series.entries;
  if (first === undefined) return null;
  const range = { lowest: first.value, highest: first.value };
  for (const { value } of others) {
    range.lowest = Math.min(range.lowest, value);
    range.highest = Math.max(range.highest, value);
  }
  return range;
}

/**
 * [RC-101] Where to begin. Words of a known order are spread evenly; which ends a scale of numbers has is never guessed;
 * a name of the person's own stays left out until they say what it is.
 * @example
 *   suggestedChoices(daylio).series[0]; // { target: "mood", scale: { ratingByWord: rad → 0, good → 2.5, meh → 5 … } }
 */
export function suggestedChoices(reading: ForeignReading): ForeignChoices {
  return { series: reading.series.map((series) => suggested(reading.app, series)), notes: true };
}

function suggested(app: string, series: ForeignSeries): SeriesChoice {
  const target = knownTargets.get(`${app}|${series.name}`) ?? null;
  if (series.kind === "amounts") return { target: null, scale: { kind: "amounts" } };
  if (series.kind === "numbers") return { target, scale: { kind: "numbers", zero: null, ten: null } };
  const words = wordsOf(series).map(({ word }) => word);
  const order = knownOrders.find((known) => words.every((word) => known.includes(word.toLowerCase())));
  const step = HIGHEST_RATING / ((order?.length ?? 2) - 1);
  const rating = (word: string): number | null =>
    order === undefined ? null : Math.round(order.indexOf(word.toLowerCase()) * step * 10) / 10;
  return {
    target,
    scale: { kind: "words", ratingByWord: new Map(words.map((word) => [word, rating(word)])) },
  };
}

/** [RC-101] What still has to be chosen before this series can be brought in, as a sentence; null if nothing. */
export function openQuestion(series: ForeignSeries, { target, scale }: SeriesChoice): string | null {
  if (target === null) return null;
  if (scale.kind === "words")
    return [...scale.ratingByWord.values()].every((rating) => rating === null)
      ? `Say for at least one word of “${series.name}” what it is from 0 to 10.`
      : null;
  if (scale.kind === "amounts") return null;
  if (scale.zero === null || scale.ten === null)
    return `Say which number of “${series.name}” is the good end and which is the bad one.`;
  return scale.zero === scale.ten
    ? `The two ends of “${series.name}” are the same number: correct one of them.`
    : null;
}

/** What became of one value: its place on our scale, null where it says nothing, or outside of the ends that were chosen. */
export function ratingOf(value: string | number, scale: SeriesChoice["scale"]): number | null | "outside" {
  if (scale.kind === "words") return scale.ratingByWord.get(String(value)) ?? null;
  if (scale.kind === "amounts" || typeof value !== "number") return null;
  const { zero, ten } = scale;
  if (zero === null || ten === null || zero === ten) return null;
  const rating = tidyNumber(LOWEST_RATING + ((value - zero) / (ten - zero)) * HIGHEST_RATING);
  return isRating(rating) ? rating : "outside";
}

/** What the ends that were chosen make of the lowest, the middle and the highest number of the file, in words; null if open. */
export function scaleSentence(series: ForeignSeries, scale: SeriesChoice["scale"]): string | null {
  if (series.kind !== "numbers" || scale.kind !== "numbers") return null;
  const range = rangeOf(series);
  if (range === null || scale.zero === null || scale.ten === null || scale.zero === scale.ten) return null;
  const middle = tidyNumber((range.lowest + range.highest) / 2);
  const parts = [...new Set([range.lowest, middle, range.highest])].map((value) => {
    const rating = ratingOf(value, scale);
    return typeof rating === "number"
      ? `${value} becomes ${Math.round(rating * 10) / 10}`
      : `${value} is left out`;
  });
  return `So of “${series.name}” ${parts.join(", ")}.`;
}

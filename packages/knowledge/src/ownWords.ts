/** What every text in our own words is held against, whatever file it stands in. */

/** @example numbersIn("1,200 people, 12.5 of 100") // [1200, 12.5, 100] */
export const numbersIn = (text: string): number[] =>
  (text.match(/\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(",", "")));

/** Numbers of a text that were not read as they stand, nor rounded to a whole one; 100 people as a measure may always be said. */
export const unreadNumbers = (text: string, read: readonly number[]): number[] =>
  numbersIn(text).filter(
    (number) => number !== 100 && !read.some((figure) => figure === number || Math.round(figure) === number),
  );

/** Nothing is called safe, promised or commanded. */
export const isPromiseOrCommand = (text: string): boolean =>
  /\b(should|must|safe|safely|guarantee|cure[sd]?)\b/i.test(text);

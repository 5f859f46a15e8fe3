/** Every leaf of an answer with its path, so that a test can look at all of it. */
export function leavesOf(
  value: unknown,
  path: readonly string[] = [],
): { path: readonly string[]; leaf: unknown }[] {
  if (typeof value !== "object" || value === null) return [{ path, leaf: value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** Numbers that a screen could not print. */
export const brokenNumbers = (value: unknown): string[] =>
  leavesOf(value)
    .filter(({ leaf }) => typeof leaf === "number" && !Number.isFinite(leaf))
    .map(({ path, leaf }) => `${path.join(".")}: ${leaf}`);

/** All texts of our own; titles and places in sources are quoted from others. */
export const ownWords = (value: unknown): string[] =>
  leavesOf(value)
    .filter(({ path }) => !path.includes("source") && !path.includes("sources"))
    .flatMap(({ leaf }) => (typeof leaf === "string" ? [leaf] : []));

/** Words that never stand in a sentence: a slip of the program, or telling people what to do. */
export const forbiddenWords = /\b(should|undefined|NaN|null|Infinity|object Object)\b/i;

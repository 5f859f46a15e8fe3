/**
 * Shares as whole numbers that make 100, by the largest remainders. Where something that counts is not known, none is 100:
 * the nearest rank takes one.
 *
 * @example
 * wholeOf100([1 / 3, 1 / 3, 1 / 3], false) // [34, 33, 33]
 */
export function wholeOf100(shares: readonly number[], isGuess: boolean): number[] {
  const exact = shares.map((share) => 100 * share);
  const whole = exact.map((value) => Math.floor(value + 1e-9));
  const missing = 100 - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, place) => ({ place, rest: value - (whole[place] ?? 0) }))
    .sort((left, right) => right.rest - left.rest || left.place - right.place);
  for (const { place } of byRemainder.slice(0, missing)) whole[place] = (whole[place] ?? 0) + 1;
  const certain = whole.indexOf(100);
  if (isGuess && certain >= 0 && whole.length > 1) {
    whole[certain] = 99;
    whole[certain === 0 ? 1 : certain - 1] = 1;
  }
  return whole;
}

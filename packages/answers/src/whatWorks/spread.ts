/** Two further readings of a pooled figure: what another group of people might see, and the number needed to treat. */
import { absoluteRisk, type Pooled } from "@unclench/evidence";
import { points } from "./words.ts";

const of100 = (logOdds: number, without: number): number =>
  Math.round(100 * absoluteRisk("OR", logOdds, without));

/**
 * [AN-81] The prediction interval in words, for shares: `without` is the share without the treatment. `null` for one
 * study, and where it says no more than the interval of the figure itself.
 *
 * @example
 * anotherGroupOf100(pooled, 0.31) // "Another group of people like these might see anything from 22 to 96 of 100 with it."
 */
export function anotherGroupOf100(pooled: Pooled, without: number): string | null {
  const { predictionLower, predictionUpper, ciLower, ciUpper } = pooled;
  if (predictionLower === null || predictionUpper === null) return null;
  const [from, to] = [of100(predictionLower, without), of100(predictionUpper, without)];
  if (from === of100(ciLower, without) && to === of100(ciUpper, without)) return null;
  return `Another group of people like these might see anything from ${from} to ${to} of 100 with it.`;
}

const level = (value: number): string =>
  value === 0 ? "no difference" : `${points(value)} ${value < 0 ? "lower" : "higher"}`;

/** [AN-81] The same for a score, in its points. */
export function anotherGroupOfPoints({
  predictionLower,
  predictionUpper,
  ciLower,
  ciUpper,
}: Pooled): string | null {
  if (predictionLower === null || predictionUpper === null) return null;
  const [from, to] = [level(predictionLower), level(predictionUpper)];
  if (from === level(ciLower) && to === level(ciUpper)) return null;
  return `Another group of people like these might see anything from ${from} to ${to}.`;
}

/**
 * [AN-82] The number needed to treat (or to harm): 1 / |share with − share without|, rounded up (Cochrane Handbook,
 * section 15.4.2). Its interval comes from the ends of the figure's own; where that holds "no difference" it has no two
 * ends. `null` if the shares are the same.
 *
 * @example
 * numberNeeded(pooled, 0.31, "gain") // "Number needed to treat: 3 (2 to 5)."
 */
export function numberNeeded(
  { estimate, ciLower, ciUpper }: Pooled,
  without: number,
  side: "gain" | "harm",
): string | null {
  const needed = (logOdds: number): number =>
    Math.ceil(1 / Math.abs(absoluteRisk("OR", logOdds, without) - without));
  const central = needed(estimate);
  if (!Number.isFinite(central)) return null;
  const name = estimate > 0 === (side === "gain") ? "Number needed to treat" : "Number needed to harm";
  if (ciLower <= 0 && ciUpper >= 0)
    return `${name}: ${central}. Its interval runs through “no difference”, so it has no two ends.`;
  const ends = [needed(ciLower), needed(ciUpper)].sort((left, right) => left - right);
  return `${name}: ${central} (${ends[0]} to ${ends[1]}).`;
}

/** How sure a ranking is: rules EV-83 and EV-84. */
import { cholesky, seededRandom } from "@unclench/stats";
import type { League } from "./league.ts";

/** Of one treatment; the place 0 is the best. */
export type Ranks = {
  /** Probability of each place; they make 1. */
  readonly probabilities: readonly number[];
  /** Surface under the cumulative ranking curve, 0 (always last) to 1 (always first). */
  readonly sucra: number;
  /** 1 is the best. */
  readonly meanRank: number;
  /** The places between which 95 % of the draws lie, 1 the best. */
  readonly rankLower: number;
  readonly rankUpper: number;
};

export type RankRequest = {
  readonly better: "lower" | "higher";
  readonly draws: number;
  readonly seed: number;
};

/**
 * Draws all effects of a network together from their joint normal distribution and counts who comes first, second …
 * (Salanti, Ades & Ioannidis 2011, J Clin Epidemiol 64:163). Ties cannot happen. The mean of SUCRA over draws without end
 * is the P-score (Rücker & Schwarzer 2015, BMC Med Res Methodol 15:58). One entry per treatment, in the league's order.
 * `null` where the effects have no joint distribution that numbers can carry.
 *
 * @example
 * rankProbabilities(league, { better: "lower", draws: 10_000, seed: 1 })?.[0]?.probabilities[0] // P(first is best)
 */
export function rankProbabilities(
  { estimate, se }: League,
  { better, draws, seed }: RankRequest,
): readonly Ranks[] | null {
  const n = estimate.length;
  const others = n - 1;
  const variance = (i: number, j: number): number => (se[i]?.[j] ?? 0) ** 2;
  // Differences from the first treatment; cov(i − 0, j − 0) = (v(i, 0) + v(j, 0) − v(i, j)) / 2.
  const covariance = new Float64Array(others * others);
  for (let i = 0; i < others; i++)
    for (let j = 0; j < others; j++)
      covariance[i * others + j] = (variance(i + 1, 0) + variance(j + 1, 0) - variance(i + 1, j + 1)) / 2;
  const factor = cholesky(covariance, others);
  if (factor === null) return null;
  const random = seededRandom(seed);
  const sign = better === "lower" ? 1 : -1;
  const counts = Array.from({ length: n }, () => new Float64Array(n));
  const normal = new Float64Array(others);
  const drawn = new Float64Array(n);
  const places = Array.from({ length: n }, (_, i) => i);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < others; i++) normal[i] = random.normal();
    for (let i = 0; i < others; i++) {
      let value = estimate[i + 1]![0]!;
      for (let j = 0; j <= i; j++) value += factor[i * others + j]! * normal[j]!;
      drawn[i + 1] = sign * value;
    }
    places.sort((i, j) => drawn[i]! - drawn[j]!);
    for (let place = 0; place < n; place++) {
      const own = counts[places[place]!]!;
      own[place] = own[place]! + 1;
    }
  }
  return counts.map((own) => ranksOf(own, draws));
}

function ranksOf(counts: Float64Array, draws: number): Ranks {
  const probabilities = Array.from(counts, (count) => count / draws);
  const meanRank = probabilities.reduce((sum, share, place) => sum + share * (place + 1), 0);
  const within = (level: number): number => {
    let sum = 0;
    for (const [place, count] of counts.entries()) {
      sum += count;
      if (sum >= level * draws) return place + 1;
    }
    return counts.length;
  };
  return {
    probabilities,
    meanRank,
    // The mean of the cumulative probabilities of all places but the last.
    sucra: counts.length === 1 ? 1 : (counts.length - meanRank) / (counts.length - 1),
    rankLower: within(0.025),
    rankUpper: within(0.975),
  };
}

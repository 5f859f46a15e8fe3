/** How much each study and each comparison gives to a figure of the network: rules EV-80 to EV-82. */
import type { League } from "./league.ts";
import type { FittedContrast, Network } from "./network.ts";

/** Where the figure of one pair comes from. All shares are 0 to 1 and make 1 together. */
export type Contribution = {
  readonly treatment: string;
  readonly versus: string;
  /** Shares of the comparisons that studies made, each pair once, the larger first. */
  readonly comparisons: readonly {
    readonly treatment: string;
    readonly versus: string;
    readonly share: number;
  }[];
  /** Shares of the studies, in the order in which the network holds them; a study without a part in it has 0. */
  readonly studies: readonly { readonly study: string; readonly share: number }[];
};

type Edge = { readonly from: number; readonly to: number; readonly weight: number };

/**
 * Shares of comparisons and studies in the figure of every pair a < b of the network, by the random walk on the flow of
 * evidence (Davies, Papakonstantinou, Nikolakopoulou, Rücker & Galla 2022, Stat Med 41:2091, eq. 17 to 19). A row of the
 * hat matrix is a flow of 1 from a to b, wᵢⱼ(φᵢ − φⱼ) over the comparison i – j. A walker follows it, from each treatment
 * in proportion to what flows on; a way of L comparisons, walked with probability π, gives each of them π/L. The part of
 * a comparison is shared among its studies by their weights (Papakonstantinou et al. 2018, F1000Research 7:610).
 *
 * `null` where a weight is not above 0, which ready contrasts of three and more arms may have: then the flow is none
 * that could be walked.
 *
 * @example
 * contributions(networks[0], "common")?.[0]?.studies // [{ study: "A", share: 0.75 }, { study: "B", share: 0.25 }]
 */
export function contributions(
  { treatments, contrasts, common, random }: Network,
  model: "common" | "random",
): readonly Contribution[] | null {
  const league = model === "common" ? common : random;
  if (league === null) return null;
  const n = treatments.length;
  const places = new Map(treatments.map((name, place) => [name, place]));
  const at = ({ treatment, versus }: FittedContrast): number => {
    const [i, j] = [places.get(treatment) ?? 0, places.get(versus) ?? 0];
    return Math.min(i, j) * n + Math.max(i, j);
  };
  const weightOf = (one: FittedContrast): number | null => {
    const se = model === "common" ? one.seAdjustedCommon : one.seAdjustedRandom;
    return se === null ? null : 1 / se ** 2;
  };
  const weights = new Map<number, number>();
  for (const one of contrasts) {
    const weight = weightOf(one);
    if (weight === null) return null;
    weights.set(at(one), (weights.get(at(one)) ?? 0) + weight);
  }
  const edges = [...weights].map(([key, weight]) => ({ from: Math.floor(key / n), to: key % n, weight }));
  const studies = [...new Set(contrasts.map(({ study }) => study))];
  const found: Contribution[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const shares = walk(edges, league, a, b);
      const ofStudies = new Map(studies.map((study) => [study, 0]));
      for (const one of contrasts) {
        const share = (shares.get(at(one)) ?? 0) * ((weightOf(one) ?? 0) / (weights.get(at(one)) ?? 1));
        ofStudies.set(one.study, (ofStudies.get(one.study) ?? 0) + share);
      }
      found.push({
        treatment: treatments[a]!,
        versus: treatments[b]!,
        comparisons: [...shares]
          .filter(([, share]) => share > 0)
          .sort(([, one], [, other]) => other - one)
          .map(([key, share]) => ({
            treatment: treatments[Math.floor(key / n)]!,
            versus: treatments[key % n]!,
            share,
          })),
        studies: studies.map((study) => ({ study, share: ofStudies.get(study) ?? 0 })),
      });
    }
  }
  return found;
}

/** Below this flow a comparison is not on any way; rounding leaves such hairs. */
const NO_FLOW = 1e-13;

/**
 * Share of each comparison (from · n + to) in the figure a − b.
 *
 * [Note: Ways are counted by their length, not one by one]
 * There are more ways through a network than anyone could list. What a comparison gets from a way depends on the way's
 * length only; so it is enough to know with which probability the walker comes to i in l steps and goes on from j to b in
 * m: the comparison i – j gets Σ arriving[i][l] · step · leaving[j][m] / (l + 1 + m). The flow runs downhill (from larger
 * to smaller φ), so that walking the treatments from top to bottom meets each after all that lead to it.
 */
function walk(edges: readonly Edge[], league: League, a: number, b: number): ReadonlyMap<number, number> {
  const n = league.se.length;
  const variance = (i: number, j: number): number => (league.se[i]?.[j] ?? 0) ** 2;
  // φᵢ − φⱼ of a flow of 1 from a to b, from the variances of the league, as x′ grounded anywhere gives the same.
  const fall = (i: number, j: number): number =>
    (variance(i, b) + variance(j, a) - variance(i, a) - variance(j, b)) / 2;
  const flows = edges.flatMap(({ from, to, weight }) => {
    const flow = weight * fall(from, to);
    if (Math.abs(flow) <= NO_FLOW) return [];
    return [flow > 0 ? { from, to, flow } : { from: to, to: from, flow: -flow }];
  });
  const downhill = Array.from({ length: n }, (_, i) => i).sort((i, j) => fall(j, i));
  const out = new Float64Array(n);
  for (const { from, flow } of flows) out[from] = out[from]! + flow;
  const arriving = Array.from({ length: n }, () => new Float64Array(n));
  const leaving = Array.from({ length: n }, () => new Float64Array(n));
  arriving[a]![0] = 1;
  leaving[b]![0] = 1;
  for (const i of downhill)
    for (const { from, to, flow } of flows)
      if (from === i && i !== b)
        for (let l = 0; l + 1 < n; l++)
          arriving[to]![l + 1] = arriving[to]![l + 1]! + (arriving[i]![l]! * flow) / out[i]!;
  for (const i of downhill.toReversed())
    for (const { from, to, flow } of flows)
      if (from === i && i !== b)
        for (let m = 0; m + 1 < n; m++)
          leaving[i]![m + 1] = leaving[i]![m + 1]! + (leaving[to]![m]! * flow) / out[i]!;
  const shares = new Map<number, number>();
  for (const { from, to, flow } of flows) {
    let share = 0;
    for (let l = 0; l < n; l++)
      for (let m = 0; l + 1 + m < n; m++)
        share += (arriving[from]![l]! * (flow / out[from]!) * leaving[to]![m]!) / (l + 1 + m);
    shares.set(Math.min(from, to) * n + Math.max(from, to), share);
  }
  return shares;
}

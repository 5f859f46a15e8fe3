/** How much each study and each comparison gives to a figure of the network: rules EV-80 to EV-82. */
import type { League } from "./league.ts";
import type { Network } from "./network.ts";

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
  const studies = [...new Set(contrasts.map(({ study }) => study))];
  const placeOfStudy = new Map(studies.map((study, place) => [study, place]));
  const parts: { readonly edge: number; readonly study: number; readonly weight: number }[] = [];
  const weights = new Map<number, number>();
  for (const one of contrasts) {
    const se = model === "common" ? one.seAdjustedCommon : one.seAdjustedRandom;
    if (se === null) return null;
    const [i, j] = [places.get(one.treatment) ?? 0, places.get(one.versus) ?? 0];
    const edge = Math.min(i, j) * n + Math.max(i, j);
    const weight = 1 / se ** 2;
    parts.push({ edge, study: placeOfStudy.get(one.study) ?? 0, weight });
    weights.set(edge, (weights.get(edge) ?? 0) + weight);
  }
  const edges = [...weights].map(([key, weight]) => ({ from: Math.floor(key / n), to: key % n, weight }));
  // A way through n treatments has n − 1 steps at most: the integrand is of degree n − 2.
  const quadrature = gaussLegendre(Math.max(1, Math.ceil((n - 1) / 2)));
  const found: Contribution[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const shares = walk(edges, league, a, b, quadrature);
      const ofStudies = new Float64Array(studies.length);
      for (const { edge, study, weight } of parts) {
        const share = ((shares.get(edge) ?? 0) * weight) / weights.get(edge)!;
        ofStudies[study] = ofStudies[study]! + share;
      }
      found.push({
        treatment: treatments[a]!,
        versus: treatments[b]!,
        comparisons: [...shares]
          .sort(([, one], [, other]) => other - one)
          .map(([key, share]) => ({
            treatment: treatments[Math.floor(key / n)]!,
            versus: treatments[key % n]!,
            share,
          })),
        studies: studies.map((study, place) => ({ study, share: ofStudies[place]! })),
      });
    }
  }
  return found;
}

/** Below this flow a comparison is not on any way; rounding leaves such hairs. */
const NO_FLOW = 1e-13;
/**
 * Share of each comparison (lower place · n + higher place) in the figure a − b.
 *
 * [Note: All ways at once]
 * There are more ways through a network than anyone could list. A comparison i – j gets Σ π/L over the ways through it, and
 * 1/L = ∫ x^(L−1) dx from 0 to 1. Let Aᵢ(x) be Σ xˡ · P(the walker comes to i in l steps) and Bⱼ(x) the same from j on to b;
 * then the share is step · ∫ Aᵢ(x) Bⱼ(x) dx. Both are sums over the next comparisons only, and a way has fewer steps than
 * there are treatments, so that Gauss and Legendre's quadrature gives the integral exactly. The flow runs downhill (from
 * larger to smaller φ): from top to bottom each treatment is met after all that lead to it.
 */
function walk(
  edges: readonly Edge[],
  league: League,
  a: number,
  b: number,
  { points, weights }: Quadrature,
): ReadonlyMap<number, number> {
  const n = league.se.length;
  const variance = (i: number, j: number): number => (league.se[i]?.[j] ?? 0) ** 2;
  // φ of a flow of 1 from a to b, up to a constant: φᵢ − φⱼ = (v(i, b) − v(i, a) − v(j, b) + v(j, a)) / 2.
  const height = Float64Array.from({ length: n }, (_, i) => (variance(i, b) - variance(i, a)) / 2);
  const out = new Float64Array(n);
  const flows: { readonly from: number; readonly to: number; readonly flow: number }[] = [];
  for (const { from, to, weight } of edges) {
    const flow = weight * (height[from]! - height[to]!);
    if (Math.abs(flow) <= NO_FLOW) continue;
    const [top, bottom] = flow > 0 ? [from, to] : [to, from];
    // The walk ends at b.
    if (top === b) continue;
    flows.push({ from: top, to: bottom, flow: Math.abs(flow) });
    out[top] = out[top]! + Math.abs(flow);
  }
  flows.sort((one, other) => height[other.from]! - height[one.from]!);
  // Flat arrays: this is the innermost loop of the whole.
  const from = Int32Array.from(flows, (one) => one.from);
  const to = Int32Array.from(flows, (one) => one.to);
  const step = Float64Array.from(flows, (one) => one.flow / out[one.from]!);
  const shares = new Float64Array(flows.length);
  for (const [at, x] of points.entries()) {
    const arriving = new Float64Array(n);
    const leaving = new Float64Array(n);
    arriving[a] = 1;
    leaving[b] = 1;
    for (let f = 0; f < step.length; f++)
      arriving[to[f]!] = arriving[to[f]!]! + x * step[f]! * arriving[from[f]!]!;
    for (let f = step.length - 1; f >= 0; f--)
      leaving[from[f]!] = leaving[from[f]!]! + x * step[f]! * leaving[to[f]!]!;
    for (let f = 0; f < step.length; f++)
      shares[f] = shares[f]! + weights[at]! * step[f]! * arriving[from[f]!]! * leaving[to[f]!]!;
  }
  const byComparison = new Map<number, number>();
  for (const [f, share] of shares.entries())
    if (share > 0) byComparison.set(Math.min(from[f]!, to[f]!) * n + Math.max(from[f]!, to[f]!), share);
  return byComparison;
}

type Quadrature = { readonly points: readonly number[]; readonly weights: readonly number[] };

/**
 * Points and weights of Gauss and Legendre on 0 to 1, exact up to degree 2 · count − 1: the roots of the Legendre polynomial
 * by Newton's method (DLMF 3.5.15, 18.9.1).
 */
function gaussLegendre(count: number): Quadrature {
  const points: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    // Newton's method doubles the digits of this start each time; more than 6 steps are never needed.
    for (let step = 0; step < 10; step++) {
      let [before, value] = [0, 1];
      for (let k = 1; k <= count; k++)
        [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (count * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    points.push((1 + x) / 2);
    weights.push(1 / ((1 - x * x) * slope * slope));
  }
  return { points, weights };
}

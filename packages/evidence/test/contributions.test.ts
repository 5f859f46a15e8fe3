/** Where a figure of a network comes from, and how sure a ranking is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Contribution,
  contributions,
  isNetworkFault,
  type Network,
  network,
  poolEffects,
  pScores,
  rankProbabilities,
} from "../src/index.ts";
import { networkFixtures, studiesOf } from "./networkFixtures.ts";
import { anyNetwork, only, pair, random, studyOf } from "./networks.ts";

const of = (one: Network, treatment: string, versus: string, model: "common" | "random" = "common") => {
  const found = contributions(one, model)?.find(
    (each) =>
      [treatment, versus].includes(each.treatment) &&
      [treatment, versus].includes(each.versus) &&
      treatment !== versus,
  );
  if (found === undefined) throw new Error("no such pair");
  return found;
};
const shareOf = ({ comparisons }: Contribution, one: string, other: string): number =>
  comparisons.find(
    ({ treatment, versus }) => [one, other].includes(treatment) && [one, other].includes(versus),
  )?.share ?? 0;
const sum = (list: readonly { readonly share: number }[]): number =>
  list.reduce((total, { share }) => total + share, 0);

/**
 * The depression network of Davies et al. 2022: weights of its 20 comparisons (Appendix F) and the shares in the figure of
 * 1 against 3 (Table 4, by random walk), both with the digits that the authors published beside the paper.
 */
const depression: readonly (readonly [string, number, number])[] = [
  ["01-03", 7.60525, 0.352581],
  ["01-06", 4.4324, 0.0564004],
  ["01-07", 1.78478, 0.0132187],
  ["01-09", 9.40978, 0.1835],
  ["01-11", 2.32163, 0.0172443],
  ["02-06", 36.4188, 0.00472538],
  ["02-08", 23.5759, 0.00126594],
  ["02-11", 10.4742, 0.00599132],
  ["03-04", 13.5588, 0.0105626],
  ["03-05", 5.11821, 0.0070044],
  ["03-06", 5.18688, 0.0265693],
  ["03-09", 87.6973, 0.226227],
  ["04-09", 10.5327, 0.0105626],
  ["05-09", 16.9457, 0.0070044],
  ["06-07", 1.61955, 0.00432988],
  ["06-08", 23.7591, 0.00126594],
  ["06-09", 29.7139, 0.0514052],
  ["06-11", 12.1543, 0.011253],
  ["07-09", 1.71254, 0.00888886],
  ["07-10", 5.89438, 0],
];

describe("contributions", () => {
  it("[EV-80] are those that Davies et al. 2022 print for depression, 1 against 3", () => {
    const one = only(depression.map(([name, weight]) => pair(name, name, 0, 1 / weight)));
    const found = of(one, "01", "03");
    // Six digits of the weights were published, and six of the shares.
    for (const [name, , share] of depression) {
      const [treatment = "", versus = ""] = name.split("-");
      expect(shareOf(found, treatment, versus), name).toBeCloseTo(share, 5);
      expect(found.studies.find(({ study }) => study === name)?.share, name).toBeCloseTo(share, 5);
    }
  });

  it("[EV-80] of a triangle of equal weights: two thirds direct, one sixth each way round", () => {
    const one = only([pair("A", "a-b", 1, 1), pair("B", "a-c", 2, 1), pair("C", "b-c", 1, 1)]);
    const found = of(one, "a", "b");
    expect(shareOf(found, "a", "b")).toBeCloseTo(2 / 3, 12);
    expect(shareOf(found, "a", "c")).toBeCloseTo(1 / 6, 12);
    expect(shareOf(found, "b", "c")).toBeCloseTo(1 / 6, 12);
    // Weights 4 (a – b), 2 and 2: the way round has weight 1, so a fifth of the flow, halved between its two comparisons.
    const uneven = only([pair("A", "a-b", 1, 0.25), pair("B", "a-c", 2, 0.5), pair("C", "b-c", 1, 0.5)]);
    expect(of(uneven, "a", "b").studies.map(({ share }) => share)).toEqual([
      expect.closeTo(0.8, 12),
      expect.closeTo(0.1, 12),
      expect.closeTo(0.1, 12),
    ]);
  });

  it("[EV-80] are those of all ways counted one by one, in networks of any shape", () => {
    fc.assert(
      fc.property(anyNetwork(), (studies) => {
        const one = only(studies);
        for (const found of contributions(one, "common") ?? [])
          for (const [key, share] of wayByWay(one, found.treatment, found.versus))
            expect(shareOf(found, ...key)).toBeCloseTo(share, 9);
      }),
      { numRuns: 40 },
    );
  });

  it("[EV-81] of two treatments are the weights of the pairwise pool", () => {
    const studies = [pair("A", "x-y", 0.4, 0.1), pair("B", "x-y", -0.2, 0.4), pair("C", "x-y", 1.1, 0.25)];
    const one = only(studies);
    for (const [model, method] of [
      ["common", "EE"],
      ["random", "REML"],
    ] as const) {
      const effects = studies.map(({ study, contrasts: [only] }) => ({
        study,
        estimate: only?.estimate ?? Number.NaN,
        variance: only?.variance ?? Number.NaN,
      }));
      const pooled = poolEffects(effects, { method, ci: "z" });
      const shares = of(one, "x", "y", model).studies.map(({ share }) => share);
      for (const [i, { weight }] of pooled.studies.entries()) expect(100 * shares[i]!).toBeCloseTo(weight, 7);
    }
  });

  it("[EV-81] go to direct studies alone where there is no way round", () => {
    const one = only([pair("A", "a-b", 1, 1), pair("B", "a-b", 2, 3), pair("C", "b-c", 1, 1)]);
    expect(of(one, "a", "b").studies).toEqual([
      { study: "A", share: expect.closeTo(0.75, 12) },
      { study: "B", share: expect.closeTo(0.25, 12) },
      { study: "C", share: 0 },
    ]);
    // And half and half on a way of two steps.
    expect(shareOf(of(one, "a", "c"), "b", "c")).toBeCloseTo(0.5, 12);
  });

  it("[EV-81] make 1 over comparisons and over studies", () => {
    fc.assert(
      fc.property(anyNetwork(), (studies) => {
        const one = only(studies);
        for (const model of ["common", "random"] as const) {
          const league = model === "common" ? one.common : one.random;
          if (league === null) continue;
          for (const found of contributions(one, model) ?? []) {
            expect(sum(found.comparisons)).toBeCloseTo(1, 9);
            expect(sum(found.studies)).toBeCloseTo(1, 9);
            for (const { share } of found.studies) expect(share).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
    for (const { results } of networkFixtures) {
      for (const result of results.filter((one) => one.error === undefined)) {
        const answer = network(studiesOf(result), "DL");
        if (isNetworkFault(answer)) throw new Error(answer.type);
        for (const one of answer.networks)
          for (const found of contributions(one, "random") ?? []) {
            expect(sum(found.studies)).toBeCloseTo(1, 9);
            expect(sum(found.comparisons)).toBeCloseTo(1, 9);
          }
      }
    }
  });

  it("[EV-82] are not known where a weight is not above 0", () => {
    // b and c are nearly one and the same in S: beside a, their contrasts vary together so closely that a – b weighs less than 0.
    const contrasts = [
      { treatment: "a", versus: "b", estimate: 0, variance: 1 },
      { treatment: "a", versus: "c", estimate: 0, variance: 4 },
      { treatment: "b", versus: "c", estimate: 0, variance: 1.2 },
    ];
    const one = only([{ study: "S", contrasts, readyMade: true }, pair("T", "a-b", 0, 1)]);
    expect(one.contrasts.some(({ seAdjustedCommon }) => seAdjustedCommon === null)).toBe(true);
    expect(contributions(one, "common")).toBeNull();
    // Nor under a model that there is none of.
    expect(contributions(only([pair("A", "a-b", 0, 1)]), "random")).toBeNull();
  });
});

/** The same by walking every way from a to b; only for networks small enough. */
function wayByWay(one: Network, a: string, b: string): [readonly [string, string], number][] {
  const { treatments, contrasts, common } = one;
  const n = treatments.length;
  const w = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const { treatment, versus, seAdjustedCommon } of contrasts) {
    const [i, j] = [treatments.indexOf(treatment), treatments.indexOf(versus)];
    w[i]![j] = w[j]![i] = w[i]![j]! + 1 / (seAdjustedCommon ?? Number.NaN) ** 2;
  }
  const v = (i: number, j: number): number => common.se[i]![j]! ** 2;
  const [from, to] = [treatments.indexOf(a), treatments.indexOf(b)];
  const flow = (i: number, j: number): number => {
    const value = (w[i]![j]! * (v(i, to) + v(j, from) - v(i, from) - v(j, to))) / 2;
    return value > 1e-12 ? value : 0;
  };
  const shares = new Map<string, number>();
  const visit = (way: readonly number[], probability: number): void => {
    const here = way.at(-1)!;
    if (here === to) {
      for (let step = 0; step + 1 < way.length; step++) {
        const key = [way[step]!, way[step + 1]!].sort((x, y) => x - y).join(" ");
        shares.set(key, (shares.get(key) ?? 0) + probability / (way.length - 1));
      }
      return;
    }
    const out = treatments.reduce((total, _, next) => total + flow(here, next), 0);
    for (let next = 0; next < n; next++)
      if (flow(here, next) > 0) visit([...way, next], (probability * flow(here, next)) / out);
  };
  visit([from], 1);
  return [...shares].map(([key, share]) => {
    const [i = 0, j = 0] = key.split(" ").map(Number);
    return [[treatments[i]!, treatments[j]!], share];
  });
}

describe("ranks", () => {
  const request = { better: "lower", draws: 20_000, seed: 7 } as const;
  /** Four standard errors of a mean of 20,000 draws between 0 and 1. */
  const chance = (4 * 0.5) / Math.sqrt(request.draws);

  it("[EV-83] have probabilities that make 1 for each treatment and for each place", () => {
    fc.assert(
      fc.property(anyNetwork(), (studies) => {
        const league = only(studies).common;
        const ranks = rankProbabilities(league, { ...request, draws: 200 });
        if (ranks === null) throw new Error("no ranks");
        for (const [i, { probabilities }] of ranks.entries()) {
          expect(probabilities.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 12);
          expect(ranks.reduce((total, one) => total + (one.probabilities[i] ?? 0), 0)).toBeCloseTo(1, 12);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("[EV-83] are the same for the same seed, and turn with the end of the scale that is good", () => {
    const league = only([
      pair("A", "a-b", 0.3, 1),
      pair("B", "b-c", 0.1, 2),
      pair("C", "a-c", 0.2, 1),
    ]).common;
    expect(rankProbabilities(league, request)).toEqual(rankProbabilities(league, request));
    const [down, up] = [
      rankProbabilities(league, request),
      rankProbabilities(league, { ...request, better: "higher" }),
    ];
    for (const [i, one] of (down ?? []).entries())
      expect(up?.[i]?.probabilities).toEqual(one.probabilities.toReversed());
  });

  it("[EV-83] of equals are equal, and where effects are far apart there is one order", () => {
    const arms = ["a", "b", "c"].map((treatment) => ({ treatment, mean: 0, variance: 1 }));
    const equal = rankProbabilities(only([studyOf("S", arms)]).common, request);
    for (const { probabilities, rankLower, rankUpper } of equal ?? []) {
      for (const share of probabilities) expect(Math.abs(share - 1 / 3)).toBeLessThan(chance);
      expect([rankLower, rankUpper]).toEqual([1, 3]);
    }
    const apart = only([
      studyOf(
        "S",
        arms.map((arm, i) => ({ ...arm, mean: 100 * i })),
      ),
    ]).common;
    expect(rankProbabilities(apart, request)?.map(({ meanRank, sucra }) => [meanRank, sucra])).toEqual([
      [1, 1],
      [2, 0.5],
      [3, 0],
    ]);
  });

  it("[EV-84] have a SUCRA that is the P-score but for chance, in every network of the fixtures", () => {
    let compared = 0;
    for (const { results } of networkFixtures) {
      for (const result of results.filter((one) => one.error === undefined)) {
        const answer = network(studiesOf(result), "DL");
        if (isNetworkFault(answer)) throw new Error(answer.type);
        for (const one of answer.networks) {
          const league = random(one);
          for (const better of ["lower", "higher"] as const) {
            const ranks = rankProbabilities(league, { ...request, better });
            for (const [i, score] of pScores(league, better).entries()) {
              expect(Math.abs((ranks?.[i]?.sucra ?? Number.NaN) - score)).toBeLessThan(chance);
              compared++;
            }
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
  });
});

import { normalQuantile, studentTQuantile } from "@unclench/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Network, networkStudies, poolEffects, pScores, type Study } from "../src/index.ts";
import { anyNetwork, entry, fitted, mapContrasts, only, pair, random, studyOf } from "./networks.ts";

const runs = { seed: 11, numRuns: 150 };
const method = fc.constantFrom("DL" as const, "REML" as const);

const near = (ours: number, theirs: number, tolerance = 1e-7): void =>
  expect(Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs))).toBeLessThan(tolerance);

/** Holds two networks with the same treatments, under whatever names, to the same figures. */
function same(ours: Network, theirs: Network, nameIn: (treatment: string) => string = (name) => name): void {
  expect(ours.k).toBe(theirs.k);
  expect(ours.qDf).toBe(theirs.qDf);
  near(ours.q, theirs.q);
  expect(ours.tau2 === null).toBe(theirs.tau2 === null);
  near(ours.tau2 ?? 0, theirs.tau2 ?? 0, 1e-6);
  for (const kind of ["common", "random"] as const) {
    const [mine, other] = [ours[kind], theirs[kind]];
    expect(mine === null).toBe(other === null);
    if (mine === null || other === null) continue;
    for (const a of theirs.treatments)
      for (const b of theirs.treatments)
        for (const field of ["estimate", "se", "ciLower", "ciUpper", "p"] as const)
          near(
            entry(ours, mine, field, nameIn(a), nameIn(b)),
            entry(theirs, other, field, a, b),
            kind === "common" ? 1e-9 : 1e-6,
          );
  }
  const [mine, other] = [ours.decomposition, theirs.decomposition];
  near(mine?.heterogeneity.q ?? 0, other?.heterogeneity.q ?? 0);
  near(mine?.inconsistency.q ?? 0, other?.inconsistency.q ?? 0);
  expect(mine?.designs.length).toBe(other?.designs.length);
}

describe("what changes nothing", () => {
  it("[EV-73] other names for the treatments", () => {
    const nameIn = (treatment: string) =>
      ({ a: "Zinc", b: "äther", c: "0", d: "__proto__", e: "m" })[treatment] ?? "x";
    fc.assert(
      fc.property(anyNetwork(), method, (studies, how) => {
        const renamed = mapContrasts(studies, ({ treatment, versus, ...rest }) => ({
          treatment: nameIn(treatment),
          versus: nameIn(versus),
          ...rest,
        }));
        same(only(renamed, how), only(studies, how), nameIn);
      }),
      runs,
    );
  });

  it("[EV-73] the order of studies, of arms and of the two sides of a contrast", () => {
    const shuffled = anyNetwork().chain((studies) =>
      fc.tuple(
        fc.constant(studies),
        fc.shuffledSubarray(studies, { minLength: studies.length }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, method, ([studies, others, turns], how) => {
        const turned = others.map(({ study, contrasts }) => ({
          study,
          contrasts: contrasts
            .map(({ treatment, versus, estimate, variance }, i) =>
              turns[i]
                ? { treatment: versus, versus: treatment, estimate: -estimate, variance }
                : { treatment, versus, estimate, variance },
            )
            .reverse(),
        }));
        same(only(turned, how), only(studies, how));
      }),
      runs,
    );
  });

  it("[EV-73] a constant on all effects of one treatment moves that treatment and nothing else", () => {
    fc.assert(
      fc.property(anyNetwork(), method, fc.double({ min: -9, max: 9, noNaN: true }), (studies, how, c) => {
        const moved = mapContrasts(studies, (contrast) => ({
          ...contrast,
          estimate:
            contrast.estimate + (contrast.treatment === "a" ? c : 0) - (contrast.versus === "a" ? c : 0),
        }));
        const [before, after] = [only(studies, how), only(moved, how)];
        near(after.q, before.q);
        near(after.tau2 ?? 0, before.tau2 ?? 0, 1e-6);
        for (const a of before.treatments)
          for (const b of before.treatments) {
            const shift = (a === "a" ? c : 0) - (b === "a" ? c : 0);
            near(
              entry(after, after.common, "estimate", a, b),
              entry(before, before.common, "estimate", a, b) + shift,
            );
            near(entry(after, after.common, "se", a, b), entry(before, before.common, "se", a, b));
          }
      }),
      runs,
    );
  });

  it("[EV-73] scaling effects and standard errors scales the answer, from 0.001 to 1000", () => {
    fc.assert(
      fc.property(anyNetwork(), method, fc.constantFrom(0.001, 0.1, 7, 1000), (studies, how, scale) => {
        const scaled = mapContrasts(studies, ({ estimate, variance, ...rest }) => ({
          ...rest,
          estimate: scale * estimate,
          variance: scale ** 2 * variance,
        }));
        const [before, after] = [only(studies, how), only(scaled, how)];
        near(after.q, before.q);
        near((after.tau2 ?? 0) / scale ** 2, before.tau2 ?? 0, 1e-6);
        const league = before.random ?? before.common;
        const [a, b] = [before.treatments[0]!, before.treatments.at(-1)!];
        for (const field of ["estimate", "se", "ciLower", "ciUpper"] as const)
          near(
            entry(after, after.random ?? after.common, field, a, b) / scale,
            entry(before, league, field, a, b),
            1e-6,
          );
      }),
      runs,
    );
  });
});

describe("what is known already", () => {
  it("[EV-73] two treatments are the pairwise pool", () => {
    const effects = fc.array(
      fc.record({
        estimate: fc.double({ min: -3, max: 3, noNaN: true }),
        variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
      }),
      { minLength: 2, maxLength: 10 },
    );
    fc.assert(
      fc.property(effects, method, (list, how) => {
        const named = list.map((effect, i) => ({ study: `s${i}`, ...effect }));
        const ours = only(
          named.map(({ study, estimate, variance }) => pair(study, "x-y", estimate, variance)),
          how,
        );
        const common = poolEffects(named, { method: "EE", ci: "z" });
        const theirs = poolEffects(named, { method: how, ci: "z" });
        near(ours.tau2!, theirs.tau2!, 1e-9);
        near(ours.q, theirs.q!, 1e-9);
        near(ours.qP!, theirs.qP!, 1e-9);
        for (const field of ["estimate", "se", "ciLower", "ciUpper", "p"] as const) {
          near(entry(ours, ours.common, field, "x", "y"), common[field], 1e-9);
          near(entry(ours, random(ours), field, "x", "y"), theirs[field], 1e-8);
        }
      }),
      runs,
    );
  });

  it("[EV-60] two arms of a file are the pairwise pool, for every measure", () => {
    const arms = fc.array(
      fc.record({
        n: fc.integer({ min: 4, max: 90 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        mean: fc.double({ min: 1, max: 5, noNaN: true }),
        sd: fc.double({ min: 0.2, max: 2, noNaN: true }),
      }),
      { minLength: 6, maxLength: 12 },
    );
    const measure = fc.constantFrom("OR", "RR", "RD", "MD", "SMD", "ROM");
    fc.assert(
      fc.property(arms, measure, (list, which) => {
        const studies: Study[] = [];
        for (let i = 0; i + 1 < list.length; i += 2) {
          const [one, other] = (
            [
              ["x", list[i]!],
              ["y", list[i + 1]!],
            ] as const
          ).map(([treatment, arm]) => {
            const { n, share, mean, sd } = arm;
            return { treatment, n, mean, sd, events: Math.round(share * n) };
          });
          studies.push({ study: `s${i}`, arms: [one!, other!] });
        }
        const made = networkStudies(studies, which);
        if ("type" in made) return;
        const pooled = fitted(made.studies, "DL")[0]!;
        const named = made.studies.map(({ study, contrasts }) => ({ study, ...contrasts[0]! }));
        near(
          entry(pooled, pooled.common, "estimate", "x", "y"),
          poolEffects(named, { method: "EE", ci: "z" }).estimate,
          1e-9,
        );
      }),
      runs,
    );
  });

  it("[EV-62] [EV-63] a triangle by hand", () => {
    // Direct a-c: 1 with variance 2. Through b: 1 + 2 = 3 with variance 1 + 1 = 2. Equal weights: 2, variance 1.
    const ours = only([pair("1", "a-b", 1, 1), pair("2", "b-c", 2, 1), pair("3", "a-c", 1, 2)], { tau2: 0 });
    near(entry(ours, ours.common, "estimate", "a", "c"), 2, 1e-14);
    near(entry(ours, ours.common, "se", "a", "c"), 1, 1e-14);
    expect(ours.qDf).toBe(1);
    // 1/1·(1 − ⅚…)²: each link is off by its share of the 2 points of disagreement; Q = 2² / (2 + 2).
    near(ours.q, 1, 1e-14);
    const split = ours.common.splits.find(({ treatment, versus }) => treatment === "a" && versus === "c")!;
    near(split.proportionDirect, 0.5, 1e-14);
    near(split.indirect!.estimate, 3, 1e-13);
    near(split.difference!.estimate, -2, 1e-13);
  });

  it("[EV-62] a study with three arms weighs its pairs as Rücker and Schwarzer's example of equal arms", () => {
    // Three arms of variance ½ each: every pair has variance 1, two of three are independent, weight 2/3 each.
    const arms = ["a", "b", "c"].map((treatment, mean) => ({ treatment, mean, variance: 0.5 }));
    const ours = only([studyOf("1", arms)], { tau2: 0 });
    for (const { seAdjustedCommon } of ours.contrasts) near(seAdjustedCommon!, Math.sqrt(1.5), 1e-14);
    near(entry(ours, ours.common, "se", "a", "b"), 1, 1e-14);
    near(ours.q, 0, 1e-14);
  });
});

describe("precision", () => {
  it("[EV-64] every study twice: the same effects, half the variance, twice the Q", () => {
    fc.assert(
      fc.property(anyNetwork(), (studies) => {
        const once = only(studies, { tau2: 0.3 });
        const twice = only([...studies, ...studies.map((one) => ({ ...one, study: `${one.study} again` }))], {
          tau2: 0.3,
        });
        near(twice.q, 2 * once.q);
        for (const league of ["common", "random"] as const)
          for (const a of once.treatments)
            for (const b of once.treatments) {
              near(
                entry(twice, twice[league]!, "estimate", a, b),
                entry(once, once[league]!, "estimate", a, b),
              );
              near(
                entry(twice, twice[league]!, "se", a, b),
                entry(once, once[league]!, "se", a, b) / Math.SQRT2,
              );
            }
      }),
      runs,
    );
  });

  it("[EV-64] with τ² 0 the random model is the common one; a larger τ² widens every interval", () => {
    fc.assert(
      fc.property(anyNetwork(), (studies) => {
        const [none, some, more] = [0, 0.2, 0.9].map((tau2) => only(studies, { tau2 })) as [
          Network,
          Network,
          Network,
        ];
        expect(none.random).toEqual(none.common);
        for (const a of none.treatments)
          for (const b of none.treatments)
            if (a !== b) {
              const se = [none, some, more].map((one) => entry(one, random(one), "se", a, b));
              expect(se[0]!).toBeLessThan(se[1]!);
              expect(se[1]!).toBeLessThan(se[2]!);
            }
      }),
      runs,
    );
  });

  it("[EV-65] [EV-66] τ² is never below 0, and 0 where the studies agree", () => {
    fc.assert(
      fc.property(anyNetwork(), method, (studies, how) => {
        const { tau2 } = only(studies, how);
        if (tau2 !== null) expect(tau2).toBeGreaterThanOrEqual(0);
        const agreeing = mapContrasts(studies, (contrast) => ({
          ...contrast,
          estimate: contrast.treatment.charCodeAt(0) - contrast.versus.charCodeAt(0),
        }));
        const exact = only(agreeing, how);
        if (exact.tau2 !== null) expect(exact.tau2).toBe(0);
        near(exact.q, 0, 1e-12);
      }),
      runs,
    );
  });
});

describe("league, prediction, scores", () => {
  it("[EV-68] both ways: the sign turns, the ends of the interval change places, se and p stay", () => {
    fc.assert(
      fc.property(anyNetwork(), method, (studies, how) => {
        const ours = only(studies, how);
        const league = ours.random ?? ours.common;
        for (const [a, row] of league.estimate.entries())
          for (const b of row.keys()) {
            expect(league.estimate[a]![b]! + league.estimate[b]![a]!).toBe(0);
            expect(league.se[a]![b]).toBe(league.se[b]![a]);
            expect(league.p[a]![b]).toBe(league.p[b]![a]);
            near(league.ciLower[a]![b]!, -league.ciUpper[b]![a]!, 1e-14);
            const half = normalQuantile(0.975) * league.se[a]![b]!;
            near(league.ciUpper[a]![b]! - league.estimate[a]![b]!, half, 1e-12);
          }
      }),
      runs,
    );
  });

  it("[EV-69] a prediction interval holds the confidence interval; t with the degrees of freedom of Q", () => {
    fc.assert(
      fc.property(anyNetwork(), method, (studies, how) => {
        const ours = only(studies, how);
        if (ours.prediction === null) {
          expect(ours.qDf).toBe(0);
          return;
        }
        const league = random(ours);
        for (const [a, row] of league.estimate.entries())
          for (const [b, estimate] of row.entries()) {
            if (a === b) continue;
            const half =
              studentTQuantile(0.975, ours.qDf) * Math.hypot(league.se[a]![b]!, Math.sqrt(ours.tau2!));
            near(ours.prediction.lower[a]![b]!, estimate - half, 1e-12);
            near(ours.prediction.upper[a]![b]!, estimate + half, 1e-12);
            expect(ours.prediction.lower[a]![b]!).toBeLessThan(league.ciLower[a]![b]!);
          }
      }),
      runs,
    );
  });

  it("[EV-70] P-scores lie within 0 and 1, their mean is ½, the other end of the scale turns them round", () => {
    fc.assert(
      fc.property(anyNetwork(), method, (studies, how) => {
        const ours = only(studies, how);
        const league = ours.random ?? ours.common;
        const [low, high] = [pScores(league, "lower"), pScores(league, "higher")];
        near(low.reduce((sum, score) => sum + score, 0) / low.length, 0.5, 1e-12);
        for (const [i, score] of low.entries()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          near(score, 1 - high[i]!, 1e-12);
        }
      }),
      runs,
    );
    const clear = only([pair("1", "a-b", -9, 0.01), pair("2", "b-c", -9, 0.01)], { tau2: 0 });
    expect(pScores(clear.common, "lower").map((score) => score.toFixed(6))).toEqual([
      "1.000000",
      "0.500000",
      "0.000000",
    ]);
  });
});

describe("where the figures come from", () => {
  it("[EV-71] direct and indirect evidence add up to the network's figure", () => {
    fc.assert(
      fc.property(anyNetwork(), method, (studies, how) => {
        const ours = only(studies, how);
        const league = ours.random ?? ours.common;
        for (const {
          treatment,
          versus,
          direct,
          indirect,
          proportionDirect,
          difference,
          k,
        } of league.splits) {
          expect(proportionDirect).toBeGreaterThanOrEqual(0);
          expect(proportionDirect).toBeLessThanOrEqual(1);
          expect(direct === null).toBe(k === 0);
          expect(difference === null).toBe(direct === null || indirect === null);
          if (indirect !== null)
            near(
              proportionDirect * (direct?.estimate ?? 0) + (1 - proportionDirect) * indirect.estimate,
              entry(ours, league, "estimate", treatment, versus),
            );
          else near(direct!.estimate, entry(ours, league, "estimate", treatment, versus), 1e-5);
        }
      }),
      runs,
    );
  });

  it("[EV-72] the parts of Q add up, and so do their degrees of freedom", () => {
    fc.assert(
      fc.property(anyNetwork(), (studies) => {
        const { q, qDf, decomposition } = only(studies);
        if (decomposition === null) return;
        const { total, heterogeneity, inconsistency, designs } = decomposition;
        expect(total).toMatchObject({ q, df: qDf });
        near(heterogeneity.q + inconsistency.q, q);
        expect(heterogeneity.df + inconsistency.df).toBe(qDf);
        near(
          designs.reduce((sum, design) => sum + design.q, 0),
          heterogeneity.q,
        );
        expect(designs.reduce((sum, design) => sum + design.df, 0)).toBe(heterogeneity.df);
        for (const part of [total, heterogeneity, inconsistency, ...designs]) {
          expect(part.q).toBeGreaterThanOrEqual(0);
          expect(part.p === null).toBe(part.df === 0);
        }
      }),
      runs,
    );
  });

  it("[EV-72] designs that agree have no inconsistency, studies that agree no heterogeneity", () => {
    const designs = [pair("1", "a-b", 1, 0.1), pair("2", "b-c", 1, 0.1), pair("3", "a-c", 7, 0.1)];
    const disagreeing = only([...designs, pair("4", "a-b", 1, 0.2)]).decomposition!;
    near(disagreeing.heterogeneity.q, 0, 1e-12);
    expect(disagreeing.inconsistency.p).toBeLessThan(1e-6);
    const spread = [pair("1", "a-b", 0, 0.1), pair("2", "a-b", 9, 0.1), pair("3", "b-c", 1, 0.1)];
    const within = only(spread).decomposition!;
    expect(within.heterogeneity.p).toBeLessThan(1e-6);
    expect(within.inconsistency).toEqual({ q: 0, df: 0, p: null });
  });
});

describe("a network that falls apart", () => {
  it("[EV-67] gives the same as its parts alone, the largest first, and nothing between them", () => {
    fc.assert(
      fc.property(anyNetwork(), anyNetwork(3, 5), method, (studies, others, how) => {
        const apart = others.map(({ study, contrasts }) => ({
          study: `other ${study}`,
          contrasts: contrasts.map(({ treatment, versus, ...rest }) => ({
            treatment: `other ${treatment}`,
            versus: `other ${versus}`,
            ...rest,
          })),
        }));
        const mixed = studies.flatMap((study, i) => (apart[i] === undefined ? [study] : [apart[i], study]));
        const all = [...mixed, ...apart.slice(studies.length)];
        const networks = fitted(all, how);
        expect(networks.length).toBe(2);
        const alone = [...fitted(studies, how), ...fitted(apart, how)];
        const sizes = networks.map(({ treatments }) => treatments.length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        for (const one of alone)
          expect(networks.find(({ treatments }) => treatments[0] === one.treatments[0])).toEqual(one);
      }),
      runs,
    );
  });

  it("[EV-67] the order of equal parts does not depend on the order of the studies", () => {
    const parts = [
      pair("1", "c-d", 1, 1),
      pair("2", "a-b", 1, 1),
      pair("3", "e-f", 1, 1),
      pair("4", "f-e", 1, 1),
    ];
    const names = (studies: typeof parts) => fitted(studies).map(({ treatments }) => treatments.join(""));
    expect(names(parts)).toEqual(["ef", "ab", "cd"]);
    expect(names(parts.toReversed())).toEqual(["ef", "ab", "cd"]);
  });
});

/** Subgroups, cumulative pooling and single arms, held against metafor (see fixtures/README.md). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cumulativePool,
  type GroupedEffect,
  type Interval,
  type Method,
  type PooledShare,
  type ProportionFault,
  type ProportionScale,
  poolEffects,
  poolShares,
  proportionEffect,
  shareFrom,
  subgroupComparison,
} from "../src/index.ts";
import { Ledger, readFixtures } from "./reference.ts";

/** Closed forms and what follows from them; iterative τ² and what follows from it. */
const CLOSED = 1e-9;
const ITERATIVE = 1e-6;
const toleranceOf = (method: string): number =>
  ["EE", "DL", "HE", "SJ"].includes(method) ? CLOSED : ITERATIVE;

type Effects = { study: string; yi: number; vi: number; group: string; year: number }[];
type Run = { method: Method; test: Interval; call: string; estimate: number[]; se: number[] };
type Subgroup = { groups: string[]; tau2: number | number[]; QM: number; df: number; QMp: number };
type SubgroupSet = {
  id: string;
  studies: Effects;
  separate: (Run & Subgroup)[];
  common: (Run & Subgroup & { ci_lb: number[]; ci_ub: number[]; QE: number; QE_df: number; QEp: number })[];
};
type CumulativeSet = {
  id: string;
  studies: Effects;
  runs: (Run & { ci_lb: number[]; ci_ub: number[]; Q: number[]; tau2: number[]; I2: number[] | null })[];
};
type Fit = { method: Method; test: Interval; estimate: number; se: number; tau2: number } & Record<
  "share" | "share_lb" | "share_ub",
  number
> & { pi_lb: number | null; pi_ub: number | null };
type ProportionSet = {
  id: string;
  xi: number[];
  ni: number[];
  runs: { measure: "PLO" | "PFT"; yi: number[]; vi: number[]; fits: Fit[] }[];
  ipft: { share: number[] };
};
type Fixture<Set> = { id: string; software: { metafor: string }; sets: Set[] };

function fixture<Set>(name: string): Set[] {
  const [found] = readFixtures<Fixture<Set>>(`groups-${name}`);
  expect(found?.software.metafor).toBe("3.8.1");
  return found?.sets ?? [];
}

describe("subgroups", () => {
  it("[EV-85] are what metafor gives, with a τ² each and with one for all", () => {
    const ledger = new Ledger();
    for (const { id, studies, separate, common } of fixture<SubgroupSet>("subgroups")) {
      const effects: GroupedEffect[] = studies.map(({ study, yi, vi, group }) => {
        return { study, estimate: yi, variance: vi, group };
      });
      for (const theirs of separate) {
        const where = `${id} ${theirs.call}`;
        const tolerance = toleranceOf(theirs.method);
        const ours = subgroupComparison(effects, { method: theirs.method, ci: "z", tau2: "separate" });
        expect(ours?.groups.map(({ group }) => group)).toEqual(theirs.groups);
        for (const [i, group] of (ours?.groups ?? []).entries()) {
          ledger.close("estimate", where, group.estimate, theirs.estimate[i]!, tolerance);
          ledger.close("se", where, group.se, theirs.se[i]!, tolerance);
          if (group.k > 1) ledger.close("tau2", where, group.tau2, (theirs.tau2 as number[])[i]!, tolerance);
        }
        ledger.close("QM", where, ours?.between?.statistic, theirs.QM, tolerance);
        ledger.close("QMp", where, ours?.between?.p, theirs.QMp, tolerance);
        expect(ours?.between).toMatchObject({ df: theirs.df, dfResidual: null });
      }
      for (const theirs of common) {
        const where = `${id} ${theirs.call}`;
        const tolerance = toleranceOf(theirs.method);
        const options = { method: theirs.method, ci: theirs.test, tau2: "common" } as const;
        const ours = subgroupComparison(effects, options);
        for (const [i, group] of (ours?.groups ?? []).entries()) {
          ledger.close("estimate", where, group.estimate, theirs.estimate[i]!, tolerance);
          ledger.close("se", where, group.se, theirs.se[i]!, tolerance);
          ledger.close("ciLower", where, group.ciLower, theirs.ci_lb[i]!, tolerance);
          ledger.close("ciUpper", where, group.ciUpper, theirs.ci_ub[i]!, tolerance);
        }
        ledger.close("tau2", where, ours?.tau2, theirs.tau2 as number, tolerance);
        ledger.close("QM", where, ours?.between?.statistic, theirs.QM, tolerance);
        ledger.close("QMp", where, ours?.between?.p, theirs.QMp, tolerance);
        ledger.close("QE", where, ours?.within?.q, theirs.QE, CLOSED);
        ledger.close("QEp", where, ours?.within?.p, theirs.QEp, CLOSED);
        expect(ours?.between?.dfResidual ?? null).toBe(theirs.test === "z" ? null : theirs.QE_df);
      }
    }
    ledger.settle(1000);
  });

  it("[EV-85] know what cannot be compared", () => {
    const one = { study: "a", estimate: 0, variance: 1, group: "x" };
    const other = { study: "b", estimate: 2, variance: 1, group: "y" };
    const options = { method: "EE", ci: "z" } as const;
    expect(subgroupComparison([one], { ...options, tau2: "separate" })).toBeNull();
    expect(subgroupComparison([one, other], { ...options, tau2: "common" })).toBeNull();
    const separate = subgroupComparison([one, other], { ...options, tau2: "separate" });
    expect(separate?.between?.statistic).toBeCloseTo(2, 12);
    expect(separate?.within).toBeNull();
    // Studies that agree exactly leave Knapp-Hartung without a width, and nothing to test with.
    const agreeing = [one, { ...one, study: "c" }, other, { ...other, study: "d" }];
    for (const tau2 of ["separate", "common"] as const) {
      const found = subgroupComparison(agreeing, { method: "REML", ci: "knha", tau2 });
      expect(found?.between).toBeNull();
      expect(found?.groups.map(({ estimate, se }) => [estimate, se])).toEqual([
        [0, 0],
        [2, 0],
      ]);
    }
  });

  it("[EV-85] move with a constant and do not care for the order of the studies", () => {
    const effect = fc.record({
      estimate: fc.double({ min: -2, max: 2, noNaN: true }),
      variance: fc.double({ min: 0.01, max: 1, noNaN: true }),
      group: fc.constantFrom("x", "y", "z"),
    });
    fc.assert(
      fc.property(fc.array(effect, { minLength: 5, maxLength: 12 }), (list) => {
        const effects = list.map((one, i) => ({ ...one, study: String(i) }));
        const options = { method: "REML", ci: "adhoc", tau2: "common" } as const;
        const found = subgroupComparison(effects, options);
        if (found === null || found.between === null) return;
        const moved = effects.map((one) => ({ ...one, estimate: one.estimate + 1 })).toReversed();
        const again = subgroupComparison(moved, options);
        expect(again?.between?.statistic).toBeCloseTo(found.between?.statistic, 5);
        for (const [i, { estimate }] of found.groups.entries())
          expect(again?.groups[i]?.estimate).toBeCloseTo(estimate + 1, 6);
      }),
    );
  });
});

describe("cumulative pooling", () => {
  it("[EV-86] is what metafor's cumul gives, step by step", () => {
    const ledger = new Ledger();
    for (const { id, studies, runs } of fixture<CumulativeSet>("cumulative")) {
      const effects = studies
        .toSorted((one, other) => one.year - other.year)
        .map(({ study, yi, vi }) => ({ study, estimate: yi, variance: vi }));
      for (const theirs of runs) {
        const where = `${id} ${theirs.call}`;
        const tolerance = toleranceOf(theirs.method);
        for (const [i, step] of cumulativePool(effects, {
          method: theirs.method,
          ci: theirs.test,
        }).entries()) {
          ledger.close("estimate", where, step.estimate, theirs.estimate[i]!, tolerance);
          // Of the first study alone metafor gives the plain standard error; with t it gives no interval.
          ledger.close("se", where, step.se, theirs.se[i]!, tolerance);
          if (i === 0) continue;
          ledger.close("ciLower", where, step.ciLower, theirs.ci_lb[i]!, tolerance);
          ledger.close("ciUpper", where, step.ciUpper, theirs.ci_ub[i]!, tolerance);
          ledger.close("Q", where, step.q, theirs.Q[i]!, CLOSED);
          ledger.close("tau2", where, step.tau2, theirs.tau2[i]!, tolerance);
        }
      }
    }
    ledger.settle(2000);
  });
});

const scaleOf = (measure: "PLO" | "PFT"): ProportionScale => (measure === "PLO" ? "logit" : "freeman-tukey");
const poolOf = (result: PooledShare | ProportionFault): PooledShare => {
  if ("type" in result) throw new Error(result.type);
  return result;
};

describe("shares of single arms", () => {
  it("[EV-87] [EV-88] are what metafor gives, there and back", () => {
    const ledger = new Ledger();
    for (const { id, xi, ni, runs, ipft } of fixture<ProportionSet>("proportions")) {
      const arms = xi.map((events, i) => ({ study: String(i), events, n: ni[i]! }));
      for (const [i, { events, n }] of arms.entries()) {
        const value = proportionEffect("freeman-tukey", { events, n }).estimate;
        ledger.close("ipft", id, shareFrom("freeman-tukey", value, n), ipft.share[i]!, CLOSED);
        expect(shareFrom("freeman-tukey", value, n)).toBeCloseTo(events / n, 9);
      }
      for (const { measure, yi, vi, fits } of runs) {
        for (const [i, arm] of arms.entries()) {
          const { estimate, variance } = proportionEffect(scaleOf(measure), arm);
          ledger.close("yi", `${id} ${measure}`, estimate, yi[i]!, CLOSED);
          ledger.close("vi", `${id} ${measure}`, variance, vi[i]!, CLOSED);
        }
        for (const theirs of fits) {
          const where = `${id} ${measure} ${theirs.method} ${theirs.test}`;
          const tolerance = toleranceOf(theirs.method);
          const options = { scale: scaleOf(measure), method: theirs.method, ci: theirs.test };
          const ours = poolOf(poolShares(arms, options));
          ledger.close("estimate", where, ours.pooled.estimate, theirs.estimate, tolerance);
          ledger.close("se", where, ours.pooled.se, theirs.se, tolerance);
          ledger.close("tau2", where, ours.pooled.tau2, theirs.tau2, tolerance);
          ledger.close("share", where, ours.share, theirs.share, tolerance);
          ledger.close("shareLower", where, ours.shareLower, theirs.share_lb, tolerance);
          ledger.close("shareUpper", where, ours.shareUpper, theirs.share_ub, tolerance);
          if (theirs.pi_lb === null || theirs.method === "EE") expect(ours.predictionLower).toBeNull();
          else ledger.close("piLower", where, ours.predictionLower, theirs.pi_lb, tolerance);
          if (theirs.pi_ub !== null && theirs.method !== "EE")
            ledger.close("piUpper", where, ours.predictionUpper, theirs.pi_ub, tolerance);
        }
      }
    }
    ledger.settle(600);
  });

  it("[EV-89] stay within 0 and 1, in order, whatever was counted", () => {
    const arm = fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, part]) => ({ n, events: Math.round(n * part) }));
    fc.assert(
      fc.property(
        fc.array(arm, { minLength: 1, maxLength: 9 }),
        fc.constantFrom<ProportionScale>("logit", "freeman-tukey"),
        (list, scale) => {
          const arms = list.map((one, i) => ({ ...one, study: String(i) }));
          const found = poolOf(poolShares(arms, { scale, method: "REML", ci: "z" }));
          expect(found.shareLower).toBeGreaterThanOrEqual(0);
          expect(found.shareUpper).toBeLessThanOrEqual(1);
          expect(found.share).toBeGreaterThanOrEqual(found.shareLower);
          expect(found.share).toBeLessThanOrEqual(found.shareUpper);
        },
      ),
    );
  });

  it("[EV-89] name the study whose counts are none, and know one arm from a pool", () => {
    const options = { scale: "logit", method: "REML", ci: "z" } as const;
    expect(poolShares([], options)).toEqual({ type: "NoArms" });
    for (const [events, n] of [
      [5, 4],
      [-1, 4],
      [Number.NaN, 4],
      [0, 0],
      [1, Number.POSITIVE_INFINITY],
    ] as const)
      expect(poolShares([{ study: "A", events, n }], options)).toMatchObject({
        type: "NotACount",
        study: "A",
      });
    const one = poolOf(poolShares([{ study: "A", events: 3, n: 40 }], options));
    expect(one.share).toBeCloseTo(0.075, 12);
    expect(one.predictionLower).toBeNull();
    // The examples of the doc comments.
    expect(proportionEffect("logit", { events: 10, n: 20 })).toEqual({ estimate: 0, variance: 0.2 });
    const two = poolShares(
      [
        { study: "A", events: 3, n: 40 },
        { study: "B", events: 5, n: 50 },
      ],
      options,
    );
    expect(poolOf(two).share).toBeCloseTo(0.0897, 4);
    const alone = poolEffects([{ study: "A", estimate: 1, variance: 1 }], { method: "REML", ci: "z" });
    expect(alone.k).toBe(1);
  });
});

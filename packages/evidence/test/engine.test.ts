import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absoluteRisk,
  binaryEffect,
  continuousEffect,
  defaultInterval,
  egger,
  hedgesFactor,
  heterogeneity,
  logOddsRatio,
  type Method,
  mantelHaenszel,
  methods,
  ofHundred,
  peto,
  poolEffects,
  predictionInterval,
  qProfile,
  riskFromOddsRatio,
  type StudyEffect,
  share,
  tauSquared,
  tauSquaredSe,
} from "../src/index.ts";
import { largestLikelihood, logLikelihood } from "../src/likelihood.ts";
import { weighted } from "../src/weighted.ts";

const runs = { seed: 7, numRuns: 200 };
const random = methods.filter((method) => method !== "EE");
const method = fc.constantFrom(...methods);
const ci = fc.constantFrom("z", "knha", "adhoc");

const effects = fc.array(
  fc.record({
    estimate: fc.double({ min: -5, max: 5, noNaN: true }),
    variance: fc.double({ min: 0.001, max: 3, noNaN: true }),
  }),
  { minLength: 2, maxLength: 12 },
);
const named = (list: readonly { estimate: number; variance: number }[]): StudyEffect[] =>
  list.map((effect, i) => ({ study: `s${i}`, ...effect }));
const arm = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => ({ n, events: Math.round(n * part) }));

const near = (ours: number, theirs: number, scale = 1, tolerance = 1e-7): void =>
  expect(Math.abs(ours - theirs) / Math.max(scale, Math.abs(theirs))).toBeLessThan(tolerance);

describe("what never changes", () => {
  it("[EV-9] swapped arms turn the sign and keep the variance", () => {
    fc.assert(
      fc.property(arm, arm, fc.constantFrom("OR", "RR", "RD"), (first, second, measure) => {
        const there = binaryEffect(measure, first, second);
        const back = binaryEffect(measure, second, first);
        if (there === null || back === null) {
          expect(there).toBe(back);
          return;
        }
        near(there.estimate, -back.estimate, 1, 1e-12);
        near(there.variance, back.variance, 1, 1e-12);
      }),
      runs,
    );
  });

  it("[EV-9] swapped events turn the sign of OR and RD", () => {
    fc.assert(
      fc.property(arm, arm, fc.constantFrom("OR", "RD"), (first, second, measure) => {
        const others = (group: typeof first) => ({ n: group.n, events: group.n - group.events });
        const there = binaryEffect(measure, first, second);
        const back = binaryEffect(measure, others(first), others(second));
        if (there === null || back === null) {
          expect(there).toBe(back);
          return;
        }
        near(there.estimate, -back.estimate, 1, 1e-12);
        near(there.variance, back.variance, 1, 1e-12);
      }),
      runs,
    );
  });

  it("[EV-25] the order of the studies changes nothing", () => {
    fc.assert(
      fc.property(effects, method, ci, (list, how, test) => {
        const there = poolEffects(named(list), { method: how, ci: test });
        const back = poolEffects(named(list.toReversed()), { method: how, ci: test });
        for (const field of ["estimate", "se", "tau2", "q", "i2", "ciLower", "ciUpper"] as const)
          near(there[field] ?? Number.NaN, back[field] ?? Number.NaN);
      }),
      runs,
    );
  });

  it("[EV-25] moving every effect moves the pool and nothing else; scaling scales", () => {
    fc.assert(
      fc.property(effects, fc.constantFrom(...random), fc.constantFrom(-3, 0.5, 2), (list, how, by) => {
        const base = poolEffects(named(list), { method: how, ci: "z" });
        const moved = poolEffects(named(list.map((one) => ({ ...one, estimate: one.estimate + by }))), {
          method: how,
          ci: "z",
        });
        near(moved.estimate - by, base.estimate);
        near(moved.tau2 ?? Number.NaN, base.tau2 ?? Number.NaN);
        near(moved.se, base.se);
        const scaled = poolEffects(
          named(list.map((one) => ({ estimate: one.estimate * by, variance: one.variance * by * by }))),
          { method: how, ci: "z" },
        );
        near(scaled.estimate, base.estimate * by);
        near(scaled.tau2 ?? Number.NaN, (base.tau2 ?? Number.NaN) * by * by);
        near(scaled.i2 ?? Number.NaN, base.i2 ?? Number.NaN, 1, 1e-6);
      }),
      runs,
    );
  });

  it("[EV-20] weights sum to 100 and the pool lies among the studies", () => {
    fc.assert(
      fc.property(effects, method, ci, (list, how, test) => {
        const pooled = poolEffects(named(list), { method: how, ci: test });
        near(
          pooled.studies.reduce((sum, one) => sum + one.weight, 0),
          100,
          1,
          1e-12,
        );
        const all = list.map((one) => one.estimate);
        expect(pooled.estimate).toBeGreaterThanOrEqual(Math.min(...all) - 1e-12);
        expect(pooled.estimate).toBeLessThanOrEqual(Math.max(...all) + 1e-12);
        expect(pooled.tau2).toBeGreaterThanOrEqual(0);
        expect(pooled.tau2Lower ?? 0).toBeLessThanOrEqual(pooled.tau2Upper ?? 0);
      }),
      runs,
    );
  });

  it("[EV-21] the ad hoc interval is never narrower than either other", () => {
    fc.assert(
      fc.property(effects, method, (list, how) => {
        const se = (test: "z" | "knha" | "adhoc") => poolEffects(named(list), { method: how, ci: test }).se;
        expect(se("adhoc")).toBe(Math.max(se("z"), se("knha")));
      }),
      runs,
    );
  });

  it("[EV-11] Paule-Mandel's Q equals k − 1", () => {
    fc.assert(
      fc.property(effects, (list) => {
        const y = list.map((one) => one.estimate);
        const v = list.map((one) => one.variance);
        const tau2 = tauSquared(y, v, "PM");
        const { q } = weighted(y, v, tau2);
        if (tau2 > 0) near(q, y.length - 1, 1, 1e-9);
        else expect(q).toBeLessThanOrEqual(y.length - 1 + 1e-9);
      }),
      runs,
    );
  });
});

describe("the likelihood", () => {
  it("[EV-12] [EV-13] has no higher point anywhere on a fine lattice", () => {
    fc.assert(
      fc.property(effects, fc.boolean(), (list, restricted) => {
        const y = list.map((one) => one.estimate);
        const v = list.map((one) => one.variance);
        const at = largestLikelihood(y, v, restricted);
        const summit = logLikelihood(y, v, at, restricted);
        for (let step = -12; step <= 6; step += 0.02)
          expect(logLikelihood(y, v, 10 ** step, restricted)).toBeLessThanOrEqual(
            summit + 1e-10 * Math.abs(summit),
          );
        expect(logLikelihood(y, v, 0, restricted)).toBeLessThanOrEqual(summit + 1e-12 * Math.abs(summit));
      }),
      runs,
    );
  });

  it.each([
    { y: [7.12, 12.69, 0.4, 0.12], v: [6.055, 90.197, 0.068, 0.018], lower: 0.011, higher: 10 },
    { y: [-13.54, 0.83, -0.03], v: [26.926, 0.423, 0.208], lower: 35, higher: 0.056 },
    { y: [0.17, -2.38, -4.89, 0.13], v: [0.011, 2.12, 2.808, 0.003], lower: 0, higher: 3.5 },
    { y: [4.59, -1.61, -0.06, -0.09, -3.64], v: [5.215, 12.604, 0.029, 0.047, 1.897], lower: 3.5, higher: 0 },
  ])(
    "[EV-13] takes the higher of two summits, near $higher and not near $lower",
    ({ y, v, lower, higher }) => {
      const at = largestLikelihood(y, v, true);
      expect(Math.abs(at - higher)).toBeLessThan(Math.abs(at - lower) / 4);
      expect(logLikelihood(y, v, at, true)).toBeGreaterThan(logLikelihood(y, v, lower, true));
    },
  );
});

describe("one, two and identical studies", () => {
  it("[EV-23] one study is itself", () => {
    const pooled = poolEffects([{ study: "only", estimate: -0.4, variance: 0.04 }], {
      method: "REML",
      ci: "knha",
    });
    expect(pooled).toMatchObject({
      k: 1,
      ci: "z",
      estimate: -0.4,
      se: 0.2,
      tau2: null,
      tau2Upper: null,
      i2: null,
      h2: null,
    });
    expect(pooled).toMatchObject({ q: null, qDf: null, qP: null, predictionLower: null, leaveOneOut: [] });
    expect(pooled.studies).toEqual([{ study: "only", estimate: -0.4, se: 0.2, weight: 100 }]);
    expect(pooled.ciLower).toBeCloseTo(-0.4 - 1.959963984540054 * 0.2, 14);
  });

  it("[EV-22] the default interval has a floor for few studies", () => {
    const chosen = (how: Method) => [2, 3, 4, 5, 20].map((k) => defaultInterval(how, k));
    expect(chosen("REML")).toEqual(["adhoc", "adhoc", "adhoc", "knha", "knha"]);
    expect(chosen("EE")).toEqual(["z", "z", "z", "z", "z"]);
  });

  it("[EV-26] identical studies have no heterogeneity by any method", () => {
    const same = named(Array.from({ length: 5 }, () => ({ estimate: 0.3, variance: 0.1 })));
    for (const how of methods) {
      const pooled = poolEffects(same, { method: how, ci: "z" });
      expect(pooled.tau2, how).toBeCloseTo(0, 12);
      expect(pooled.se).toBeCloseTo(Math.sqrt(0.02), 12);
      const narrow = poolEffects(same, { method: how, ci: "knha" });
      expect([narrow.estimate, narrow.p].every(Number.isFinite)).toBe(true);
    }
  });

  it("[EV-10] bears huge differences and huge variances", () => {
    for (const how of methods) {
      const wide = poolEffects(
        named([
          { estimate: -1e8, variance: 1e-6 },
          { estimate: 1e8, variance: 1e-6 },
          { estimate: 0, variance: 1e6 },
        ]),
        { method: how, ci: "adhoc" },
      );
      for (const field of ["estimate", "se", "tau2", "i2", "ciLower", "ciUpper", "p", "qP"] as const)
        expect(Number.isFinite(wide[field]), `${how} ${field}`).toBe(true);
      if (how !== "EE") expect(wide.tau2).toBeGreaterThan(1e14);
    }
  });
});

describe("what cannot be pooled", () => {
  it("[EV-51] is a bug when code passes it", () => {
    const bad = [
      [],
      named([{ estimate: Number.NaN, variance: 1 }]),
      named([{ estimate: 1, variance: 0 }]),
      named([{ estimate: 1, variance: -1 }]),
      named([{ estimate: 1, variance: Number.NaN }]),
      named([{ estimate: Number.POSITIVE_INFINITY, variance: 1 }]),
      named([{ estimate: 1, variance: Number.POSITIVE_INFINITY }]),
    ];
    for (const list of bad) expect(() => poolEffects(list, { method: "DL", ci: "z" })).toThrow(RangeError);
  });

  it("[EV-30] [EV-31] [EV-32] the checks give nothing rather than a figure out of nothing", () => {
    const empty = [{ active: { events: 0, n: 10 }, control: { events: 0, n: 10 } }];
    for (const measure of ["OR", "RR", "RD"] as const) expect(mantelHaenszel(measure, empty)).toBeNull();
    for (const measure of ["OR", "RR", "RD"] as const) expect(mantelHaenszel(measure, [])).toBeNull();
    expect(peto(empty)).toBeNull();
    expect(peto([])).toBeNull();
    expect(
      egger(
        named([
          { estimate: 1, variance: 1 },
          { estimate: 2, variance: 2 },
        ]),
      ),
    ).toBeNull();
    expect(egger(named([1, 2, 3].map((estimate) => ({ estimate, variance: 0.1 }))))).toBeNull();
  });
});

describe("people of 100", () => {
  it("[EV-40] agrees with the two-by-two table it came from", () => {
    fc.assert(
      fc.property(arm, arm, fc.constantFrom("OR", "RR", "RD"), (active, control, measure) => {
        const inside = (group: typeof active) => group.events > 0 && group.events < group.n;
        if (!inside(active) || !inside(control)) return;
        const effect = binaryEffect(measure, active, control)!;
        near(
          absoluteRisk(measure, effect.estimate, control.events / control.n),
          active.events / active.n,
          1,
          1e-12,
        );
      }),
      runs,
    );
  });

  it("[EV-41] [EV-42] stays within 0 and 100 and keeps the order of the ends", () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom("OR", "RR", "RD"),
        (a, b, c, baseline, measure) => {
          const [ciLower, estimate, ciUpper] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
          const answer = ofHundred(measure, { estimate, ciLower, ciUpper }, baseline);
          if ("type" in answer) throw new Error(answer.type);
          expect(answer.withLower).toBeGreaterThanOrEqual(0);
          expect(answer.withUpper).toBeLessThanOrEqual(100);
          expect(answer.withLower).toBeLessThanOrEqual(answer.with + 1e-12);
          expect(answer.with).toBeLessThanOrEqual(answer.withUpper + 1e-12);
        },
      ),
      runs,
    );
    expect(ofHundred("RR", { estimate: 1, ciLower: 0, ciUpper: 2 }, 0.5)).toMatchObject({
      capped: true,
      with: 100,
    });
    expect(absoluteRisk("OR", 800, 0.2)).toBe(1);
    expect(absoluteRisk("OR", 1, 1)).toBe(1);
    expect(absoluteRisk("RR", 800, 0)).toBe(0);
  });

  it("[EV-43] refuses what is no share", () => {
    const effect = { estimate: 0, ciLower: -1, ciUpper: 1 };
    for (const baseline of [-0.1, 1.1, Number.NaN])
      expect(ofHundred("OR", effect, baseline)).toEqual({ type: "BaselineIsNoShare", baseline });
    expect(ofHundred("OR", { ...effect, ciUpper: Number.NaN }, 0.5)).toEqual({
      type: "EffectIsNoNumber",
      field: "ciUpper",
    });
    expect([share(2), share(Number.NaN), logOddsRatio(0), logOddsRatio(-1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("the examples of the doc comments", () => {
  it("[EV-1] [EV-2] [EV-3] effect sizes", () => {
    expect(binaryEffect("RD", { events: 10, n: 20 }, { events: 5, n: 20 })?.estimate).toBe(0.25);
    expect(continuousEffect("MD", { n: 10, mean: 3, sd: 1 }, { n: 10, mean: 5, sd: 1 }).estimate).toBe(-2);
    expect(hedgesFactor(10)).toBeCloseTo(0.92274560805, 9);
  });

  it("[EV-10] [EV-16] [EV-17] heterogeneity", () => {
    expect(tauSquared([0, 0, 0], [1, 1, 1], "REML")).toBe(0);
    expect(tauSquaredSe([0, 0, 0], [1, 1, 1], 0, "ML")).toBeCloseTo(Math.sqrt(2 / 3), 14);
    expect(heterogeneity([-0.5, -1.1], [0.04, 0.09], "EE").q).toBeCloseTo(2.76923076923077, 13);
    expect(qProfile([0, 0, 0], [1, 1, 1]).lower).toBe(0);
    expect(weighted([0, 1], [1, 1], 0).mean).toBe(0.5);
  });

  it("[EV-20] [EV-24] pooling", () => {
    const two = [
      { study: "a", estimate: -0.5, variance: 0.04 },
      { study: "b", estimate: -1.1, variance: 0.09 },
    ];
    expect(poolEffects(two, { method: "EE", ci: "z" }).estimate).toBeCloseTo(-0.684615384615385, 14);
    const wide = predictionInterval({ estimate: 0, se: 3, tau2: 16, k: 4, method: "DL", ci: "z" }, "metafor");
    expect(wide?.[1]).toBeCloseTo(9.79981992270027, 12);
  });

  it("[EV-30] [EV-31] [EV-32] checks", () => {
    const table = [{ active: { events: 10, n: 20 }, control: { events: 5, n: 20 } }];
    expect(mantelHaenszel("OR", table)?.estimate).toBeCloseTo(Math.log(3), 14);
    expect(peto(table)?.estimate).toBeCloseTo(1.04, 14);
    const line = [1, 2, 3].map((se) => ({ study: `${se}`, estimate: 2 * se - 2, variance: se * se }));
    expect(egger(line)?.limitEstimate).toBeCloseTo(-2, 12);
  });

  it("[EV-40] absolute figures", () => {
    expect(absoluteRisk("OR", Math.log(2), 0.5)).toBeCloseTo(2 / 3, 14);
    expect(riskFromOddsRatio(logOddsRatio(2)!, share(0.5)!)).toBeCloseTo(2 / 3, 14);
    const answer = ofHundred("RR", { estimate: Math.log(0.5), ciLower: Math.log(0.25), ciUpper: 0 }, 0.2);
    expect(answer).toMatchObject({ without: 20, with: 10, withLower: 5, withUpper: 20, capped: false });
  });
});

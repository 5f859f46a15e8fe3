/** Networks that try to break the engine. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type NetworkStudy,
  network,
  networkMeasures,
  networkStudies,
  parseStudies,
  type Study,
} from "../src/index.ts";
import { entry, faultOf, fitted, only, pair, random, studyOf } from "./networks.ts";

const arms = (study: string, ...list: [treatment: string, events: number, n: number][]): Study => ({
  study,
  arms: list.map(([treatment, events, n]) => ({ treatment, events, n })),
});

describe("little evidence", () => {
  it("[EV-74] one study is itself; what only several can tell is null, not 0", () => {
    const ours = only([pair("1", "a-b", 0.5, 0.04)]);
    expect(ours).toMatchObject({ k: 1, qDf: 0, qP: null, tau2: null, i2: null });
    expect(ours).toMatchObject({ random: null, prediction: null, decomposition: null });
    expect(entry(ours, ours.common, "estimate", "a", "b")).toBe(0.5);
    expect(entry(ours, ours.common, "se", "a", "b")).toBeCloseTo(0.2, 15);
    expect(ours.common.splits).toMatchObject([{ k: 1, indirect: null, difference: null }]);
  });

  it("[EV-71] [EV-74] a star has no indirect evidence where it has direct, and no inconsistency", () => {
    const star = ["b", "c", "d"].flatMap((treatment, i) => [
      pair(`${treatment}1`, `${treatment}-a`, i, 0.1),
      pair(`${treatment}2`, `${treatment}-a`, i + 0.3, 0.2),
    ]);
    const ours = only(star);
    for (const split of random(ours).splits)
      expect(split.direct === null, `${split.treatment}-${split.versus}`).toBe(split.treatment !== "a");
    for (const split of random(ours).splits) expect(split.difference).toBeNull();
    expect(ours.decomposition!.inconsistency).toEqual({ q: 0, df: 0, p: null });
    expect(ours.qDf).toBe(3);
    // Without repeats nothing tells how much studies differ.
    expect(only(star.filter((_, i) => i % 2 === 0)).tau2).toBeNull();
  });

  it("[EV-62] a single study with four arms is its own league", () => {
    const four = ["a", "b", "c", "d"].map((treatment, i) => ({
      treatment,
      mean: i * i,
      variance: 0.1 * (i + 1),
    }));
    const ours = only([studyOf("1", four)]);
    expect(ours.qDf).toBe(0);
    for (const one of four)
      for (const other of four)
        if (one !== other) {
          const [a, b] = [one.treatment, other.treatment];
          expect(entry(ours, ours.common, "estimate", a, b)).toBeCloseTo(one.mean - other.mean, 12);
          expect(entry(ours, ours.common, "se", a, b)).toBeCloseTo(
            Math.sqrt(one.variance + other.variance),
            12,
          );
        }
  });

  it("[EV-66] a network of multi-arm studies only", () => {
    const three = (study: string, shift: number) =>
      studyOf(
        study,
        ["a", "b", "c"].map((treatment, i) => ({ treatment, mean: i * (1 + shift), variance: 0.02 })),
      );
    const ours = only([three("1", 0), three("2", 1), three("3", 2)]);
    expect(ours.qDf).toBe(4);
    expect(ours.tau2).toBeGreaterThan(0.1);
    expect(entry(ours, random(ours), "estimate", "c", "a")).toBeCloseTo(4, 10);
    expect(ours.decomposition!.designs).toMatchObject([{ df: 4 }]);
  });
});

describe("zero cells", () => {
  const around = arms("2", ["a", 5, 40], ["b", 9, 40]);

  it("[EV-61] one half is added to every arm of a study with a zero, and to no other", () => {
    const made = networkStudies([arms("1", ["a", 0, 20], ["b", 4, 20], ["c", 3, 20]), around], "OR");
    if ("type" in made) throw new Error(made.type);
    const [first, second] = made.studies as [NetworkStudy, NetworkStudy];
    const logOdds = (events: number, n: number) => Math.log(events / (n - events));
    const at = (place: number) => first.contrasts[place]!.estimate;
    expect(at(0)).toBeCloseTo(logOdds(0.5, 21) - logOdds(4.5, 21), 12);
    expect(at(2)).toBeCloseTo(logOdds(4.5, 21) - logOdds(3.5, 21), 12);
    // The pairs still add up, which they would not if only the pairs with the zero were corrected.
    expect(at(0) + at(2)).toBeCloseTo(at(1), 12);
    expect(second.contrasts[0]!.estimate).toBeCloseTo(logOdds(5, 40) - logOdds(9, 40), 12);
  });

  it("[EV-61] a study without events, or with nothing else, drops for ratios and stays for RD", () => {
    const studies = [
      arms("none", ["a", 0, 20], ["b", 0, 30]),
      arms("all", ["a", 20, 20], ["b", 30, 30]),
      around,
    ];
    for (const measure of ["OR", "RR"] as const)
      expect(networkStudies(studies, measure)).toMatchObject({
        dropped: ["none", "all"],
        studies: [{ study: "2" }],
      });
    expect(networkStudies(studies, "RD")).toMatchObject({ dropped: [], studies: { length: 3 } });
    expect(networkStudies(studies.slice(0, 2), "OR")).toEqual({
      type: "NoNetwork",
      dropped: ["none", "all"],
    });
  });

  it("[EV-61] a treatment that only a dropped study has is not in the network", () => {
    const made = networkStudies([arms("none", ["a", 0, 20], ["z", 0, 30]), around], "OR");
    if ("type" in made) throw new Error(made.type);
    expect(only(made.studies).treatments).toEqual(["a", "b"]);
  });
});

describe("extreme numbers", () => {
  it("[EV-75] standard errors that differ by ten thousand keep seven digits", () => {
    const studies = [
      pair("1", "a-b", 1, 1e-8),
      pair("2", "b-c", 2, 1),
      pair("3", "c-d", 3, 1e-8),
      pair("4", "d-e", 4, 1),
    ];
    const ours = only(studies, { tau2: 0 });
    for (const [i, one] of ["a", "b", "c", "d"].entries()) {
      const other = "bcde"[i]!;
      expect(entry(ours, ours.common, "estimate", one, other)).toBeCloseTo(i + 1, 6);
      const se = entry(ours, ours.common, "se", one, other);
      expect(Math.abs(se / (i % 2 === 0 ? 1e-4 : 1) - 1)).toBeLessThan(1e-6);
    }
  });

  it("[EV-75] beyond what numbers can carry the answer is a fault, never a wrong figure", () => {
    for (const variance of [1e-300, 1e-40, 1e-30, 1e-24, 1e-20, 1e-16, 1e-12]) {
      const answer = network(
        [
          pair("1", "a-b", 1, variance),
          pair("2", "b-c", 2, 1),
          pair("3", "c-d", 3, variance),
          pair("4", "d-e", 4, 1),
        ],
        { tau2: 0 },
      );
      if ("type" in answer) expect(answer.type).toBe("BeyondNumbers");
      else {
        const [ours] = answer.networks;
        expect(entry(ours!, ours!.common, "se", "c", "d") / Math.sqrt(variance)).toBeCloseTo(1, 5);
        expect(entry(ours!, ours!.common, "estimate", "b", "c")).toBeCloseTo(2, 5);
      }
    }
    expect(faultOf([pair("1", "a-b", 1e308, 1), pair("2", "a-b", -1e308, 1)])).toEqual({
      type: "BeyondNumbers",
    });
  });

  it("[EV-75] all standard errors tiny or huge alike are no trouble", () => {
    for (const scale of [1e-12, 1e-6, 1e6, 1e12]) {
      const ours = only(
        [1, 1.4, 0.2].map((estimate, i) => pair(String(i), "a-b", scale * estimate, 0.1 * scale ** 2)),
      );
      expect(ours.tau2! / scale ** 2).toBeCloseTo(0.2733333333, 6);
      expect(entry(ours, random(ours), "estimate", "a", "b") / scale).toBeCloseTo(2.6 / 3, 9);
    }
  });

  it("[EV-66] a study far from all others is found from, not lost by the scan", () => {
    const studies = [0, 0.1, -0.1, 5000].map((estimate, i) => pair(String(i), "a-b", estimate, 0.01));
    expect(only(studies).tau2).toBeGreaterThan(6e6);
    expect(only(studies).tau2).toBeLessThan(6.3e6);
  });
});

describe("anything at all", () => {
  const number = fc.oneof(
    fc.double(),
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    fc.constantFrom(0, 1, -1, 5e-324, 1e-160, 1e160, Number.MAX_VALUE),
  );
  const name = fc.constantFrom("a", "b", "c", "__proto__", "constructor", "");
  const positive = fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: 1e-300, max: 1e300, noNaN: true }) },
    { weight: 1, arbitrary: number },
  );
  const contrast = fc.record({ treatment: name, versus: name, estimate: number, variance: positive });
  const contrasts = fc.oneof(
    { weight: 9, arbitrary: fc.array(contrast, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(contrast, { maxLength: 3 }) },
  );
  const anyStudies = fc
    .array(contrasts, { maxLength: 6 })
    .map((all) => all.map((own, i) => ({ study: String(i), contrasts: own })));

  it("[EV-75] is a fault or has finite figures; nothing throws", () => {
    let answered = 0;
    fc.assert(
      fc.property(anyStudies, fc.constantFrom("DL", "REML"), (studies, method) => {
        const answer = network(studies, method);
        if ("type" in answer) return;
        answered++;
        for (const { common, random: league, tau2, q } of answer.networks) {
          expect(Number.isFinite(q)).toBe(true);
          if (tau2 !== null) expect(Number.isFinite(tau2)).toBe(true);
          for (const { estimate, se } of league === null ? [common] : [common, league])
            for (const value of [...estimate.flat(), ...se.flat()]) expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { seed: 5, numRuns: 5000 },
    );
    // If nearly all were faults, nothing would be proven of the others.
    expect(answered).toBeGreaterThan(500);
  });

  it("[EV-75] from arms as well, under every measure", () => {
    const arm = fc.record({ n: number, events: number, mean: number, sd: number });
    const trial = fc.tuple(arm, arm, arm);
    fc.assert(
      fc.property(
        fc.array(trial, { maxLength: 4 }),
        fc.constantFrom(...networkMeasures),
        (trials, measure) => {
          const read = parseStudies({
            studies: trials.map((three, i) => ({
              study: `s${i}`,
              arms: three.map((one, j) => ({
                treatment: "abc"[j],
                ...one,
                n: Math.abs(one.n),
                sd: Math.abs(one.sd),
                events: Math.min(Math.abs(one.events), Math.abs(one.n)),
              })),
            })),
          });
          if ("type" in read) return;
          const made = networkStudies(read, measure);
          if (!("type" in made)) expect(network(made.studies, "REML")).toBeDefined();
        },
      ),
      { seed: 6, numRuns: 5000 },
    );
  });
});

describe("faults", () => {
  const good = pair("1", "a-b", 1, 1);
  const contrast = { treatment: "a", versus: "b", estimate: 1, variance: 1 };
  const three = studyOf(
    "three",
    ["a", "b", "c"].map((treatment, mean) => ({ treatment, mean, variance: 1 })),
  );

  it("[EV-75] nothing to pool", () => {
    expect(faultOf([])).toEqual({ type: "NoNetwork", dropped: [] });
    expect(networkStudies([], "OR")).toEqual({ type: "NoNetwork", dropped: [] });
    expect(faultOf([good, { study: "2", contrasts: [] }])).toEqual({
      type: "TooFewArms",
      study: "2",
      field: "contrasts",
    });
  });

  it.each([
    ["estimate", Number.NaN],
    ["estimate", Number.POSITIVE_INFINITY],
    ["variance", Number.NaN],
    ["variance", Number.POSITIVE_INFINITY],
  ] as const)("[EV-75] %s %d", (key, found) => {
    const study = { study: "2", contrasts: [{ ...contrast, [key]: found }] };
    expect(faultOf([good, study])).toEqual({
      type: "NotANumber",
      study: "2",
      field: `contrasts[0].${key}`,
      found,
    });
  });

  it.each([0, -1])("[EV-75] a variance of %d", (found) => {
    const study = { study: "2", contrasts: [{ ...contrast, variance: found }] };
    const field = "contrasts[0].variance";
    expect(faultOf([good, study])).toEqual({ type: "OutOfRange", study: "2", field, found, rule: "above 0" });
  });

  it("[EV-75] a name twice, a pair twice, a treatment against itself", () => {
    expect(faultOf([good, good])).toEqual({ type: "RepeatedStudy", study: "1" });
    const turned = { ...contrast, treatment: "b", versus: "a" };
    expect(faultOf([{ study: "2", contrasts: [contrast, turned] }])).toEqual({
      type: "RepeatedTreatment",
      study: "2",
      field: "contrasts[1]",
      treatment: "b",
    });
    expect(faultOf([pair("2", "a-a", 1, 1)])).toMatchObject({
      type: "AgainstItself",
      study: "2",
      treatment: "a",
    });
  });

  it("[EV-75] a study with three treatments that lacks a pair", () => {
    const study = { ...three, contrasts: three.contrasts.slice(0, 2) };
    expect(faultOf([study])).toEqual({ type: "MissingPair", study: "three", treatment: "b", versus: "c" });
  });

  it("[EV-75] effects that do not add up, as a wrong sign makes them; rounding is let be", () => {
    const changed = (by: number) => ({
      ...three,
      contrasts: three.contrasts.map((one, i) => (i === 0 ? { ...one, estimate: one.estimate + by } : one)),
    });
    expect(faultOf([changed(2)])).toEqual({
      type: "ContradictoryEffects",
      study: "three",
      treatments: ["a", "b", "c"],
    });
    expect(fitted([changed(0.01)]).length).toBe(1);
  });

  it("[EV-75] variances that no three arms can have", () => {
    const contrasts = three.contrasts.map((one, i) => ({ ...one, variance: i === 0 ? 9 : 1 }));
    expect(faultOf([{ study: "2", contrasts }])).toEqual({ type: "ContradictoryVariances", study: "2" });
    // The borderline: a pair that vary exactly against each other leaves nothing to weigh.
    const edge = three.contrasts.map((one, i) => ({ ...one, variance: i === 0 ? 4 : 1 }));
    expect(faultOf([{ study: "2", contrasts: edge }])).toEqual({
      type: "ContradictoryVariances",
      study: "2",
    });
  });

  it("[EV-75] arms without what the measure needs", () => {
    const bare: Study = {
      study: "2",
      arms: [
        { treatment: "a", n: 9 },
        { treatment: "b", n: 9 },
      ],
    };
    for (const measure of networkMeasures) {
      const field = ["OR", "RR", "RD"].includes(measure) ? "arms[0].events" : "arms[0].mean";
      expect(networkStudies([bare], measure)).toEqual({ type: "Missing", study: "2", field });
    }
    const [one, other] = [
      { treatment: "a", n: 1, mean: 1, sd: 1 },
      { treatment: "b", n: 9, mean: 1, sd: 1 },
    ];
    expect(networkStudies([{ study: "2", arms: [one, other] }], "MD")).toMatchObject({
      type: "OutOfRange",
      field: "arms[0].n",
    });
    const negative = { ...other, n: 9, mean: -1 };
    expect(networkStudies([{ study: "2", arms: [{ ...one, n: 9 }, negative] }], "ROM")).toEqual({
      type: "NoEffect",
      study: "2",
      measure: "ROM",
    });
  });

  it("[EV-75] a τ² that is none is a bug of the caller", () => {
    for (const tau2 of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => network([good], { tau2 })).toThrow(RangeError);
  });
});

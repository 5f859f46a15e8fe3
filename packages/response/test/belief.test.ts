import fc from "fast-check";
import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { underPrior } from "../src/belief.ts";
import { effectOverCurves } from "../src/curves.ts";
import { assess, effectOf, fitDiary, type TreatmentCourse } from "../src/index.ts";
import { type Mixture, mixtureCdf, mixtureMoments } from "../src/mixture.ts";
import { EFFECT_PRIOR } from "../src/priors.ts";
import { simulatedDiary } from "./simulated.ts";

const one = (mean: number, sd: number): Mixture => ({
  weights: Float64Array.of(1),
  means: Float64Array.of(mean),
  sds: Float64Array.of(sd),
});

const withPrior = (
  treatments: readonly TreatmentCourse[],
  change: Partial<TreatmentCourse>,
): TreatmentCourse[] => treatments.map((treatment) => ({ ...treatment, ...change }) as TreatmentCourse);

describe("another belief of an effect", () => {
  it("[RS-32] a diary that says nothing gives the belief back as it went in", () => {
    const changed = underPrior(one(0, 1.5), EFFECT_PRIOR, { mean: -0.3, sd: 1.2 });
    expect(changed.means[0]).toBeCloseTo(-0.3, 12);
    expect(changed.sds[0]).toBeCloseTo(1.2, 12);
  });

  it("[RS-32] one component is the textbook product of two normals", () => {
    // Likelihood N(−1, 0.8²): under N(0, 1.5²) and under N(−0.5, 1²) by precision weights.
    const under = (mean: number, sd: number) => {
      const precision = 1 / 0.64 + 1 / sd ** 2;
      return one((-1 / 0.64 + mean / sd ** 2) / precision, Math.sqrt(1 / precision));
    };
    const changed = underPrior(under(0, 1.5), EFFECT_PRIOR, { mean: -0.5, sd: 1 });
    expect(changed.means[0]).toBeCloseTo(under(-0.5, 1).means[0]!, 12);
    expect(changed.sds[0]).toBeCloseTo(under(-0.5, 1).sds[0]!, 12);
  });

  it("[RS-32] is what fitting again with that belief gives", () => {
    const random = seededRandom(31);
    for (const prior of [
      { mean: -0.32, sd: 1.21 },
      { mean: -1.65, sd: 1.5 },
      { mean: 0.5, sd: 0.4 },
    ]) {
      const input = simulatedDiary(random, { days: 70, start: 29, effect: -1 });
      const fitted = fitDiary(input);
      const again = fitDiary({ ...input, treatments: withPrior(input.treatments, { effectPrior: prior }) });
      if (!fitted.ok || !again.ok) throw new Error("no fit");
      const id = input.treatments[0]!.id;
      const changed = underPrior(effectOf(fitted.value, { [id]: 1 }), EFFECT_PRIOR, prior);
      const refitted = effectOf(again.value, { [id]: 1 });
      expect(Math.abs(mixtureMoments(changed).mean - mixtureMoments(refitted).mean)).toBeLessThan(4e-3);
      for (const x of [0, -0.5, -1])
        expect(Math.abs(mixtureCdf(changed, x) - mixtureCdf(refitted, x)), `P(β < ${x})`).toBeLessThan(4e-3);
    }
  });

  it("[RS-32] [RS-12] whatever trials found, no diary is called a help that is none by itself", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: -10, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        fc.constantFrom(0, -0.7, 0.7),
        fc.constantFrom(42, 63),
        (seed, mean, sd, effect, days) => {
          const input = simulatedDiary(seededRandom(seed), { days, start: 22, effect });
          const treatments = withPrior(input.treatments, { trialsPrior: { mean, sd } });
          const result = assess({ ...input, treatments, today: days });
          if (!result.ok) throw new Error(JSON.stringify(result.error));
          const { verdict, withoutTrials, marks } = result.value.verdicts[0]!;
          if (verdict === "helping" || verdict === "helping-clearly") {
            expect(withoutTrials!.probabilities.helpsSome).toBeGreaterThanOrEqual(marks!.helps);
            const before = assess({ ...input, treatments, today: days - 7 });
            if (!before.ok) throw new Error(JSON.stringify(before.error));
            const earlier = before.value.verdicts[0]!;
            expect(earlier.withoutTrials!.probabilities.helpsSome).toBeGreaterThanOrEqual(
              earlier.marks!.helps,
            );
          }
          if (verdict === "worse") expect(withoutTrials!.probabilities.worse).toBeGreaterThanOrEqual(0.975);
          if (verdict === "leaning") expect(withoutTrials!.probabilities.helps).toBeGreaterThanOrEqual(0.9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("[RS-32] a silent diary stays too early or unclear, however sure the trials were", () => {
    const diary = Array.from({ length: 60 }, (_, day) => ({ day: day + 1, rating: 5 + (day % 3) }));
    const always = {
      kind: "on-off",
      id: "a",
      tauOn: 3,
      tauOff: 3,
      trialsPrior: { mean: -4, sd: 0.2 },
    } as const;
    const result = assess({
      diary,
      treatments: [{ ...always, spans: [{ from: -100, to: null, doseShare: 1 }] }],
      today: 60,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.verdicts[0]!.verdict).toBe("not-yet");
    const never = assess({ diary, treatments: [{ ...always, spans: [] }], today: 60 });
    if (!never.ok) throw new Error(JSON.stringify(never.error));
    expect(never.value.verdicts[0]!.verdict).toBe("not-yet");
  });
});

describe("a curve that is known only roughly", () => {
  const scales = [
    { factor: 0.25, weight: 0.25 },
    { factor: 1, weight: 0.5 },
    { factor: 4, weight: 0.25 },
  ];
  /** No noise but rounding: half a point a day down to the full effect. */
  const madeFor = (tau: number): { day: number; rating: number }[] => {
    const random = seededRandom(5);
    let exposure = 0;
    return Array.from({ length: 98 }, (_, place) => {
      const day = place + 1;
      const on = day > 28 && day <= 63;
      exposure += ((on ? 1 : 0) - exposure) * -Math.expm1(-1 / tau);
      return { day, rating: Math.round(Math.min(10, Math.max(0, 7 - 4 * exposure + random.normal(0, 0.5)))) };
    });
  };
  const course: TreatmentCourse = {
    kind: "on-off",
    id: "a",
    tauOn: 3,
    tauOff: 3,
    spans: [{ from: 29, to: 63, doseShare: 1 }],
    timeScales: scales,
  };
  const likelyFactor = (tau: number): number => {
    const fitted = fitDiary({ diary: madeFor(tau), treatments: [course] });
    if (!fitted.ok) throw new Error(JSON.stringify(fitted.error));
    const { scales: found } = effectOverCurves(fitted.value, "a");
    expect(found.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    return found.reduce((best, next) => (next.weight > best.weight ? next : best)).factor;
  };

  it("[RS-31] the days say which speed is likely", () => {
    expect(likelyFactor(12)).toBe(4);
    expect(likelyFactor(3)).toBe(1);
    expect(likelyFactor(0.75)).toBe(0.25);
  });

  it("[RS-31] without time scales the curve is known: the plain fit, and nothing said of speeds", () => {
    const fitted = fitDiary({
      diary: madeFor(3),
      treatments: [{ ...course, timeScales: [{ factor: 1, weight: 1 }] }],
    });
    if (!fitted.ok) throw new Error(JSON.stringify(fitted.error));
    const { mixture, scales: found } = effectOverCurves(fitted.value, "a");
    expect(found).toEqual([]);
    expect(mixture).toEqual(effectOf(fitted.value, { a: 1 }));
  });

  it("[RS-31] with more than eight treatments the curves are taken as given", () => {
    const nine = Array.from(
      { length: 9 },
      (_, k): TreatmentCourse => ({
        ...course,
        id: `t${k}`,
        spans: [{ from: 29 + 3 * k, to: 50 + 5 * k, doseShare: 1 }],
      }),
    );
    const scalesOf = (treatments: readonly TreatmentCourse[]) => {
      const result = assess({ diary: madeFor(3), treatments, today: 98 });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value.verdicts.map((verdict) => verdict.scales.length);
    };
    expect(scalesOf(nine)).toEqual(nine.map(() => 0));
    expect(scalesOf([course])).toEqual([3]);
  });

  it("[RS-31] a wave is stretched in days, its height kept", () => {
    const diary = madeFor(3);
    const wave: TreatmentCourse = {
      kind: "wave",
      id: "w",
      givenOn: [29],
      knots: [
        [0, 0],
        [10, 1],
        [40, 0],
      ],
      timeScales: scales,
    };
    const fitted = fitDiary({ diary, treatments: [wave] });
    if (!fitted.ok) throw new Error(JSON.stringify(fitted.error));
    expect(effectOverCurves(fitted.value, "w").scales.map(({ factor }) => factor)).toEqual([0.25, 1, 4]);
  });

  it("[RS-31] [RS-1] time scales without 1, twice the same, or that do not sum to 1 are faults", () => {
    for (const timeScales of [
      [{ factor: 2, weight: 1 }],
      [
        { factor: 1, weight: 0.5 },
        { factor: 1, weight: 0.5 },
      ],
      [{ factor: 1, weight: 0.9 }],
      [
        { factor: 1, weight: 0.5 },
        { factor: -1, weight: 0.5 },
      ],
    ]) {
      const result = fitDiary({ diary: madeFor(3), treatments: [{ ...course, timeScales }] });
      expect(result).toEqual({ ok: false, error: { type: "TimeScalesNotValid", id: "a" } });
    }
  });
});

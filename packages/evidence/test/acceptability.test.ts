import fc from "fast-check";
import { normalCdf } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { type AcceptabilityInput, acceptability, type Option } from "../src/acceptability.ts";

const gain = { id: "gain", worst: 0, best: 100, importance: 1 };
const asked = (input: Partial<AcceptabilityInput> & Pick<AcceptabilityInput, "options">) => {
  const result = acceptability({ criteria: [gain], draws: 20_000, seed: 7, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const normal = (id: string, mean: number, sd: number): Option => ({
  id,
  measurements: { gain: { type: "normal", mean, sd } },
});

describe("what suits someone", () => {
  it("[EV-90] two options on one criterion: the chance that one normal is above the other", () => {
    const { options, beats } = asked({ options: [normal("a", 55, 10), normal("b", 45, 10)] });
    const expected = normalCdf(10 / Math.hypot(10, 10));
    // 20,000 draws know a share to 0.003; four times that.
    expect(Math.abs(options[0]!.rankShares[0]! - expected)).toBeLessThan(0.012);
    expect(beats[0]![1]).toBe(options[0]!.rankShares[0]);
    expect(options[0]!.meanWorth).toBeCloseTo(0.55, 2);
    expect(options[0]!.sdWorth).toBeCloseTo(0.1, 2);
  });

  it("[EV-91] weights follow the stated importance, and a criterion that does not matter counts for nothing", () => {
    const options: Option[] = [
      {
        id: "strong",
        measurements: { gain: { type: "known", value: 100 }, awake: { type: "known", value: 0 } },
      },
      {
        id: "gentle",
        measurements: { gain: { type: "known", value: 0 }, awake: { type: "known", value: 100 } },
      },
    ];
    const awake = { id: "awake", worst: 0, best: 100, importance: 3 };
    const found = asked({ criteria: [gain, awake], options });
    // The worth of each is its one weight: 1 to 3.
    expect(found.options[0]!.meanWorth).toBeCloseTo(0.25, 2);
    expect(found.options[1]!.meanWorth).toBeCloseTo(0.75, 2);
    expect(found.options[1]!.rankShares[0]).toBeGreaterThan(0.9);
    const without = asked({ criteria: [gain, { ...awake, importance: 0 }], options });
    expect(without.options[0]!.rankShares[0]).toBe(1);
    expect(without.options[0]!.centralWeights).toEqual({ gain: 1 });
  });

  it("[EV-92] options of which the same is known share their ranks: nobody wins by the order in a list", () => {
    const same = (id: string): Option => ({ id, measurements: { gain: { type: "known", value: 30 } } });
    const { options, beats } = asked({ options: [same("a"), same("b"), same("c")] });
    for (const { rankShares } of options) for (const share of rankShares) expect(share).toBeCloseTo(1 / 3, 9);
    expect(beats[0]![2]).toBe(0.5);
  });

  it("[EV-93] what is not known widens and is never taken for nothing", () => {
    const { options } = asked({
      options: [normal("known", 50, 1), { id: "unknown", measurements: {} }],
    });
    expect(options[1]!.meanWorth).toBeCloseTo(0.5, 1.9);
    expect(options[1]!.sdWorth).toBeCloseTo(1 / Math.sqrt(12), 2);
    expect(options[1]!.rankShares[0]).toBeCloseTo(0.5, 1.8);
  });

  it("[EV-94] the same seed gives the same answer; shares sum to 1; beats mirror", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            mean: fc.double({ min: -50, max: 150, noNaN: true }),
            sd: fc.double({ min: 0, max: 40, noNaN: true }),
          }),
          {
            minLength: 2,
            maxLength: 6,
          },
        ),
        fc.integer({ min: 1, max: 1e6 }),
        (measured, seed) => {
          const options = measured.map(({ mean, sd }, place) => normal(String(place), mean, sd));
          const once = asked({ options, seed, draws: 300 });
          expect(asked({ options, seed, draws: 300 })).toEqual(once);
          once.options.forEach(({ rankShares, parts, meanWorth }, a) => {
            expect(rankShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
            expect(parts.gain).toBeCloseTo(meanWorth, 9);
            once.options.forEach((_, b) => {
              expect(once.beats[a]![b]! + once.beats[b]![a]!).toBeCloseTo(1, 9);
            });
          });
          for (let rank = 0; rank < options.length; rank++)
            expect(once.options.reduce((sum, { rankShares }) => sum + rankShares[rank]!, 0)).toBeCloseTo(
              1,
              9,
            );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("[EV-94] a scale that points down is worth more at its lower end", () => {
    const { options } = asked({
      criteria: [{ id: "gain", worst: 60, best: 0, importance: 1 }],
      options: [normal("few", 5, 1), normal("many", 40, 1)],
    });
    expect(options[0]!.rankShares[0]).toBe(1);
  });

  it("[EV-96] a share is drawn on the log odds scale and never leaves 0 to 100", () => {
    const shares = { id: "gain", worst: -100, best: 100, importance: 1 };
    const of = (mean: number, sd: number, control: number) =>
      asked({
        criteria: [shares],
        options: [
          { id: "share", measurements: { gain: { type: "odds-ratio", mean, sd, control } } },
          { id: "none", measurements: { gain: { type: "known", value: 0 } } },
        ],
      }).options[0]!;
    // Without spread it is the share itself: odds 3 × 1, so 75 of 100 instead of 50.
    expect(of(Math.log(3), 0, 0.5).meanWorth).toBeCloseTo((25 + 100) / 200, 9);
    // The chance of more than none is that of a log odds ratio above 0.
    expect(Math.abs(of(0.5, 0.5, 0.2).rankShares[0]! - normalCdf(1))).toBeLessThan(0.012);
    // Symmetric on the log odds scale and at one half also in shares.
    expect(of(0, 30, 0.5).meanWorth).toBeCloseTo(0.5, 2);
    expect(of(50, 1, 0.9).meanWorth).toBeCloseTo((10 + 100) / 200, 6);
    const fault = acceptability({
      criteria: [shares],
      options: [
        { id: "a", measurements: { gain: { type: "odds-ratio", mean: 0, sd: 1, control: 1.2 } } },
        { id: "b", measurements: {} },
      ],
      draws: 10,
      seed: 1,
    });
    expect(fault).toEqual({
      ok: false,
      error: { type: "MeasurementNotValid", option: "a", criterion: "gain" },
    });
  });

  it("[EV-95] what cannot be asked is a fault that says what is wrong", () => {
    const two = [normal("a", 1, 1), normal("b", 1, 1)];
    const base = { criteria: [gain], options: two, draws: 100, seed: 1 };
    const errorOf = (change: Partial<AcceptabilityInput>) => {
      const result = acceptability({ ...base, ...change });
      return result.ok ? null : result.error;
    };
    expect(errorOf({})).toBeNull();
    expect(errorOf({ options: two.slice(1) })).toEqual({ type: "TooFewOptions", have: 1 });
    expect(errorOf({ draws: 0.5 })).toEqual({ type: "DrawsNotValid", draws: 0.5 });
    expect(errorOf({ criteria: [{ ...gain, best: 0 }] })).toEqual({
      type: "CriterionNotValid",
      criterion: "gain",
    });
    expect(errorOf({ criteria: [{ ...gain, importance: 0 }] })).toEqual({ type: "NothingMatters" });
    expect(errorOf({ options: [normal("a", Number.NaN, 1), normal("b", 1, 1)] })).toEqual({
      type: "MeasurementNotValid",
      option: "a",
      criterion: "gain",
    });
    expect(errorOf({ options: [normal("a", 1, -1), normal("b", 1, 1)] })).toMatchObject({ option: "a" });
  });
});

import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { coefficientTable, type DiaryFit, densityOf, effectOf, fitDiary, modelLine } from "../src/index.ts";
import {
  mixtureCdf,
  mixtureDensity,
  mixtureMoments,
  mixtureQuantile,
  mixtureUpperTail,
} from "../src/mixture.ts";
import { simulatedDiary, treatmentFrom } from "./simulated.ts";

function fitted(input: Parameters<typeof fitDiary>[0]): DiaryFit {
  const fit = fitDiary(input);
  if (!fit.ok) throw new Error(JSON.stringify(fit.error));
  return fit.value;
}
const fit = fitted(simulatedDiary(seededRandom(3), { days: 84, start: 29, effect: -2 }));

describe("the fitted model", () => {
  it("[RS-3] has its columns in order, with their priors, and a trend that is 0 in the middle", () => {
    const input = simulatedDiary(seededRandom(3), { days: 84, start: 29, effect: -2 });
    const treatments = [
      { ...treatmentFrom("a", 29), startedInBadSpell: true },
      { ...treatmentFrom("b", 50), effectPrior: { mean: -0.32, sd: 1.21 } },
    ];
    const { columns, rows, days, middle } = fitted({
      ...input,
      treatments,
      covariates: [{ id: "flare", values: [] }],
    });
    expect(columns).toEqual([
      { kind: "level", id: "", prior: { mean: 5, sd: 3 } },
      { kind: "trend", id: "", prior: { mean: 0, sd: 0.5 } },
      { kind: "effect", id: "a", prior: { mean: 0, sd: 1.5 } },
      { kind: "effect", id: "b", prior: { mean: -0.32, sd: 1.21 } },
      { kind: "bad-spell", id: "a", prior: { mean: 0, sd: 1.5 } },
      { kind: "covariate", id: "flare", prior: { mean: 0, sd: 1 } },
    ]);
    expect(middle).toBe((days[0]! + days.at(-1)!) / 2);
    expect(rows[1]).toBeCloseTo((days[0]! - middle) / 30, 14);
  });

  it("[RS-6] finds the parameters of a long simulated diary", () => {
    const long = fitted(simulatedDiary(seededRandom(8), { days: 1500, start: 700, effect: -1.5 }));
    const [level, trend, effect] = coefficientTable(long);
    expect(Math.abs(level!.mean - 6)).toBeLessThan(4 * level!.sd);
    expect(Math.abs(trend!.mean)).toBeLessThan(4 * trend!.sd);
    expect(Math.abs(effect!.mean + 1.5)).toBeLessThan(4 * effect!.sd);
    expect(effect!.sd).toBeLessThan(0.3);
    expect(long.posterior.mode.sigma).toBeGreaterThan(1.05);
    expect(long.posterior.mode.sigma).toBeLessThan(1.4);
    expect(long.posterior.mode.rho).toBeGreaterThan(0.4);
    expect(long.posterior.mode.rho).toBeLessThan(0.8);
  });

  it("[RS-7] mixtures: quantiles invert the distribution function, tails add to 1, the density is its slope", () => {
    const mixture = effectOf(fit, { treat: 1 });
    for (const p of [1e-6, 0.001, 0.05, 0.5, 0.95, 0.999]) {
      expect(mixtureCdf(mixture, mixtureQuantile(mixture, p))).toBeCloseTo(p, 9);
    }
    for (const x of [-3, -1, 0, 1]) {
      expect(mixtureCdf(mixture, x) + mixtureUpperTail(mixture, x)).toBeCloseTo(1, 12);
      const slope = (mixtureCdf(mixture, x + 1e-5) - mixtureCdf(mixture, x - 1e-5)) / 2e-5;
      expect(mixtureDensity(mixture, x)).toBeCloseTo(slope, 6);
    }
    const two = {
      weights: Float64Array.of(0.5, 0.5),
      means: Float64Array.of(-50, 50),
      sds: Float64Array.of(1, 1),
    };
    expect(mixtureQuantile(two, 0.25)).toBeCloseTo(-50, 6);
    expect(mixtureQuantile(two, 0.75)).toBeCloseTo(50, 6);
    expect(mixtureMoments(two).sd).toBeCloseTo(Math.sqrt(2501), 8);
  });

  it("[RS-18] the hill holds the whole posterior", () => {
    const hill = densityOf(effectOf(fit, { treat: 1 }));
    expect(hill).toHaveLength(121);
    const step = hill[1]!.effect - hill[0]!.effect;
    expect(hill.reduce((sum, { density }) => sum + density * step, 0)).toBeCloseTo(1, 3);
    const mean = hill.reduce((sum, { density, effect }) => sum + effect * density * step, 0);
    expect(mean).toBeCloseTo(mixtureMoments(effectOf(fit, { treat: 1 })).mean, 2);
  });

  it("[RS-19] the line is the model's mean on each day, with and without the treatment, and goes on beyond the diary", () => {
    const line = modelLine(fit, { to: 90 });
    expect(line.map(({ day }) => day)).toEqual(Array.from({ length: 90 }, (_, i) => i + 1));
    for (const { mean, low, high } of line) {
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
    const without = modelLine(fit, { to: 90, without: ["treat"] });
    expect(without[20]!.mean).toBe(line[20]!.mean);
    const effect = mixtureMoments(effectOf(fit, { treat: 1 })).mean;
    expect(line[83]!.mean - without[83]!.mean).toBeCloseTo(effect, 6);
    expect(modelLine(fit, { from: 5, to: 4 })).toEqual([]);
  });
});

import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { bendsOf, buildDesign } from "../src/design.ts";
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

  it("[RS-3] lets the trend bend after twelve weeks, every six, and in a diary of years less often", () => {
    const bends = (last: number): number[] => bendsOf({ first: 5, last });
    expect(bends(88)).toEqual([]);
    expect(bends(102)).toEqual([]);
    expect(bends(103)).toEqual([89]);
    expect(bends(144)).toEqual([89]);
    expect(bends(145)).toEqual([89, 131]);
    const years = [1, 2, 3, 4, 6, 10, 100].map((count) => bends(5 + 365 * count));
    for (const days of years) {
      const apart = days[1]! - days[0]!;
      expect(days[0]).toBe(89);
      expect([42, 84, 168, 336, 672, 1344, 2688]).toContain(apart);
      expect(days.every((day, place) => day === 89 + place * apart)).toBe(true);
      expect(days.length).toBeLessThanOrEqual(16);
    }
    expect(years[1]![1]! - years[1]![0]!).toBe(42);
    for (const days of years.slice(1)) expect(days.length).toBeGreaterThan(7);
  });

  it("[RS-3] a bend is a change of slope from its day on, and 0 in the middle of the diary", () => {
    const long = fitted(simulatedDiary(seededRandom(3), { days: 200, start: 29, effect: -2 }));
    expect(long.bends.map((day) => day - long.first)).toEqual([84, 126, 168]);
    const kinds = long.columns.map(({ kind, id }) => (kind === "bend" ? Number(id) - long.first : kind));
    expect(kinds).toEqual(["level", "trend", 84, 126, 168, "effect"]);
    expect(long.columns[2]!.prior).toEqual({ mean: 0, sd: 0.7 });
    const width = long.columns.length;
    const onDay = (day: number): Float64Array => buildDesign(long, Int32Array.of(day)).rows;
    const [bend] = long.bends;
    const before = onDay(bend!)[2]!;
    expect(onDay(bend! - 20)[2]).toBe(before);
    expect(onDay(bend! + 30)[2]! - before).toBeCloseTo(1, 12);
    expect(onDay(Math.floor(long.middle))[2]! + onDay(Math.ceil(long.middle))[2]!).toBeCloseTo(0, 1);
    // The fit's own rows are those rows.
    expect(Array.from(long.rows.slice(0, width))).toEqual(Array.from(onDay(long.days[0]!)));
  });

  it("[RS-3] a level that wanders for months is not taken for what the treatment does", () => {
    // Up by two points over four months before the start, and down again by as much after it; the treatment does nothing.
    const random = seededRandom(11);
    const wandering = (day: number): number => 4 + 2 * Math.sin((Math.PI * day) / 240);
    const diary = Array.from({ length: 240 }, (_, i) => {
      return { day: i + 1, rating: Math.round(wandering(i + 1) + random.normal(0, 1)) };
    });
    const found = fitted({ diary, treatments: [treatmentFrom("nothing", 121)] });
    const { mean, sd } = mixtureMoments(effectOf(found, { nothing: 1 }));
    expect(Math.abs(mean)).toBeLessThan(2 * sd);
    expect(mixtureCdf(effectOf(found, { nothing: 1 }), -0.5)).toBeLessThan(0.5);
  });

  it("[RS-6] finds the parameters of a long simulated diary", () => {
    const long = fitted(simulatedDiary(seededRandom(8), { days: 1500, start: 700, effect: -1.5 }));
    const found = coefficientTable(long);
    const [level, trend] = found;
    const effect = found.find(({ kind }) => kind === "effect");
    expect(Math.abs(level!.mean - 6)).toBeLessThan(4 * level!.sd);
    expect(Math.abs(trend!.mean)).toBeLessThan(4 * trend!.sd);
    expect(Math.abs(effect!.mean + 1.5)).toBeLessThan(4 * effect!.sd);
    // A trend that may bend leaves the weeks around the start to tell: four years of days do not add up to certainty.
    expect(effect!.sd).toBeLessThan(0.7);
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

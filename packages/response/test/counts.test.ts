import { seededRandom } from "@unclench/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNT_FINENESS, integrateCounts } from "../src/counts/integrate.ts";
import { CountModel } from "../src/counts/model.ts";
import { integrateCountsOnReferenceLattice } from "../src/counts/referenceLattice.ts";
import {
  assessCounts,
  baselineRateOf,
  type CountDay,
  countLine,
  fitCounts,
  rateRatioOf,
  type TreatmentCourse,
} from "../src/index.ts";
import { effectOf } from "../src/fit.ts";
import { mixtureCdf, summarise } from "../src/mixture.ts";
import { type CoefficientMixture, coefficient } from "../src/posterior/posterior.ts";
import { countWideningOf } from "../src/widening.ts";
import { type FixtureDiary, readFixtures } from "./fixtures.ts";
import { treatmentFrom } from "./simulated.ts";

type Pair = [number, number];
const QUANTITIES = ["mean", "sd", "q05", "q50", "q95", "p_below_0", "p_rate_ratio_below_0.8"] as const;
type Reference = Record<(typeof QUANTITIES)[number], number>;
interface CountFixture extends FixtureDiary {
  priors: { b_mean: number[]; b_sd: number[]; log_sigma: Pair; atanh_rho: Pair; log_r: Pair };
  stan: { coef: Record<string, Reference> };
  laplace_grid: { mode: number[]; points: number; coef: Record<string, Reference> };
}

const asPrior = ([mean, sd]: Pair) => ({ mean, sd });
const regressionOf = ({ day, y, X, priors }: CountFixture) => ({
  days: day,
  counts: y,
  rows: Float64Array.from(X.flat()),
  priors: priors.b_mean.map((mean, k) => ({ mean, sd: priors.b_sd[k]! })),
});

function numbersOf(posterior: CoefficientMixture, k: number): Reference {
  const mixture = coefficient(posterior, k);
  return {
    ...summarise(mixture),
    p_below_0: mixtureCdf(mixture, 0),
    "p_rate_ratio_below_0.8": mixtureCdf(mixture, Math.log(0.8)),
  };
}

function largestDifference(a: Reference, b: Reference): number {
  return Math.max(...QUANTITIES.map((quantity) => Math.abs(a[quantity] - b[quantity])));
}

const fixtures = readFixtures<CountFixture>("counts-nb-");

describe("posterior of counts", () => {
  it("[RS-40] both fits are there", () => {
    expect(fixtures.length).toBe(2);
  });

  for (const { name, fixture } of fixtures) {
    const regression = regressionOf(fixture);
    const { log_sigma, atanh_rho, log_r } = fixture.priors;
    const priors = { logSigma: asPrior(log_sigma), atanhRho: asPrior(atanh_rho), logSize: asPrior(log_r) };
    const own = integrateCounts(regression, priors);

    it(`[RS-40] ${name}: the lattice of the R implementation gives its numbers to 1e-4`, () => {
      const found = integrateCountsOnReferenceLattice(regression, priors);
      expect(found.weights.length).toBe(fixture.laplace_grid.points);
      fixture.columns.forEach((column, k) => {
        const apart = largestDifference(numbersOf(found, k), fixture.laplace_grid.coef[column]!);
        expect(apart, column).toBeLessThan(1e-4);
      });
      expect(Math.log(found.mode.sigma)).toBeCloseTo(fixture.laplace_grid.mode[0]!, 3);
      expect(Math.log(found.mode.size)).toBeCloseTo(fixture.laplace_grid.mode[2]!, 3);
    });

    it(`[RS-40] ${name}: our own lattice stays within 3e-3 of one half as wide and twice as deep`, () => {
      const fine = integrateCounts(regression, priors, {
        step: COUNT_FINENESS.step / 2,
        depth: 9,
        tolerance: 1e-6,
      });
      expect(fine.weights.length).toBeGreaterThan(4 * own.weights.length);
      fixture.columns.forEach((column, k) => {
        expect(largestDifference(numbersOf(own, k), numbersOf(fine, k)), column).toBeLessThan(3e-3);
      });
      expect(Math.abs(own.logMarginalLikelihood - fine.logMarginalLikelihood)).toBeLessThan(0.02);
    });

    it(`[RS-40] ${name}: agrees with Stan, 0.03 in means and 10 % in SDs`, () => {
      fixture.columns.forEach((column, k) => {
        const [ours, theirs] = [numbersOf(own, k), fixture.stan.coef[column]!];
        expect(Math.abs(ours.mean - theirs.mean), column).toBeLessThan(0.03);
        expect(Math.abs(ours.sd / theirs.sd - 1), column).toBeLessThan(0.1);
        expect(Math.abs(ours.p_below_0 - theirs.p_below_0), column).toBeLessThan(0.03);
        const meaningful = ours["p_rate_ratio_below_0.8"] - theirs["p_rate_ratio_below_0.8"];
        expect(Math.abs(meaningful), column).toBeLessThan(0.03);
      });
    });
  }

  it("[RS-40] one counted day: the integral over its single latent value, by brute force", () => {
    const model = new CountModel({
      days: [3],
      counts: [4],
      rows: Float64Array.of(1),
      priors: [{ mean: 1, sd: 0.5 }],
    });
    const point = model.at({ sigma: 0.4, rho: 0.6, size: 3 }, model.flatStart());
    // log μ = b + a is normal with variance 0.5² + 0.4²: integrate the negative binomial over it.
    const sd = Math.hypot(0.5, 0.4);
    let sum = 0;
    for (let z = -8; z <= 8; z += 0.001) {
      const mu = Math.exp(1 + sd * z);
      // C(6, 2) = 15 ways: Γ(7)/(Γ(3)·4!)
      const likelihood = 15 * (3 / (3 + mu)) ** 3 * (mu / (3 + mu)) ** 4;
      sum += (likelihood * Math.exp((-z * z) / 2) * 0.001) / Math.sqrt(2 * Math.PI);
    }
    expect(Math.abs(point!.logLikelihood - Math.log(sum))).toBeLessThan(0.02);
  });
});

interface Shape {
  readonly seed: number;
  readonly days: number;
  readonly ratio: number;
  readonly rate?: number;
}

/** Counts with latent ups and downs, size 4, 10 % of days missing, one treatment from the middle on. */
function countsOf({ seed, days, ratio, rate = 6 }: Shape): {
  diary: CountDay[];
  treatments: TreatmentCourse[];
} {
  const random = seededRandom(seed);
  const start = Math.floor(days / 2);
  let latent = random.normal(0, 0.3);
  const diary: CountDay[] = [];
  for (let day = 1; day <= days; day++) {
    latent = 0.5 * latent + random.normal(0, 0.3 * Math.sqrt(0.75));
    const exposure = day < start ? 0 : 1 - Math.exp(-(day - start + 1) / 3);
    const mean = rate * Math.exp(Math.log(ratio) * exposure + latent);
    const count = random.poisson((mean * random.gamma(4)) / 4);
    diary.push({ day, count: random.chance(0.1) ? null : count });
  }
  return { diary, treatments: [treatmentFrom("treat", start)] };
}

function fitted(input: Parameters<typeof fitCounts>[0]) {
  const result = fitCounts(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("counts of one person", () => {
  it("[RS-43] the rate ratio is found again: its 90 % interval holds the truth in 85 to 96 of 100 diaries", () => {
    let held = 0;
    const diaries = 120;
    for (let seed = 1; seed <= diaries; seed++) {
      const ratio = [1, 0.8, 0.5][seed % 3]!;
      const { ratio: found } = rateRatioOf(fitted(countsOf({ seed, days: 112, ratio })), { treat: 1 });
      if (found.q05 <= ratio && ratio <= found.q95) held++;
    }
    expect(held / diaries).toBeGreaterThan(0.85);
    expect(held / diaries).toBeLessThanOrEqual(0.96);
  });

  it("[RS-43] baseline, line and ratio belong together", () => {
    const fit = fitted(countsOf({ seed: 7, days: 200, ratio: 0.5 }));
    const { ratio, fewer, meaningfullyFewer, log } = rateRatioOf(fit, { treat: 1 });
    expect(ratio.q50).toBeCloseTo(Math.exp(log.q50), 12);
    expect(ratio.q05).toBeLessThan(ratio.q50);
    expect(fewer).toBeGreaterThan(meaningfullyFewer);
    const baseline = baselineRateOf(fit);
    expect(baseline.q05).toBeLessThan(6.5);
    expect(baseline.q95).toBeGreaterThan(5);
    const line = countLine(fit);
    const without = countLine(fit, { without: ["treat"] });
    expect(line[0]!.mean).toBeCloseTo(without[0]!.mean, 10);
    expect(line.at(-1)!.mean / without.at(-1)!.mean).toBeCloseTo(ratio.q50, 1);
    for (const { low, mean, high } of line) expect(low < mean && mean < high).toBe(true);
  });

  it("[RS-43] the range that is told is the posterior's, the wider the longer spells last, and nothing else is", () => {
    const fit = fitted(countsOf({ seed: 7, days: 84, ratio: 0.5 }));
    const { log, ratio, fewer } = rateRatioOf(fit, { treat: 1 });
    const posterior = effectOf(fit, { treat: 1 });
    const own = summarise(posterior);
    const { weights, atanhRho } = fit.posterior;
    const correlation = weights.reduce((sum, weight, i) => sum + weight * Math.tanh(atanhRho[i]!), 0);
    const widening = 1 + 1.8 * (correlation - 0.4);
    expect(correlation).toBeGreaterThan(0.4);
    expect(correlation).toBeLessThan(0.6);
    expect(log.q95 - log.q50).toBeCloseTo(widening * (own.q95 - own.q50), 10);
    expect(log.q50 - log.q05).toBeCloseTo(widening * (own.q50 - own.q05), 10);
    expect([log.mean, log.sd, log.q50]).toEqual([own.mean, own.sd, own.q50]);
    expect(ratio.q95).toBeCloseTo(Math.exp(log.q95), 12);
    expect(fewer).toBe(mixtureCdf(posterior, 0));
    // Ups and downs by turns are no spell: nothing is widened, and nothing is made narrower.
    const countsBy = (count: (day: number) => number, days: number): CountDay[] =>
      Array.from({ length: days }, (_, i) => ({ day: i + 1, count: count(i + 1) }));
    const treatments = [treatmentFrom("treat", 29)];
    const byTurns = countsBy((day) => (day % 2 === 0 ? 12 : 2), 84);
    expect(countWideningOf(fitted({ diary: byTurns, treatments }).posterior)).toBe(1);
    // The longest spells: weeks with many, weeks with few.
    const lasting = countsBy((day) => (Math.sin(day / 7) > 0 ? 20 : 3), 98);
    expect(countWideningOf(fitted({ diary: lasting, treatments }).posterior)).toBeCloseTo(1.36, 12);
  });

  it("[RS-41] the origin of the calendar, uncounted days and the order change nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (seed, by) => {
        const { diary, treatments } = countsOf({ seed, days: 60, ratio: 0.7 });
        const here = rateRatioOf(fitted({ diary, treatments }), { treat: 1 });
        const moved = diary
          .filter(({ count }) => count !== null)
          .map(({ day, count }) => ({ day: day + by, count }));
        const there = rateRatioOf(
          fitted({
            diary: [...moved.reverse(), { day: by - 5, count: null }],
            treatments: [treatmentFrom("treat", 30 + by)],
          }),
          { treat: 1 },
        );
        expect(there).toEqual(here);
      }),
      { seed: 41, numRuns: 10 },
    );
  });

  it("[RS-41] what is no count is an error value", () => {
    const treatments = [treatmentFrom("treat", 10)];
    const of = (diary: CountDay[]) => fitCounts({ diary, treatments });
    expect(of([])).toEqual({ ok: false, error: { type: "NoCounts" } });
    expect(of([{ day: 1, count: null }])).toEqual({ ok: false, error: { type: "NoCounts" } });
    for (const count of [-1, 1.5, Number.NaN, 10_001, Number.POSITIVE_INFINITY])
      expect(of([{ day: 1, count }])).toEqual({ ok: false, error: { type: "CountNotValid", day: 1, count } });
    expect(of([{ day: 1.5, count: 1 }])).toMatchObject({ error: { type: "DayNotWhole" } });
    expect(
      of([
        { day: 1, count: 1 },
        { day: 1, count: 2 },
      ]),
    ).toMatchObject({ error: { type: "DayCountedTwice" } });
    expect(
      of([
        { day: 1, count: 1 },
        { day: 1e6, count: 2 },
      ]),
    ).toMatchObject({ error: { type: "DiaryTooLong" } });
    const ratio = { treat: { mean: 0, sd: 0 } };
    expect(fitCounts({ diary: [{ day: 1, count: 1 }], treatments, effectPriors: ratio })).toMatchObject({
      error: { type: "PriorNotValid", id: "treat" },
    });
    expect(assessCounts({ diary: [{ day: 1, count: 1 }], treatments, today: 1.5 })).toMatchObject({
      error: { type: "DayNotWhole" },
    });
  });

  it("[RS-41] days without a single event, very many events, one day, equal days: sound numbers", () => {
    const treatments = [treatmentFrom("treat", 20)];
    const days = (count: (day: number) => number, n = 40) =>
      Array.from({ length: n }, (_, i) => ({ day: i + 1, count: count(i + 1) }));
    const odd = [
      days(() => 0),
      days(() => 10_000),
      days(() => 3),
      days(() => 1, 1),
      days((d) => (d === 20 ? 10_000 : 0)),
    ];
    for (const diary of odd) {
      const fit = fitted({ diary, treatments });
      const { ratio, fewer } = rateRatioOf(fit, { treat: 1 });
      const rate = baselineRateOf(fit);
      for (const value of [...Object.values(ratio), ...Object.values(rate), fewer])
        expect(Number.isFinite(value) && value >= 0).toBe(true);
    }
  });

  it("[RS-42] without counts that speak, the priors stand; a prior of one's own moves the answer", () => {
    const treatments = [treatmentFrom("treat", 1000)];
    const diary = [{ day: 1, count: 4 }];
    const { log } = rateRatioOf(fitted({ diary, treatments }), { treat: 1 });
    expect(log.mean).toBeCloseTo(0, 6);
    expect(log.sd).toBeCloseTo(0.7, 6);
    const effectPriors = { treat: { mean: -0.3, sd: 0.2 } };
    expect(rateRatioOf(fitted({ diary, treatments, effectPriors }), { treat: 1 }).log.mean).toBeCloseTo(
      -0.3,
      6,
    );
    // A prior in rating points is no prior of a log ratio.
    const inPoints = treatments.map((treatment) => ({ ...treatment, effectPrior: { mean: -2, sd: 0.1 } }));
    expect(rateRatioOf(fitted({ diary, treatments: inPoints }), { treat: 1 }).log.mean).toBeCloseTo(0, 6);
  });

  it("[RS-44] verdicts of counts follow the rules of ratings, with a fifth fewer as what matters", () => {
    const of = (shape: Shape) => {
      const result = assessCounts({ ...countsOf(shape), today: shape.days });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value;
    };
    const strong = of({ seed: 3, days: 140, ratio: 0.35 });
    expect(strong.verdicts[0]!.verdict).toBe("helping-clearly");
    expect(strong.verdicts[0]!.probabilities!.helpsEnough).toBe(
      strong.verdicts[0]!.effect!.meaningfullyFewer,
    );
    expect(strong.look.day).toBe(140);
    expect(of({ seed: 3, days: 20, ratio: 0.35 }).verdicts[0]!.verdict).toBe("not-yet");
    expect(of({ seed: 5, days: 140, ratio: 2.5 }).verdicts[0]!.verdict).toBe("worse");
    const { diary } = countsOf({ seed: 4, days: 84, ratio: 0.7 });
    const both = assessCounts({
      diary,
      treatments: [treatmentFrom("one", 42), treatmentFrom("two", 42)],
      today: 84,
    });
    expect(both.ok && both.value.verdicts.map(({ verdict }) => verdict)).toEqual([
      "inseparable",
      "inseparable",
    ]);
    expect(both.ok && both.value.combined[0]!.effect.ratio.q50).toBeLessThan(1);
  });
});

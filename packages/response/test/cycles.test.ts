import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { CycleRegression, CycleSolver } from "../src/cycles/regression.ts";
import { LOG_STRETCHES, shareStretches, stretchCdf, stretchQuantile } from "../src/cycles/stretch.ts";
import { landmarksOf } from "../src/cycles/wave.ts";
import { waveShare } from "../src/exposure.ts";
import { assessCycles, type CyclesInput, type DiaryDay } from "../src/index.ts";
import { denseSolve, logDeterminant } from "./dense.ts";

const KNOTS = [
  [0, 0],
  [4, 0.14],
  [14, 1],
  [28, 1],
  [84, 0],
] as const;

interface Truth {
  readonly seed: number;
  readonly effects: readonly number[];
  readonly logStretches?: readonly number[];
  readonly spacing?: number;
}

/** 28 days before the first injection, AR(1) with ρ 0.6 plus reporting noise, whole ratings, 15 % missing. */
function cyclesOf({ seed, effects, logStretches = effects.map(() => 0), spacing = 91 }: Truth) {
  const random = seededRandom(seed);
  const givenOn = effects.map((_, j) => 29 + j * spacing);
  const today = 28 + effects.length * spacing;
  let lasting = random.normal(0, 0.9);
  const diary: DiaryDay[] = [];
  for (let day = 1; day <= today; day++) {
    lasting = 0.6 * lasting + random.normal(0, 0.9 * 0.8);
    let [best, relief] = [0, 0];
    givenOn.forEach((given, j) => {
      const share = day < given ? 0 : waveShare(KNOTS, (day - given) / Math.exp(logStretches[j]!));
      if (share >= best && share > 0) [best, relief] = [share, share * effects[j]!];
    });
    const rating = Math.min(10, Math.max(0, Math.round(6 + relief + lasting + random.normal(0, 0.79))));
    diary.push({ day, rating: random.chance(0.15) ? null : rating });
  }
  const injection = { kind: "wave", id: "botulinum", givenOn, knots: KNOTS } as const;
  return { diary, injection, today };
}

function assessed(input: CyclesInput) {
  const result = assessCycles(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("the wave and its landmarks", () => {
  it("[RS-50] onset, peak and wear-off are where half of the peak comes, its middle, and where half is gone", () => {
    expect(landmarksOf(KNOTS)).toEqual({ onset: 4 + (0.36 / 0.86) * 10, peak: 21, wearOff: 56 });
    expect(
      landmarksOf([
        [0, 1],
        [10, 0],
      ]),
    ).toEqual({ onset: 0, peak: 0, wearOff: 5 });
    // A wave that ends abruptly wears off with its last day.
    expect(
      landmarksOf([
        [0, 0],
        [10, 2],
        [30, 2],
      ]),
    ).toEqual({ onset: 5, peak: 20, wearOff: 30 });
  });
});

describe("stretches", () => {
  it("[RS-51] without a word from the diary the prior stands, centred on the sourced wave", () => {
    const [flat] = shareStretches([new Float64Array(LOG_STRETCHES.length)], 0.3);
    expect(flat!.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(stretchQuantile(flat!, 0.5)).toBeCloseTo(0, 6);
    for (const p of [0.05, 0.3, 0.95]) expect(stretchCdf(flat!, stretchQuantile(flat!, p))).toBeCloseTo(p, 9);
  });

  it("[RS-51] a cycle that says nothing borrows from those that do", () => {
    const fast = Float64Array.from(LOG_STRETCHES, (x) => -0.5 * ((x + 0.4) / 0.05) ** 2);
    const silent = new Float64Array(LOG_STRETCHES.length);
    const [, , borrowed] = shareStretches([fast, fast, silent], 0.3);
    const [alone] = shareStretches([silent], 0.3);
    expect(stretchQuantile(borrowed!, 0.5)).toBeLessThan(-0.25);
    const width = (w: Float64Array) => stretchQuantile(w, 0.95) - stretchQuantile(w, 0.05);
    expect(width(borrowed!)).toBeLessThan(width(alone!));
  });

  it("[RS-51] evidence, mean and SD are those of the dense normal model, with a prior that is not centred on 0", () => {
    const days = Int32Array.of(1, 2, 4, 5, 9);
    const rows = Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
    const ratings = Float64Array.of(6, 5, 4, 4.5, 6);
    const priors = [
      { mean: 5, sd: 2 },
      { mean: -0.7, sd: 0.9 },
    ];
    const knots = [
      [0, 0],
      [2, 1],
      [6, 0],
    ] as const;
    const model = new CycleRegression({ days, ratings, rows, priors, shared: 1, givenOn: [1], knots });
    const solver = new CycleSolver(model, { sigma: 1.1, rho: 0.6, lambda: 0.5 });
    const dense = (stretch: number, tau: number) => {
      const wave = Array.from(model.waveOf(0, Math.log(stretch)));
      const covariance = Array.from(days, (a, i) =>
        Array.from(days, (b, j) => {
          const own = 1.21 * (0.5 * 0.6 ** Math.abs(a - b) + (i === j ? 0.5 : 0));
          return own + 4 + (0.81 + tau * tau) * wave[i]! * wave[j]!;
        }),
      );
      const rest = Array.from(ratings, (y, i) => y - 5 + 0.7 * wave[i]!);
      const solved = denseSolve(covariance, rest);
      const column = wave.map((value) => (0.81 + tau * tau) * value);
      const mean = -0.7 + column.reduce((sum, value, i) => sum + value * solved[i]!, 0);
      const gone = denseSolve(covariance, column).reduce((sum, value, i) => sum + value * column[i]!, 0);
      const square = solved.reduce((sum, value, i) => sum + value * rest[i]!, 0);
      const log = -0.5 * (logDeterminant(covariance) + square);
      return { log, mean, sd: Math.sqrt(0.81 + tau * tau - gone) };
    };
    const reference = {
      log: dense(1, 0.3).log,
      ours: solver.solve([model.waveOf(0, 0)], [0.3])[0]!.logEvidence,
    };
    for (const stretch of [0.6, 1, 1.4]) {
      for (const tau of [0.3, 1.5]) {
        const [found] = solver.solve([model.waveOf(0, Math.log(stretch))], [tau]);
        const { log, mean, sd } = dense(stretch, tau);
        expect(found!.logEvidence - reference.ours).toBeCloseTo(log - reference.log, 9);
        expect(found!.moments([0, 1, 1]).mean).toBeCloseTo(mean, 9);
        expect(found!.moments([0, 1, 1]).sd).toBeCloseTo(sd, 9);
      }
    }
  });
});

describe("injection cycles", () => {
  it("[RS-51] sizes and wear-off days are found again: 90 % intervals hold the truth in 80 to 97 of 100 cycles", () => {
    const random = seededRandom(51);
    let [sizes, ends, cycles] = [0, 0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const speed = random.normal(0, 0.3);
      const usual = random.normal(-1.5, 1);
      const logStretches = [0, 1, 2].map(() => speed + random.normal(0, 0.1));
      const effects = [0, 1, 2].map(() => usual + random.normal(0, 0.5));
      const found = assessed(cyclesOf({ seed, effects, logStretches }));
      found.cycles.forEach(({ effect, wearOff }, j) => {
        cycles++;
        if (effect.q05 <= effects[j]! && effects[j]! <= effect.q95) sizes++;
        const end = 56 * Math.exp(logStretches[j]!);
        if (wearOff.q05 <= end && end <= wearOff.q95) ends++;
      });
    }
    for (const share of [sizes / cycles, ends / cycles]) {
      expect(share).toBeGreaterThan(0.8);
      expect(share).toBeLessThan(0.97);
    }
  }, 120_000);

  it("[RS-51] the ranges that are told are wider than the posterior's: of sizes 1.15 times, of differences 1.2", () => {
    const { cycles } = assessed(cyclesOf({ seed: 4, effects: [-2, -2, -2] }));
    // A normal distribution's middle 90 % is 3.29 SDs wide, and these are nearly normal.
    const times = ({ q05, q95, sd }: { q05: number; q95: number; sd: number }) => (q95 - q05) / (3.29 * sd);
    for (const { effect, againstEarlier } of cycles) {
      expect(times(effect)).toBeGreaterThan(1.12);
      expect(times(effect)).toBeLessThan(1.17);
      if (againstEarlier === null) continue;
      expect(times(againstEarlier.difference)).toBeGreaterThan(1.17);
      expect(times(againstEarlier.difference)).toBeLessThan(1.22);
    }
  });

  it("[RS-52] a cycle of a third of the size is called weaker, an equal one is not", () => {
    const weak = assessed(cyclesOf({ seed: 2, effects: [-3, -3, -3, -1] }));
    expect(weak.cycles[0]!.againstEarlier).toBeNull();
    expect(weak.cycles[3]!.againstEarlier!.weaker).toBeGreaterThan(0.95);
    expect(weak.cycles[3]!.againstEarlier!.difference.mean).toBeGreaterThan(1);
    const equal = assessed(cyclesOf({ seed: 2, effects: [-3, -3, -3, -3] }));
    expect(equal.cycles[3]!.againstEarlier!.weaker).toBeLessThan(0.9);
    expect(equal.cycles[3]!.relief).toBeGreaterThan(0.99);
  });

  it("[RS-52] a cycle that ends in half the time is called shorter", () => {
    const { cycles } = assessed(
      cyclesOf({ seed: 5, effects: [-3, -3, -3, -3], logStretches: [0, 0, 0, Math.log(0.5)] }),
    );
    expect(cycles[3]!.againstEarlier!.shorter).toBeGreaterThan(0.9);
    expect(cycles[3]!.wearOff.q50).toBeLessThan(cycles[1]!.wearOff.q50 - 10);
    expect(cycles[1]!.speedLearnt).toBeGreaterThan(0.3);
  });

  it("[RS-53] since when: found after a lasting fall, and said of at most 1 of 15 people whose cycles are equal", () => {
    const fallen = assessed(cyclesOf({ seed: 3, effects: [-3, -3, -3, -1, -1, -1] }));
    expect(fallen.weakerSince!.givenOn).toBe(29 + 3 * 91);
    expect(fallen.weakerSince!.difference.mean).toBeGreaterThan(1);
    const alarms = Array.from({ length: 15 }, (_, i) =>
      assessed(cyclesOf({ seed: 100 + i, effects: [-2, -2, -2, -2, -2] })),
    ).filter(({ weakerSince }) => weakerSince !== null);
    expect(alarms.length).toBeLessThanOrEqual(1);
  }, 120_000);

  it("[RS-54] the chance that relief ends first grows with the day of the next injection", () => {
    const one = cyclesOf({ seed: 6, effects: [-3, -3, -3] });
    const last = one.injection.givenOn[2]!;
    const chance = (days: number) =>
      assessed({ ...one, nextPlanned: last + days }).beforeNext!.reliefEndsBefore;
    expect(chance(20)).toBeLessThan(0.05);
    expect(chance(120)).toBeGreaterThan(0.95);
    expect(chance(50)).toBeLessThan(chance(60));
    expect(chance(0)).toBe(0);
    expect(assessed(one).beforeNext).toBeNull();
  });

  it("[RS-50] the origin of the calendar, the order of injections and one written twice change nothing", () => {
    const one = cyclesOf({ seed: 7, effects: [-2, -2] });
    const by = 1234;
    const moved = {
      diary: one.diary.map(({ day, rating }) => ({ day: day + by, rating })).reverse(),
      injection: {
        ...one.injection,
        givenOn: [...one.injection.givenOn, one.injection.givenOn[0]!].reverse().map((day) => day + by),
      },
      today: one.today + by,
    };
    const back = assessed(moved);
    const here = assessed(one);
    expect(back.cycles.map((cycle) => ({ ...cycle, givenOn: cycle.givenOn - by }))).toEqual(here.cycles);
  });

  it("[RS-50] a cycle that has hardly begun keeps the width of what came before it, and nothing after today counts", () => {
    const one = cyclesOf({ seed: 8, effects: [-2, -2, -2] });
    const today = one.injection.givenOn[2]! + 3;
    const { cycles } = assessed({ ...one, today });
    expect(cycles.length).toBe(3);
    expect(cycles[2]!.effect.sd).toBeGreaterThan(cycles[0]!.effect.sd);
    expect(cycles[2]!.againstEarlier!.weaker).toBeGreaterThan(0.2);
    expect(cycles[2]!.againstEarlier!.weaker).toBeLessThan(0.8);
    expect(assessed({ ...one, today: one.injection.givenOn[2]! - 1 }).cycles.length).toBe(2);
  });

  it("[RS-50] of thirteen injections the last twelve are looked at, and the days before them left out", () => {
    const one = cyclesOf({ seed: 10, effects: Array<number>(13).fill(-2), spacing: 40 });
    const second = one.injection.givenOn[1]!;
    const later = {
      ...one,
      diary: one.diary.filter(({ day }) => day >= second),
      injection: { ...one.injection, givenOn: one.injection.givenOn.slice(1) },
    };
    expect(assessed(one)).toEqual(assessed(later));
  }, 60_000);

  it("[RS-50] what cannot be is an error value", () => {
    const one = cyclesOf({ seed: 9, effects: [-2] });
    const of = (change: Partial<CyclesInput>) => assessCycles({ ...one, ...change });
    const injection = one.injection;
    expect(of({ injection: { ...injection, givenOn: [] } })).toMatchObject({
      error: { type: "NoInjection" },
    });
    expect(of({ injection: { ...injection, givenOn: [1e6] } })).toMatchObject({
      error: { type: "NoInjection" },
    });
    expect(of({ injection: { ...injection, knots: [[0, 0]] } })).toMatchObject({
      error: { type: "KnotsNotValid" },
    });
    const many = Array.from({ length: 161 }, (_, i) => i);
    expect(of({ injection: { ...injection, givenOn: many } })).toMatchObject({
      error: { type: "TooManyInjections" },
    });
    for (const personSd of [0, -1, Number.NaN, 5])
      expect(of({ personSd })).toMatchObject({ error: { type: "PersonSdNotValid" } });
    expect(of({ nextPlanned: 1.5 })).toMatchObject({ error: { type: "DayNotWhole" } });
    expect(of({ diary: [] })).toMatchObject({ error: { type: "NoRatings" } });
    expect(of({ treatments: [injection] })).toMatchObject({ error: { type: "SameIdTwice" } });
  });

  it("[RS-50] equal ratings, one rating, injections on neighbouring days: sound numbers", () => {
    const injection = { kind: "wave", id: "botulinum", givenOn: [5, 6, 50], knots: KNOTS } as const;
    const diaries: DiaryDay[][] = [
      [{ day: 10, rating: 4 }],
      Array.from({ length: 80 }, (_, i) => ({ day: i + 1, rating: 10 })),
      Array.from({ length: 80 }, (_, i) => ({ day: i + 1, rating: (i % 2) * 10 })),
    ];
    for (const diary of diaries) {
      const { cycles, beforeNext } = assessed({ diary, injection, today: 80, nextPlanned: 90 });
      for (const { effect, onset, peak, wearOff, relief } of cycles)
        for (const value of [
          ...Object.values(effect),
          ...Object.values(onset),
          ...Object.values(peak),
          wearOff.q50,
          relief,
        ])
          expect(Number.isFinite(value)).toBe(true);
      expect(beforeNext!.reliefEndsBefore).toBeGreaterThanOrEqual(0);
      expect(beforeNext!.reliefEndsBefore).toBeLessThanOrEqual(1);
    }
  });
});

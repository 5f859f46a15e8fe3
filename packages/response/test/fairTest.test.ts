import { seededRandom } from "@unclench/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockDaysFor, drawBlocks } from "../src/fairTest.ts";
import {
  assessFairTest,
  type DiaryDay,
  exposureCurve,
  type FairTestInput,
  fairTestCourse,
  fitDiary,
  type OnOffTreatment,
  planFairTest,
} from "../src/index.ts";
import { looksAhead, verdictChances } from "../src/chances.ts";
import { ratingMarks, upsAndDownsOf } from "../src/marks.ts";
import { chancesIf, possibilities } from "../src/testPower.ts";
import { simulatedDiary } from "./simulated.ts";

const stretching: OnOffTreatment = { kind: "on-off", id: "stretching", tauOn: 3, tauOff: 4, spans: [] };

function fitted(treatment: OnOffTreatment = stretching, seed = 70) {
  const { diary } = simulatedDiary(seededRandom(seed), { days: 42, start: 1000, effect: 0 });
  const result = fitDiary({ diary, treatments: [treatment] });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const usual = (): FairTestInput => {
  return { fit: fitted(), treatment: "stretching", mayPause: true, after: 42, mcid: 1, seed: 7 };
};
function planned(change: Partial<FairTestInput> = {}) {
  const result = planFairTest({ ...usual(), ...change });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("the blocks of a fair test", () => {
  it("[RS-70] are drawn in pairs, half of which begin with either kind, one after the other without a gap", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer(),
          pairs: fc.integer({ min: 2, max: 12 }),
          days: fc.constantFrom(7, 14, 21, 28),
          after: fc.integer({ min: -1000, max: 1000 }),
        }),
        ({ seed, pairs, days, after }) => {
          const blocks = drawBlocks(after, days, pairs, seed);
          expect(blocks.length).toBe(2 * pairs);
          expect(blocks[0]!.from).toBe(after + 1);
          blocks.forEach(({ from, to }, i) => {
            expect(to - from + 1).toBe(days);
            if (i > 0) expect(from).toBe(blocks[i - 1]!.to + 1);
          });
          const onFirst = Array.from({ length: pairs }, (_, p) => {
            const [one, two] = blocks.filter(({ pair }) => pair === p + 1);
            expect(one!.on).not.toBe(two!.on);
            return Number(one!.on);
          }).reduce((sum, first) => sum + first, 0);
          expect(Math.abs(2 * onFirst - pairs)).toBeLessThanOrEqual(pairs % 2);
          expect(drawBlocks(after, days, pairs, seed)).toEqual(blocks);
        },
      ),
      { seed: 70, numRuns: 60 },
    );
  });

  it("[RS-70] the lot is fair: each block is on in about half of all draws", () => {
    for (const pairs of [2, 3]) {
      const draws = Array.from({ length: 400 }, (_, seed) => drawBlocks(0, 7, pairs, seed));
      for (let i = 0; i < 2 * pairs; i++) {
        const on = draws.filter((blocks) => blocks[i]!.on).length;
        expect(on).toBeGreaterThan(150);
        expect(on).toBeLessThan(250);
      }
    }
  });

  it("[RS-71] last three time constants in whole weeks: at the end 95 % of the change is there", () => {
    const of = (tauOn: number, tauOff: number) => blockDaysFor({ ...stretching, tauOn, tauOff });
    expect([of(0.5, 0.5), of(7 / 3, 1), of(2.4, 1), of(3, 4), of(7, 2), of(9, 9)]).toEqual([
      7, 7, 14, 14, 21, 28,
    ]);
    const sessions = { kind: "sessions", id: "s", tau: 5, usualPerDay: 10, sessions: [] } as const;
    expect(blockDaysFor(sessions)).toBe(21);
    const test = planned();
    const course = fairTestCourse(stretching, test.blocks);
    const curve = exposureCurve(course, test.from, test.to);
    for (const { to, on } of test.blocks) {
      const end = curve[to - test.from]!;
      expect(on ? end : 1 - end).toBeGreaterThan(0.95);
    }
    expect(planFairTest({ ...usual(), fit: fitted({ ...stretching, tauOff: 10 }) })).toMatchObject({
      error: { type: "CarryOverTooLong", blockDays: 35, most: 28 },
    });
  });
});

describe("what a fair test will be able to say", () => {
  it("[RS-72] averaged over today's belief, the chances are those of the planner", () => {
    const knowledge = { mean: -0.4, sdNow: 0.9, sdEarlier: 0.42, sdThen: 0.35 };
    const asked = { mcid: 1, marks: ratingMarks({ turns: 2, bends: 0, logInflation: 0.3, sigma: 1 }) };
    const overall = verdictChances(looksAhead(knowledge, knowledge.sdEarlier), asked);
    let [helping, notEnough, worse, total] = [0, 0, 0, 0];
    for (let z = -6; z <= 6; z += 0.01) {
      const weight = Math.exp((-z * z) / 2);
      const chances = chancesIf(knowledge.mean + z * knowledge.sdNow, knowledge, { ...asked, widened: 1 });
      total += weight;
      helping += weight * chances.helping;
      notEnough += weight * chances.notEnough;
      worse += weight * chances.worse;
    }
    expect(helping / total).toBeCloseTo(overall.helping, 6);
    expect(notEnough / total).toBeCloseTo(overall.notEnough, 6);
    expect(worse / total).toBeCloseTo(overall.worse, 6);
  });

  it("[RS-72] a larger effect is found more often, and the chances of each effect sum to 1", () => {
    const { power } = planned({ pairs: 4 });
    expect(power.map(({ effect }) => Math.abs(effect))).toEqual([0, 1, 2]);
    const [nothing, matters, twice] = power;
    expect(nothing!.helping).toBeLessThan(0.05);
    expect(matters!.helping).toBeGreaterThan(nothing!.helping);
    expect(twice!.helping).toBeGreaterThan(matters!.helping);
    for (const { helping, notEnough, worse, open } of power)
      expect(helping + notEnough + worse + open).toBeCloseTo(1, 10);
  });

  it("[RS-72] without a number of pairs it takes the least that probably settles it, or half a year", () => {
    const own = planned();
    expect(own.pairs).toBeGreaterThanOrEqual(2);
    const settled = ({ power }: ReturnType<typeof planned>) => Math.min(power[0]!.settled, power[2]!.settled);
    if (own.pairs < 6) expect(settled(own)).toBeGreaterThanOrEqual(2 / 3);
    if (own.pairs > 2) expect(settled(planned({ pairs: own.pairs - 1 }))).toBeLessThan(2 / 3);
    // A tiny difference cannot be settled within half a year.
    expect(planned({ mcid: 0.05 }).to - planned({ mcid: 0.05 }).from + 1).toBe(168);
  });

  it("[RS-72] the speeds and the errors that are still open all count", () => {
    const timeScales = [0.25, 1, 4].map((factor) => ({ factor, weight: factor === 4 ? 0.5 : 0.25 }));
    const open = fitted({ ...stretching, timeScales });
    const list = possibilities(open, { ...stretching, timeScales });
    expect(list.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    // A diary without a day of it says nothing of its speed.
    const slow = list.filter(({ treatment }) => treatment.kind === "on-off" && treatment.tauOn === 12);
    expect(slow.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(0.5, 2);
    const meanOf = (read: (one: (typeof list)[number]) => number) =>
      list.reduce((sum, one) => sum + one.weight * read(one), 0);
    const { sigma } = upsAndDownsOf(open.posterior);
    expect(Math.abs(meanOf(({ errors }) => errors.sigma) - sigma)).toBeLessThan(0.05 * sigma);
    // Slower is harder to tell apart.
    const helping = (fit: ReturnType<typeof fitted>) => planned({ fit, pairs: 3 }).power[2]!.helping;
    expect(helping(open)).toBeLessThan(helping(fitted()) - 0.03);
  });

  it("[RS-72] the chances are kept in simulated tests: a useless routine is hardly ever called a help, a good one mostly", () => {
    const test = planned({ pairs: 4 });
    const course = fairTestCourse(stretching, test.blocks);
    const curve = exposureCurve(course, 1, test.to);
    const sharesOf = (effect: number) => {
      const random = seededRandom(72);
      const runs = 60;
      const helped = Array.from({ length: runs }, () => {
        const before = simulatedDiary(random, { days: test.resultOn, start: 1000, effect: 0 });
        const diary = before.diary.map(({ day, rating }): DiaryDay => {
          if (rating === null) return { day, rating };
          const moved = rating + effect * (curve[day - 1] ?? 0);
          return { day, rating: Math.min(10, Math.max(0, Math.round(moved + random.uniform() - 0.5))) };
        });
        const result = assessFairTest({ diary, treatments: [stretching], test, today: test.resultOn });
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        return result.value.verdicts[0]!.verdict;
      });
      return helped.filter((verdict) => verdict === "helping" || verdict === "helping-clearly").length / runs;
    };
    expect(sharesOf(0)).toBeLessThanOrEqual(0.05);
    const found = sharesOf(-2);
    expect(found).toBeGreaterThan(0.75);
    expect(Math.abs(found - test.power[2]!.helping)).toBeLessThan(0.2);
  });
});

describe("what a fair test is not for", () => {
  it("[RS-70] the type demands that pausing is allowed, and so does the engine", () => {
    // @ts-expect-error: `false` is no `true`
    const refused = planFairTest({ ...usual(), mayPause: false });
    expect(refused).toEqual({ ok: false, error: { type: "PauseNotAllowed", id: "stretching" } });
    const { mayPause: _, ...without } = usual();
    // @ts-expect-error: it may not be left out either
    expect(planFairTest(without)).toMatchObject({ error: { type: "PauseNotAllowed" } });
  });

  it("[RS-70] what cannot be is an error value", () => {
    const of = (change: Partial<FairTestInput>) => planFairTest({ ...usual(), ...change });
    expect(of({ treatment: "nothing" })).toMatchObject({ error: { type: "NoSuchTreatment" } });
    for (const after of [1.5, Number.NaN])
      expect(of({ after })).toMatchObject({ error: { type: "DayNotWhole" } });
    expect(of({ after: 3 })).toMatchObject({ error: { type: "BeginsInsideDiary" } });
    for (const mcid of [0, -1, Number.NaN])
      expect(of({ mcid })).toMatchObject({ error: { type: "DifferenceNotValid" } });
    for (const seed of [0.5, Number.NaN, 2 ** 60])
      expect(of({ seed })).toMatchObject({ error: { type: "SeedNotWhole" } });
    for (const pairs of [1, 2.5, 7, Number.NaN])
      expect(of({ pairs })).toMatchObject({ error: { type: "PairsNotValid", least: 2, most: 6 } });
    for (const completion of [0, 1.1, Number.NaN])
      expect(of({ completion })).toMatchObject({ error: { type: "ShareNotValid" } });
    const { diary } = simulatedDiary(seededRandom(1), { days: 42, start: 1000, effect: 0 });
    const wave = {
      kind: "wave",
      id: "stretching",
      givenOn: [20],
      knots: [
        [0, 0],
        [14, 1],
        [84, 0],
      ],
    } as const;
    const fit = fitDiary({ diary, treatments: [wave] });
    if (!fit.ok) throw new Error(fit.error.type);
    expect(of({ fit: fit.value })).toMatchObject({ error: { type: "CannotBePaused" } });
  });

  it("[RS-73] what was done before the test stays, the blocks replace what would have gone on", () => {
    const ongoing = { ...stretching, spans: [{ from: 10, to: null, doseShare: 0.5 }] };
    const blocks = drawBlocks(42, 14, 2, 3);
    const { spans } = fairTestCourse(ongoing, blocks);
    expect(spans[0]).toEqual({ from: 10, to: 42, doseShare: 0.5 });
    expect(spans.slice(1)).toEqual(
      blocks.filter(({ on }) => on).map(({ from, to }) => ({ from, to, doseShare: 0.5 })),
    );
  });

  it("[RS-73] the result stands at the first weekly look that sees all of it", () => {
    const { to, resultOn } = planned();
    expect(to % 7).toBe(0);
    expect(resultOn).toBe(to);
    const late = planned({ after: 45 });
    expect(late.resultOn).toBe(late.to + 4);
  });
});

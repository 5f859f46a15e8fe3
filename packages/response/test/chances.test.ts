import { normalCdf, normalQuantile, seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { type TwoLooks, verdictChances } from "../src/chances.ts";
import { buildDesign } from "../src/design.ts";
import { type DiaryFit, fitDiary, planDays } from "../src/index.ts";
import { ratingMarks } from "../src/marks.ts";
import { knowledgeAfter } from "../src/planning.ts";
import { simulatedDiary } from "./simulated.ts";

/** Marks and a difference at which "helping" begins at a posterior mean of 0, at both looks. */
const atZero = (sdThen: number) => ({
  mcid: -2 * normalQuantile(0.8) * sdThen,
  marks: { size: 0, helps: 0.5, worse: 0.999999 },
});

describe("what a plan foresees beyond twelve weeks", () => {
  it("[RS-21] is what the longer diary then knows, bends of its trend counted", () => {
    const whole = simulatedDiary(seededRandom(21), { days: 168, start: 29, effect: -1 });
    const [soFar, then] = [84, 168].map((until) => {
      const fit = fitDiary({ ...whole, until });
      if (!fit.ok) throw new Error(fit.error.type);
      return fit.value;
    }) as [DiaryFit, DiaryFit];
    expect([soFar.bends, then.bends]).toEqual([[], [85, 127]]);
    const [plan] = planDays(soFar, { treatment: "treat", mcid: 1, after: 84, mayPause: false });
    const { days, sdThen } = plan!.outlooks.at(-1)!;
    expect(days).toBe(84);
    // At the errors that were the likeliest at the time, with the days that were really rated.
    const c = then.columns.map(({ kind }) => Number(kind === "effect"));
    const regression = { ...then, priors: then.columns.map(({ prior }) => prior) };
    const [known] = knowledgeAfter(regression, soFar.posterior.mode, c, [
      { days: [], rows: new Float64Array(0) },
    ]);
    expect(Math.abs(sdThen / known!.sdNow - 1)).toBeLessThan(0.05);
    // Without the bends to come it would promise more.
    const straight = buildDesign({ ...then, bends: [] }, then.days);
    const [promised] = knowledgeAfter(
      { ...then, rows: straight.rows, priors: straight.columns.map(({ prior }) => prior) },
      soFar.posterior.mode,
      straight.columns.map(({ kind }) => Number(kind === "effect")),
      [{ days: [], rows: new Float64Array(0) }],
    );
    expect(promised!.sdNow).toBeLessThan(0.95 * sdThen);
  });
});

describe("chances of a verdict that two looks have to show", () => {
  it("[RS-22] [RS-12] of two normal means, the share of a quadrant has a closed form", () => {
    for (const spread of [0.05, 0.5, 1, 3]) {
      const looks: TwoLooks = {
        earlier: { mean: 0, spread: 1, sdThen: 0.4 },
        later: { offset: 0, slope: 1, spread, sdThen: 0.4 },
      };
      // Sheppard: P(both below 0) = 1/4 + asin(r)/2π, with the correlation of the two.
      const correlation = 1 / Math.hypot(1, spread);
      const { helping } = verdictChances(looks, atZero(0.4));
      expect(helping, `spread ${spread}`).toBeCloseTo(0.25 + Math.asin(correlation) / (2 * Math.PI), 5);
    }
  });

  it("[RS-22] what is known already is not drawn again", () => {
    const later = { offset: 0, slope: 1, spread: 0.5, sdThen: 0.4 };
    const known = (mean: number): number =>
      verdictChances({ earlier: { mean, spread: 0, sdThen: 0.4 }, later }, atZero(0.4)).helping;
    expect(known(-0.3)).toBeCloseTo(normalCdf(0.6), 12);
    expect(known(0.01)).toBe(0);
    // No further day between the looks: one passes with the other.
    const same = { ...later, spread: 0 };
    const looks = { earlier: { mean: -0.3, spread: 0.5, sdThen: 0.4 }, later: same };
    expect(verdictChances(looks, atZero(0.4)).helping).toBeCloseTo(normalCdf(0.6), 12);
    expect(verdictChances(looks, { ...atZero(0.4), earlierTooEarly: true }).helping).toBe(0);
  });

  it("[RS-22] [RS-72] is what drawn pairs of means come to, each verdict by its own rule", () => {
    const marks = ratingMarks({ turns: 1, bends: 0, logInflation: 0.6, sigma: 1 });
    const looks: TwoLooks = {
      earlier: { mean: -0.9, spread: 0.5, sdThen: 0.45 },
      later: { offset: -0.2, slope: 0.8, spread: 0.2, sdThen: 0.4 },
    };
    const found = verdictChances(looks, { mcid: 1, marks });
    const random = seededRandom(11);
    const count = { helping: 0, notEnough: 0, worse: 0 };
    const draws = 40_000;
    for (let i = 0; i < draws; i++) {
      const { earlier, later } = looks;
      const first = random.normal(earlier.mean, earlier.spread);
      const second = random.normal(later.offset + later.slope * first, later.spread);
      const below = (x: number, mean: number, sd: number) => normalCdf((x - mean) / sd);
      const shown =
        below(-0.5, first, earlier.sdThen) >= marks.helps && below(-0.5, second, later.sdThen) >= marks.helps;
      if (shown && below(-0.5, second, later.sdThen) >= 0.8) count.helping++;
      else if (1 - below(0, second, later.sdThen) >= marks.worse) count.worse++;
      else if (1 - below(-1, second, later.sdThen) >= 0.9) count.notEnough++;
    }
    for (const verdict of ["helping", "notEnough", "worse"] as const) {
      const share = found[verdict];
      const error = Math.sqrt((share * (1 - share)) / draws);
      expect(Math.abs(count[verdict] / draws - share), verdict).toBeLessThan(4 * error + 1e-4);
    }
    expect(found.helping).toBeGreaterThan(0.1);
    expect(found.helping + found.notEnough + found.worse).toBeCloseTo(found.settled, 12);
  });
});

import { type SeededRandom, seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { assess, type VerdictName } from "../src/index.ts";
import { simulatedDiary } from "./simulated.ts";

/** The verdicts at the weekly looks of twelve weeks, from the first that can say anything. */
function weeklyVerdicts(random: SeededRandom, effect: number): VerdictName[] {
  const input = simulatedDiary(random, { days: 84, start: 29, effect });
  return [42, 49, 56, 63, 70, 77, 84].map((today) => {
    // Day 1 may be unrated; looks count from the first rated day, so a look may fall some days before `today`.
    const result = assess({ ...input, today });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.verdicts[0]!.verdict;
  });
}

/** In how many of `count` diaries a verdict was EVER shown. */
function everShown(seed: number, count: number, effect: number, names: readonly VerdictName[]): number {
  const random = seededRandom(seed);
  let shown = 0;
  for (let i = 0; i < count; i++) {
    if (weeklyVerdicts(random, effect).some((verdict) => names.includes(verdict))) shown++;
  }
  return shown;
}

const HELPING = ["helping", "helping-clearly"] as const;

describe("error rates over twelve weeks of weekly looks", () => {
  it("[RS-12] a useless treatment is ever called a help in at most 5 % of diaries", () => {
    const count = 80;
    const shown = everShown(20261, count, 0, HELPING);
    // Five percent and two binomial standard errors of 80 diaries; the rate itself was 1 to 2 % in 2,000 diaries.
    expect(shown / count).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / count));
  });

  it("[RS-12] an effect of two points is found in most diaries, one of two points the wrong way is never praised", () => {
    expect(everShown(20262, 30, -2, HELPING)).toBeGreaterThan(15);
    expect(everShown(20263, 20, 2, HELPING)).toBe(0);
  });
});

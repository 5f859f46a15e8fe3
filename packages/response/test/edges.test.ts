import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { integrateCutOff } from "../src/edges.ts";
import { edgeCheck, effectOf, fitDiary } from "../src/index.ts";
import { mixtureCdf, mixtureMoments, summarise } from "../src/mixture.ts";
import { coefficient } from "../src/posterior/posterior.ts";
import { regressionOf } from "../src/sensitivity.ts";
import { diaryOf, simulatedDiary, treatmentFrom } from "./simulated.ts";

function fitted(input: Parameters<typeof fitDiary>[0]) {
  const result = fitDiary(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What would be said on a scale without ends, and what is said on one from 0 to 10. */
function cutDiary(seed: number, level: number, effect: number) {
  const random = seededRandom(seed);
  let lasting = random.normal(0, 0.9);
  const exact = Array.from({ length: 112 }, (_, day) => {
    lasting = 0.6 * lasting + random.normal(0, 0.9 * 0.8);
    const exposure = day < 50 ? 0 : 1 - Math.exp(-(day - 49) / 3);
    return level + effect * exposure + lasting + random.normal(0, 0.79);
  });
  return diaryOf(exact.map((value) => Math.min(10, Math.max(0, Math.round(value)))));
}
const treatments = [treatmentFrom("treat", 51)];

describe("the edges of the scale", () => {
  it("[RS-48] without a rating at an end it is the main model, to 0.01", () => {
    for (const seed of [1, 2, 3]) {
      const { diary, treatments: courses } = simulatedDiary(seededRandom(seed), {
        days: 84,
        start: 40,
        effect: -1,
      });
      const inside = diary.map(({ day, rating }) => {
        return { day, rating: rating === null ? null : Math.min(9, Math.max(1, rating)) };
      });
      const fit = fitted({ diary: inside, treatments: courses });
      const main = effectOf(fit, { treat: 1 });
      const cut = coefficient(integrateCutOff(regressionOf(fit)), 2);
      expect(Math.abs(mixtureMoments(cut).mean - mixtureMoments(main).mean)).toBeLessThan(0.01);
      expect(Math.abs(mixtureMoments(cut).sd - mixtureMoments(main).sd)).toBeLessThan(0.01);
      expect(Math.abs(mixtureCdf(cut, 0) - mixtureCdf(main, 0))).toBeLessThan(0.01);
      expect(edgeCheck(fit, { weights: { treat: 1 }, mcid: 1 })).toBeNull();
    }
  });

  it("[RS-48] relief that the floor hides is found again, most of what a scale without floor shows; 83 to 99 of 100 intervals hold it", () => {
    let held = 0;
    let [ours, main, unhidden] = [0, 0, 0];
    const diaries = 40;
    for (let seed = 1; seed <= diaries; seed++) {
      const fit = fitted({ diary: cutDiary(seed, 2, -2), treatments });
      const found = edgeCheck(fit, { weights: { treat: 1 }, mcid: 0.5 })!;
      expect(found.daysAtLowest).toBeGreaterThan(20);
      ours += found.effect.mean / diaries;
      main += mixtureMoments(effectOf(fit, { treat: 1 })).mean / diaries;
      // The same days four points higher: nothing is cut off.
      const higher = fitted({ diary: cutDiary(seed, 6, -2), treatments });
      unhidden += mixtureMoments(effectOf(higher, { treat: 1 })).mean / diaries;
      if (found.effect.q05 <= -2 && -2 <= found.effect.q95) held++;
    }
    expect(main - unhidden).toBeGreaterThan(0.2);
    expect(Math.abs(ours - unhidden)).toBeLessThan(0.5 * Math.abs(main - unhidden));
    expect(held / diaries).toBeGreaterThan(0.83);
    expect(held / diaries).toBeLessThanOrEqual(0.99);
  }, 120_000);

  it("[RS-48] top and bottom of the scale are mirror images", () => {
    const diary = cutDiary(5, 2, -2);
    const mirrored = diary.map(({ day, rating }) => ({ day, rating: rating === null ? null : 10 - rating }));
    const of = (given: typeof diary) =>
      summarise(coefficient(integrateCutOff(regressionOf(fitted({ diary: given, treatments }))), 2));
    const [here, there] = [of(diary), of(mirrored)];
    expect(there.mean).toBeCloseTo(-here.mean, 2);
    expect(there.sd).toBeCloseTo(here.sd, 2);
  });

  it("[RS-48] diaries of nothing but zeros or tens, or of both by turns: sound numbers", () => {
    for (const ratings of [
      Array(60).fill(0),
      Array(60).fill(10),
      Array.from({ length: 60 }, (_, i) => (i % 2) * 10),
      [0],
    ]) {
      const fit = fitted({ diary: diaryOf(ratings as number[]), treatments });
      const found = edgeCheck(fit, { weights: { treat: 1 }, mcid: 0.5 })!;
      for (const number of [...Object.values(found.effect), ...Object.values(found.probabilities)])
        expect(Number.isFinite(number)).toBe(true);
    }
  });
});

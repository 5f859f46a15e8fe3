import { describe, expect, it } from "vitest";
import { seededRandom } from "../src/index.ts";

const COUNT = 40_000;
function moments(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: COUNT }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT };
}

describe("seeded random numbers", () => {
  it("[ST-30] repeat with the seed and differ between seeds", () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return [
        random.uniform(),
        random.normal(),
        random.gamma(0.4),
        random.poisson(3),
        random.shuffled([1, 2, 3, 4]),
      ];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("[ST-31] have the mean and variance of their distribution, within five standard errors", () => {
    const random = seededRandom(20);
    const cases: [string, () => number, number, number][] = [
      ["uniform", () => random.uniform(), 1 / 2, 1 / 12],
      ["below", () => random.below(6), 2.5, 35 / 12],
      ["normal", () => random.normal(3, 2), 3, 4],
      ["gamma", () => random.gamma(2.5), 2.5, 2.5],
      ["gamma below 1", () => random.gamma(0.3), 0.3, 0.3],
      ["Student t", () => random.studentT(9), 0, 9 / 7],
      ["Poisson", () => random.poisson(4), 4, 4],
      ["large Poisson", () => random.poisson(1200), 1200, 1200],
      ["chance", () => Number(random.chance(0.2)), 0.2, 0.16],
    ];
    for (const [name, draw, mean, variance] of cases) {
      const got = moments(draw);
      expect(Math.abs(got.mean - mean), `${name}: mean`).toBeLessThan(5 * Math.sqrt(variance / COUNT));
      // 0.2 covers the kurtosis of the heaviest of these at 40,000 draws
      expect(Math.abs(got.variance / variance - 1), `${name}: variance`).toBeLessThan(0.2);
    }
  });

  it("[ST-31] shuffles a copy and loses nothing", () => {
    const items = Object.freeze([1, 2, 3, 4, 5, 6]);
    expect(seededRandom(1).shuffled(items).sort()).toEqual([...items]);
  });
});

/** One study after the other. */
import { describe, expect, it } from "vitest";
import { cumulativePool, type PoolOptions, poolEffects } from "../src/index.ts";

const effects = [0.5, 0.1, -0.3, 0.8, 0.2, 0.4].map((estimate, i) => ({
  study: `${1990 + i}`,
  estimate,
  variance: 0.05 + 0.03 * i,
}));

describe("cumulative pooling", () => {
  it("[EV-86] begins with the first study and ends with the pool", () => {
    const options = { method: "REML", ci: "knha" } as const satisfies PoolOptions;
    const steps = cumulativePool(effects, options);
    expect(steps.map(({ study, k }) => [study, k])).toEqual(effects.map(({ study }, i) => [study, i + 1]));
    expect(steps[0]).toMatchObject({ estimate: 0.5, se: Math.sqrt(0.05), tau2: null, ci: "z" });
    const { estimate, se, ciLower, ciUpper, p, tau2, i2 } = poolEffects(effects, options);
    expect(steps.at(-1)).toMatchObject({ estimate, se, ciLower, ciUpper, p, tau2, i2 });
    // The example of the doc comment.
    const two = [
      { study: "1990", estimate: 0.5, variance: 0.1 },
      { study: "1995", estimate: 0.1, variance: 0.1 },
    ];
    const means = cumulativePool(two, { method: "EE", ci: "z" }).map((step) => step.estimate);
    expect(means[0]).toBe(0.5);
    expect(means[1]).toBeCloseTo(0.3, 12);
  });

  it("[EV-86] [EV-22] takes the usual interval for so many studies, or the one asked for", () => {
    const cis = (ci: "usual" | "z") => cumulativePool(effects, { method: "DL", ci }).map((step) => step.ci);
    expect(cis("usual")).toEqual(["z", "adhoc", "adhoc", "adhoc", "knha", "knha"]);
    expect(cis("z")).toEqual(["z", "z", "z", "z", "z", "z"]);
    expect(cumulativePool([], { method: "DL", ci: "z" })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { goldenSection, nelderMead } from "../src/index.ts";

describe("minimisation", () => {
  it("[ST-20] Nelder-Mead walks Rosenbrock's valley", () => {
    const rosenbrock = (x: Float64Array) => 100 * (x[1]! - x[0]! ** 2) ** 2 + (1 - x[0]!) ** 2;
    const found = nelderMead(rosenbrock, [-1.2, 1], { tolerance: 1e-14 });
    expect(found.converged).toBe(true);
    expect(Math.abs(found.at[0]! - 1)).toBeLessThan(1e-6);
    expect(Math.abs(found.at[1]! - 1)).toBeLessThan(1e-6);
  });

  it("[ST-20] Nelder-Mead survives NaN and stops at its budget", () => {
    const found = nelderMead((x) => (x[0]! < 0 ? Number.NaN : (x[0]! - 2) ** 2 + x[1]! ** 2), [0.1, 3]);
    expect(Math.abs(found.at[0]! - 2)).toBeLessThan(1e-4);
    expect(nelderMead((x) => x[0]!, [0], { mostEvaluations: 20 }).converged).toBe(false);
  });

  it("[ST-21] golden section finds the bottom, at an inner point and at an edge", () => {
    expect(Math.abs(goldenSection((x) => (x - 0.3) ** 2, -1, 1) - 0.3)).toBeLessThan(1e-7);
    expect(goldenSection((x) => x, 0, 1)).toBeLessThan(1e-8);
  });
});

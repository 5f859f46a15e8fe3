import { describe, expect, it } from "vitest";
import { findMode } from "../src/posterior/mode.ts";

/** A normal prior N(0, 1) in each coordinate and one sharp, tilted likelihood: mode and curvature are known. */
const tilted = (x: Float64Array): number => {
  const [a, b] = [x[0]!, x[1]!];
  return -0.5 * (a * a + b * b) - 0.5 * (4 * (a - 1) ** 2 + 9 * (b + 0.5) ** 2) - 2 * (a - 1) * (b + 0.5);
};

describe("the search for the mode", () => {
  it("[RS-7] a normal density: its mode and curvature, in a few dozen evaluations", () => {
    let evaluations = 0;
    const { at, curvature } = findMode((x) => {
      evaluations++;
      return tilted(x);
    }, 2);
    // (5 2; 2 10)·m = (4 − 1; −4.5 + 2)
    expect(at[0]).toBeCloseTo((3 * 10 + 2 * 2.5) / 46, 6);
    expect(at[1]).toBeCloseTo((-2.5 * 5 - 2 * 3) / 46, 6);
    for (const [i, entry] of [5, 2, 2, 10].entries()) expect(curvature[i]).toBeCloseTo(entry, 6);
    expect(evaluations).toBeLessThan(30);
  });

  it("[RS-7] a very sharp density far from the start: within a tenth of its SD", () => {
    const sharp = (x: Float64Array) => -0.5 * x[0]! ** 2 - 0.5 * ((x[0]! - 2.5) / 0.01) ** 2;
    const { at, curvature } = findMode(sharp, 1);
    expect(Math.abs(at[0]! - 2.49975)).toBeLessThan(0.001);
    expect(curvature[0]! / 10_001).toBeCloseTo(1, 3);
  });

  it("[RS-7] a density that ends within reach of its mode is searched by the simplex", () => {
    const cutOff = (x: Float64Array) => (x[0]! > 1.2 ? -Infinity : 3 * x[0]! - 0.5 * x[0]! ** 2);
    const { at, curvature } = findMode(cutOff, 1);
    expect(at[0]).toBeGreaterThan(1.15);
    expect(at[0]).toBeLessThanOrEqual(1.2);
    expect(curvature[0]).toBeGreaterThanOrEqual(1);
  });

  it("[RS-7] two hills, and a plain between them: it ends on one of them", () => {
    const hills = (x: Float64Array) =>
      Math.log(Math.exp(-8 * (x[0]! - 1.5) ** 2) + 0.5 * Math.exp(-8 * (x[0]! + 1.5) ** 2)) -
      0.01 * x[0]! ** 2;
    const { at } = findMode(hills, 1);
    expect(Math.abs(Math.abs(at[0]!) - 1.5)).toBeLessThan(0.05);
  });
});

import { describe, expect, it } from "vitest";
import { normalCdf, normalPdf, normalQuantile, normalUpperTail } from "../src/normal.ts";
import reference from "./fixtures/normal.json" with { type: "json" };

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted || 1);

describe("normal distribution", () => {
  it("[ST-1] agrees with 60-digit arithmetic in both tails", () => {
    expect(reference.tails.length).toBeGreaterThan(30);
    for (const { z, upper, pdf } of reference.tails) {
      expect(Math.abs(normalUpperTail(z) - upper), `z ${z}`).toBeLessThanOrEqual(1e-15);
      expect(relative(normalUpperTail(z), upper), `z ${z}`).toBeLessThan(1e-14);
      expect(relative(normalCdf(-z), upper), `z ${z}`).toBeLessThan(1e-14);
      expect(relative(normalPdf(z), pdf), `pdf at ${z}`).toBeLessThan(1e-14);
    }
  });

  it("[ST-2] has quantiles that agree with 60-digit arithmetic", () => {
    expect(reference.quantiles.length).toBeGreaterThan(15);
    for (const { p, z } of reference.quantiles)
      expect(relative(normalQuantile(p), z), `p ${p}`).toBeLessThan(1e-14);
  });

  it("[ST-1] [ST-2] answers at the edges and refuses what is no probability", () => {
    expect(normalUpperTail(Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalUpperTail(Number.NEGATIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect(normalPdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  brentRoot,
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperTail,
  incompleteBeta,
  incompleteGamma,
  logGamma,
  studentTCdf,
  studentTQuantile,
  studentTTwoSided,
  studentTUpperTail,
} from "../src/index.ts";
import reference from "./fixtures/distributions.json" with { type: "json" };

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted || 1);

describe("gamma, beta, t and chi-squared against 60-digit arithmetic", () => {
  it("[ST-3] ln gamma", () => {
    expect(reference.logGamma.length).toBeGreaterThan(20);
    for (const { x, value } of reference.logGamma)
      expect(relative(logGamma(x), value), `x ${x}`).toBeLessThan(2e-14);
  });

  it("[ST-4] incomplete gamma, both tails", () => {
    expect(reference.incompleteGamma.length).toBeGreaterThan(10);
    for (const { a, x, lower, upper } of reference.incompleteGamma) {
      const ours = incompleteGamma(a, x);
      // The tail that is computed as itself is sharp; the other is 1 minus it and as sharp as its own size allows.
      expect(relative(ours.lower, lower), `lower ${a} ${x}`).toBeLessThan(1e-12);
      expect(relative(ours.upper, upper), `upper ${a} ${x}`).toBeLessThan(1e-12);
    }
  });

  it("[ST-5] incomplete beta", () => {
    expect(reference.incompleteBeta.length).toBeGreaterThan(8);
    for (const { a, b, x, value } of reference.incompleteBeta)
      expect(relative(incompleteBeta(a, b, x, 1 - x), value), `${a} ${b} ${x}`).toBeLessThan(1e-12);
  });

  it("[ST-6] Student's t, far tails too", () => {
    expect(reference.studentT.length).toBeGreaterThan(60);
    for (const { t, df, upper } of reference.studentT) {
      // With a million degrees of freedom the continued fraction cancels a few more digits.
      const tolerance = df <= 5000 ? 1e-12 : 1e-10;
      expect(relative(studentTUpperTail(t, df), upper), `t ${t} df ${df}`).toBeLessThan(tolerance);
      expect(relative(studentTCdf(-t, df), upper), `t ${-t} df ${df}`).toBeLessThan(tolerance);
      expect(relative(studentTTwoSided(-t, df), 2 * upper), `two-sided ${t} ${df}`).toBeLessThan(tolerance);
    }
  });

  it("[ST-7] chi-squared, both tails, out to 1e-80", () => {
    expect(reference.chiSquared.length).toBeGreaterThan(40);
    for (const { x, df, upper, lower } of reference.chiSquared) {
      expect(relative(chiSquaredUpperTail(x, df), upper), `upper ${x} ${df}`).toBeLessThan(1e-12);
      expect(relative(chiSquaredCdf(x, df), lower), `lower ${x} ${df}`).toBeLessThan(1e-12);
    }
    expect(reference.chiSquared.some(({ upper }) => upper < 1e-28)).toBe(true);
  });

  it("[ST-6] [ST-7] quantiles of t and chi-squared", () => {
    expect(reference.studentTQuantile.length).toBeGreaterThan(50);
    for (const { p, df, t } of reference.studentTQuantile)
      expect(relative(studentTQuantile(p, df), t), `t at ${p}, df ${df}`).toBeLessThan(1e-12);
    expect(reference.chiSquaredQuantile.length).toBeGreaterThan(50);
    for (const { p, df, x } of reference.chiSquaredQuantile)
      expect(relative(chiSquaredQuantile(p, df), x), `x at ${p}, df ${df}`).toBeLessThan(1e-12);
  });
});

describe("distributions everywhere", () => {
  it("[ST-8] quantile and tail undo each other", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-140, max: 0.4999, noNaN: true }),
        fc.integer({ min: 1, max: 2000 }),
        (p, df) => {
          expect(relative(studentTCdf(studentTQuantile(p, df), df), p)).toBeLessThan(1e-9);
          if (p > 1e-100)
            expect(relative(chiSquaredCdf(chiSquaredQuantile(p, df), df), p)).toBeLessThan(1e-9);
        },
      ),
      { seed: 11 },
    );
  });

  it("[ST-4] [ST-5] [ST-6] [ST-7] answers at the edges and refuses what is no probability", () => {
    expect(studentTQuantile(0, 3)).toBe(Number.NEGATIVE_INFINITY);
    expect(studentTQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(studentTUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(studentTUpperTail(1e200, 3)).toBe(0);
    expect(chiSquaredQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(chiSquaredUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(studentTQuantile(p, 3)).toBeNaN();
      expect(chiSquaredQuantile(p, 3)).toBeNaN();
    }
    expect(logGamma(0)).toBeNaN();
    expect(logGamma(-1)).toBeNaN();
    expect(incompleteGamma(-1, 2).lower).toBeNaN();
    expect(incompleteBeta(0, 1, 0.5, 0.5)).toBeNaN();
    expect(studentTUpperTail(1, 0)).toBeNaN();
  });
});

describe("the examples of the doc comments", () => {
  it("hold", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 14);
    expect(incompleteGamma(1, 2).upper).toBeCloseTo(Math.exp(-2), 15);
    expect(incompleteBeta(1, 1, 0.3, 0.7)).toBeCloseTo(0.3, 14);
    expect(studentTUpperTail(0, 5)).toBe(0.5);
    expect(studentTQuantile(0.975, 12)).toBeCloseTo(2.178812829667228, 12);
    expect(chiSquaredUpperTail(0, 3)).toBe(1);
    expect(chiSquaredCdf(0, 3)).toBe(0);
    expect(chiSquaredQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 12);
    expect(brentRoot((x) => x * x - 2, 0, 2, 1e-15)).toBeCloseTo(Math.SQRT2, 14);
  });

  it("[ST-22] finds no root where the signs do not differ", () => {
    expect(brentRoot((x) => x * x + 1, -1, 1, 1e-12)).toBeNull();
    expect(brentRoot(() => Number.NaN, -1, 1, 1e-12)).toBeNull();
    expect(brentRoot((x) => x, 0, 1, 1e-12)).toBe(0);
  });

  it("[ST-22] finds roots of awkward functions to the tolerance", () => {
    for (const root of [1e-8, 0.3, 0.999999]) {
      expect(brentRoot((x) => Math.atan(1e6 * (x - root)), 0, 1, 1e-14)).toBeCloseTo(root, 12);
      expect(brentRoot((x) => (x - root) ** 9, 0, 1, 1e-12)).toBeCloseTo(root, 1);
    }
  });
});

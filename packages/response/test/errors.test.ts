import { cholesky, logDeterminantFromCholesky, solveLower } from "@unclench/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startWhitening, whiten, whitenedProducts } from "../src/errors.ts";

/** Ascending days with gaps, and a few columns of numbers. */
const problem = fc
  .record({
    gaps: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 0, maxLength: 25 }),
    first: fc.integer({ min: -1000, max: 1000 }),
    width: fc.integer({ min: 1, max: 4 }),
    atanhRho: fc.double({ min: -3.7, max: 3.7, noNaN: true }),
    lambda: fc.double({ min: 0, max: 1, noNaN: true }),
    values: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 104, maxLength: 104 }),
  })
  .map(({ gaps, first, width, atanhRho, lambda, values }) => {
    const days = [first];
    for (const gap of gaps) days.push(days.at(-1)! + gap);
    return {
      days,
      width,
      rho: Math.tanh(atanhRho),
      lambda,
      rows: Float64Array.from(values.slice(0, days.length * width)),
    };
  });

/** The definition: build V, factor it, whiten each column. */
function dense(days: number[], rows: Float64Array, width: number, rho: number, lambda: number) {
  const n = days.length;
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      v[i * n + j] = lambda * rho ** Math.abs(days[i]! - days[j]!) + (i === j ? 1 - lambda : 0);
  }
  const factor = cholesky(v, n);
  if (!factor) return null;
  const columns = Array.from({ length: width }, (_, k) =>
    solveLower(
      factor,
      n,
      rows.filter((_value, i) => i % width === k),
    ),
  );
  const products = columns.flatMap((a) =>
    columns.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)),
  );
  return { products, logDeterminant: logDeterminantFromCholesky(factor, n) };
}

describe("the filter for AR(1) plus reporting noise", () => {
  it("[RS-2] equals the dense Cholesky factor of V, gaps, negative correlation and all", () => {
    let compared = 0;
    fc.assert(
      fc.property(problem, ({ days, rows, width, rho, lambda }) => {
        const wanted = dense(days, rows, width, rho, lambda);
        if (!wanted) return;
        const got = whitenedProducts(days, rows, width, rho, lambda);
        expect(Math.abs(got.logDeterminant - wanted.logDeterminant)).toBeLessThan(1e-9);
        const largest = Math.max(1, ...wanted.products.map(Math.abs));
        wanted.products.forEach((value, i) => {
          expect(Math.abs(got.products[i]! - value) / largest).toBeLessThan(1e-9);
          compared++;
        });
      }),
      { seed: 3, numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it("[RS-2] may be fed in pieces, and its logarithm survives thousands of days", () => {
    const days = Array.from({ length: 3650 }, (_, i) => i);
    const rows = Float64Array.from(days, (day) => Math.sin(day));
    const state = startWhitening(1, 0.99, 1);
    whiten(state, days.slice(0, 1234), rows.subarray(0, 1234));
    whiten(state, days.slice(1234), rows.subarray(1234));
    const whole = whitenedProducts(days, rows, 1, 0.99, 1);
    expect(Math.abs(state.products[0]! / whole.products[0]! - 1)).toBeLessThan(1e-12);
    // |V| of a stationary AR(1) is (1 − ρ²)^(n − 1)
    expect(Math.abs(whole.logDeterminant - 3649 * Math.log(1 - 0.99 ** 2))).toBeLessThan(1e-7);
    expect(Math.abs(state.logDeterminant - whole.logDeterminant)).toBeLessThan(1e-9);
  });
});

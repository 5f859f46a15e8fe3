import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cholesky,
  inverseFromCholesky,
  logDeterminantFromCholesky,
  seededRandom,
  solveCholesky,
  symmetricEigen,
  symmetricEigenInPlace,
} from "../src/index.ts";

/** B B′ + I for a random B: positive definite and not too badly conditioned. */
function positiveDefinite(n: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const b = Float64Array.from({ length: n * n }, () => random.normal());
  return multiply(b, transpose(b, n), n).map((value, i) => value + (i % (n + 1) === 0 ? 1 : 0));
}
const transpose = (a: Float64Array, n: number) => a.map((_, i) => a[(i % n) * n + Math.floor(i / n)]!);
function multiply(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return a.map((_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += a[Math.floor(i / n) * n + k]! * b[k * n + (i % n)]!;
    return sum;
  });
}
const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

describe("small dense linear algebra", () => {
  it("[ST-11] factors, solves and inverts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (n, seed) => {
        const a = positiveDefinite(n, seed);
        const factor = cholesky(a, n)!;
        expect(largestDifference(multiply(factor, transpose(factor, n), n), a)).toBeLessThan(1e-10);
        const unit = a.map((_, i) => (i % (n + 1) === 0 ? 1 : 0));
        expect(largestDifference(multiply(a, inverseFromCholesky(factor, n), n), unit)).toBeLessThan(1e-10);
        const b = a.slice(0, n);
        const x = solveCholesky(factor, n, b);
        for (let row = 0; row < n; row++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += a[row * n + k]! * x[k]!;
          expect(Math.abs(sum - b[row]!)).toBeLessThan(1e-10);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("[ST-12] gives eigenvalues and eigenvectors that rebuild the matrix, in ascending order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (n, seed) => {
        const a = positiveDefinite(n, seed);
        const { values, vectors } = symmetricEigen(a, n);
        const scaled = vectors.map((value, i) => value * values[i % n]!);
        expect(largestDifference(multiply(scaled, transpose(vectors, n), n), a)).toBeLessThan(1e-11);
        expect(Array.from(values)).toEqual(Array.from(values).sort((x, y) => x - y));
        const logDeterminant = values.reduce((sum, value) => sum + Math.log(value), 0);
        expect(Math.abs(logDeterminant - logDeterminantFromCholesky(cholesky(a, n)!, n))).toBeLessThan(1e-10);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("[ST-10] [ST-12] returns null for a matrix that is not positive definite, and handles ties and zeros", () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(cholesky(Float64Array.of(Number.NaN), 1)).toBeNull();
    expect(Array.from(symmetricEigen(new Float64Array(9), 3).values)).toEqual([0, 0, 0]);
    const matrix = Float64Array.of(2, 1, 1, 3);
    const kept = symmetricEigen(matrix, 2);
    expect(Array.from(matrix)).toEqual([2, 1, 1, 3]);
    expect(symmetricEigenInPlace(matrix, 2)).toEqual(kept);
    expect(Array.from(symmetricEigen(Float64Array.of(2, 0, 0, 2), 2).values)).toEqual([2, 2]);
    expect(Array.from(symmetricEigen(Float64Array.of(0, 1, 1, 0), 2).values)).toEqual([-1, 1]);
  });
});

/**
 * Small dense linear algebra on row-major Float64Array. Meant for matrices of up to a few dozen rows: everything is
 * plain loops, nothing is blocked.
 */

/**
 * Lower Cholesky factor L with A = L L′ of a symmetric positive definite n × n matrix, or null if A is not positive
 * definite. Only the lower triangle of `a` is read; the strict upper triangle of the result is 0.
 */
export function cholesky(a: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = a[row * n + column]!;
      for (let k = 0; k < column; k++) sum -= factor[row * n + k]! * factor[column * n + k]!;
      if (row !== column) factor[row * n + column] = sum / factor[column * n + column]!;
      else if (sum > 0) factor[row * n + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

/** Solves L x = b for a lower triangular L. */
export function solveLower(factor: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let sum = b[row]!;
    for (let k = 0; k < row; k++) sum -= factor[row * n + k]! * x[k]!;
    x[row] = sum / factor[row * n + row]!;
  }
  return x;
}

/** Solves L′ x = b for a lower triangular L. */
export function solveLowerTransposed(factor: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n);
  for (let row = n - 1; row >= 0; row--) {
    let sum = b[row]!;
    for (let k = row + 1; k < n; k++) sum -= factor[k * n + row]! * x[k]!;
    x[row] = sum / factor[row * n + row]!;
  }
  return x;
}

/** Solves A x = b, given the Cholesky factor of A. */
export function solveCholesky(factor: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  return solveLowerTransposed(factor, n, solveLower(factor, n, b));
}

/** A⁻¹, given the Cholesky factor of A; exactly symmetric. */
export function inverseFromCholesky(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let column = 0; column < n; column++) {
    unit.fill(0);
    unit[column] = 1;
    const solved = solveCholesky(factor, n, unit);
    for (let row = column; row < n; row++) {
      inverse[row * n + column] = solved[row]!;
      inverse[column * n + row] = solved[row]!;
    }
  }
  return inverse;
}

/** log |A|, given the Cholesky factor of A. */
export function logDeterminantFromCholesky(factor: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(factor[i * n + i]!);
  return 2 * sum;
}

/** Eigenvalues (ascending) and the matrix whose COLUMN i is the unit eigenvector of value i. */
export interface SymmetricEigen {
  values: Float64Array;
  vectors: Float64Array;
}

/**
 * Eigen decomposition of a symmetric n × n matrix by cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations,
 * §8.5): slow for large n, hard to beat in accuracy for small n, and it needs no starting guess.
 */
export function symmetricEigen(a: Float64Array, n: number): SymmetricEigen {
  return symmetricEigenInPlace(a.slice(), n);
}

/** The same, with the matrix itself as room to work in: it is not what it was afterwards. */
export function symmetricEigenInPlace(work: Float64Array, n: number): SymmetricEigen {
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let offDiagonal = 0;
    let diagonal = 0;
    for (let p = 0; p < n; p++) {
      diagonal += work[p * n + p]! ** 2;
      for (let q = p + 1; q < n; q++) offDiagonal += work[p * n + q]! ** 2;
    }
    // The rotations converge quadratically: below this the eigenvalues no longer change in double precision.
    if (offDiagonal <= 1e-32 * diagonal) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(work, vectors, n, p, q);
  }
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) values[i] = work[i * n + i]!;
  // In place: this runs a hundred times a fit, and small arrays cost more than the sorting.
  for (let place = 0; place < n - 1; place++) {
    let least = place;
    for (let i = place + 1; i < n; i++) if (values[i]! < values[least]!) least = i;
    if (least !== place) swapColumns(values, vectors, n, place, least);
  }
  return { values, vectors };
}

function swapColumns(values: Float64Array, vectors: Float64Array, n: number, i: number, j: number): void {
  const value = values[i]!;
  values[i] = values[j]!;
  values[j] = value;
  for (let row = 0; row < n; row++) {
    const entry = vectors[row * n + i]!;
    vectors[row * n + i] = vectors[row * n + j]!;
    vectors[row * n + j] = entry;
  }
}

/** One Jacobi rotation that makes work[p, q] zero. */
function rotate(work: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const coupling = work[p * n + q]!;
  if (coupling === 0) return;
  const theta = (work[q * n + q]! - work[p * n + p]!) / (2 * coupling);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  work[p * n + p] = work[p * n + p]! - tangent * coupling;
  work[q * n + q] = work[q * n + q]! + tangent * coupling;
  work[p * n + q] = 0;
  work[q * n + p] = 0;
  for (let k = 0; k < n; k++) {
    if (k !== p && k !== q) {
      const kp = work[k * n + p]!;
      const kq = work[k * n + q]!;
      work[k * n + p] = cosine * kp - sine * kq;
      work[k * n + q] = sine * kp + cosine * kq;
      work[p * n + k] = work[k * n + p]!;
      work[q * n + k] = work[k * n + q]!;
    }
    const vp = vectors[k * n + p]!;
    const vq = vectors[k * n + q]!;
    vectors[k * n + p] = cosine * vp - sine * vq;
    vectors[k * n + q] = sine * vp + cosine * vq;
  }
}

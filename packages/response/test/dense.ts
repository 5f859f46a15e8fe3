/** Plain dense algebra by elimination with pivots, written apart from the engine's, to hold it against. */
export function denseSolve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  return eliminate(matrix, right).solution;
}

export function logDeterminant(matrix: readonly (readonly number[])[]): number {
  const zeros = matrix.map(() => 0);
  return eliminate(matrix, zeros).logDeterminant;
}

function eliminate(matrix: readonly (readonly number[])[], right: readonly number[]) {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  let logDet = 0;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    logDet += Math.log(Math.abs(rows[k]![k]!));
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j] = rows[i]![j]! - factor * rows[k]![j]!;
    }
  }
  const solution = Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= rows[i]![j]! * solution[j]!;
    solution[i] = sum / rows[i]![i]!;
  }
  return { solution, logDeterminant: logDet };
}

/**
 * The first place in sorted rows whose key is not before `wanted`; the length if all are before it.
 * @example firstNotBefore([{ id: "a" }, { id: "c" }], ({ id }) => id, "b") // 1
 */
export function firstNotBefore<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  wanted: string,
): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(rows[middle] as Row) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

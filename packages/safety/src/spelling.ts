/**
 * Optimal string alignment: how many letters have to be added, left out, changed, or swapped with their neighbour.
 * Source: Damerau 1964 as restricted in Boytsov 2011 ("Indexing methods for approximate dictionary searching").
 *
 * @example spellingDistance("tizanadine", "tizanidine") // 1
 */
export function spellingDistance(one: string, other: string): number {
  const width = other.length + 1;
  let [before, last] = [new Array<number>(width).fill(0), Array.from({ length: width }, (_, place) => place)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j < width; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[width - 1]!;
}

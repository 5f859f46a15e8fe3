/** Median and shortest time of some work, in milliseconds, after it has run often enough to be compiled. */
export function timed(work: () => unknown, repeats = 21, warmUps = 5): { median: number; shortest: number } {
  for (let run = 0; run < warmUps; run++) work();
  const times = Array.from({ length: repeats }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }).sort((left, right) => left - right);
  return { median: times[Math.floor(repeats / 2)] ?? 0, shortest: times[0] ?? 0 };
}

/** A row of a table: what, median, shortest, and the ratio to the first row. */
export function rowsOf(works: readonly (readonly [string, () => unknown])[], repeats?: number): string[][] {
  const measured = works.map(([what, work]) => ({ what, ...timed(work, repeats) }));
  const first = measured[0]?.median ?? 1;
  return measured.map(({ what, median, shortest }) => [
    what,
    median.toFixed(2),
    shortest.toFixed(2),
    (median / first).toFixed(1),
  ]);
}

export const timeColumns = ["what", "median ms", "shortest ms", "ratio to first"];

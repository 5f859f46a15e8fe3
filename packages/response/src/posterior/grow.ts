import { symmetricEigen } from "@unclench/stats";

/** No diary needs this many; only a guard against a lattice that never ends. */
const MOST_POINTS = 20_000;

/** The lattice steps along the principal axes of the curvature at the mode. */
export function latticeAxes(curvature: Float64Array, n: number, step: number): Float64Array[] {
  const { values, vectors } = symmetricEigen(curvature, n);
  return Array.from(values, (value, k) => {
    // The prior alone has curvature 1 in these units: steps never get longer than `step` prior SDs.
    const length = step / Math.sqrt(Math.max(value, 1));
    return Float64Array.from({ length: n }, (_, i) => length * vectors[i * n + k]!);
  });
}

/**
 * From the mode outwards, to each neighbour of a point that lies within `depth` of the top. `at` gives null for what lies
 * outside; it is told the point from which it was reached, to start its own search there.
 */
export function growLattice<Point extends { readonly logPosterior: number }>(
  at: (x: Float64Array, from: Point | null) => Point | null,
  mode: Float64Array,
  axes: readonly Float64Array[],
  depth: number,
): Point[] {
  const points: Point[] = [];
  const queue: { steps: number[]; from: Point | null }[] = [{ steps: axes.map(() => 0), from: null }];
  const seen = new Set([placeOf(queue[0]!.steps)]);
  let top = -Infinity;
  for (let next = 0; next < queue.length && points.length < MOST_POINTS; next++) {
    const { steps, from } = queue[next]!;
    const x = mode.slice();
    for (let k = 0; k < axes.length; k++)
      for (let i = 0; i < x.length; i++) x[i] = x[i]! + steps[k]! * axes[k]![i]!;
    const point = at(x, from);
    if (point === null) continue;
    points.push(point);
    top = Math.max(top, point.logPosterior);
    if (point.logPosterior < top - depth) continue;
    for (let k = 0; k < axes.length; k++) {
      for (const direction of [-1, 1]) {
        const neighbour = steps.slice();
        neighbour[k] = neighbour[k]! + direction;
        const place = placeOf(neighbour);
        if (seen.has(place)) continue;
        seen.add(place);
        queue.push({ steps: neighbour, from: point });
      }
    }
  }
  return points;
}

/** One number for each place: no lattice of fewer than `MOST_POINTS` points reaches farther than that from its middle. */
const placeOf = (steps: readonly number[]): number =>
  steps.reduce((place, step) => place * 2 * MOST_POINTS + step, 0);

/** Volume of one cell of the lattice: the determinant of its axes, which are orthogonal. */
export function cellVolume(axes: readonly Float64Array[]): number {
  return axes.reduce((volume, axis) => volume * Math.sqrt(axis.reduce((sum, x) => sum + x * x, 0)), 1);
}

import { symmetricEigen } from "@unclench/stats";

/** No diary needs this many; only a guard against a lattice that never ends. */
const MOST_POINTS = 20_000;

/** Minus the second derivatives of a log density at its top, from differences. */
export function curvatureAt(f: (x: Float64Array) => number, mode: Float64Array): Float64Array {
  const n = mode.length;
  const top = f(mode);
  const shifted = (i: number, di: number, j = 0, dj = 0) => {
    const x = mode.slice();
    x[i] = x[i]! + di;
    x[j] = x[j]! + dj;
    return f(x);
  };
  const second = (i: number, h: number) => {
    const [left, right] = [top - shifted(i, -h), top - shifted(i, h)];
    // At the limit of ρ one side is outside: an exponential of rate k has SD 1/k, so k² stands in for the curvature.
    if (left + right === Infinity) return Math.max((Math.min(left, right) / h) ** 2, 1);
    return Math.max((left + right) / (h * h), 1);
  };
  const curvature = new Float64Array(n * n);
  const reach = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const rough = second(i, 0.1);
    // A long diary is sharper than the first step: measure again at about a third of its SD.
    reach[i] = rough > 25 ? 0.3 / Math.sqrt(rough) : 0.1;
    curvature[i * n + i] = rough > 25 ? second(i, reach[i]!) : rough;
  }
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const [h, k] = [reach[j]!, reach[i]!];
      const cross = shifted(j, h, i, k) - shifted(j, h, i, -k) - shifted(j, -h, i, k) + shifted(j, -h, i, -k);
      curvature[j * n + i] = Number.isFinite(cross) ? -cross / (4 * h * k) : 0;
      curvature[i * n + j] = curvature[j * n + i]!;
    }
  }
  return curvature;
}

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

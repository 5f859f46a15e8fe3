import { nelderMead, symmetricEigen } from "@unclench/stats";

/** The top of a log density, and its curvature (minus the second derivatives, row-major) there. */
export interface Mode {
  readonly at: Float64Array;
  readonly curvature: Float64Array;
}

const MOST_STEPS = 30;
const LONGEST_STEP = 1;
/** Differences are taken over this share of a coordinate's SD. */
const DIFFERENCE = 0.3;
/** Expected gain in log density at which the top is near enough: it lies within 0.1 SD, and the lattice grows from there. */
const GAIN_TO_GO_ON = 0.005;

/**
 * [Note: The search for the mode]
 * Newton's steps with derivatives from differences, in coordinates in which the prior is N(0, 1): about 25 evaluations of f,
 * half of what the simplex takes, and the curvature comes with them. Where f is not smooth within reach (at the limit of ρ),
 * the simplex searches instead.
 */
export function findMode(f: (x: Float64Array) => number, dimension: number): Mode {
  const smooth = climb(f, dimension);
  if (smooth !== null) return smooth;
  const { at } = nelderMead((x) => -f(x), new Float64Array(dimension), {
    steps: Array.from({ length: dimension }, () => 0.6),
    tolerance: 1e-5,
  });
  return { at, curvature: curvatureAt(f, at) };
}

function climb(f: (x: Float64Array) => number, dimension: number): Mode | null {
  let x = new Float64Array(dimension);
  let value = f(x);
  let reach = new Float64Array(dimension).fill(DIFFERENCE);
  for (let count = 0; count < MOST_STEPS; count++) {
    const { slope, curvature } = differences(f, x, value, reach);
    if (!curvature.every(Number.isFinite)) return null;
    const step = newtonStep(slope, curvature);
    const gain = 0.5 * step.reduce((sum, along, i) => sum + along * slope[i]!, 0);
    const fitting = reach.map((_, i) => DIFFERENCE / Math.sqrt(Math.max(curvature[i * dimension + i]!, 1)));
    const measured = fitting.every((wanted, i) => reach[i]! <= 2 * wanted && wanted <= 2 * reach[i]!);
    reach = fitting;
    if (gain < GAIN_TO_GO_ON) {
      if (measured) return { at: x.map((place, i) => place + step[i]!), curvature };
      continue;
    }
    const length = Math.hypot(...step);
    let share = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    let next = x;
    let better = -Infinity;
    for (; share > 1e-3; share *= 0.5) {
      next = x.map((place, i) => place + share * step[i]!);
      better = f(next);
      if (better > value) break;
    }
    if (!(better > value)) return null;
    [x, value] = [next, better];
  }
  return null;
}

/** Slope and curvature from central differences; the mixed ones from one point more each. */
function differences(
  f: (x: Float64Array) => number,
  x: Float64Array,
  value: number,
  reach: Float64Array,
): { slope: Float64Array; curvature: Float64Array } {
  const n = x.length;
  const slope = new Float64Array(n);
  const above = new Float64Array(n);
  const curvature = new Float64Array(n * n);
  const shifted = (i: number, by: number, j = 0, further = 0): number => {
    const place = x.slice();
    place[i] = place[i]! + by;
    place[j] = place[j]! + further;
    return f(place);
  };
  for (let i = 0; i < n; i++) {
    const h = reach[i]!;
    above[i] = shifted(i, h);
    const below = shifted(i, -h);
    slope[i] = (above[i]! - below) / (2 * h);
    curvature[i * n + i] = (2 * value - above[i]! - below) / (h * h);
    for (let j = 0; j < i; j++) {
      const both = shifted(i, h, j, reach[j]!);
      curvature[i * n + j] = (above[i]! + above[j]! - value - both) / (h * reach[j]!);
      curvature[j * n + i] = curvature[i * n + j]!;
    }
  }
  return { slope, curvature };
}

/** The prior alone has curvature 1: where there seems to be less, the step goes uphill as far as the prior would. */
function newtonStep(slope: Float64Array, curvature: Float64Array): Float64Array {
  const n = slope.length;
  const { values, vectors } = symmetricEigen(curvature, n);
  const step = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += vectors[i * n + k]! * slope[i]!;
    along /= Math.max(values[k]!, 1);
    for (let i = 0; i < n; i++) step[i] = step[i]! + along * vectors[i * n + k]!;
  }
  return step;
}

/** Minus the second derivatives at a top that may lie at the limit of ρ, where `differences` has no second side to go by. */
function curvatureAt(f: (x: Float64Array) => number, mode: Float64Array): Float64Array {
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

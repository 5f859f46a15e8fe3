export interface NelderMeadOptions {
  /** first step along each axis; default 0.1 of the start value, or 0.1 where that is 0 */
  readonly steps?: ArrayLike<number>;
  /** stop when the values at the corners differ by less than this (relative to their size); default 1e-10 */
  readonly tolerance?: number;
  readonly mostEvaluations?: number;
}

export interface Minimum {
  at: Float64Array;
  value: number;
  evaluations: number;
  converged: boolean;
}

/**
 * Minimises f by the simplex of Nelder & Mead (Computer Journal 7, 1965, 308–313) with their coefficients 1, 2, ½, ½.
 * Needs no gradient; meant for a handful of parameters. Deterministic.
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  options: NelderMeadOptions = {},
): Minimum {
  const n = start.length;
  const { tolerance = 1e-10, mostEvaluations = 1000 * n } = options;
  let evaluations = 0;
  const evaluate = (x: Float64Array) => {
    evaluations++;
    const value = f(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  const corner = (x: Float64Array) => ({ x, value: evaluate(x) });
  const simplex = [corner(Float64Array.from(start))];
  for (let i = 0; i < n; i++) {
    const x = Float64Array.from(start);
    x[i] = x[i]! + (options.steps?.[i] ?? (0.1 * Math.abs(x[i]!) || 0.1));
    simplex.push(corner(x));
  }
  const centre = new Float64Array(n);
  const along = (worst: Float64Array, factor: number) => {
    const x = new Float64Array(n);
    for (let i = 0; i < n; i++) x[i] = centre[i]! + factor * (worst[i]! - centre[i]!);
    return corner(x);
  };
  let converged = false;
  while (evaluations < mostEvaluations) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0]!;
    const worst = simplex[n]!;
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) {
      converged = true;
      break;
    }
    centre.fill(0);
    for (let k = 0; k < n; k++) for (let i = 0; i < n; i++) centre[i] = centre[i]! + simplex[k]!.x[i]! / n;
    const reflected = along(worst.x, -1);
    if (reflected.value < best.value) {
      const expanded = along(worst.x, -2);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[n - 1]!.value) {
      simplex[n] = reflected;
    } else {
      const outside = reflected.value < worst.value;
      const contracted = along(worst.x, outside ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[n] = contracted;
      else shrink(simplex, evaluate);
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  return { at: simplex[0]!.x, value: simplex[0]!.value, evaluations, converged };
}

function shrink(simplex: { x: Float64Array; value: number }[], evaluate: (x: Float64Array) => number): void {
  const best = simplex[0]!.x;
  for (let k = 1; k < simplex.length; k++) {
    const x = simplex[k]!.x.map((coordinate, i) => best[i]! + 0.5 * (coordinate - best[i]!));
    simplex[k] = { x, value: evaluate(x) };
  }
}

/**
 * Minimises a function of one variable that has a single valley in [low, high] by golden sections (Kiefer 1953), to
 * `tolerance` in x. The minimum itself is only as sharp as f: about the square root of f's rounding error.
 */
export function goldenSection(f: (x: number) => number, low: number, high: number, tolerance = 1e-9): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let left = low;
  let right = high;
  let inner = right - golden * (right - left);
  let outer = left + golden * (right - left);
  let fInner = f(inner);
  let fOuter = f(outer);
  while (right - left > tolerance) {
    if (fInner <= fOuter) {
      right = outer;
      outer = inner;
      fOuter = fInner;
      inner = right - golden * (right - left);
      fInner = f(inner);
    } else {
      left = inner;
      inner = outer;
      fInner = fOuter;
      outer = left + golden * (right - left);
      fOuter = f(outer);
    }
  }
  return (left + right) / 2;
}

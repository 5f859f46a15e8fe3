/**
 * [Note: The likelihood may have several hills]
 * Fisher scoring climbs the hill it starts on, and may stop at the lower one or miss the boundary 0. One parameter can
 * be searched whole instead: the score is scanned from 0 to a proven upper bound, each fall through 0 is a summit, Brent's
 * method finds it to the last digits, and the highest summit wins, the boundary 0 included. Thirteen studies take
 * a few dozen microseconds.
 */
import { brentRoot } from "@unclench/stats";

/** Steps of the scan in τ² + first step. The score bends over a factor of several, so 1.25 skips no hill. */
const SCAN_RATIO = 1.25;

export type Hills = {
  /** Slope of the likelihood at τ². */
  readonly slope: (tau2: number) => number;
  /** The likelihood itself, up to a constant. */
  readonly value: (tau2: number) => number;
  /** A variance below which nothing can happen: the least of the studies. */
  readonly firstStep: number;
  /** Beyond it the slope is negative. */
  readonly upper: number;
  /** Of a summit, as a share of it. */
  readonly tolerance: number;
};

/** The τ² from 0 on at which the likelihood is highest (EV-13). */
export function highestSummit({ slope, value, firstStep, upper, tolerance }: Hills): number {
  let best = 0;
  let bestValue = value(0);
  let left = 0;
  let leftSlope = slope(0);
  for (let step = 1; left < upper; step++) {
    const right = firstStep * (SCAN_RATIO ** step - 1);
    const rightSlope = slope(right);
    if (leftSlope > 0 && rightSlope <= 0) {
      const summit = brentRoot(slope, left, right, tolerance * right) ?? right;
      const height = value(summit);
      if (height > bestValue) {
        best = summit;
        bestValue = height;
      }
    }
    left = right;
    leftSlope = rightSlope;
  }
  return best;
}

/** Do small studies show larger effects than big ones? Rule EV-32. */
import { studentTTwoSided } from "@unclench/stats";
import type { StudyEffect } from "./pool.ts";

export type Egger = {
  readonly t: number;
  readonly df: number;
  readonly p: number;
  /** The effect to which the line runs as the standard error goes to 0. */
  readonly limitEstimate: number;
};

/**
 * Egger's test: the line y = a + b·se with weights 1/v; t tests b = 0 with k − 2 degrees of freedom (Egger, Davey Smith,
 * Schneider & Minder 1997, BMJ 315:629). `null` below three studies or where all standard errors are alike.
 *
 * @example
 * egger([{ study: "a", estimate: 0, variance: 1 }, { study: "b", estimate: 2, variance: 4 },
 *   { study: "c", estimate: 4, variance: 9 }])?.limitEstimate // −2
 */
export function egger(effects: readonly StudyEffect[]): Egger | null {
  const df = effects.length - 2;
  if (df < 1) return null;
  let [weights, meanSe, meanY] = [0, 0, 0];
  for (const { estimate, variance } of effects) {
    weights += 1 / variance;
    meanSe += 1 / Math.sqrt(variance);
    meanY += estimate / variance;
  }
  meanSe /= weights;
  meanY /= weights;
  let [squares, products] = [0, 0];
  for (const { estimate, variance } of effects) {
    const off = Math.sqrt(variance) - meanSe;
    squares += off ** 2 / variance;
    products += (off * (estimate - meanY)) / variance;
  }
  // Standard errors that differ by rounding only carry no line.
  if (!(squares > 1e-20 * weights * meanSe ** 2)) return null;
  const slope = products / squares;
  const limitEstimate = meanY - slope * meanSe;
  let residual = 0;
  for (const { estimate, variance } of effects)
    residual += (estimate - limitEstimate - slope * Math.sqrt(variance)) ** 2 / variance;
  const t = slope / Math.sqrt(residual / df / squares);
  return { t, df, p: studentTTwoSided(t, df), limitEstimate };
}

/** Every treatment against every other, and what follows from it: rules EV-68 to EV-70. */
import { normalCdf, normalQuantile, normalUpperTail, studentTQuantile } from "@unclench/stats";
import type { Component } from "./graph.ts";
import { type Fit, varianceOf } from "./fit.ts";
import { type Split, splitPairs } from "./split.ts";

/** Rows and columns are the network's treatments; an entry is row minus column. 0 (p: 1) on the diagonal. */
export type Matrix = readonly (readonly number[])[];

export type League = {
  readonly estimate: Matrix;
  readonly se: Matrix;
  readonly ciLower: Matrix;
  readonly ciUpper: Matrix;
  readonly p: Matrix;
  readonly splits: readonly Split[];
};

export type Prediction = { readonly lower: Matrix; readonly upper: Matrix };

const LEVEL = 0.975;
const Z_LEVEL = normalQuantile(LEVEL);

const matrix = (n: number, entry: (row: number, column: number) => number): Matrix =>
  Array.from({ length: n }, (_, row) => Array.from({ length: n }, (_, column) => entry(row, column)));

/** Entries above the diagonal are worked out, those below are their mirror: both ways agree to the last digit. */
const symmetric = (n: number, diagonal: number, entry: (row: number, column: number) => number): Matrix => {
  const rows = Array.from({ length: n }, () => new Array<number>(n).fill(diagonal));
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const value = entry(a, b);
      rows[a]![b] = value;
      rows[b]![a] = value;
    }
  }
  return rows;
};

export function leagueOf(component: Component, fit: Fit): League {
  const { n, effects } = fit;
  const estimate = matrix(n, (a, b) => effects[a]! - effects[b]!);
  const se = symmetric(n, 0, (a, b) => Math.sqrt(varianceOf(fit, a, b)));
  return {
    estimate,
    se,
    ciLower: matrix(n, (a, b) => estimate[a]![b]! - Z_LEVEL * se[a]![b]!),
    ciUpper: matrix(n, (a, b) => estimate[a]![b]! + Z_LEVEL * se[a]![b]!),
    p: symmetric(n, 1, (a, b) => 2 * normalUpperTail(Math.abs(estimate[a]![b]! / se[a]![b]!))),
    splits: splitPairs(component, fit),
  };
}

/**
 * Where the true effect of a new study would lie (Higgins, Thompson & Spiegelhalter 2009), with the degrees of freedom
 * of Q for t, as in netmeta.
 */
export function predictionOf(fit: Fit, { estimate, se }: League, df: number): Prediction {
  const quantile = studentTQuantile(LEVEL, df);
  const half = symmetric(fit.n, 0, (a, b) => quantile * Math.sqrt(fit.tau2 + se[a]![b]! ** 2));
  return {
    lower: matrix(fit.n, (a, b) => estimate[a]![b]! - half[a]![b]!),
    upper: matrix(fit.n, (a, b) => estimate[a]![b]! + half[a]![b]!),
  };
}

/**
 * P-scores (Rücker & Schwarzer 2015, BMC Med Res Methodol 15:58): for each treatment the mean certainty that it is better
 * than another, 0 to 1. `better` says which end of the scale is good.
 *
 * @example
 * pScores(league, "lower") // one number per treatment, mean ½
 */
export function pScores({ estimate, se }: League, better: "lower" | "higher"): number[] {
  const sign = better === "lower" ? -1 : 1;
  return estimate.map((row, a) => {
    let sum = 0;
    for (const [b, difference] of row.entries())
      if (a !== b) sum += normalCdf((sign * difference) / se[a]![b]!);
    return sum / (row.length - 1);
  });
}

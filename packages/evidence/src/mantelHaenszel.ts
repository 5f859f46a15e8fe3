/** Mantel-Haenszel pooling of two-by-two tables, without any correction of zeros: rule EV-30. A check beside the main figure. */
import { chiSquaredUpperTail, normalQuantile, normalUpperTail } from "@unclench/stats";
import { type BinaryArm, type BinaryMeasure, binaryEffect } from "./effectSizes.ts";

export type Table = { readonly active: BinaryArm; readonly control: BinaryArm };

export type FixedPool = {
  /** Log scale for OR and RR. */
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  readonly p: number;
  readonly q: number;
  readonly qDf: number;
  readonly qP: number | null;
  readonly i2: number | null;
};

const Z_LEVEL = normalQuantile(0.975);

/** Interval, test and heterogeneity around a fixed estimate. */
export function fixedPool(estimate: number, se: number, q: number, qDf: number): FixedPool {
  return {
    estimate,
    se,
    ciLower: estimate - Z_LEVEL * se,
    ciUpper: estimate + Z_LEVEL * se,
    p: 2 * normalUpperTail(Math.abs(estimate / se)),
    q,
    qDf,
    qP: qDf > 0 ? chiSquaredUpperTail(q, qDf) : null,
    i2: qDf > 0 ? (q > qDf ? (100 * (q - qDf)) / q : 0) : null,
  };
}

function oddsRatio(tables: readonly Table[]): [estimate: number, se: number] {
  let [r, s, pr, mixed, qs] = [0, 0, 0, 0, 0];
  for (const { active, control } of tables) {
    const total = active.n + control.n;
    const a = active.events;
    const b = active.n - a;
    const c = control.events;
    const d = control.n - c;
    const agree = (a * d) / total;
    const disagree = (b * c) / total;
    const p = (a + d) / total;
    r += agree;
    s += disagree;
    pr += p * agree;
    mixed += p * disagree + (1 - p) * agree;
    qs += (1 - p) * disagree;
  }
  // Robins, Breslow & Greenland 1986, Biometrics 42:311.
  return [Math.log(r / s), Math.sqrt((pr / r ** 2 + mixed / (r * s) + qs / s ** 2) / 2)];
}

function riskRatio(tables: readonly Table[]): [estimate: number, se: number] {
  let [r, s, spread] = [0, 0, 0];
  for (const { active, control } of tables) {
    const total = active.n + control.n;
    r += (active.events * control.n) / total;
    s += (control.events * active.n) / total;
    const events = active.events + control.events;
    spread +=
      ((active.n / total) * (control.n / total) * events * total - active.events * control.events) / total;
  }
  // Greenland & Robins 1985, Biometrics 41:55.
  return [Math.log(r / s), Math.sqrt(spread / (r * s))];
}

function riskDifference(tables: readonly Table[]): [estimate: number, se: number] {
  let [weighted, weights, first, second] = [0, 0, 0, 0];
  for (const { active, control } of tables) {
    const total = active.n + control.n;
    const [a, c] = [active.events, control.events];
    const [n1, n2] = [active.n / total, control.n / total];
    weighted += a * n2 - c * n1;
    weights += active.n * n2;
    first += c * n1 ** 2 - a * n2 ** 2 + (n1 * n2 * (control.n - active.n)) / 2;
    second += (a * (control.n - c) + c * (active.n - a)) / total / 2;
  }
  const estimate = weighted / weights;
  // Sato, Greenland & Robins 1989, Biometrics 45:1323.
  return [estimate, Math.sqrt((estimate * first + second) / weights ** 2)];
}

/**
 * The Mantel-Haenszel estimate, or `null` where it does not exist (no events in any arm). Q is taken around it with the
 * inverse variances of the single studies, corrected by one half where a study has a zero and without double zeros, as
 * metafor does.
 *
 * @example
 * mantelHaenszel("OR", [{ active: { events: 10, n: 20 }, control: { events: 5, n: 20 } }])?.estimate // ln 3
 */
export function mantelHaenszel(measure: BinaryMeasure, tables: readonly Table[]): FixedPool | null {
  const pooled = { OR: oddsRatio, RR: riskRatio, RD: riskDifference }[measure](tables);
  const [estimate, se] = pooled;
  if (!Number.isFinite(estimate) || !(se > 0)) return null;
  let q = 0;
  let k = 0;
  for (const { active, control } of tables) {
    const own = binaryEffect(measure, active, control, { add: 0.5, to: "only0", dropDoubleZero: true });
    if (own === null) continue;
    k++;
    q += (own.estimate - estimate) ** 2 / own.variance;
  }
  return fixedPool(estimate, se, q, k - 1);
}

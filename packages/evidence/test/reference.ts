/** The reference vectors, and a ledger that counts every comparison and keeps the largest error of each kind. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

const folder = join(import.meta.dirname, "fixtures");

export const readFixtures = <T>(prefix: string): T[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as T);

export type Model = {
  error?: string;
  estimate: number;
  se: number;
  stat: number;
  df: number | null;
  p: number;
  ci_lb: number;
  ci_ub: number;
  tau2: number;
  se_tau2: number | null;
  I2_percent: number;
  H2: number;
  Q: number;
  Q_df: number;
  Q_p: number;
  k: number;
  weights_percent: number[] | null;
  pi_metafor_default: [number, number] | null;
  pi_t_kminus2: [number, number] | null;
  pi_t_kminus1: [number, number] | null;
};
type Extras = {
  REML_confint_Qprofile?: { tau2: number[]; I2_percent: number[] };
  egger_lm?: { t: number; df: number; p: number; limit_estimate: number };
  leave1out_DL?: { estimate: number[]; se: number[]; tau2: number[]; Q: number[] };
};
export type Analysis = {
  measure: string;
  vtype?: "LS" | "HO" | "UB";
  zero_cells?: { add: number; to: "only0" | "if0all" | "all"; drop00: boolean };
  yi: (number | null)[];
  vi: (number | null)[];
  models: Record<string, Model> & Extras;
};
type Fixed = {
  estimate: number;
  se: number;
  ci_lb: number;
  ci_ub: number;
  p: number;
  Q: number;
  Q_p: number;
  I2_percent: number;
};
export type PairwiseFixture = {
  id: string;
  kind: string;
  data: Record<string, number>[];
  analyses: Analysis[];
  mantel_haenszel?: Record<string, Fixed>;
  peto?: { log_or: number; se: number; ci_lb: number; ci_ub: number; Q: number };
};

export const effectsOf = (analysis: Analysis) =>
  analysis.yi.flatMap((estimate, i) => {
    const variance = analysis.vi[i];
    return estimate === null || variance === null || variance === undefined
      ? []
      : [{ study: String(i), estimate, variance }];
  });

export class Ledger {
  readonly worstByKind = new Map<string, { error: number; where: string; count: number }>();
  readonly faults: string[] = [];
  count = 0;

  /** Error relative to the larger of |theirs| and `scale`; below `tolerance` or it is a fault. */
  close(
    kind: string,
    where: string,
    ours: number | null | undefined,
    theirs: number,
    tolerance: number,
    scale = 1,
  ): void {
    this.count++;
    const error = Math.abs((ours ?? Number.NaN) - theirs) / Math.max(scale, Math.abs(theirs));
    const worst = this.worstByKind.get(kind) ?? { error: 0, where: "", count: 0 };
    worst.count++;
    if (!(error <= worst.error)) Object.assign(worst, { error, where });
    this.worstByKind.set(kind, worst);
    if (!(error < tolerance)) this.faults.push(`${where} ${kind}: ${ours} against ${theirs}`);
  }

  /** Fails on any fault, and when fewer comparisons were made than the vectors hold. */
  settle(atLeast: number): void {
    expect(this.faults).toEqual([]);
    expect(this.count).toBeGreaterThanOrEqual(atLeast);
  }
}

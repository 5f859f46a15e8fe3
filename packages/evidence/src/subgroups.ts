/** Do groups of studies differ? Rule EV-85. */
import {
  brentRoot,
  chiSquaredUpperTail,
  incompleteBeta,
  normalQuantile,
  studentTQuantile,
} from "@unclench/stats";
import type { Method } from "./heterogeneity.ts";
import { logLikelihood, score } from "./likelihood.ts";
import { type Interval, poolEffects, type StudyEffect } from "./pool.ts";
import { highestSummit } from "./summit.ts";
import { meanOf, squaresAround, weighted } from "./weighted.ts";

export type GroupedEffect = StudyEffect & { readonly group: string };

export type SubgroupOptions = {
  readonly method: Method;
  readonly ci: Interval;
  /** `separate`: each group is a pool of its own. `common`: one τ² for all groups, as in a meta-regression. */
  readonly tau2: "separate" | "common";
};

export type Subgroup = {
  readonly group: string;
  readonly k: number;
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** `null` for a group of one study that has its own. */
  readonly tau2: number | null;
};

export type Between = {
  readonly statistic: number;
  readonly df: number;
  readonly dfResidual: number | null;
  readonly p: number;
};

export type Subgroups = {
  /** By the alphabet. */
  readonly groups: readonly Subgroup[];
  /** The common τ²; `null` where each group has its own. */
  readonly tau2: number | null;
  /**
   * Of no difference between the groups: Q with χ² of `df`, or, with a common τ² and `knha` or `adhoc`, F with `df` and
   * `dfResidual` degrees of freedom (then `dfResidual` is not `null`). `null` where a standard error is 0: Knapp-Hartung of
   * studies that agree exactly.
   */
  readonly between: Between | null;
  /** How much the studies of a group differ, over all groups, with τ² = 0; `null` without degrees of freedom. */
  readonly within: { readonly q: number; readonly df: number; readonly p: number } | null;
};

type Group = { readonly name: string; readonly y: Float64Array; readonly v: Float64Array };

/**
 * Pools each group and tests whether the groups differ: Q between = Σ wg(μg − μ̄)², wg = 1/seg² (Borenstein & Higgins
 * 2013, Prev Sci 14:134). With a common τ² it is the test of moderators of metafor's `rma(mods = ~ group)`, Knapp and
 * Hartung's F included. For effects that are known to be sound, as `poolEffects`. `null` with fewer than two groups, and with
 * a common τ² where no group has two studies.
 *
 * @example
 * subgroupComparison([{ study: "a", estimate: 0, variance: 1, group: "x" }, { study: "b", estimate: 2, variance: 1, group: "y" }],
 *   { method: "EE", ci: "z", tau2: "separate" })?.between?.statistic // 2
 */
export function subgroupComparison(
  effects: readonly GroupedEffect[],
  options: SubgroupOptions,
): Subgroups | null {
  const names = [...new Set(effects.map(({ group }) => group))].sort();
  if (names.length < 2) return null;
  const groups = names.map((name): Group => {
    const own = effects.filter(({ group }) => group === name);
    return {
      name,
      y: Float64Array.from(own, ({ estimate }) => estimate),
      v: Float64Array.from(own, ({ variance }) => variance),
    };
  });
  const df = effects.length - groups.length;
  const q = residual(groups, 0);
  const within = df === 0 ? null : { q, df, p: chiSquaredUpperTail(q, df) };
  return options.tau2 === "separate"
    ? { ...separately(effects, names, options), within }
    : df === 0
      ? null
      : { ...together(groups, df, options), within };
}

/** Q between groups from their estimates and standard errors. */
function qBetween(groups: readonly { readonly estimate: number; readonly se: number }[]): number {
  return weighted(
    groups.map(({ estimate }) => estimate),
    groups.map(({ se }) => se ** 2),
    0,
  ).q;
}

function separately(
  effects: readonly GroupedEffect[],
  names: readonly string[],
  { method, ci }: SubgroupOptions,
): Omit<Subgroups, "within"> {
  const groups = names.map((name): Subgroup => {
    const own = effects.filter(({ group }) => group === name);
    const { k, estimate, se, ciLower, ciUpper, tau2 } = poolEffects(own, { method, ci });
    return { group: name, k, estimate, se, ciLower, ciUpper, tau2 };
  });
  return { groups, tau2: null, between: betweenOf(groups, null) };
}

function together(
  groups: readonly Group[],
  df: number,
  { method, ci }: SubgroupOptions,
): Omit<Subgroups, "within"> {
  const tau2 = commonTauSquared(groups, df, method);
  const spread = residual(groups, tau2) / df;
  const scale = ci === "z" ? 1 : Math.sqrt(ci === "knha" ? spread : Math.max(1, spread));
  const quantile = ci === "z" ? normalQuantile(0.975) : studentTQuantile(0.975, df);
  const pooled = groups.map(({ name, y, v }): Subgroup => {
    const { mean, sumOfWeights } = weighted(y, v, tau2);
    const se = scale / Math.sqrt(sumOfWeights);
    return {
      group: name,
      k: y.length,
      estimate: mean,
      se,
      ciLower: mean - quantile * se,
      ciUpper: mean + quantile * se,
      tau2,
    };
  });
  return { groups: pooled, tau2, between: betweenOf(pooled, ci === "z" ? null : df) };
}

function betweenOf(groups: readonly Subgroup[], dfResidual: number | null): Between | null {
  // Also where its square is below the smallest number.
  if (groups.some(({ se }) => !(1 / se ** 2 < Number.POSITIVE_INFINITY))) return null;
  const q = qBetween(groups);
  const df = groups.length - 1;
  if (dfResidual === null) return { statistic: q, df, dfResidual, p: chiSquaredUpperTail(q, df) };
  // P(F > f) = Iₓ(d₂/2, d₁/2), x = d₂/(d₂ + d₁f), where d₁f is Q itself (DLMF 8.17).
  const sum = dfResidual + q;
  const p = incompleteBeta(dfResidual / 2, df / 2, dfResidual / sum, q / sum);
  return { statistic: q / df, df, dfResidual, p };
}

/** Σ over groups of the generalised Q around the group's own mean. */
const residual = (groups: readonly Group[], tau2: number): number =>
  groups.reduce((sum, { y, v }) => sum + weighted(y, v, tau2).q, 0);

const total = (groups: readonly Group[], of: (group: Group) => number): number =>
  groups.reduce((sum, group) => sum + of(group), 0);

/** τ² around the means of the groups; the formulae of `tauSquared` with k − (number of groups) degrees of freedom. */
function commonTauSquared(groups: readonly Group[], df: number, method: Method): number {
  switch (method) {
    case "EE":
      return 0;
    case "DL": {
      const trace = total(groups, ({ y, v }) => {
        const { sumOfWeights, sumOfSquaredWeights } = weighted(y, v, 0);
        return sumOfWeights - sumOfSquaredWeights / sumOfWeights;
      });
      return Math.max(0, (residual(groups, 0) - df) / trace);
    }
    case "HE": {
      const squares = total(groups, ({ y }) => squaresAround(y, meanOf(y)));
      const trace = total(groups, ({ v }) => meanOf(v) * (v.length - 1));
      return Math.max(0, (squares - trace) / df);
    }
    case "SJ": {
      const all = groups.flatMap(({ y }) => [...y]);
      const rough = squaresAround(all, meanOf(all)) / all.length;
      return rough === 0 ? 0 : (rough * residual(groups, rough)) / df;
    }
    case "PM":
    case "EB": {
      const off = (tau2: number): number => residual(groups, tau2) - df;
      if (!(off(0) > 0)) return 0;
      const high = total(groups, ({ y }) => squaresAround(y, meanOf(y))) / df;
      return brentRoot(off, 0, high * (1 + 1e-12), 1e-15 * high) ?? 0;
    }
    case "ML":
    case "REML": {
      const restricted = method === "REML";
      // Each group's score is negative beyond its own bound (see `largestLikelihood`), and so is their sum beyond all.
      const bounds = groups.map(({ y, v }) => Math.max(3 * (Math.max(...y) - Math.min(...y)) ** 2, ...v));
      return highestSummit({
        slope: (tau2) => total(groups, ({ y, v }) => score(y, v, tau2, restricted)),
        value: (tau2) => total(groups, ({ y, v }) => logLikelihood(y, v, tau2, restricted)),
        firstStep: Math.min(...groups.flatMap(({ v }) => [...v])),
        upper: Math.max(...bounds),
        tolerance: 1e-16,
      });
    }
  }
}

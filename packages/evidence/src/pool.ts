/** Many studies, one effect: rules EV-20 to EV-29. */
import { normalQuantile, normalUpperTail, studentTQuantile, studentTTwoSided } from "@unclench/stats";
import { heterogeneity, type Method, qProfile } from "./heterogeneity.ts";
import { weighted } from "./weighted.ts";

/** `z`: Wald. `knha`: Knapp-Hartung. `adhoc`: Knapp-Hartung that never narrows the Wald standard error. */
export const intervals = ["z", "knha", "adhoc"] as const;
export type Interval = (typeof intervals)[number];

/** One study's effect, on the scale of the analysis (log for ratios). */
export type StudyEffect = { readonly study: string; readonly estimate: number; readonly variance: number };

export type PooledStudy = {
  readonly study: string;
  readonly estimate: number;
  readonly se: number;
  /** Percent of the pooled figure. */
  readonly weight: number;
};

/** What does not need the other studies again. What one study cannot tell is `null`, never zero. */
type Core = {
  readonly method: Method;
  readonly ci: Interval;
  readonly k: number;
  readonly studies: readonly PooledStudy[];
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  readonly p: number;
  readonly tau2: number | null;
  /** Percent of the spread that is not chance; from τ² as in metafor, for equal effects from Q. */
  readonly i2: number | null;
  readonly h2: number | null;
  readonly q: number | null;
  readonly qDf: number | null;
  readonly qP: number | null;
  /** metafor's own default; see `predictionInterval` for the two others. */
  readonly predictionLower: number | null;
  readonly predictionUpper: number | null;
};

export type LeftOut = Omit<Core, "method" | "ci" | "k" | "studies" | "qDf"> & {
  /** The study that was left out. */
  readonly study: string;
};

/** A pooled effect; with `k` 1 it is that single study as it stands. */
export type Pooled = Core & {
  /** 95 % Q-profile interval of τ². */
  readonly tau2Lower: number | null;
  readonly tau2Upper: number | null;
  /** Empty below three studies: leaving one out of two pools nothing. */
  readonly leaveOneOut: readonly LeftOut[];
};

export type PoolOptions = { readonly method: Method; readonly ci: Interval };

/**
 * The interval this product uses unless told otherwise: Knapp-Hartung, with its floor for two to four studies, where
 * it can come out narrower than the studies allow (Röver, Knapp & Friede 2015, BMC Med Res Methodol 15:99); the plain
 * one for equal effects.
 */
export function defaultInterval(method: Method, studies: number): Interval {
  if (method === "EE") return "z";
  return studies > 4 ? "knha" : "adhoc";
}

const LEVEL = 0.975;
const Z_LEVEL = normalQuantile(LEVEL);

/** p of a two-sided test; an estimate without any spread is certain, unless it is 0. */
function twoSided(estimate: number, se: number, ci: Interval, df: number): number {
  if (se === 0) return estimate === 0 ? 1 : 0;
  const ratio = estimate / se;
  return ci === "z" ? 2 * normalUpperTail(Math.abs(ratio)) : studentTTwoSided(ratio, df);
}

/** `metafor`: normal quantile for z, t(k−1) for knha and adhoc (metafor 3.8). The others take t with the df they name. */
export type PredictionRule = "metafor" | "t(k-2)" | "t(k-1)";

/**
 * Where the true effect of a new study would lie: estimate ± quantile·√(τ² + se²) (Higgins, Thompson & Spiegelhalter
 * 2009, J R Stat Soc A 172:137). `null` under equal effects, and where the degrees of freedom are not above 0.
 *
 * @example
 * predictionInterval({ estimate: 0, se: 3, tau2: 16, k: 4, method: "DL", ci: "z" }, "metafor") // ±9.7998…
 */
export function predictionInterval(
  of: Pick<Core, "estimate" | "se" | "tau2" | "k" | "method" | "ci">,
  rule: PredictionRule,
): readonly [number, number] | null {
  if (of.method === "EE" || of.tau2 === null) return null;
  const df = rule === "t(k-2)" ? of.k - 2 : of.k - 1;
  if (df < 1) return null;
  const quantile = rule === "metafor" && of.ci === "z" ? Z_LEVEL : studentTQuantile(LEVEL, df);
  const half = quantile * Math.sqrt(of.tau2 + of.se ** 2);
  return [of.estimate - half, of.estimate + half];
}

function poolCore(effects: readonly StudyEffect[], { method, ci }: PoolOptions): Core {
  const k = effects.length;
  if (k === 1) return oneStudy(effects[0]!, method);
  const y = Float64Array.from(effects, (effect) => effect.estimate);
  const v = Float64Array.from(effects, (effect) => effect.variance);
  const differing = heterogeneity(y, v, method);
  const { tau2 } = differing;
  const { mean: estimate, sumOfWeights, q } = weighted(y, v, tau2);
  const df = k - 1;
  const wald = 1 / Math.sqrt(sumOfWeights);
  const scale = Math.sqrt(q / df);
  const se = ci === "z" ? wald : ci === "knha" ? wald * scale : wald * Math.max(1, scale);
  const half = (ci === "z" ? Z_LEVEL : studentTQuantile(LEVEL, df)) * se;
  const prediction = predictionInterval({ estimate, se, tau2, k, method, ci }, "metafor");
  return {
    method,
    ci,
    k,
    studies: effects.map((effect) => ({
      study: effect.study,
      estimate: effect.estimate,
      se: Math.sqrt(effect.variance),
      weight: 100 / ((effect.variance + tau2) * sumOfWeights),
    })),
    estimate,
    se,
    ciLower: estimate - half,
    ciUpper: estimate + half,
    p: twoSided(estimate, se, ci, df),
    ...differing,
    predictionLower: prediction?.[0] ?? null,
    predictionUpper: prediction?.[1] ?? null,
  };
}

/** One study is one study: its own interval, and nothing about how studies differ. */
function oneStudy(only: StudyEffect, method: Method): Core {
  const se = Math.sqrt(only.variance);
  return {
    method,
    ci: "z",
    k: 1,
    studies: [{ study: only.study, estimate: only.estimate, se, weight: 100 }],
    estimate: only.estimate,
    se,
    ciLower: only.estimate - Z_LEVEL * se,
    ciUpper: only.estimate + Z_LEVEL * se,
    p: twoSided(only.estimate, se, "z", 0),
    tau2: null,
    i2: null,
    h2: null,
    q: null,
    qDf: null,
    qP: null,
    predictionLower: null,
    predictionUpper: null,
  };
}

/**
 * Pools the effects of one or more studies. For callers whose effects are known to be sound: an empty list, an estimate
 * that is not finite or a variance that is not above 0 is a bug and throws. A file that a person wrote goes through
 * `pool`, which returns faults.
 *
 * @example
 * poolEffects([{ study: "a", estimate: -0.5, variance: 0.04 }, { study: "b", estimate: -1.1, variance: 0.09 }],
 *   { method: "EE", ci: "z" }).estimate // −0.6846…
 */
export function poolEffects(effects: readonly StudyEffect[], options: PoolOptions): Pooled {
  if (effects.length === 0) throw new RangeError("poolEffects: no study");
  for (const { study, estimate, variance } of effects) {
    if (!Number.isFinite(estimate) || !(variance > 0 && variance < Number.POSITIVE_INFINITY))
      throw new RangeError(`poolEffects: ${study} has estimate ${estimate} and variance ${variance}`);
  }
  const core = poolCore(effects, options);
  const profile =
    core.k < 2 || options.method === "EE"
      ? null
      : qProfile(
          effects.map((effect) => effect.estimate),
          effects.map((effect) => effect.variance),
        );
  return {
    ...core,
    tau2Lower: profile?.lower ?? null,
    tau2Upper: profile?.upper ?? null,
    leaveOneOut: core.k < 3 ? [] : effects.map((_, place) => leaveOut(effects, place, options)),
  };
}

function leaveOut(effects: readonly StudyEffect[], place: number, options: PoolOptions): LeftOut {
  const { method, ci, k, studies, qDf, ...rest } = poolCore(
    effects.filter((_, other) => other !== place),
    options,
  );
  return { study: effects[place]!.study, ...rest };
}

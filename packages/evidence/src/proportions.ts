/** Shares of people in single arms, pooled: rules EV-87 to EV-89. Nothing here compares a treatment with anything. */
import type { BinaryArm } from "./effectSizes.ts";
import type { Method } from "./heterogeneity.ts";
import { type Interval, type Pooled, poolEffects } from "./pool.ts";
import { type Share, share } from "./units.ts";

/** `logit`: log odds. `freeman-tukey`: double arcsine, half of it as in metafor's `PFT`. */
export const proportionScales = ["logit", "freeman-tukey"] as const;
export type ProportionScale = (typeof proportionScales)[number];

/**
 * The share of one arm on the scale on which it is pooled. Logit: ln(x/(n − x)), v = 1/x + 1/(n − x), with ½ added to both
 * where one of them is 0. Freeman-Tukey: ½(asin √(x/(n+1)) + asin √((x+1)/(n+1))), v = 1/(4n + 2) (Freeman & Tukey 1950,
 * Ann Math Stat 21:607).
 *
 * @example
 * proportionEffect("logit", { events: 10, n: 20 }) // { estimate: 0, variance: 0.2 }
 */
export function proportionEffect(
  scale: ProportionScale,
  { events, n }: BinaryArm,
): { readonly estimate: number; readonly variance: number } {
  if (scale === "freeman-tukey")
    return {
      estimate: (Math.asin(Math.sqrt(events / (n + 1))) + Math.asin(Math.sqrt((events + 1) / (n + 1)))) / 2,
      variance: 1 / (4 * n + 2),
    };
  const add = events === 0 || events === n ? 0.5 : 0;
  const [with_, without] = [events + add, n - events + add];
  return { estimate: Math.log(with_ / without), variance: 1 / with_ + 1 / without };
}

/**
 * Back to a share. Freeman-Tukey needs how many people stand behind it: one arm's n, or the harmonic mean over the arms of
 * a pool (Miller 1978, Am Stat 32:138); beyond what 0 and n events would give it is 0 and 1.
 *
 * @example
 * shareFrom("freeman-tukey", proportionEffect("freeman-tukey", { events: 3, n: 40 }).estimate, 40) // 0.075
 */
export function shareFrom(scale: ProportionScale, value: number, n: number): Share {
  if (scale === "logit") return held(1 / (1 + Math.exp(-value)));
  if (value < proportionEffect(scale, { events: 0, n }).estimate) return held(0);
  if (value > proportionEffect(scale, { events: n, n }).estimate) return held(1);
  const sine = Math.sin(2 * value);
  const inner = sine + (sine - 1 / sine) / n;
  return held((1 - Math.sign(Math.cos(2 * value)) * Math.sqrt(Math.max(0, 1 - inner ** 2))) / 2);
}

const held = (value: number): Share => share(Math.min(1, Math.max(0, value))) ?? (Number.NaN as Share);

export type SingleArm = BinaryArm & { readonly study: string };

export type PooledShare = {
  readonly scale: ProportionScale;
  /** On the scale of pooling. */
  readonly pooled: Pooled;
  readonly share: Share;
  readonly shareLower: Share;
  readonly shareUpper: Share;
  /** Where the share of a further arm would lie; `null` under equal effects and for one arm. */
  readonly predictionLower: Share | null;
  readonly predictionUpper: Share | null;
};

export type ProportionFault =
  | { readonly type: "NoArms" }
  | { readonly type: "NotACount"; readonly study: string; readonly events: number; readonly n: number };

/**
 * Pools the shares of single arms. Faults, not exceptions: no arm, and counts that are none (0 ≤ events ≤ n, n above 0).
 *
 * @example
 * poolShares([{ study: "A", events: 3, n: 40 }, { study: "B", events: 5, n: 50 }],
 *   { scale: "logit", method: "REML", ci: "z" }) // share 0.0897…
 */
export function poolShares(
  arms: readonly SingleArm[],
  { scale, method, ci }: { readonly scale: ProportionScale; readonly method: Method; readonly ci: Interval },
): PooledShare | ProportionFault {
  if (arms.length === 0) return { type: "NoArms" };
  for (const { study, events, n } of arms)
    if (!(n > 0 && n < Number.POSITIVE_INFINITY && events >= 0 && events <= n))
      return { type: "NotACount", study, events, n };
  const pooled = poolEffects(
    arms.map(({ study, ...arm }) => ({ study, ...proportionEffect(scale, arm) })),
    { method, ci },
  );
  const harmonic = arms.length / arms.reduce((sum, { n }) => sum + 1 / n, 0);
  const back = (value: number): Share => shareFrom(scale, value, harmonic);
  return {
    scale,
    pooled,
    share: back(pooled.estimate),
    shareLower: back(pooled.ciLower),
    shareUpper: back(pooled.ciUpper),
    predictionLower: pooled.predictionLower === null ? null : back(pooled.predictionLower),
    predictionUpper: pooled.predictionUpper === null ? null : back(pooled.predictionUpper),
  };
}

/** From the studies of a file to the contrasts of a network: rules EV-60 and EV-61. */
import { binaryEffect, continuousEffect, hedgesFactor, isBinary, type Measure } from "../effectSizes.ts";
import type { Arm, StudiesFault, Study } from "../studies.ts";

/** One pair of treatments in one study: `estimate` is treatment minus versus, on the scale of the measure. */
export type NetworkContrast = {
  readonly treatment: string;
  readonly versus: string;
  readonly estimate: number;
  readonly variance: number;
};

/** A study with all pairs of its treatments: p(p−1)/2 contrasts for p arms. */
export type NetworkStudy = {
  readonly study: string;
  readonly contrasts: readonly NetworkContrast[];
  /** The contrasts were given as such, without arms behind them; see EV-66. */
  readonly readyMade?: boolean;
};

/** Without SMDH, which takes another yardstick for each pair, so that the pairs of three arms would not add up. */
export const networkMeasures = ["OR", "RR", "RD", "MD", "SMD", "ROM"] as const satisfies readonly Measure[];
export type NetworkMeasure = (typeof networkMeasures)[number];

/** Faults of one study; `field` is a path within it. */
export type NetworkFault =
  | StudiesFault
  /** No study is there, or none is left. */
  | { readonly type: "NoNetwork"; readonly dropped: readonly string[] }
  | { readonly type: "NoEffect"; readonly study: string; readonly measure: Measure }
  /** A study with three and more treatments lacks the contrast of a pair. */
  | {
      readonly type: "MissingPair";
      readonly study: string;
      readonly treatment: string;
      readonly versus: string;
    }
  /** The effects of a study with three and more treatments do not add up: a − b plus b − c is far from a − c. */
  | {
      readonly type: "ContradictoryEffects";
      readonly study: string;
      readonly treatments: readonly [string, string, string];
    }
  /** No three and more arms can have the variances that a study gives to their contrasts. */
  | { readonly type: "ContradictoryVariances"; readonly study: string }
  | { readonly type: "BeyondNumbers" };

export type ContrastsOfStudies = {
  readonly studies: readonly NetworkStudy[];
  /** Names of the studies that say nothing about the measure. */
  readonly dropped: readonly string[];
};

/**
 * All pairs of each study of a file, for a network. Studies without events in any arm, or with nothing else, drop for
 * OR and RR and are named; one half is added to every arm of a study with a zero.
 *
 * @example
 * networkStudies([{ study: "A", arms: [{ treatment: "x", n: 9, mean: 1, sd: 1 }, { treatment: "y", n: 9, mean: 0, sd: 1 }] }],
 *   "MD") // one contrast, estimate 1
 */
export function networkStudies(
  studies: readonly Study[],
  measure: NetworkMeasure,
): ContrastsOfStudies | NetworkFault {
  const kept: NetworkStudy[] = [];
  const dropped: string[] = [];
  for (const one of studies) {
    const { study } = one;
    const contrasts =
      "contrasts" in one
        ? one.contrasts.map(({ treatment, versus, estimate, se }) => {
            return { treatment, versus, estimate, variance: se ** 2 };
          })
        : isBinary(measure)
          ? countedPairs(study, one.arms, measure)
          : measuredPairs(study, one.arms, measure);
    if (contrasts === null) dropped.push(study);
    else if ("type" in contrasts) return contrasts;
    // A mean of the wrong sign under ROM, or a standard error whose square leaves the range of numbers.
    else if (contrasts.every(isSound)) kept.push({ study, contrasts, readyMade: "contrasts" in one });
    else return { type: "NoEffect", study, measure };
  }
  return kept.length === 0 ? { type: "NoNetwork", dropped } : { studies: kept, dropped };
}

export const isSound = ({ estimate, variance }: NetworkContrast): boolean =>
  Number.isFinite(estimate) && variance > 0 && variance < Number.POSITIVE_INFINITY;

type Pairs = NetworkContrast[] | NetworkFault | null;

/** Each pair once, the earlier arm first. */
const pairsOf = <A extends { readonly treatment: string }>(
  arms: readonly A[],
  effect: (one: A, other: A) => { readonly estimate: number; readonly variance: number },
): NetworkContrast[] =>
  arms.flatMap((one, i) =>
    arms.slice(i + 1).map((other) => {
      const { estimate, variance } = effect(one, other);
      return { treatment: one.treatment, versus: other.treatment, estimate, variance };
    }),
  );

/** `null` for a study that says nothing about a ratio. */
function countedPairs(study: string, arms: readonly Arm[], measure: "OR" | "RR" | "RD"): Pairs {
  const counted: { treatment: string; events: number; n: number }[] = [];
  for (const [i, { treatment, events, n }] of arms.entries()) {
    if (events === undefined) return { type: "Missing", study, field: `arms[${i}].events` };
    counted.push({ treatment, events, n });
  }
  const none = counted.map(({ events }) => events === 0);
  const all = counted.map(({ events, n }) => events === n);
  if (measure !== "RD" && (none.every(Boolean) || all.every(Boolean))) return null;
  // A zero in one arm corrects all arms of the study, or its pairs would contradict each other.
  const to = none.some(Boolean) || all.some(Boolean) ? "all" : "none";
  return pairsOf(counted, (one, other) => {
    const effect = binaryEffect(measure, one, other, { add: 0.5, to, dropDoubleZero: false });
    return effect ?? { estimate: Number.NaN, variance: Number.NaN };
  });
}

function measuredPairs(study: string, arms: readonly Arm[], measure: "MD" | "SMD" | "ROM"): Pairs {
  const measured: { treatment: string; n: number; mean: number; sd: number }[] = [];
  for (const [i, { treatment, n, mean, sd }] of arms.entries()) {
    if (mean === undefined) return { type: "Missing", study, field: `arms[${i}].mean` };
    if (sd === undefined) return { type: "Missing", study, field: `arms[${i}].sd` };
    if (n < 2) return { type: "OutOfRange", study, field: `arms[${i}].n`, found: n, rule: "2 or more" };
    measured.push({ treatment, n, mean, sd });
  }
  if (measure !== "SMD") return pairsOf(measured, (one, other) => continuousEffect(measure, one, other));
  // One yardstick for all arms, or the pairs of three arms would not add up (Gleser & Olkin 2009, in Cooper, Hedges &
  // Valentine, Handbook of Research Synthesis, ch. 19). For two arms it is Hedges' g of EV-3.
  const people = measured.reduce((sum, { n }) => sum + n, 0);
  const df = people - measured.length;
  const pooledVariance = measured.reduce((sum, { n, sd }) => sum + (n - 1) * sd ** 2, 0) / df;
  return pairsOf(measured, (one, other) => {
    const estimate = (hedgesFactor(df) * (one.mean - other.mean)) / Math.sqrt(pooledVariance);
    return { estimate, variance: 1 / one.n + 1 / other.n + estimate ** 2 / (2 * people) };
  });
}

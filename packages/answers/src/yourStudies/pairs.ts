/** Two treatments held against each other: the pool, each study left out once, and one after the other by year. */
import {
  cumulativePool,
  isPoolFault,
  isRatio,
  type NetworkMeasure,
  type NetworkMethod,
  type PooledStudies,
  pool,
  type Study,
} from "@unclench/evidence";
import type { Model } from "./network.ts";
import { noteSentence } from "./poolSentences.ts";
import { counted, pShown, percent, shownMeasureWords, shownOf, shownRange } from "./words.ts";

/** An effect on the scale of the measure (log for ratios), and the same as a person reads it. */
export type ShownEffect = {
  readonly label: string;
  readonly estimate: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** "0.52 (0.30 to 0.91)" */
  readonly text: string;
};

export type PairStudy = ShownEffect & {
  readonly se: number;
  readonly weight: number;
  readonly weightText: string;
  readonly year: number | null;
};

export type PairAnswer = {
  readonly treatment: string;
  readonly versus: string;
  /** "x against placebo" */
  readonly title: string;
  readonly measure: NetworkMeasure;
  readonly model: Model;
  /** The pool as `unclench pool` prints it. */
  readonly pooled: PooledStudies;
  readonly studies: readonly PairStudy[];
  readonly sentence: string;
  /** How much the studies differ; `null` for one study. */
  readonly spread: string | null;
  /** Would leaving out one study, or the other model, change what the interval says? `null` below two studies. */
  readonly robustness: string | null;
  readonly leaveOneOut: readonly (ShownEffect & { readonly pText: string })[];
  /** By year; empty with fewer than two studies that have one. */
  readonly cumulative: readonly ShownEffect[];
  /** Studies that are missing in `cumulative`, for they have no year. */
  readonly withoutYear: readonly string[];
  readonly notes: readonly string[];
};

export type PairRequest = {
  readonly measure: NetworkMeasure;
  readonly method: NetworkMethod;
  readonly model: Model;
  readonly treatment: string;
  readonly versus: string;
};

const Z_975 = 1.959963984540054;

const methodOf = ({ model, method }: PairRequest) => (model === "common" ? "EE" : method);

/** [AN-142] `null` where no study compared the two, or where nothing can be pooled; the network says why. */
export function pairAnswer(all: readonly Study[], request: PairRequest): PairAnswer | null {
  const { measure, model, treatment, versus } = request;
  const pooled = poolOf(all, request);
  if (pooled === null) return null;
  const years = new Map(all.map(({ study, year }) => [study, year ?? null]));
  const effect = (label: string, one: Omit<ShownEffect, "label" | "text">): ShownEffect => ({
    label,
    estimate: one.estimate,
    ciLower: one.ciLower,
    ciUpper: one.ciUpper,
    text: `${shownOf(measure, one.estimate)} (${shownRange(measure, one.ciLower, one.ciUpper)})`,
  });
  const studies = pooled.studies.map(({ study, estimate, se, weight }): PairStudy => {
    const ends = { estimate, ciLower: estimate - Z_975 * se, ciUpper: estimate + Z_975 * se };
    const year = years.get(study) ?? null;
    return { ...effect(study, ends), se, weight, weightText: percent(weight / 100), year };
  });
  const dated = studies
    .filter(({ year }) => year !== null)
    .toSorted((one, other) => (one.year ?? 0) - (other.year ?? 0));
  const steps = cumulativePool(
    dated.map(({ label, estimate, se }) => ({ study: label, estimate, variance: se ** 2 })),
    { method: methodOf(request), ci: "usual" },
  );
  return {
    treatment,
    versus,
    title: `${treatment} against ${versus}`,
    measure,
    model,
    pooled,
    studies,
    sentence: sentenceOf(pooled, request),
    spread: spreadOf(pooled, measure),
    robustness: robustnessOf(all, pooled, request),
    leaveOneOut: pooled.leaveOneOut.map((one) => ({
      ...effect(`Without ${one.study}`, one),
      pText: pShown(one.p),
    })),
    cumulative:
      dated.length < 2
        ? []
        : steps.map((step, place) =>
            effect(`${dated[place]?.year}: ${place === 0 ? "" : "and "}${step.study}`, step),
          ),
    withoutYear:
      dated.length === 0 ? [] : studies.filter(({ year }) => year === null).map(({ label }) => label),
    notes: pooled.notes
      // A study of other treatments is not left out: it was never asked.
      .filter(({ type }) => type !== "WithoutComparison")
      .map((note) => noteSentence(note)),
  };
}

function poolOf(all: readonly Study[], request: PairRequest): PooledStudies | null {
  const { measure, treatment, versus } = request;
  const pooled = pool(all, { measure, method: methodOf(request), treatment, versus });
  return isPoolFault(pooled) ? null : pooled;
}

function sentenceOf(pooled: PooledStudies, { measure, treatment, versus, model }: PairRequest): string {
  const { k, estimate, ciLower, ciUpper } = pooled;
  const from =
    k === 1 ? "one study" : `${k} studies, ${model === "random" ? "which may differ" : "taken as one"}`;
  const none = isRatio(measure) ? "1 (no difference)" : "0 (no difference)";
  const says =
    ciLower > 0
      ? `The interval lies above ${none}.`
      : ciUpper < 0
        ? `The interval lies below ${none}.`
        : `The interval holds ${none}.`;
  return `${treatment} against ${versus}: ${shownMeasureWords[measure]} ${shownOf(measure, estimate)}, 95 % interval ${shownRange(measure, ciLower, ciUpper)}, from ${from}. ${says}`;
}

function spreadOf(pooled: PooledStudies, measure: NetworkMeasure): string | null {
  const { tau2, i2, q, qDf, qP, predictionLower, predictionUpper } = pooled;
  if (tau2 === null || q === null || qDf === null) return null;
  const range =
    predictionLower === null || predictionUpper === null
      ? ""
      : ` A further study might find anything from ${shownRange(measure, predictionLower, predictionUpper)}.`;
  return `How much the studies differ: tau² ${tau2.toFixed(4)}, I² ${(i2 ?? 0).toFixed(0)} %, Q ${q.toFixed(2)} with ${counted(qDf, "degree")} of freedom, p ${pShown(qP)}.${range}`;
}

/** [AN-143] */
function robustnessOf(all: readonly Study[], pooled: PooledStudies, request: PairRequest): string | null {
  if (pooled.k < 2) return null;
  const says = ({ ciLower, ciUpper }: { ciLower: number; ciUpper: number }): number =>
    ciLower > 0 ? 1 : ciUpper < 0 ? -1 : 0;
  const turning = pooled.leaveOneOut.filter((one) => says(one) !== says(pooled)).map(({ study }) => study);
  const other = poolOf(all, { ...request, model: request.model === "random" ? "common" : "random" });
  const otherTurns = other !== null && says(other) !== says(pooled);
  const holds = says(pooled) === 0 ? "out of" : "into";
  const parts = [
    ...(turning.length === 0
      ? []
      : [
          `leaving out ${turning.length === 1 ? "" : "any one of "}${turning.join(", ")} moves “no difference” ${holds} the interval`,
        ]),
    ...(otherTurns
      ? [
          `with ${request.model === "random" ? "one common effect" : "effects that may differ"} “no difference” moves ${holds} it`,
        ]
      : []),
  ];
  if (parts.length > 0) return `Fragile: ${parts.join(", and ")}.`;
  return pooled.k < 3
    ? "Robust as far as two studies can tell: the other model says the same about “no difference”."
    : "Robust: neither leaving out any one study nor the other model changes what the interval says about “no difference”.";
}

/** Rule AN-140: the networks of the engine, seen from a reference and under one model. */
import {
  type Contribution,
  type ContrastsOfStudies,
  contributions,
  type Network,
  type NetworkFault,
  type NetworkMeasure,
  type NetworkMethod,
  network,
  pScores,
  type Ranks,
  rankProbabilities,
} from "@unclench/evidence";

export type Model = "random" | "common";
export type SmallValues = "good" | "bad";

export type NetworkRequest = {
  readonly measure: NetworkMeasure;
  readonly method: NetworkMethod;
  readonly model: Model;
  readonly smallValues: SmallValues;
  readonly reference: string | undefined;
};

/** Treatment minus versus, on the scale of the measure (log for ratios). */
export type NetworkEffect = {
  readonly treatment: string;
  readonly versus: string;
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  readonly p: number;
  readonly predictionLower: number | null;
  readonly predictionUpper: number | null;
};

export type SplitEffect = {
  readonly treatment: string;
  readonly versus: string;
  /** Studies with this comparison, and their share of the network's figure. */
  readonly k: number;
  readonly proportionDirect: number;
  readonly direct: number | null;
  readonly directSe: number | null;
  readonly indirect: number | null;
  readonly indirectSe: number | null;
  /** Of no difference between direct and indirect. */
  readonly p: number | null;
};

export type QParts = {
  readonly total: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly heterogeneity: number | null;
  readonly heterogeneityDf: number;
  readonly heterogeneityP: number | null;
  readonly inconsistency: number | null;
  readonly inconsistencyDf: number;
  readonly inconsistencyP: number | null;
  /** Between designs, where studies of one design may differ. */
  readonly inconsistencyRandom: number | null;
  readonly inconsistencyRandomP: number | null;
};

/** One network that hangs together. */
export type Subnetwork = {
  /** The model of the figures: common, too, where nothing tells how much studies differ. */
  readonly model: Model;
  readonly reference: string;
  readonly treatments: readonly string[];
  /** Number of studies. */
  readonly k: number;
  /** Every ordered pair. */
  readonly effects: readonly NetworkEffect[];
  readonly tau2: number | null;
  readonly i2: number | null;
  readonly q: QParts;
  readonly pScores: Readonly<Record<string, number>>;
  readonly split: readonly SplitEffect[];
  /** For each pair once: shares of comparisons and of studies in its figure; `null` where they cannot be told. */
  readonly contributions: readonly Contribution[] | null;
  /** For each treatment how probable each place is; `null` where numbers cannot carry it. */
  readonly ranks: Readonly<Record<string, Ranks>> | null;
};

export type NetworkNote =
  | { readonly type: "NoEvents"; readonly study: string }
  | { readonly type: "Apart"; readonly parts: readonly (readonly string[])[] }
  | { readonly type: "CommonForLackOfRepeats"; readonly treatments: readonly string[] }
  | { readonly type: "IndependentErrors"; readonly studies: readonly string[] };

export type NetworkAnswer = {
  readonly measure: NetworkMeasure;
  readonly method: NetworkMethod;
  readonly smallValues: SmallValues;
  /** The one with the reference first. */
  readonly subnetworks: readonly [Subnetwork, ...Subnetwork[]];
  readonly notes: readonly NetworkNote[];
};

export type UnknownReference = {
  readonly type: "UnknownReference";
  readonly reference: string;
  readonly known: readonly string[];
};

export function networkAnswer(
  { studies, dropped }: ContrastsOfStudies,
  request: NetworkRequest,
): NetworkAnswer | NetworkFault | UnknownReference {
  const { measure, method, smallValues, reference } = request;
  const answer = network(studies, method, reference);
  if ("type" in answer) return answer;
  const { networks } = answer;
  const known = networks.flatMap(({ treatments }) => treatments);
  if (reference !== undefined && !known.includes(reference))
    return { type: "UnknownReference", reference, known: known.toSorted() };
  const has = (one: Network): boolean => reference !== undefined && one.treatments.includes(reference);
  const ordered = [...networks.filter(has), ...networks.filter((one) => !has(one))];
  const [first, ...others] = ordered.map((one) => seen(one, request));
  if (first === undefined) return { type: "NoNetwork", dropped };
  const readyArms = studies
    .filter(({ readyMade, contrasts }) => readyMade === true && contrasts.length > 1)
    .map(({ study }) => study);
  const lackingRepeats = [first, ...others].filter(({ model }) => model !== request.model);
  return {
    measure,
    method,
    smallValues,
    subnetworks: [first, ...others],
    notes: [
      ...dropped.map((study) => ({ type: "NoEvents", study }) as const),
      ...(others.length === 0
        ? []
        : [{ type: "Apart", parts: [first, ...others].map(({ treatments }) => treatments) } as const]),
      ...(method === "REML" && readyArms.length > 0
        ? [{ type: "IndependentErrors", studies: readyArms } as const]
        : []),
      ...lackingRepeats.map(({ treatments }) => ({ type: "CommonForLackOfRepeats", treatments }) as const),
    ],
  };
}

/** So many that the standard error of a probability is half a percentage point at most (½/√10,000). */
export const rankDraws = { draws: 10_000, seed: 1 } as const;

function seen(one: Network, request: NetworkRequest): Subnetwork {
  const { treatments, tau2, i2, k } = one;
  const random = request.model === "random" ? one.random : null;
  const league = random ?? one.common;
  const prediction = random === null ? null : one.prediction;
  const { reference } = request;
  const better = request.smallValues === "good" ? "lower" : "higher";
  const scores = pScores(league, better);
  const ranks = rankProbabilities(league, { better, ...rankDraws });
  return {
    model: random === null ? "common" : "random",
    reference: reference !== undefined && treatments.includes(reference) ? reference : mostStudied(one),
    treatments,
    k,
    effects: treatments.flatMap((treatment, a) =>
      treatments.flatMap((versus, b) => {
        if (a === b) return [];
        const at = (matrix: readonly (readonly number[])[]): number => matrix[a]?.[b] ?? Number.NaN;
        return {
          treatment,
          versus,
          estimate: at(league.estimate),
          se: at(league.se),
          ciLower: at(league.ciLower),
          ciUpper: at(league.ciUpper),
          p: at(league.p),
          predictionLower: prediction === null ? null : at(prediction.lower),
          predictionUpper: prediction === null ? null : at(prediction.upper),
        };
      }),
    ),
    tau2,
    i2,
    q: qParts(one),
    // A treatment may be called "__proto__"; entries are own properties whatever they are called.
    pScores: Object.fromEntries(treatments.map((treatment, a) => [treatment, scores[a] ?? Number.NaN])),
    split: league.splits.map(({ direct, indirect, difference, ...rest }) => ({
      ...rest,
      direct: direct?.estimate ?? null,
      directSe: direct?.se ?? null,
      indirect: indirect?.estimate ?? null,
      indirectSe: indirect?.se ?? null,
      p: difference?.p ?? null,
    })),
    contributions: contributions(one, random === null ? "common" : "random"),
    ranks: ranks === null ? null : Object.fromEntries(ranks.map((of, a) => [treatments[a] ?? "", of])),
  };
}

/** The treatment that most studies have; of several, the first by the alphabet. */
function mostStudied({ treatments, contrasts }: Network): string {
  const studies = (treatment: string): number =>
    new Set(
      contrasts.flatMap((one) =>
        one.treatment === treatment || one.versus === treatment ? [one.study] : [],
      ),
    ).size;
  const counts = treatments.map(studies);
  return treatments[counts.indexOf(Math.max(...counts))] ?? "";
}

function qParts({ q, qDf, qP, decomposition }: Network): QParts {
  return {
    total: qDf > 0 ? q : null,
    df: qDf,
    p: qP,
    heterogeneity: decomposition?.heterogeneity.q ?? null,
    heterogeneityDf: decomposition?.heterogeneity.df ?? 0,
    heterogeneityP: decomposition?.heterogeneity.p ?? null,
    inconsistency: decomposition?.inconsistency.q ?? null,
    inconsistencyDf: decomposition?.inconsistency.df ?? 0,
    inconsistencyP: decomposition?.inconsistency.p ?? null,
    inconsistencyRandom: decomposition?.inconsistencyRandom.q ?? null,
    inconsistencyRandomP: decomposition?.inconsistencyRandom.p ?? null,
  };
}

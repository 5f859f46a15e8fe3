/** [AN-140] A person's own studies: all that the screen shows, in one object. */
import {
  isRatio,
  type NetworkMeasure,
  type NetworkMethod,
  networkStudies,
  type Study,
} from "@unclench/evidence";
import {
  type Model,
  type NetworkAnswer,
  type NetworkRequest,
  networkAnswer,
  type Subnetwork,
} from "./network.ts";
import { networkFaultSentence, networkNoteSentence, unknownReferenceSentence } from "./networkSentences.ts";
import { type PairAnswer, pairAnswer, type ShownEffect } from "./pairs.ts";
import { readStudiesText } from "./readStudies.ts";
import {
  chance,
  counted,
  heterogeneityWords,
  inconsistencyWords,
  percent,
  pShown,
  shownMeasureWords,
  shownOf,
  shownRange,
} from "./words.ts";

export type YourStudiesRequest = Omit<NetworkRequest, "reference"> & {
  /** `null`: the treatment in most studies. */
  readonly reference: string | null;
};

export type RankRow = {
  readonly treatment: string;
  readonly pScore: string;
  /** "34 %": of all draws in which it comes first. */
  readonly first: string;
  /** "1 to 3" */
  readonly places: string;
  /** Of each place, the best first; empty where they are not known. */
  readonly placeTexts: readonly string[];
};

export type SplitRow = {
  readonly pair: string;
  readonly studies: number;
  readonly directShare: string;
  readonly direct: string;
  readonly indirect: string;
  readonly p: string;
};

export type ContributionRow = {
  readonly label: string;
  /** The largest first; those below 1 % are counted in `rest`. */
  readonly studies: readonly { readonly study: string; readonly share: number; readonly text: string }[];
  readonly rest: string | null;
};

export type GraphNode = { readonly treatment: string; readonly studies: number };
export type GraphEdge = { readonly treatment: string; readonly versus: string; readonly studies: number };

/** One network that hangs together, or one pair. */
export type Part = {
  readonly network: Subnetwork;
  readonly title: string;
  /** Where there are two treatments only: the pair is all there is to show. */
  readonly pair: PairAnswer | null;
  /** Each treatment against the reference. */
  readonly forest: readonly (ShownEffect & { readonly prediction: string | null })[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Rows and columns are `network.treatments`; row against column, `null` on the diagonal. */
  readonly league: readonly (readonly (string | null)[])[];
  readonly ranks: readonly RankRow[];
  readonly rankSentence: string;
  readonly heterogeneity: string;
  readonly inconsistency: string;
  readonly split: readonly SplitRow[];
  readonly contributions: readonly ContributionRow[];
  /** Every pair that studies compared directly, those with most studies first. */
  readonly pairs: readonly PairAnswer[];
};

export type YourStudies = {
  readonly question: "your-studies";
  readonly format: 1;
  readonly measure: NetworkMeasure;
  readonly measureName: string;
  readonly method: NetworkMethod;
  readonly model: Model;
  readonly smallValues: NetworkAnswer["smallValues"];
  readonly ratio: boolean;
  readonly headline: string;
  readonly notes: readonly string[];
  readonly treatments: readonly string[];
  readonly parts: readonly Part[];
  readonly network: NetworkAnswer;
  /** What was read, for the exports. */
  readonly studies: readonly Study[];
};

export type YourStudiesResult =
  | { readonly ok: true; readonly value: YourStudies }
  | { readonly ok: false; readonly sentence: string };

/**
 * Reads studies and compares all that is in them.
 *
 * @example
 * yourStudies("study,treatment,events,n\nA,x,3,40\nA,placebo,9,41\n", "", { measure: "OR", method: "REML",
 *   model: "random", smallValues: "good", reference: "placebo" })
 */
export function yourStudies(text: string, fileName: string, request: YourStudiesRequest): YourStudiesResult {
  const read = readStudiesText(text, fileName);
  if (!read.ok) return read;
  const { studies } = read;
  const contrasts = networkStudies(studies, request.measure);
  if ("type" in contrasts) return { ok: false, sentence: networkFaultSentence(contrasts) };
  const answer = networkAnswer(contrasts, { ...request, reference: request.reference ?? undefined });
  if ("type" in answer)
    return {
      ok: false,
      sentence:
        answer.type === "UnknownReference" ? unknownReferenceSentence(answer) : networkFaultSentence(answer),
    };
  const { measure, method, smallValues, subnetworks } = answer;
  const treatments = subnetworks.flatMap((part) => part.treatments).toSorted();
  const k = subnetworks.reduce((sum, part) => sum + part.k, 0);
  return {
    ok: true,
    value: {
      question: "your-studies",
      format: 1,
      measure,
      measureName: capital(shownMeasureWords[measure]),
      method,
      model: request.model,
      smallValues,
      ratio: isRatio(measure),
      headline: `${counted(k, "study compares", "studies compare")} ${counted(treatments.length, "treatment")}.`,
      notes: answer.notes.map(networkNoteSentence),
      treatments,
      parts: subnetworks.map((network, place) =>
        partOf(network, studies, request, subnetworks.length, place),
      ),
      network: answer,
      studies,
    },
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function partOf(
  network: Subnetwork,
  studies: readonly Study[],
  { measure, method, model, smallValues }: YourStudiesRequest,
  parts: number,
  place: number,
): Part {
  const { treatments, reference, effects, split } = network;
  const direct = split.filter(({ k }) => k > 0);
  const pairs = direct
    .toSorted((one, other) => other.k - one.k)
    .flatMap(({ treatment, versus }) => {
      // The reference stands on the right, as in the league's column.
      const [one, other] = treatment === reference ? [versus, treatment] : [treatment, versus];
      const pair = pairAnswer(studies, { measure, method, model, treatment: one, versus: other });
      return pair === null ? [] : [pair];
    });
  const cell = new Map(effects.map((one) => [JSON.stringify([one.treatment, one.versus]), one]));
  return {
    network,
    title:
      parts === 1
        ? `All ${treatments.length} treatments`
        : `Group ${place + 1} of ${parts}: ${treatments.join(", ")}`,
    pair: treatments.length === 2 ? (pairs[0] ?? null) : null,
    forest: effects
      .filter(({ versus }) => versus === reference)
      .map(({ treatment, estimate, ciLower, ciUpper, predictionLower, predictionUpper }) => ({
        label: treatment,
        estimate,
        ciLower,
        ciUpper,
        text: `${shownOf(measure, estimate)} (${shownRange(measure, ciLower, ciUpper)})`,
        prediction:
          predictionLower === null || predictionUpper === null
            ? null
            : shownRange(measure, predictionLower, predictionUpper),
      })),
    nodes: treatments.map((treatment) => ({ treatment, studies: studiesWith(studies, treatment) })),
    edges: direct.map(({ treatment, versus, k }) => ({ treatment, versus, studies: k })),
    league: treatments.map((row) =>
      treatments.map((column) => {
        const one = cell.get(JSON.stringify([row, column]));
        return one === undefined
          ? null
          : `${shownOf(measure, one.estimate)} (${shownRange(measure, one.ciLower, one.ciUpper)})`;
      }),
    ),
    ranks: rankRows(network),
    rankSentence: rankSentence(network, smallValues),
    heterogeneity: heterogeneityWords(network),
    inconsistency: inconsistencyWords(network),
    split: split
      .filter(({ direct: own, indirect }) => own !== null && indirect !== null)
      .map(({ treatment, versus, k, proportionDirect, direct: own, indirect, p }) => ({
        pair: `${treatment} against ${versus}`,
        studies: k,
        directShare: percent(proportionDirect),
        direct: own === null ? "–" : shownOf(measure, own),
        indirect: indirect === null ? "–" : shownOf(measure, indirect),
        p: pShown(p),
      })),
    contributions: contributionRows(network),
    pairs,
  };
}

const studiesWith = (studies: readonly Study[], treatment: string): number =>
  studies.filter((study) =>
    "arms" in study
      ? study.arms.some((arm) => arm.treatment === treatment)
      : study.contrasts.some((one) => one.treatment === treatment || one.versus === treatment),
  ).length;

const rankRows = ({ pScores, ranks }: Subnetwork): RankRow[] =>
  Object.entries(pScores)
    .toSorted(([, one], [, other]) => other - one)
    .map(([treatment, score]) => {
      const rank = ranks?.[treatment];
      return {
        treatment,
        pScore: score.toFixed(2),
        first: rank === undefined ? "–" : chance(rank.probabilities[0] ?? 0),
        places: rank === undefined ? "–" : `${rank.rankLower} to ${rank.rankUpper}`,
        placeTexts: (rank?.probabilities ?? []).map(chance),
      };
    });

/** Below this chance of being first nobody is called the first; a rule of our own, said in words. */
const CLEARLY_FIRST = 0.9;

function rankSentence(network: Subnetwork, smallValues: NetworkAnswer["smallValues"]): string {
  const taken = `Small values are taken as ${smallValues}.`;
  const { ranks } = network;
  const [best] = rankRows(network);
  const first = ranks?.[best?.treatment ?? ""]?.probabilities[0];
  if (best === undefined || first === undefined) return taken;
  return first >= CLEARLY_FIRST
    ? `${best.treatment} comes first in ${chance(first)} of the draws from these figures. ${taken}`
    : `No treatment comes first in 90 % of the draws: these studies do not settle the order. ${taken}`;
}

function contributionRows({ contributions, reference }: Subnetwork): ContributionRow[] {
  return (contributions ?? [])
    .filter(({ treatment, versus }) => treatment === reference || versus === reference)
    .map(({ treatment, versus, studies }) => {
      const sorted = studies.toSorted((one, other) => other.share - one.share);
      const large = sorted.filter(({ share }) => share >= 0.01);
      const small = sorted.filter(({ share }) => share > 0 && share < 0.01);
      return {
        label: `${treatment === reference ? versus : treatment} against ${reference}`,
        studies: large.map(({ study, share }) => ({ study, share, text: percent(share) })),
        rest:
          small.length === 0
            ? null
            : `${counted(small.length, "further study", "further studies")} with less than 1 % each`,
      };
    });
}

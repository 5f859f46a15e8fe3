/** `unclench network` as text for a terminal. */
import { isRatio } from "@unclench/evidence";
import {
  chance,
  figure,
  heterogeneityWords,
  inconsistencyWords,
  measureWords,
  type NetworkAnswer,
  networkNoteSentence,
  percent,
  type Subnetwork,
} from "@unclench/answers/your-studies";
import { range, table } from "./figures.ts";
import { counted, oneLine, sections } from "./lines.ts";

export const networkText = (answer: NetworkAnswer): string =>
  sections(
    ...answer.subnetworks.flatMap((part, place) => subnetworkLines(answer, part, place)),
    answer.notes.map((note) => oneLine(networkNoteSentence(note))),
  );

function subnetworkLines(answer: NetworkAnswer, part: Subnetwork, place: number): string[][] {
  const { measure, method, subnetworks } = answer;
  const { model, treatments, k } = part;
  const which = subnetworks.length === 1 ? "" : `network ${place + 1} of ${subnetworks.length}, `;
  const how = model === "random" ? `random model (${method})` : "common model";
  return [
    [
      `${which}${measureWords[measure]}, ${how}: ${counted(k, "study", "studies")}, ${counted(treatments.length, "treatment")}`,
    ],
    leagueLines(answer, part),
    scoreLines(answer, part),
    [`heterogeneity  ${heterogeneityWords(part)}`, `inconsistency  ${inconsistencyWords(part)}`],
    splitLines(part),
    contributionLines(part),
  ];
}

function leagueLines({ measure }: NetworkAnswer, { reference, effects, model }: Subnetwork): string[] {
  const ratio = isRatio(measure);
  const predicted = model === "random";
  return table([
    [
      `against ${reference}`,
      "estimate",
      "95 % interval",
      ...(ratio ? ["as ratio", "95 % interval"] : []),
      ...(predicted ? ["prediction interval"] : []),
    ],
    ...effects
      .filter(({ versus }) => versus === reference)
      .map((one) => [
        one.treatment,
        figure(one.estimate),
        range(one.ciLower, one.ciUpper),
        ...(ratio
          ? [figure(Math.exp(one.estimate)), range(Math.exp(one.ciLower), Math.exp(one.ciUpper))]
          : []),
        ...(predicted ? [range(one.predictionLower, one.predictionUpper)] : []),
      ]),
  ]);
}

function scoreLines({ smallValues }: NetworkAnswer, { pScores, ranks }: Subnetwork): string[] {
  const other = smallValues === "good" ? "bad" : "good";
  return [
    `P-scores (mean certainty of being better than another; small values are ${smallValues}, --small-values ${other} turns it round)`,
    ...table([
      ["", "P-score", "best of all", "95 % of its places"],
      ...Object.entries(pScores)
        .sort(([, one], [, another]) => another - one)
        .map(([treatment, score]) => {
          const rank = ranks?.[treatment];
          return [
            treatment,
            figure(score),
            rank === undefined ? "–" : chance(rank.probabilities[0] ?? 0),
            rank === undefined ? "–" : `${rank.rankLower} to ${rank.rankUpper}`,
          ];
        }),
    ]),
  ];
}

function splitLines({ split }: Subnetwork): string[] {
  const both = split.filter(({ direct, indirect }) => direct !== null && indirect !== null);
  if (both.length === 0) return [];
  return table([
    ["direct against indirect", "studies", "direct share", "direct", "indirect", "p"],
    ...both.map((one) => [
      `${one.treatment} – ${one.versus}`,
      String(one.k),
      `${(100 * one.proportionDirect).toFixed(0)} %`,
      figure(one.direct),
      figure(one.indirect),
      figure(one.p),
    ]),
  ]);
}

/** Studies that give a twentieth and more to what is shown against the reference; all of them are in the JSON. */
const WORTH_A_LINE = 0.05;

function contributionLines({ contributions, reference }: Subnetwork): string[] {
  const own = (contributions ?? []).filter(
    ({ treatment, versus }) => treatment === reference || versus === reference,
  );
  if (own.length === 0) return [];
  return [
    `share of the studies in each figure against ${reference} (from 5 % on)`,
    ...own.map(({ treatment, versus, studies }) => {
      const most = studies
        .filter(({ share }) => share >= WORTH_A_LINE)
        .sort((one, other) => other.share - one.share)
        .map(({ study, share }) => `${study} ${percent(share)}`);
      return oneLine(
        `${treatment === reference ? versus : treatment}: ${most.join(", ") || "none above 5 %"}`,
      );
    }),
  ].map((line, place) => (place === 0 ? line : `  ${line}`));
}

/** `unclench network` as text for a terminal. */
import { isRatio } from "@unclench/evidence";
import { figure, measureWords, range, table } from "./figures.ts";
import { counted, oneLine, sections } from "./lines.ts";
import type { NetworkAnswer, QParts, Subnetwork } from "./networkAnswer.ts";
import { networkNoteSentence } from "./networkSentences.ts";

export const networkText = (answer: NetworkAnswer): string =>
  sections(
    ...answer.subnetworks.flatMap((part, place) => subnetworkLines(answer, part, place)),
    answer.notes.map((note) => oneLine(networkNoteSentence(note))),
  );

/** p below which chance is no longer taken for the explanation; only for the choice of words. */
const UNLIKELY = 0.05;

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

function scoreLines({ smallValues }: NetworkAnswer, { pScores }: Subnetwork): string[] {
  const other = smallValues === "good" ? "bad" : "good";
  return [
    `P-scores (mean certainty of being better than another; small values are ${smallValues}, --small-values ${other} turns it round)`,
    ...table(
      Object.entries(pScores)
        .sort(([, one], [, another]) => another - one)
        .map(([treatment, score]) => [treatment, figure(score)]),
    ),
  ];
}

const test = (q: number | null, df: number, p: number | null): string =>
  `Q ${figure(q)} with ${counted(df, "degree")} of freedom, p ${figure(p)}`;

function heterogeneityWords({ tau2, i2, q }: Subnetwork): string {
  if (tau2 === null) return "No difference is measured in two ways: nothing tells how much studies differ.";
  const spread = `tau² ${figure(tau2)}, I² ${i2?.toFixed(1)} %.`;
  if (q.heterogeneityDf === 0) return `${spread} No two studies compared the same treatments.`;
  const words = test(q.heterogeneity, q.heterogeneityDf, q.heterogeneityP);
  return (q.heterogeneityP ?? 1) < UNLIKELY
    ? `${spread} Studies of the same treatments differ by more than chance explains (${words}).`
    : `${spread} Studies of the same treatments differ no more than chance explains (${words}).`;
}

function inconsistencyWords({ model, q }: Subnetwork): string {
  if (q.inconsistencyDf === 0)
    return "Nothing can be said: no difference is measured both directly and by a way round.";
  const { value, p, allowing } = inconsistencyOf(model, q);
  const words = `${test(value, q.inconsistencyDf, p)}${allowing}`;
  return (p ?? 1) < UNLIKELY
    ? `Direct and indirect evidence disagree by more than chance explains (${words}): read these figures with care.`
    : `Direct and indirect evidence agree as far as these studies can tell (${words}).`;
}

/** The random model lets studies of one design differ, and so must the test that belongs to it. */
const inconsistencyOf = (model: Subnetwork["model"], q: QParts) =>
  model === "random"
    ? { value: q.inconsistencyRandom, p: q.inconsistencyRandomP, allowing: ", heterogeneity allowed for" }
    : { value: q.inconsistency, p: q.inconsistencyP, allowing: "" };

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

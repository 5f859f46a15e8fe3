/** The words and figures of a comparison of studies, the same on the screen and in the terminal. */
import { isRatio, type Measure } from "@unclench/evidence";
import type { QParts, Subnetwork } from "./network.ts";

/** As the measure is pooled: ratios as logarithms. */
export const measureWords: Readonly<Record<Measure, string>> = {
  OR: "log odds ratio",
  RR: "log risk ratio",
  RD: "risk difference",
  MD: "mean difference",
  SMD: "standardised mean difference (Hedges' g)",
  SMDH: "standardised mean difference, unequal spreads",
  ROM: "log ratio of means",
};

/** As the measure is shown to a person: ratios as ratios. */
export const shownMeasureWords: Readonly<Record<Measure, string>> = {
  ...measureWords,
  OR: "odds ratio",
  RR: "risk ratio",
  ROM: "ratio of means",
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Three digits that say something: 0.0123, 1.23, 12.3, 123. */
export const shown = (value: number): string => {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e6)) return value.toExponential(2).replaceAll("-", "−");
  const decimals = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 4;
  return value.toFixed(decimals).replace("-", "−");
};

/** On the scale a person reads: a ratio as a ratio, with a − before what is negative. */
export const shownOf = (measure: Measure, value: number): string =>
  shown(isRatio(measure) ? Math.exp(value) : value);

export const shownRange = (measure: Measure, lower: number, upper: number): string =>
  `${shownOf(measure, lower)} to ${shownOf(measure, upper)}`;

export const percent = (share: number): string =>
  share > 0 && share < 0.005
    ? "below 1 %"
    : share < 1 && share > 0.995
      ? "above 99 %"
      : `${(100 * share).toFixed(0)} %`;

/** A chance from draws: nothing that was drawn ten thousand times is 0 or 100 in 100. */
export const chance = (share: number): string =>
  share < 0.005 ? "below 1 %" : share > 0.995 ? "above 99 %" : percent(share);

export const pShown = (p: number | null): string =>
  p === null ? "–" : p < 0.0001 ? "below 0.0001" : p.toFixed(p < 0.01 ? 4 : 2);

/** For text in a terminal or beside it: four decimals, "–" for what is not known. */
export const figure = (value: number | null): string => {
  if (value === null) return "–";
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4)) return value.toExponential(3);
  return value.toFixed(4);
};

/** p below which chance is no longer taken for the explanation; only for the choice of words. */
const UNLIKELY = 0.05;

const test = (q: number | null, df: number, p: number | null): string =>
  `Q ${figure(q)} with ${counted(df, "degree")} of freedom, p ${pShown(p)}`;

/** Do studies of the same treatments differ by more than chance? */
export function heterogeneityWords({ tau2, i2, q }: Subnetwork): string {
  if (tau2 === null) return "No difference is measured in two ways: nothing tells how much studies differ.";
  const spread = `tau² ${figure(tau2)}, I² ${i2?.toFixed(1)} %.`;
  if (q.heterogeneityDf === 0) return `${spread} No two studies compared the same treatments.`;
  const words = test(q.heterogeneity, q.heterogeneityDf, q.heterogeneityP);
  return (q.heterogeneityP ?? 1) < UNLIKELY
    ? `${spread} Studies of the same treatments differ by more than chance explains (${words}).`
    : `${spread} Studies of the same treatments differ no more than chance explains (${words}).`;
}

/** Do direct and indirect evidence disagree by more than chance? */
export function inconsistencyWords({ model, q }: Subnetwork): string {
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

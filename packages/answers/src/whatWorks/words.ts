/** The sentences of "What works?". Figures come in, plain words go out; nothing is computed here but rounding. */
import type { CertaintyLevel, CertaintyReason } from "@unclench/evidence";
import type { OutcomeGroup, Scale } from "@unclench/knowledge";
import type { Outcome } from "./types.ts";

/** A figure with as many decimals as it can carry, and a real minus sign. */
export const points = (value: number): string => {
  const size = Math.abs(value);
  return size.toFixed(size >= 10 ? 0 : size < 0.095 ? 2 : 1);
};

export const signed = (value: number, digits = 2): string => value.toFixed(digits).replace("-", "−");

export const certaintyWords: Readonly<Record<CertaintyLevel, { words: string; dots: 1 | 2 | 3 | 4 }>> = {
  high: { words: "sure", dots: 4 },
  moderate: { words: "fairly sure", dots: 3 },
  low: { words: "not so sure", dots: 2 },
  "very-low": { words: "hardly sure at all", dots: 1 },
};

export const reasonWords = (reason: CertaintyReason): string => {
  switch (reason.type) {
    case "open":
      return "People or examiners knew who got what.";
    case "abstracts":
      return "Only summaries could be read, so how well the trials were run could not be judged.";
    case "interval-includes-none":
      return "The true difference may be none.";
    case "very-wide-interval":
      return "The true number may be almost anything.";
    case "few-people":
      return reason.people > 0
        ? `Few people: ${reason.people}.`
        : "How many people took part was not printed.";
    case "very-few-people":
      return `Very few people: ${reason.people}.`;
    case "one-trial":
      return "One trial only; nobody has repeated it here.";
    case "results-differ":
      return "The trials differ from each other more than chance explains.";
    case "other-people":
      return "Measured in people unlike you in one way: see where it was measured.";
    case "figures-worked-out":
      return "Some counts were worked out from percentages, or still need a second check.";
  }
};

/** A treatment's name inside a sentence: "botulinum toxin A", but "TENS". */
export const midSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

export const per100Sentence = (
  group: OutcomeGroup,
  figures: { with: number; without: number },
  treatment: string,
  comparator: string,
): string =>
  `With ${midSentence(treatment)}, ${figures.with} of 100 people ${group.did}; with ${comparator}, ${figures.without} of 100.`;

/** [AN-10] The interval in words; `mayBeNone` when it holds "no difference". */
export const per100Range = (
  figures: { withLower: number; withUpper: number },
  mayBeNone: boolean,
): string => {
  const { withLower, withUpper } = figures;
  const range =
    withLower === withUpper ? `be about ${withLower}` : `lie between ${withLower} and ${withUpper}`;
  return `The true number with it may ${range} of 100${mayBeNone ? ", so the true difference may be none" : ""}.`;
};

/** "points on a scale from 0 to 10" → "points" and ", on a scale from 0 to 10". */
const unitAndScale = (unit: string): { unit: string; scale: string } => {
  const [first = unit, ...rest] = unit.split(" ");
  const scale = rest.join(" ").replace(/^\((.*)\)$/, "where $1");
  return { unit: first, scale: scale === "" ? "" : `, ${scale}` };
};

const way = (difference: number): string => (difference < 0 ? "lower" : "higher");

export const pointsSentence = (
  scale: Scale,
  difference: number,
  lower: number,
  upper: number,
  better: "lower" | "higher",
  comparator: string,
): string => {
  const { unit, scale: on } = unitAndScale(scale.unit ?? "points");
  const gains = better === "lower" ? difference < 0 : difference > 0;
  const subject = better === "lower" ? "Stiffness" : "The score";
  const size = `${points(difference)} ${unit} ${way(difference)}`;
  if (lower <= 0 && upper >= 0)
    return `No clear difference from ${comparator}. ${subject} was ${size}${on}, but the true difference may be none.`;
  return `${subject} was ${size} than with ${comparator}${on}${gains ? "" : ". That is worse"}.`;
};

export const pointsRange = (scale: Scale, lower: number, upper: number): string => {
  const { unit } = unitAndScale(scale.unit ?? "points");
  if (lower <= 0 && upper >= 0)
    return `The true difference may lie between ${points(lower)} ${unit} lower and ${points(upper)} ${unit} higher.`;
  const [nearer, farther] = upper < 0 ? [upper, lower] : [lower, upper];
  return `The true difference may lie between ${points(nearer)} and ${points(farther)} ${unit} ${way(upper)}.`;
};

export const ratioSentence = (odds: number, comparator: string): string =>
  `The odds were ${points(odds)} times those with ${comparator}; how many of 100 that is was not printed.`;

export const ratioRange = (lower: number, upper: number): string =>
  `The true odds may lie between ${points(lower)} and ${points(upper)} times those.`;

/** [AN-12] No figures is neither "no effect" nor "safe". */
export const NEITHER = "That means neither that it does not work nor that it is safe.";

export const statusWords = (
  status: "figures" | "reviews-only" | "trials-without-figures" | "no-trial",
  sides: ReadonlySet<"gain" | "harm">,
): string => {
  switch (status) {
    case "no-trial":
      return `We found no trial of this. ${NEITHER}`;
    case "trials-without-figures":
      return `There are trials, but we could pool no figures from what could be read of them. ${NEITHER}`;
    case "reviews-only":
      return `We have no figures of our own. Others have pooled the trials below. ${NEITHER}`;
    case "figures":
      if (!sides.has("harm") && !sides.has("gain"))
        return `We have no figures for people who start with it. ${NEITHER}`;
      if (!sides.has("harm"))
        return "We have no figures on unwanted effects here. That does not mean that it is safe.";
      return sides.has("gain")
        ? ""
        : "We have no figures on gains here. That does not mean that it does not work.";
  }
};

export const enrichedSentence =
  "These trials kept only people who had already improved on the same medicine. They show what happens on going on or stopping, not how many of those who start will improve. So they are never mixed with the others.";

/** What a robust or fragile figure is, in words; `turning` are the trials without which it would say something else. */
export const robustnessWords = (
  level: "robust" | "fragile" | "one-trial",
  turning: readonly string[],
  isClear: boolean,
): string => {
  const turned = isClear ? "the true difference may be none" : "a difference would show";
  switch (level) {
    case "one-trial":
      return "One trial is all there is: nothing can be left out.";
    case "robust":
      return "Robust: leaving out any one trial, or another way of pooling, would not turn it round.";
    case "fragile":
      return turning.length === 0
        ? `Fragile: pooled in another way, ${turned}.`
        : `Fragile: without ${turning.join(" or without ")}, ${turned}.`;
  }
};

/** What the reader's choices did to a figure. */
export const argueWords = (
  before: Pick<Outcome, "sentence" | "per100" | "estimate" | "ciLower" | "ciUpper" | "points">,
  after: typeof before | null,
): string => {
  if (after === null) return "Nothing is left to pool: keep at least one trial.";
  const says = ({ ciLower, ciUpper }: { ciLower: number; ciUpper: number }) =>
    ciLower > 0 ? "more" : ciUpper < 0 ? "less" : "unclear";
  const turned =
    says(before) === says(after)
      ? "What it says stays the same."
      : says(after) === "unclear"
        ? "Now the true difference may be none."
        : says(before) === "unclear"
          ? "Now the interval leaves out “no difference”."
          : "Now it points the other way.";
  const figures =
    before.per100 !== null && after.per100 !== null
      ? `As published ${before.per100.with} of 100 against ${before.per100.without}; with your choices ${after.per100.with} of 100 against ${after.per100.without}.`
      : `As published ${signed(before.estimate)}; with your choices ${signed(after.estimate)}.`;
  return `${figures} ${turned}`;
};

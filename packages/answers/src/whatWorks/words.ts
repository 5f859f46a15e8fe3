/** The sentences of "What works?". Figures come in, plain words go out; nothing is computed here but rounding. */
import type { CertaintyLevel, CertaintyReason } from "@unclench/evidence";
import type { OutcomeGroup, Scale } from "@unclench/knowledge";

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

type Per100 = { with: number; without: number };

const withWords = (name: string): string => `with ${name}`;

export const per100Sentence = (
  group: OutcomeGroup,
  figures: Per100,
  treatment: string,
  comparator: string,
): string => {
  const start = `${figures.with} of 100 people ${group.did} ${withWords(treatment)}, ${figures.without} of 100 with ${comparator}.`;
  return start;
};

export const pointsSentence = (
  scale: Scale,
  difference: number,
  lower: number,
  upper: number,
  better: "lower" | "higher",
  comparator: string,
): string => {
  const unit = scale.unit ?? "points";
  const gains = better === "lower" ? difference < 0 : difference > 0;
  const unclear = lower <= 0 && upper >= 0;
  const subject = better === "lower" ? "Stiffness" : "The score";
  const way = difference < 0 ? "lower" : "higher";
  const size = `${points(difference)} ${unit}`;
  if (unclear)
    return `No clear difference from ${comparator}: ${subject.toLowerCase()} was ${size} ${way}, and it may be none.`;
  return `${subject} was ${size} ${way} than with ${comparator}${gains ? "" : ", which is worse"}.`;
};

export const ratioSentence = (odds: number, side: "gain" | "harm", comparator: string): string =>
  `The odds were ${points(odds)} times those with ${comparator}; how many of 100 that is was not printed.${side === "harm" ? "" : ""}`;

export const enrichedSentence =
  "These trials kept only people who had already improved on the same medicine. They show what happens on going on or stopping, not how many of those who start will improve. So they are never mixed with the others.";

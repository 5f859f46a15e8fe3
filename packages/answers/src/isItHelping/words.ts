/** The sentences of "Is it helping me?". The verdict and its figures come from `response`; here they become words. */
import type { NotYetReason, VerdictName } from "@unclench/response";

export type Measure = "stiffness" | "spasms" | "pain" | "sleep";
export const measures: readonly Measure[] = ["stiffness", "spasms", "pain", "sleep"];

export const measureWords: Readonly<
  Record<Measure, { name: string; less: string; more: string; low: string; high: string }>
> = {
  stiffness: {
    name: "stiffness",
    less: "less stiffness",
    more: "more stiffness",
    low: "loose",
    high: "worst I can imagine",
  },
  spasms: {
    name: "spasms",
    less: "milder spasms",
    more: "stronger spasms",
    low: "none",
    high: "worst I can imagine",
  },
  pain: { name: "pain", less: "less pain", more: "more pain", low: "none", high: "worst I can imagine" },
  sleep: {
    name: "sleep",
    less: "better sleep",
    more: "worse sleep",
    low: "slept well",
    high: "did not sleep",
  },
};

export const verdictSentence: Readonly<Record<VerdictName, string>> = {
  "not-yet": "Too early to say.",
  "helping-clearly": "Very probably helping, and enough to matter.",
  helping: "Very probably helping.",
  leaning: "It may be helping.",
  "not-enough": "Probably not helping enough to notice.",
  worse: "Your days are worse with it. Talk to the people who treat you.",
  unclear: "Cannot tell yet.",
  inseparable: "Cannot be told apart from something else you started.",
};

const size = (points: number): string => Math.abs(points).toFixed(1);

/** "About 1.6 points less stiffness of 10 (likely between 0.7 and 2.5 less)." */
export function effectSentence(measure: Measure, effect: { q05: number; q50: number; q95: number }): string {
  const words = measureWords[measure];
  const side = (value: number): string => (value <= 0 ? words.less : words.more);
  const range =
    effect.q95 <= 0
      ? `likely between ${size(effect.q95)} and ${size(effect.q05)}`
      : effect.q05 >= 0
        ? `likely between ${size(effect.q05)} and ${size(effect.q95)}`
        : `likely between ${size(effect.q05)} ${words.less} and ${size(effect.q95)} ${words.more}`;
  return `About ${size(effect.q50)} points ${side(effect.q50)}, of 10 (${range}).`;
}

const outOf100 = (probability: number): string => {
  const whole = Math.round(probability * 100);
  if (whole >= 100) return "more than 99 in 100";
  if (whole <= 0) return "less than 1 in 100";
  return `${whole} in 100`;
};

export const probabilitySentences = (
  probabilities: { helps: number; helpsEnough: number; notEnough: number; worse: number },
  smallestThatMatters: number,
): string[] => [
  `The chance that it helps at all is ${outOf100(probabilities.helps)}.`,
  `The chance that it helps enough to matter (${size(smallestThatMatters)} points or more) is ${outOf100(probabilities.helpsEnough)}.`,
];

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

export function reasonSentence(reason: NotYetReason, treatment: string): string {
  switch (reason.type) {
    case "baselineDays":
      return `There are ${plural(reason.have, "day")} with a check-in before ${treatment} began; ${reason.need} are needed to compare with.`;
    case "treatmentDays":
      return `There are ${plural(reason.have, "day")} with a check-in while ${treatment} was working; ${reason.need} are needed.`;
    case "daysFilled":
      return `${Math.round(reason.have * 100)} of 100 days have a check-in; ${Math.round(reason.need * 100)} of 100 are needed.`;
  }
}

export const hintSentence =
  "A hint like this also shows up in 1 of 10 to 1 of 5 diaries in which the treatment does nothing. Wait for more days.";

export const noteSentences = {
  scaleEdge:
    "Many of your ratings sit at 0 or 10. The scale cannot show what lies beyond its ends, so a change may be larger than it looks.",
  lowVariation: "Your ratings hardly change from day to day. The figures may look surer than they are.",
  completeness:
    "You checked in more often in one phase than in the other. If the bad days are the ones left out, the comparison is skewed.",
  beforeAfter:
    "You started once and went on. Such a diary cannot tell the treatment from a change that would have come anyway.",
  badSpell:
    "You said that you began in a bad spell. The week before the start was set apart, because bad spells pass by themselves.",
} as const;

export const severalSentence = (count: number): string =>
  `${count} treatments were looked at. The more that are looked at, the more likely one of them seems to help by chance.`;

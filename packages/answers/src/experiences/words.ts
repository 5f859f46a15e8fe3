import type { Experience } from "@unclench/knowledge/experiences";

/** What has to be known before the first finding is read. */
export const beforeReading = {
  what: "These are answers of people who were asked, and a few counts from registers. They are not effects: they do not show what a treatment does.",
  who: "Who answers a survey is not everyone. It may be different for you.",
  adding: "Some findings come from the same survey, so their numbers cannot be added up.",
} as const;

const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "People with a stroke. 24 people." A number that is not known is said to be so. */
export const whoSentence = ({ who, n }: Experience): string =>
  `${first(who)}. ${n === null ? "How many is not known" : `${n.toLocaleString("en-GB")} people`}.`;

export const howSentence = ({ how }: Experience): string => `${first(how)}.`;

export const paidSentence = ({ funding, paid }: Experience): string =>
  paid ?? (funding === "public" ? "Public money." : "Not known.");

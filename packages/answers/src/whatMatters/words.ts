/** The sentences of "What matters to me". */
import type { CertaintyLevel } from "@unclench/evidence";
import type { Outcome } from "../whatWorks/types.ts";
import { type WishId, wishNames } from "./wishes.ts";

/** What is counted for a wish that is a share of people. */
export const countedWords: Readonly<Record<"stiffness" | "awake" | "strength", string>> = {
  stiffness: "clearly less stiff",
  awake: "sleepy",
  strength: "with weak muscles",
};

/** What nobody counted, where no option has a figure. */
const uncountedWords: Readonly<Record<WishId, string>> = {
  stiffness: "stiffness in a way that can be weighed",
  spasms: "spasms",
  awake: "sleepiness",
  strength: "weak muscles",
  needles: "injections",
  visits: "visits",
};

const whole = (value: number): number => Math.round(value);
const moreOrFewer = (value: number): string =>
  whole(value) === 0 ? "no more" : `${Math.abs(whole(value))} ${value > 0 ? "more" : "fewer"}`;

/** "Less stiffness: 38 more of 100 people clearly less stiff than with usual care, between 20 and 50. How sure: …" */
export function shareSentence(
  wish: "stiffness" | "awake" | "strength",
  of100: { readonly more: number; readonly lower: number; readonly upper: number },
  { comparator, certainty, measuredIn }: Outcome,
  from: "shares" | "score",
): string {
  const { more, lower, upper } = of100;
  const mayBeNone = lower <= 0 && upper >= 0;
  const [nearer, farther] = lower < 0 ? [-upper, -lower] : [lower, upper];
  const range = mayBeNone
    ? `anything from ${moreOrFewer(lower)} to ${moreOrFewer(upper)}; the true difference may be none`
    : `between ${whole(nearer)} and ${whole(farther)}`;
  return [
    `${wishNames[wish]}: ${moreOrFewer(more)} of 100 people ${countedWords[wish]} than with ${comparator.name}, ${range}.`,
    ...(from === "score" ? ["Turned from a score into people of 100, which is rough."] : []),
    `How sure: ${certainty.words}.`,
    ...(measuredIn.words === null ? [] : [measuredIn.words]),
  ].join(" ");
}

export const nothingMoreSentence: Readonly<Record<"stiffness" | "awake" | "strength", string>> = {
  stiffness: `${wishNames.stiffness}: nothing on top of what time, hope and chance do.`,
  awake: `${wishNames.awake}: no sleepiness on top.`,
  strength: `${wishNames.strength}: no weakness on top.`,
};

export const noFigureSentence = (wish: WishId, isScoreOnly: boolean): string =>
  isScoreOnly
    ? `${wishNames[wish]}: only a score, without the spread of its people, so it cannot be weighed.`
    : `${wishNames[wish]}: no figure here.`;

export const nobodyCounted = (wish: WishId): string =>
  `No trial here counted ${uncountedWords[wish]}, so this wish cannot separate them. It counts as not known for all.`;

export const sameForAll = (wish: WishId): string =>
  `“${wishNames[wish]}” is met alike by all of these, so it cannot separate them.`;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** [AN-157] What would have to matter; `weights` by wish, 0 to 1, of the tries in which the option came first. */
export function toComeFirstSentence(weights: Readonly<Record<string, number>> | null): string {
  if (weights === null)
    return "Whatever matters: it came first in none of the tries, with what is known here.";
  const entries = Object.entries(weights) as [WishId, number][];
  if (entries.length < 2)
    return `Only “${listed(entries.map(([wish]) => wishNames[wish]))}” tells these apart.`;
  const even = 1 / entries.length;
  const above = entries
    .filter(([, weight]) => weight > even * 1.1)
    .sort((left, right) => right[1] - left[1])
    .map(([wish]) => `“${wishNames[wish]}”`);
  return above.length === 0
    ? "It may come first whatever matters: no wish counts much more than another."
    : `It comes first more often, the more ${listed(above)} ${above.length === 1 ? "matters" : "matter"}.`;
}

export const readingSentence =
  "This is no advice, and it names no winner. It counts how often each would come first if the figures and your wishes were a little different, in 10,000 tries. The figures come from different trials with different people; next to no trial set these against each other. Talk it over with the people who treat you.";

/** [AN-156] Share of the tries that we call separate. */
export const SEPARATE = 0.8;

export const separateSentence = (
  first: { readonly name: string; readonly share: number },
  nearest: { readonly name: string; readonly ahead: number },
  separated: boolean,
): string => {
  const ahead = Math.floor(100 * nearest.ahead);
  return separated
    ? `These answers separate them. ${first.name} came first in ${first.share} of 100 tries, and before each of the others in at least ${ahead}. That is about your answers and these figures only.`
    : `These answers do not separate them: ${first.name} came before ${nearest.name} in ${ahead} of 100 tries, and behind it in the others. We call it separate from ${100 * SEPARATE} on.`;
};

/** [AN-156] How weak the figures are that it rests on; `levels` one for each figure that counts. */
export function surenessSentence(levels: readonly CertaintyLevel[]): string | null {
  const weak = levels.filter((level) => level === "low" || level === "very-low").length;
  if (weak === 0) return null;
  const figures =
    levels.length === 1
      ? "The one figure behind it is"
      : weak === levels.length
        ? `All ${weak} figures behind it are`
        : `Of the ${levels.length} figures behind it ${weak} ${weak === 1 ? "is" : "are"}`;
  return `${figures} not so sure, or hardly sure at all: better trials may turn it round.`;
}

export const nothingMattersSentence =
  "Nothing matters yet, so there is nothing to weigh. Answer at least one wish with more than “does not matter”.";

/** The answer to "What matters to me": which options fit the wishes, over what is not known of either. */
import type { Question } from "../whatWorks/argue.ts";
import type { Choices } from "../whatWorks/choices.ts";
import type { Place } from "../whatWorks/types.ts";
import type { AnswerId, WishId, Wishes } from "./wishes.ts";
import type { SideBySideError } from "../sideBySide/types.ts";

/** What is known of one option on one wish. */
export type Known = {
  readonly wish: WishId;
  /** Does it speak for the option or against it? "unclear": its interval holds "no difference". */
  readonly speaks: "for" | "against" | "unclear" | "not-known";
  /** People of 100 more (below 0: fewer) than without, and the ends of its 95 % interval; null where it is no share. */
  readonly of100: { readonly more: number; readonly lower: number; readonly upper: number } | null;
  /** "score": turned into a share from a difference of means, which is rough. "kind": from what the treatment is. */
  readonly from: "shares" | "score" | "kind" | "nothing";
  readonly sentence: string;
};

export type MattersOption = {
  readonly treatment: string;
  readonly name: string;
  /** Of 100 tries, how often it came first, second, …; whole numbers that make 100. */
  readonly ranks: readonly number[];
  readonly known: readonly Known[];
  readonly why: {
    readonly speaksFor: readonly string[];
    readonly speaksAgainst: readonly string[];
    readonly notKnown: readonly string[];
  };
  /** What would have to matter for it to come first. */
  readonly toComeFirst: string;
  /** The mean weights, of 100, of the tries in which it came first if every wish mattered alike; null if it never did. */
  readonly centralWeights: Readonly<Partial<Record<WishId, number>>> | null;
};

export type MattersWish = {
  readonly wish: WishId;
  readonly name: string;
  readonly answer: AnswerId;
  readonly answerName: string;
  /** The share without any of the options, of 100, at which people were counted; null where nobody was. */
  readonly without: number | null;
  /** Why this wish cannot tell the options apart; null if it can. */
  readonly cannotSeparate: string | null;
};

export type WhatMatters = {
  readonly question: "what-matters";
  readonly format: 1;
  readonly condition: string;
  readonly pattern: string;
  readonly about: { readonly condition: Place; readonly pattern: Place };
  readonly wishes: readonly MattersWish[];
  /** In the order of the catalogue, doing nothing more last; never by rank. */
  readonly options: readonly MattersOption[];
  readonly separated: boolean;
  /** Whether the answers tell the options apart, in words. */
  readonly sentence: string;
  /** How weak the figures behind it are; null where none of them is. */
  readonly surenessSentence: string | null;
  /** How this may be read, and how not. */
  readonly readingSentence: string;
  /** Those that could not be weighed, and why. */
  readonly apart: { readonly names: readonly string[]; readonly sentence: string } | null;
  /** What the reader changed in one of the figures, where it was counted. */
  readonly arguedSentence: string | null;
  readonly draws: number;
  readonly seed: number;
};

export type MattersInput = {
  readonly condition: string;
  readonly pattern: string;
  readonly wishes: Wishes;
  /** Ids, names, brands; null: those with a gain in figures, and doing nothing more. */
  readonly options?: readonly string[] | null;
  /** One figure as the reader pools it. */
  readonly argued?: { readonly question: Question; readonly choices: Choices } | null;
  readonly seed?: number;
};

export type MattersError = {
  readonly type:
    | Exclude<SideBySideError["type"], "TooFewTreatments" | "TooManyTreatments">
    | "TooFewOptions"
    | "TooManyOptions"
    | "NothingMatters";
  readonly sentence: string;
};

export type MattersResult =
  | { readonly ok: true; readonly value: WhatMatters }
  | { readonly ok: false; readonly error: MattersError };

/** "Learn": what spasticity is and why it happens, the signs told apart, nights, scales, and each condition. */
import { conditions } from "@unclench/knowledge";
import {
  learnFactById,
  type LearnPageFacts,
  learnPageFacts,
  signsToldApart,
} from "@unclench/knowledge/learn";
import { routines } from "@unclench/knowledge/routines";
import { articlesBeside } from "../articles/beside.ts";
import { sourceLines } from "../avoid/sourceLines.ts";
import { ownWordsSentence } from "../avoid/stopping.ts";
import { sureWords } from "../avoid/sureWords.ts";
import { type Challenge, challengeOf } from "../repository.ts";
import type { SourceLine } from "../sources.ts";
import { AUTHOR, REVIEWER } from "./authors.ts";
import { factLine } from "./factLine.ts";
import { scalesListed } from "./scales.ts";

export type LearnListed = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly path: string;
};

/** One finding in plain words. */
export type LearnFactLine = {
  readonly id: string;
  readonly text: string;
  /** how sure it is, in words: "fairly sure" */
  readonly sure: string;
  readonly sources: readonly SourceLine[];
};

/** One row of the table that tells signs apart. */
export type SignLine = {
  readonly id: string;
  readonly name: string;
  readonly like: string;
  readonly apart: string;
  readonly sure: string;
  readonly sources: readonly SourceLine[];
};

export type LearnWay = { readonly to: string; readonly text: string };

export type LearnPage = LearnListed & {
  readonly question: "learn";
  readonly format: 1;
  /** null: this page tells no signs apart */
  readonly signs: readonly SignLine[] | null;
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly facts: readonly LearnFactLine[];
    /** what was not read; null: nothing that people ask for */
    readonly missing: string | null;
    /** a remark of ours */
    readonly note: string | null;
  }[];
  readonly routines: readonly LearnWay[];
  /** the ways into the tools, the comparison of the condition first */
  readonly next: readonly LearnWay[];
  readonly ownWords: string;
  /** ISO date */
  readonly checked: string;
  readonly author: string;
  readonly reviewer: string;
  readonly changes: readonly { readonly on: string; readonly what: string }[];
  readonly challenge: Challenge;
};

export type LearnResult =
  | { readonly ok: true; readonly value: LearnPage }
  | { readonly ok: false; readonly error: { readonly type: "unknown-page"; readonly sentence: string } };

const listed = ({ id, title, lead }: LearnPageFacts): LearnListed => ({
  id,
  title,
  lead,
  path: `/learn/${id}`,
});

/** [AN-400] All pages: first what is for anyone, the drawn scales among it, then one for each condition. */
export const learnGroups = (): { readonly name: string; readonly pages: readonly LearnListed[] }[] => [
  {
    name: "For anyone",
    pages: [...learnPageFacts.filter((page) => page.conditions.length === 0).map(listed), scalesListed],
  },
  { name: "By condition", pages: learnPageFacts.filter((page) => page.conditions.length > 0).map(listed) },
];

/** From least to most sure, so that a row is as sure as the least sure of its facts. */
const levels = ["expert", "very-low", "low", "moderate", "high"];

function signLine({ id, name, like, apart, facts }: (typeof signsToldApart)[number]): SignLine {
  const behind = facts.flatMap((fact) => learnFactById.get(fact) ?? []);
  const [least] = behind
    .map(({ certainty }) => certainty)
    .sort((left, right) => levels.indexOf(left) - levels.indexOf(right));
  return {
    id,
    name,
    like,
    apart,
    sure: sureWords(least ?? null),
    sources: sourceLines(behind.flatMap(({ sources }) => sources)),
  };
}

/**
 * [AN-401 to AN-403] One page by its id.
 *
 * @example
 * const page = learnPage("stroke");
 * // page.ok && page.value.sections[0]?.heading // "How common it is"
 */
export function learnPage(called: string): LearnResult {
  const page = learnPageFacts.find(({ id }) => id === called.trim().toLowerCase());
  if (page === undefined)
    return {
      ok: false,
      error: {
        type: "unknown-page",
        sentence: `There is no page "${called}" to learn from. There are: ${learnPageFacts.map(({ id }) => id).join(", ")}.`,
      },
    };
  const comparisons = conditions
    .filter(({ id }) => page.conditions.includes(id))
    .map(({ id, name }) => ({ to: `/what-works/${id}`, text: `What works? ${name}` }));
  return {
    ok: true,
    value: {
      question: "learn",
      format: 1,
      ...listed(page),
      signs: page.id === "signs" ? signsToldApart.map(signLine) : null,
      sections: page.sections.map(({ id, heading, facts, missing, note }) => ({
        id,
        heading,
        facts: facts.map(factLine),
        missing,
        note,
      })),
      routines: routines
        .filter(({ id }) => page.routines.includes(id))
        .sort((left, right) => page.routines.indexOf(left.id) - page.routines.indexOf(right.id))
        .map(({ id, name }) => ({ to: `/relief/${id}`, text: name })),
      next: [...comparisons, ...page.next, ...articlesBeside(`/learn/${page.id}`)],
      ownWords: ownWordsSentence,
      checked: page.checked,
      author: AUTHOR,
      reviewer: REVIEWER,
      changes: page.changes,
      challenge: challengeOf({ ...listed(page), checked: page.checked }),
    },
  };
}

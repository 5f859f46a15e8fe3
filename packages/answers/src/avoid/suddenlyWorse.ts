/** "Why is it suddenly worse?": what to look at before the medicine is blamed, what is dangerous first. */
import { triggers, triggerWords } from "@unclench/knowledge/avoid";
import { type RedFlagLine, redFlagOf } from "../redFlags.ts";
import type { SourceLine } from "../sources.ts";
import { areWeak, sourceLines } from "./sourceLines.ts";
import { sureWords } from "./sureWords.ts";

export type TriggerLine = {
  readonly id: string;
  readonly ask: string;
  readonly look: readonly string[];
  /** the same in one sentence */
  readonly lookSentence: string;
  readonly do: string;
  readonly certainty: string;
  /** said where only a weak source names it */
  readonly weak: string | null;
  readonly sources: readonly SourceLine[];
};

export type TriggerGroup = {
  readonly id: "now" | "today" | "here";
  readonly title: string;
  readonly triggers: readonly TriggerLine[];
};

export type SuddenlyWorse = {
  readonly lead: string;
  /** the emergency that comes before the list */
  readonly before: RedFlagLine;
  /** the four to begin with when it lasts */
  readonly first: TriggerLine;
  readonly groups: readonly TriggerGroup[];
  readonly after: string;
};

const line = (id: string): TriggerLine => {
  const fact = triggers.find((one) => one.id === id);
  const words = triggerWords.find((one) => one.id === id);
  if (fact === undefined || words === undefined) throw new Error(`no trigger ${id}`);
  const sources = fact.sources.map((source) => ({ id: source.id, where: source.where ?? null }));
  return {
    id,
    ask: words.ask,
    look: words.look,
    lookSentence: `${words.look.map((part, place) => (place === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join("; ")}.`,
    do: words.do,
    certainty: sureWords(fact.certainty),
    weak: areWeak(sources)
      ? "Only a source we trust little names this: take it as a question for your team."
      : null,
    sources: sourceLines(sources),
  };
};

const groups = [
  ["now", "Could this be an emergency?"],
  ["today", "Does someone need to see it today?"],
  ["here", "What can be looked at here and now?"],
] as const;

/**
 * [AN-206] Every trigger once, as a question with where to look and what to do: emergencies, then what someone sees today,
 * then what can be looked at at home.
 */
export function suddenlyWorse(): SuddenlyWorse {
  const before = redFlagOf("redflag-autonomic-dysreflexia");
  const first = triggerWords.find(({ urgency }) => urgency === "first");
  if (before === null || first === undefined) throw new Error("the first questions are gone");
  return {
    lead: "Look for the trigger before blaming the medicine. Stiffness that is suddenly worse is often a sign that something else is wrong.",
    before,
    first: line(first.id),
    groups: groups.map(([id, title]) => ({
      id,
      title,
      triggers: triggerWords.filter(({ urgency }) => urgency === id).map((words) => line(words.id)),
    })),
    after:
      "Nothing found, or you feel ill? Call your nurse, doctor or out-of-hours line today and say what you looked at. Change no medicine on your own.",
  };
}

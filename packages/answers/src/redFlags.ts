/** Signs that cannot wait, in plain words, by how urgent they are and whom they concern, each with its sources. */
import { redFlags } from "@unclench/knowledge";
import { type RedFlagWords, redFlagWords } from "@unclench/knowledge/avoid";
import { sourceLines } from "./avoid/sourceLines.ts";
import { sureWords } from "./avoid/sureWords.ts";
import type { SourceLine } from "./sources.ts";

export type RedFlagLine = {
  readonly id: string;
  readonly claim: string;
  /** what it is, in a sentence or two */
  readonly why: string;
  /** whom to call, and what to say */
  readonly call: string;
  readonly who: string;
  readonly signs: readonly string[];
  /** in the order in which they are done */
  readonly steps: readonly string[];
  readonly extra: readonly string[];
  /** how sure that is, in words */
  readonly certainty: string;
  readonly sources: readonly SourceLine[];
};

/** Flags that concern the same people. */
export type RedFlagGroup = {
  readonly id: RedFlagWords["group"];
  readonly title: string;
  readonly flags: readonly RedFlagLine[];
};

export type RedFlagsToday = {
  readonly question: "help-today";
  readonly format: 1;
  /** what comes before all signs */
  readonly lead: string;
  readonly emergency: readonly RedFlagLine[];
  readonly today: readonly RedFlagLine[];
  /** the emergencies by whom they concern, dysreflexia first */
  readonly groups: readonly RedFlagGroup[];
};

const groupTitles: Readonly<Record<RedFlagWords["group"], string>> = {
  spinal: "After a spinal cord injury",
  everyone: "Everyone",
  pump: "With a baclofen pump",
  tablets: "With tablets",
  injection: "After an injection",
  shunt: "With a brain shunt",
  ms: "With multiple sclerosis",
};

const line = (words: RedFlagWords): RedFlagLine => {
  const flag = redFlags.find(({ id }) => id === words.id);
  if (flag === undefined) throw new Error(`no red flag ${words.id}`);
  return {
    id: words.id,
    claim: words.title,
    why: words.why,
    call: words.call,
    who: words.who,
    signs: words.signs,
    steps: words.steps,
    extra: words.extra,
    certainty: sureWords(flag.certainty),
    sources: sourceLines(flag.sources),
  };
};

const isEmergency = (words: RedFlagWords): boolean =>
  redFlags.some(({ id, value }) => id === words.id && value.level === "emergency");

/** One red flag by its id; null if there is none. */
export function redFlagOf(id: string): RedFlagLine | null {
  const words = redFlagWords.find((one) => one.id === id);
  return words === undefined ? null : line(words);
}

/**
 * [AN-200] All red flags in the order of the page: dysreflexia first, then what concerns everyone, then by treatment and
 * condition; the emergencies apart from what needs someone today.
 *
 * @example
 * redFlagsToday().emergency[0]?.id // "redflag-autonomic-dysreflexia"
 */
export function redFlagsToday(): RedFlagsToday {
  const urgent = redFlagWords.filter(isEmergency);
  return {
    question: "help-today",
    format: 1,
    lead: "Nobody here can see how you are. If you are worried about someone’s breathing, waking or thinking, call the emergency number of your country now.",
    emergency: urgent.map(line),
    today: redFlagWords.filter((words) => !isEmergency(words)).map(line),
    groups: [...new Set(urgent.map(({ group }) => group))].map((id) => ({
      id,
      title: groupTitles[id],
      flags: urgent.filter(({ group }) => group === id).map(line),
    })),
  };
}

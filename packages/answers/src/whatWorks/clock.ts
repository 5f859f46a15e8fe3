/** The evidence clock: when was looked, what was not found, what would change the picture, and how to put it right. */
import { readUntil, treatments } from "@unclench/knowledge";
import { knownGaps } from "@unclench/knowledge/practical";
import { sourceLine } from "../sources.ts";
import type { EvidenceClock, Row, WhatWorks } from "./types.ts";
import { midSentence } from "./words.ts";

const nameOf = (id: string): string => treatments.find((treatment) => treatment.id === id)?.name ?? id;

/** [AN-77] Known gaps that concern this page: its condition, and its place unless the treatment acts on the whole body. */
function missingHere(condition: string, pattern: string): EvidenceClock["missing"] {
  const isSystemic = (id: string): boolean =>
    treatments.find((treatment) => treatment.id === id)?.reach === "systemic";
  return knownGaps
    .filter(({ conditions }) => conditions?.includes(condition) ?? true)
    .filter(
      ({ patterns, treatments: about }) =>
        patterns === null || patterns.includes(pattern) || about.some(isSystemic),
    )
    .map(({ id, treatments: about, words, source, reference }) => ({
      id,
      treatments: about.map(nameOf),
      words,
      reference,
      source: source === null ? null : sourceLine(source, null),
    }));
}

const list = (names: readonly string[]): string => {
  const [last, ...others] = [...names].reverse();
  return others.length === 0 ? (last ?? "") : `${others.reverse().join(", ")} and ${last}`;
};

/** [AN-78] Derived from the figures of the page: what one more trial, or one full copy, could turn. */
function wouldChange(rows: readonly Row[]): string[] {
  const names = (chosen: readonly Row[]): string => list(chosen.map(({ name }) => midSentence(name)));
  const having = (level: "fragile" | "one-trial"): Row[] =>
    rows.filter(({ outcomes }) => outcomes.some(({ robustness }) => robustness.level === level));
  const [fragile, single] = [having("fragile"), having("one-trial")];
  const unread = rows.filter(({ status }) => status === "trials-without-figures");
  const untried = rows.filter(({ status }) => status === "no-trial");
  return [
    fragile.length === 0
      ? null
      : `One more trial of ${names(fragile)} could turn what a figure says: it hangs on a single trial or on the way of pooling.`,
    single.length === 0
      ? null
      : `A second trial of ${names(single)} would show whether the first was luck: at least one figure comes from one trial only.`,
    unread.length === 0
      ? null
      : `A full copy of the trials of ${names(unread)} could give figures: only parts of them could be read.`,
    untried.length === 0 ? null : `Any trial of ${names(untried)} would be the first that we know of here.`,
  ].filter((sentence) => sentence !== null);
}

/** [AN-79] What somebody who found a mistake fills in; it works without any server. */
const correction = (about: WhatWorks["about"]): string =>
  [
    "A correction for Unclench",
    `Page: /what-works/${about.condition.id}/${about.pattern.id} (${about.condition.name}, ${about.pattern.name})`,
    `Trials read up to: ${readUntil}`,
    "Which treatment and which figure or sentence: ",
    "What is wrong: ",
    "What is right: ",
    "Where that stands (title, year, page or table, link): ",
  ].join("\n");

/** The evidence clock of one page, from its own rows. */
export function evidenceClock(about: WhatWorks["about"], rows: readonly Row[]): EvidenceClock {
  return {
    searched: readUntil,
    missing: missingHere(about.condition.id, about.pattern.id),
    wouldChange: wouldChange(rows),
    correction: correction(about),
  };
}

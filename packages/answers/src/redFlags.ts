/** Signs that cannot wait, by how urgent they are, each with its sources. */
import { type RedFlag, redFlags } from "@unclench/knowledge";
import { type SourceLine, sourceLine } from "./sources.ts";

export type RedFlagLine = {
  readonly id: string;
  readonly claim: string;
  readonly who: string | null;
  readonly signs: readonly string[];
  readonly steps: readonly string[];
  readonly sources: readonly SourceLine[];
};

/** Short forms of clinicians, written out for everyone else. */
const inFull = (text: string): string =>
  text
    .replace(/\bSCI\b/g, "spinal cord injury")
    .replace(/\bMS\b/g, "multiple sclerosis")
    .replace(/\beGFR\b/g, "kidney function (eGFR)");

const line = (flag: RedFlag): RedFlagLine => ({
  id: flag.id,
  claim: flag.claim,
  who: flag.value.who ? inFull(flag.value.who) : null,
  signs: flag.value.signs,
  steps: flag.value.do,
  sources: flag.sources.map((source) => sourceLine(source.id, source.where ?? null)),
});

/** All red flags, the emergencies apart from what needs someone today. */
export const redFlagsToday = (): { emergency: RedFlagLine[]; today: RedFlagLine[] } => ({
  emergency: redFlags.filter((flag) => flag.value.level === "emergency").map(line),
  today: redFlags.filter((flag) => flag.value.level === "today").map(line),
});

/** "Stretching done wrong": wrong ways with the right ones, when to stop, and whom to ask first. */
import { stretching } from "@unclench/knowledge/avoid";
import type { SourceLine } from "../sources.ts";
import { areWeak, sourceLines } from "./sourceLines.ts";
import { sureWords } from "./sureWords.ts";

type Listed = {
  readonly id: string;
  readonly text: string;
  readonly ours: boolean;
  readonly sources: readonly SourceLine[];
};

export type StretchingWrong = {
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly mistakes: readonly {
      readonly wrong: string;
      readonly instead: string;
      /** no source was read for it: our own words */
      readonly ours: boolean;
      readonly sources: readonly SourceLine[];
    }[];
  }[];
  readonly stopSigns: readonly Listed[];
  readonly askFirst: readonly Listed[];
  readonly honest: readonly {
    readonly text: string;
    readonly certainty: string;
    readonly sources: readonly SourceLine[];
  }[];
  readonly oursSentence: string;
};

const listed = ({ id, text, sources }: (typeof stretching.stopSigns)[number]): Listed => ({
  id,
  text,
  ours: areWeak(sources),
  sources: sourceLines(sources),
});

/** [AN-207] All of it, each with its sources or marked as ours. */
export const stretchingWrong = (): StretchingWrong => ({
  groups: stretching.groups.map(({ id, name, mistakes }) => ({
    id,
    name,
    mistakes: mistakes.map(({ wrong, instead, sources }) => ({
      wrong,
      instead,
      ours: areWeak(sources),
      sources: sourceLines(sources),
    })),
  })),
  stopSigns: stretching.stopSigns.map(listed),
  askFirst: stretching.askFirst.map(listed),
  honest: stretching.honest.map(({ text, certainty, sources }) => ({
    text,
    certainty: sureWords(certainty),
    sources: sourceLines(sources),
  })),
  oursSentence:
    "* Common practice in our own words: no source, or only a weak one, was read for it, and no physiotherapist has checked it yet.",
});

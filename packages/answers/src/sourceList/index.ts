/** All sources, in parts, each with how it was read and which pages rest on it. */
import { isWeakSource } from "@unclench/knowledge/weak-source";
import { sourceById, sources } from "@unclench/knowledge/sources";
import { type SourceLine, sourceLine } from "../sources.ts";
import { type CitingPage, citedBy } from "./citedBy.ts";
import { type SourcePartId, sourceParts } from "./parts.ts";

export type { CitingPage } from "./citedBy.ts";
export { type SourcePartId, sourceParts } from "./parts.ts";

export type ListedSource = SourceLine & {
  /** too weak to carry a statement: it may only lead to a question */
  readonly weak: boolean;
  /** the first pages that rest on it, and how many more */
  readonly pages: readonly CitingPage[];
  readonly morePages: number;
};

export type SourcePart = {
  readonly id: SourcePartId;
  readonly name: string;
  readonly sources: readonly ListedSource[];
};

export type SourceCounts = {
  readonly all: number;
  readonly parts: readonly { readonly id: SourcePartId; readonly name: string; readonly count: number }[];
  /** how much of them was read, as sentences */
  readonly reading: readonly string[];
  readonly uncited: number;
};

const MOST_PAGES = 4;

const inPart = (part: SourcePartId) => {
  const kinds: readonly string[] = sourceParts.find(({ id }) => id === part)?.kinds ?? [];
  return sources.filter(({ kind }) => kinds.includes(kind ?? ""));
};

/**
 * [AN-383] One part of the sources by author and year, each with its grade of reading, its link and the pages that rest on it.
 *
 * @example
 * sourcePart("trials").sources[0]?.readWords
 */
export function sourcePart(part: SourcePartId): SourcePart {
  const cited = citedBy();
  const listed = inPart(part).map((source): ListedSource => {
    const pages = cited.get(source.id) ?? [];
    return {
      ...sourceLine(source.id, null),
      weak: isWeakSource(source),
      pages: pages.slice(0, MOST_PAGES),
      morePages: Math.max(0, pages.length - MOST_PAGES),
    };
  });
  const key = ({ authors, title, year }: ListedSource): string =>
    `${authors ?? title} ${year ?? ""} ${title}`;
  return {
    id: part,
    name: sourceParts.find(({ id }) => id === part)?.name ?? part,
    sources: listed.sort((left, right) => key(left).localeCompare(key(right), "en")),
  };
}

/** [AN-383] How many there are, of what kind, how they were read, and how many stand behind no page yet. */
export function sourceCounts(): SourceCounts {
  const reading = (wanted: string | null) => sources.filter(({ read }) => read === wanted).length;
  const cited = citedBy();
  return {
    all: sources.length,
    parts: sourceParts.map(({ id, name }) => ({ id, name, count: inPart(id).length })),
    reading: [
      `${reading("full")} were read in full, or in the part that is named.`,
      `${reading("abstract")} were read in the abstract only.`,
      `${reading("secondary")} were not read themselves: their figures were taken from another document.`,
      `Of ${reading(null)} it is not recorded how they were read.`,
    ],
    uncited: [...sourceById.keys()].filter((id) => !cited.has(id)).length,
  };
}

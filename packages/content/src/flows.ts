/** An article as runs of text, for everything that is asked of its sentences. */
import type { Block, Inline } from "./types.ts";

/** One run of text that is read in one go: a paragraph, a heading, a row of a table. */
export type Flow = {
  readonly line: number;
  readonly kind: "heading" | "text" | "row";
  readonly inlines: readonly Inline[];
};

/** All runs of text in their order. */
export const flowsOf = (blocks: readonly Block[]): Flow[] => blocks.flatMap(flowsIn);

function flowsIn(block: Block): Flow[] {
  switch (block.type) {
    case "heading":
      return [{ line: block.line, kind: "heading", inlines: [{ type: "text", text: block.text }] }];
    case "paragraph":
      return [{ line: block.line, kind: "text", inlines: block.children }];
    case "list":
      return block.items.flatMap(flowsOf);
    case "quote":
      return flowsOf(block.children);
    case "table":
      return [block.head, ...block.rows].map((row) => ({
        line: block.line,
        kind: "row",
        inlines: row.flatMap((cell, place): Inline[] => [
          ...(place === 0 ? [] : [{ type: "text", text: " · " } as const]),
          ...cell,
        ]),
      }));
    case "image":
    case "figure":
      return [];
  }
}

/** Every inline with those inside it, in reading order. */
export const deepInlines = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((one) => ("children" in one ? [one, ...deepInlines(one.children)] : [one]));

/** Every block with those inside it. */
export const deepBlocks = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) =>
    block.type === "list"
      ? [block, ...block.items.flatMap(deepBlocks)]
      : block.type === "quote"
        ? [block, ...deepBlocks(block.children)]
        : [block],
  );

/** What a reader reads; citations and computed figures leave nothing. */
export const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => {
      switch (one.type) {
        case "text":
        case "term":
          return one.text;
        case "citation":
        case "figure":
          return "";
        default:
          return textOf(one.children);
      }
    })
    .join("");

/** Words with a letter or a digit in them. */
export const countWords = (blocks: readonly Block[]): number =>
  flowsOf(blocks)
    .map(
      ({ inlines }) =>
        textOf(inlines)
          .split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    )
    .reduce((sum, words) => sum + words, 0);

/** A sentence: what it says, what it cites, and where its computed figures stand. */
export type Sentence = { readonly text: string; readonly sources: readonly string[] };

/** Stands for a citation while a flow is cut into sentences; from the part of Unicode that nobody writes. */
const CITATION = 0xe000;

/** The sentences of a run of text. A row of a table is one sentence: its citation counts for all of its cells. */
export function sentencesOf({ kind, inlines }: Flow): Sentence[] {
  const cited: (readonly string[])[] = [];
  const marked = (list: readonly Inline[]): string =>
    list
      .map((one) => {
        if (one.type === "citation") return String.fromCharCode(CITATION + cited.push(one.sources) - 1);
        if (one.type === "text" || one.type === "term") return one.text;
        return one.type === "figure" ? "" : marked(one.children);
      })
      .join("");
  const whole = marked(inlines);
  const cut =
    kind === "text"
      ? [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(whole)].map(
          ({ segment }) => segment,
        )
      : [whole];
  return cut.map((segment) => ({
    text: segment.replace(/[\ue000-\uf8ff]/g, "").trim(),
    sources: [...segment].flatMap((letter) => cited[letter.charCodeAt(0) - CITATION] ?? []),
  }));
}

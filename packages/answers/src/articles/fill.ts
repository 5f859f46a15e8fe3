/** Fills an article: computed figures become words, citations become numbers, technical words are collected. */
import type { Article, Block, FigureCall, Inline } from "@unclench/content/types";
import { createSourceList } from "../sideBySide/sourceList.ts";
import { sourceLine } from "../sources.ts";
import { figureFor } from "./figures/index.ts";
import type { ComputedFigure, Place } from "./figures/kind.ts";
import type { FilledBlock, FilledInline } from "./types.ts";

/** A figure that cannot be computed never gets here: the build stops at it, see `articleFaults`. */
function computed(figure: FigureCall, place: Place): ComputedFigure {
  const result = figureFor(figure, place);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

/**
 * [AN-422] The filled blocks, the sources in the order in which they are first met (number 1 first) and the terms.
 */
export function fill({ blocks }: Pick<Article, "blocks">) {
  const { places, list } = createSourceList();
  const terms = new Set<string>();
  const numbersOf = (lines: Parameters<typeof places>[0]): number[] =>
    places(lines)
      .map((place) => place + 1)
      .sort((left, right) => left - right);

  /** Within one run of text the same sources are marked once, at the first figure that rests on them. */
  function inlinesOf(inlines: readonly Inline[], marked: Set<string> = new Set()): FilledInline[] {
    return inlines.flatMap((one): FilledInline[] => {
      switch (one.type) {
        case "text":
          return [one];
        case "term":
          terms.add(one.term);
          return [one];
        case "citation":
          return [{ type: "marks", sources: numbersOf(one.sources.map((id) => sourceLine(id, null))) }];
        case "figure": {
          const { text, sources } = computed(one.figure, "inline");
          const numbers = numbersOf(sources);
          const key = numbers.join();
          const isNew = numbers.length > 0 && !marked.has(key);
          marked.add(key);
          return [
            { type: "computed", text },
            ...(isNew ? [{ type: "marks", sources: numbers } as const] : []),
          ];
        }
        case "link":
          return [{ ...one, children: inlinesOf(one.children, marked) }];
        default:
          return [{ type: one.type, children: inlinesOf(one.children, marked) }];
      }
    });
  }

  const blocksOf = (list: readonly Block[]): FilledBlock[] => list.map(blockOf);

  function blockOf(block: Block): FilledBlock {
    switch (block.type) {
      case "heading":
        return { type: "heading", depth: block.depth, id: block.id, text: block.text };
      case "paragraph":
        return { type: "paragraph", children: inlinesOf(block.children) };
      case "list":
        return { type: "list", ordered: block.ordered, items: block.items.map(blocksOf) };
      case "table":
        return {
          type: "table",
          head: block.head.map((cell) => inlinesOf(cell)),
          rows: block.rows.map((row) => row.map((cell) => inlinesOf(cell))),
        };
      case "quote":
        return { type: "quote", children: blocksOf(block.children) };
      case "image":
        return { type: "image", source: block.source, text: block.text };
      case "figure": {
        const { title, text, table, picture, sources, more } = computed(block.figure, "block");
        return { type: "figure", title, text, table, picture, sources: numbersOf(sources), more };
      }
    }
  }

  const filled = blocksOf(blocks);
  return {
    blocks: filled,
    sources: list.map((source, place) => ({ ...source, number: place + 1 })),
    terms: [...terms],
  };
}

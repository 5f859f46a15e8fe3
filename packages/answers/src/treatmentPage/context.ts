/** What every part of the page is made from. */
import type { Treatment } from "@unclench/knowledge";
import type { Cite } from "./figures.ts";
import type { Block, Line, Part, PartId, Way } from "./types.ts";

export type PageContext = { readonly treatment: Treatment; readonly cite: Cite };

/** A block that says nothing is none. */
export const block = (
  heading: string | null,
  lines: readonly Line[],
  look: Block["look"] = "lines",
): Block[] => (lines.length === 0 ? [] : [{ heading, look, lines }]);

export const plain = (text: string): Line => ({ text, sure: null, sources: [] });

export const part = (
  id: PartId,
  heading: string,
  blocks: readonly Block[],
  missing: string | null,
  ways: readonly Way[] = [],
): Part => ({ id, heading, missing, blocks, ways });

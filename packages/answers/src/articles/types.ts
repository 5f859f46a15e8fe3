/** An article as a page shows it and the command line prints it: figures filled in, sources numbered, words explained. */
import type { Article, Block, Change } from "@unclench/content/types";
import type { ExplainedTerm } from "../glossary.ts";
import type { Challenge } from "../repository.ts";
import type { NumberedSource } from "../sideBySide/types.ts";
import type { FigureTable } from "./figures/kind.ts";
import type { Picture } from "./figures/pictures.ts";

export type FilledInline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "strong" | "emphasis"; readonly children: readonly FilledInline[] }
  | { readonly type: "link"; readonly to: string; readonly children: readonly FilledInline[] }
  /** computed here and now */
  | { readonly type: "computed"; readonly text: string }
  /** numbers of the list of sources */
  | { readonly type: "marks"; readonly sources: readonly number[] }
  | { readonly type: "term"; readonly term: string; readonly text: string };

export type FilledFigure = {
  readonly type: "figure";
  readonly title: string;
  readonly text: string;
  readonly table: FigureTable | null;
  readonly picture: Picture | null;
  readonly sources: readonly number[];
  readonly more: { readonly to: string; readonly text: string } | null;
};

type Heading = Extract<Block, { type: "heading" }>;
type Image = Extract<Block, { type: "image" }>;

export type FilledBlock =
  | Pick<Heading, "type" | "depth" | "id" | "text">
  | { readonly type: "paragraph"; readonly children: readonly FilledInline[] }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly FilledBlock[])[];
    }
  | {
      readonly type: "table";
      readonly head: readonly (readonly FilledInline[])[];
      readonly rows: readonly (readonly (readonly FilledInline[])[])[];
    }
  | { readonly type: "quote"; readonly children: readonly FilledBlock[] }
  | Pick<Image, "type" | "source" | "text">
  | FilledFigure;

export type ArticleListed = Pick<Article, "id" | "title" | "summary" | "question" | "checked"> & {
  readonly path: string;
  /** about how long it takes to read, in whole minutes */
  readonly minutes: number;
};

export type ArticlePage = ArticleListed & {
  readonly format: 1;
  readonly author: string;
  readonly reviewer: string;
  readonly changes: readonly Change[];
  readonly contents: readonly { readonly id: string; readonly text: string }[];
  readonly blocks: readonly FilledBlock[];
  readonly terms: readonly ExplainedTerm[];
  readonly sources: readonly (NumberedSource & { readonly number: number })[];
  readonly related: readonly { readonly to: string; readonly text: string }[];
  readonly challenge: Challenge;
  readonly ownWords: string;
};

export type ArticleResult =
  | { readonly ok: true; readonly value: ArticlePage }
  | { readonly ok: false; readonly error: { readonly type: "unknown-article"; readonly sentence: string } };

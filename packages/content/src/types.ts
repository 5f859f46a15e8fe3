/** An article as data: what the Markdown of `articles/` says, typed. Nothing is computed here and nothing is drawn. */

/** A figure that `answers` computes: which kind, and what it is asked. */
export type FigureCall = { readonly of: string; readonly arguments: Readonly<Record<string, string>> };

/** What stands within a line. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly to: string; readonly children: readonly Inline[] }
  | { readonly type: "citation"; readonly sources: readonly string[] }
  | { readonly type: "figure"; readonly figure: FigureCall }
  | { readonly type: "term"; readonly term: string; readonly text: string };

/** What stands on lines of its own; `line` is the line of the file where it begins, counted from 1. */
export type Block =
  | {
      readonly type: "heading";
      readonly depth: 2 | 3;
      /** for links within the page */
      readonly id: string;
      readonly text: string;
      readonly line: number;
    }
  | { readonly type: "paragraph"; readonly children: readonly Inline[]; readonly line: number }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
      readonly line: number;
    }
  | {
      readonly type: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      readonly line: number;
    }
  | { readonly type: "quote"; readonly children: readonly Block[]; readonly line: number }
  | { readonly type: "image"; readonly source: string; readonly text: string; readonly line: number }
  | { readonly type: "figure"; readonly figure: FigureCall; readonly line: number };

export type Change = { readonly on: string; readonly what: string };

export type Article = {
  /** as its file is called, without the ending */
  readonly id: string;
  readonly title: string;
  /** one plain sentence, at most 160 letters */
  readonly summary: string;
  readonly question: "what-works" | "what-to-avoid" | "is-it-helping" | "relief" | "what-do-i-ask" | "learn";
  /** ISO date */
  readonly checked: string;
  /** a role, never a name */
  readonly author: string;
  readonly reviewer: string;
  /** newest first */
  readonly changes: readonly Change[];
  /** internal paths */
  readonly related: readonly string[];
  readonly blocks: readonly Block[];
  /** how many words a reader reads, without the computed ones */
  readonly words: number;
};

/** Something that keeps an article from being shown; `sentence` says what it is, where, and what to do. */
export type ArticleProblem = {
  readonly type:
    | "NoFrontMatter"
    | "FrontMatter"
    | "NotSupported"
    | "Heading"
    | "Length"
    | "Words"
    | "UnknownSource"
    | "WeakSource"
    | "FigureWithoutCitation"
    | "FigureNotRead"
    | "UnknownTerm"
    | "UnexplainedTerm"
    | "DeadLink"
    | "Figure"
    | "ImageWithoutText"
    | "TwiceTheSame";
  readonly file: string;
  /** null: the file as a whole */
  readonly line: number | null;
  readonly sentence: string;
};

export type Parsed =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly problems: readonly ArticleProblem[] };

/**
 * Two to four treatments side by side. A `Board` holds every treatment of one condition and pattern, ready to be put
 * beside any other; a `SideBySide` is what was put side by side, row by row.
 */
import type { CertaintyLevel } from "@unclench/evidence";
import type { PracticalQuestion } from "@unclench/knowledge/practical";
import type { Place } from "../whatWorks/types.ts";

/** A source in the numbered list below the table. */
export type NumberedSource = {
  readonly id: string;
  readonly title: string;
  readonly authors: string | null;
  readonly year: number | null;
  readonly link: string | null;
  /** A few words for a list that has to be short: "Gracies 2015". */
  readonly short: string;
  readonly read: "full" | "abstract" | "secondary" | null;
  readonly readWords: string;
};

/** One pooled figure as a cell shows it; the comparison page holds the trials behind it. */
export type Figure = {
  readonly label: string;
  readonly side: "gain" | "harm";
  readonly sentence: string;
  readonly rangeSentence: string;
  readonly anotherGroupSentence: string | null;
  readonly per100: {
    readonly with: number;
    readonly without: number;
    readonly withLower: number;
    readonly withUpper: number;
  } | null;
  /** What it was compared with, in words: "a dummy". */
  readonly versus: string;
  readonly measuredIn: string | null;
  readonly certainty: {
    readonly level: CertaintyLevel;
    readonly words: string;
    readonly dots: 1 | 2 | 3 | 4;
    readonly reasons: readonly string[];
  };
  readonly studyCount: number;
  readonly trialCount: number;
  readonly people: number | null;
  /** On a board: places in its list of sources. Side by side and on a treatment's page: numbers of the list at the end. */
  readonly sources: readonly number[];
};

/** A sentence with its sources; as in `Figure`. */
export type Told = { readonly text: string; readonly sources: readonly number[] };

/** What stands above a column. */
export type ColumnHead = {
  readonly treatment: string;
  readonly name: string;
  readonly groupName: string;
  readonly form: string;
  readonly brands: readonly string[];
};

export type Column = ColumnHead & {
  readonly synonyms: readonly string[];
  readonly facts: Readonly<Record<PracticalQuestion, Told | null>>;
  readonly figures: readonly { readonly row: string; readonly figure: Figure }[];
  readonly reviews: readonly Told[];
  /** How much is known, in words. */
  readonly evidence: string;
};

export type Board = {
  readonly condition: string;
  readonly pattern: string;
  readonly about: {
    readonly condition: Place & { readonly people: string };
    readonly pattern: Place & { readonly where: string };
  };
  /** Every treatment of the catalogue in its order, doing nothing more at the end. */
  readonly columns: readonly Column[];
  /** Ids of the rows of figures in the order in which they are shown. */
  readonly figureRows: readonly string[];
  readonly sources: readonly NumberedSource[];
  /** The two that a page shows before anybody has chosen. */
  readonly defaultPair: readonly [string, string];
  readonly doingNothing: string | null;
  readonly readUntil: string;
};

export type Cell = {
  /** What to say; where nothing was found, that. Empty where `figures` speak. */
  readonly words: readonly Told[];
  readonly figures: readonly Figure[];
  readonly found: boolean;
};

export type SideBySideRow = {
  readonly id: string;
  readonly title: string;
  readonly kind: "fact" | "figure";
  readonly side: "gain" | "harm" | null;
  /** One for each treatment, in their order. */
  readonly cells: readonly Cell[];
};

export type SideBySide = {
  readonly question: "side-by-side";
  readonly format: 1;
  readonly condition: string;
  readonly pattern: string;
  readonly about: Board["about"];
  readonly treatments: readonly ColumnHead[];
  readonly rows: readonly SideBySideRow[];
  /** What was not found for any of them, in one sentence; null if every row has something. */
  readonly notFound: string | null;
  /** How to read across: each column stands against its own comparison group. */
  readonly readingSentence: string;
  /** Each different `measuredIn` of the figures, once: on paper a letter points here. */
  readonly measuredIn: readonly string[];
  readonly doingNothing: string | null;
  readonly sources: readonly (NumberedSource & { readonly number: number })[];
  readonly readUntil: string;
};

export type SideBySideError = {
  readonly type:
    | "UnknownCondition"
    | "UnknownPattern"
    | "UnknownTreatment"
    | "AmbiguousTreatment"
    | "SameTreatmentTwice"
    | "TooFewTreatments"
    | "TooManyTreatments";
  readonly sentence: string;
};

export type SideBySideResult =
  | { readonly ok: true; readonly value: SideBySide }
  | { readonly ok: false; readonly error: SideBySideError };

export const MOST_SIDE_BY_SIDE = 4;
export const FEWEST_SIDE_BY_SIDE = 2;

/** The answer to "What works?": the one object that the screen draws, the page prints and the CLI writes. */
import type { CertaintyLevel } from "@unclench/evidence";
import type { SourceLine } from "../sources.ts";
import type { Directness } from "./cells.ts";
import type { PublishedReview, UnusedTrial } from "./context.ts";

export type Place = { readonly id: string; readonly name: string };

/** One study of a pooled figure. Estimates are log odds ratios or points, like the pooled figure itself. */
export type StudyLine = {
  readonly trial: string;
  readonly label: string;
  readonly year: number | null;
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** Percent; null for a study that stands beside the main figure. */
  readonly weight: number | null;
  /** [events, people] as printed, before any splitting of a shared control group. */
  readonly active: readonly [number, number] | null;
  readonly control: readonly [number, number] | null;
  readonly week: number | null;
  readonly counted: string;
  readonly design: string | null;
  readonly blinding: string | null;
  readonly checked: "confirmed" | "corrected" | "not-checked";
  readonly notes: readonly string[];
  readonly source: SourceLine;
};

export type Per100 = {
  readonly with: number;
  readonly without: number;
  readonly withLower: number;
  readonly withUpper: number;
  /** Where the share without the treatment comes from. */
  readonly baseline: { readonly events: number; readonly people: number; readonly trials: readonly string[] };
  /** The share without it that the reader chose instead; null: that of the control groups. */
  readonly chosenBaseline: number | null;
};

export type Outcome = {
  /** Names this figure within its treatment and page; links hold it. */
  readonly key: string;
  readonly outcome: string;
  readonly label: string;
  readonly side: "gain" | "harm";
  readonly kind: "binary" | "points";
  readonly measure: "OR" | "MD";
  readonly method: string;
  readonly ci: string;
  readonly studyCount: number;
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  readonly p: number;
  readonly tau2: number | null;
  readonly i2: number | null;
  readonly predictionLower: number | null;
  readonly predictionUpper: number | null;
  readonly natural: { readonly estimate: number; readonly ciLower: number; readonly ciUpper: number } | null;
  readonly per100: Per100 | null;
  readonly points: {
    readonly unit: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly better: "lower" | "higher";
  } | null;
  readonly sentence: string;
  /** Its 95 % interval in words, to stand beside the figure. */
  readonly rangeSentence: string;
  /** The 95 % prediction interval in words; null for one study, or where it says no more than the range. */
  readonly anotherGroupSentence: string | null;
  /** For experts only; null for points and where no counts were printed. */
  readonly numberNeededSentence: string | null;
  readonly counted: readonly string[];
  readonly comparator: Place;
  readonly measuredIn: {
    readonly condition: string;
    readonly pattern: string;
    readonly directness: Directness;
    readonly words: string | null;
  };
  readonly certainty: {
    readonly level: CertaintyLevel;
    readonly words: string;
    readonly dots: 1 | 2 | 3 | 4;
    readonly reasons: readonly string[];
  };
  /** Does the figure hang on a single trial or on the model? */
  readonly robustness: { readonly level: "robust" | "fragile" | "one-trial"; readonly sentence: string };
  /** Trials behind the main figure. */
  readonly trials: readonly string[];
  readonly people: number | null;
  readonly studies: readonly StudyLine[];
  /** Known rows that never enter the main figure, with the reason in their notes. */
  readonly beside: readonly StudyLine[];
  readonly leaveOneOut: readonly {
    readonly label: string;
    readonly estimate: number;
    readonly ciLower: number;
    readonly ciUpper: number;
  }[];
};

export type Row = {
  readonly treatment: string;
  readonly name: string;
  readonly group: string;
  readonly groupName: string;
  readonly form: string;
  readonly brands: readonly string[];
  /** Other names for the same medicine. */
  readonly synonyms: readonly string[];
  readonly status: "figures" | "reviews-only" | "trials-without-figures" | "no-trial";
  /** What missing figures mean; empty only where there are figures of gains and of harms. */
  readonly statusSentence: string;
  readonly outcomes: readonly Outcome[];
  readonly enriched: readonly Outcome[];
  readonly reviews: readonly PublishedReview[];
  readonly unused: readonly UnusedTrial[];
  readonly elsewhere: readonly { readonly condition: Place; readonly pattern: Place }[];
};

/** How old the evidence is, and what is missing from it. */
export type EvidenceClock = {
  /** The day of the last search, as an ISO date. */
  readonly searched: string;
  /** What was looked for and not found, as far as it concerns this page. */
  readonly missing: readonly {
    readonly id: string;
    /** Names. */
    readonly treatments: readonly string[];
    readonly words: string;
    /** A registry number or the like, where one is known. */
    readonly reference: string | null;
    readonly source: SourceLine | null;
  }[];
  /** What would change the picture, derived from the figures of the page. */
  readonly wouldChange: readonly string[];
  /** A text to fill in by whoever found a mistake. */
  readonly correction: string;
};

export type WhatWorks = {
  readonly question: "what-works";
  readonly format: 1;
  /** Ids of what was asked for. */
  readonly condition: string;
  readonly pattern: string;
  /** The same in words. */
  readonly about: {
    readonly condition: Place & { readonly people: string };
    readonly pattern: Place & { readonly where: string };
  };
  readonly rows: readonly Row[];
  readonly enrichedSentence: string;
  /** The day on which the trials were last searched and read. */
  readonly readUntil: string;
  /** What happens without any of it, from the control groups on this page. */
  readonly doingNothing: string | null;
  readonly clock: EvidenceClock;
};

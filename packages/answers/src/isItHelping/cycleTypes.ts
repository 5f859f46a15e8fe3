/** What is said of injections, cycle by cycle. */
import type { LocalDate, Measure } from "@unclench/record";
import type { SourceLine } from "../sources.ts";

/** 90 % range and middle, as days after the injection and as dates. */
export type DateRange = {
  readonly days: { readonly from: number; readonly likely: number; readonly to: number };
  readonly dates: { readonly from: LocalDate; readonly likely: LocalDate; readonly to: LocalDate };
};

/** In points; negative is better. */
export type Size = { readonly q05: number; readonly q50: number; readonly q95: number };

export type CycleLine = {
  /** 1 is the first that is looked at */
  readonly number: number;
  readonly date: LocalDate;
  /** "300 units"; null where no dose was written down */
  readonly dose: string | null;
  /** check-ins from the injection to the next one, or to the last */
  readonly ratedDays: number;
  /** at its peak; null: too few check-ins to tell */
  readonly effect: Size | null;
  /** chance of any relief; null: too few check-ins */
  readonly relief: number | null;
  /** null: no relief that could be dated */
  readonly when: {
    readonly onset: DateRange;
    readonly peak: DateRange;
    readonly wearOff: DateRange;
    /** false: the dates are mostly those of the average injection */
    readonly ownSpeed: boolean;
  } | null;
  readonly sentence: string;
  readonly againstEarlier: {
    readonly weaker: number;
    readonly shorter: number;
    /** positive is weaker */
    readonly difference: Size;
    readonly sentence: string;
  } | null;
  /** The most likely course of the change, by days after the injection; empty if too few check-ins. */
  readonly curve: readonly { readonly day: number; readonly change: number }[];
  readonly ratings: readonly { readonly day: number; readonly rating: number }[];
};

export type NextInjection = {
  /** null: not known */
  readonly date: LocalDate | null;
  /** true: written down; false: reckoned from the usual interval */
  readonly planned: boolean;
  /** chance that half of the relief is gone before that date; null: no date, or no relief */
  readonly reliefEndsBefore: number | null;
  readonly sentence: string;
};

export type ReasonLine = {
  readonly id: string;
  readonly reason: string;
  readonly ask: string;
  /** this diary points to it */
  readonly fits: boolean;
  readonly certainty: string;
  readonly sources: readonly SourceLine[];
};

export type CyclesAnswer = {
  readonly treatment: string;
  readonly measure: Measure;
  readonly measureName: string;
  readonly headline: string;
  readonly cycles: readonly CycleLine[];
  readonly weakerSince: {
    readonly date: LocalDate;
    /** positive is weaker */
    readonly difference: Size;
    readonly sentence: string;
  } | null;
  readonly next: NextInjection;
  readonly assumed: readonly string[];
  /** injections before the twelve that are looked at */
  readonly leftOut: number;
  readonly reasons: readonly ReasonLine[];
};

/** The answer to "Is it helping me?": the one object that the screen draws and the CLI prints. */
import type { CheckIn, FairTest, Injection, LocalDate, Measure, MissedDose, Trigger } from "@unclench/record";
import type { VerdictName } from "@unclench/response";
import type { SourceLine } from "../sources.ts";
import type { TreatmentEntry } from "./courses.ts";
import type { SessionDone } from "./routineCourses.ts";
import type { About } from "./trialsBelief.ts";

/** One check-in, of which a day may have several; `null` is "not known". A record's check-in is one. */
export type DiaryEntry = Pick<CheckIn, "date" | Measure> &
  Partial<Pick<CheckIn, "backfilled" | "spasmCount" | "time">>;

/** What trials found for people like this one: the belief from which this treatment's answer starts. */
export type TrialsLine = {
  readonly sentence: string;
  /** in points at full effect; negative is better */
  readonly mean: number;
  readonly sd: number;
  readonly basis: "own-pool" | "published-pool" | "converted-shares";
  readonly trials: readonly string[];
  readonly sources: readonly SourceLine[];
  /** the belief before the diary speaks, as a hill */
  readonly hill: readonly HillPoint[];
};

/** The verdict as it would be without any trial. */
export type WithoutTrials = {
  readonly verdict: VerdictName;
  readonly effect: Effect;
  readonly probabilities: Probabilities;
  readonly sentence: string;
};

export type HillPoint = { readonly value: number; readonly density: number };

export type TreatmentAnswer = {
  readonly treatment: string;
  readonly kind: string;
  readonly measure: Measure;
  readonly verdict: VerdictName;
  readonly effect: Effect | null;
  readonly probabilities: Probabilities | null;
  /** The `helpsSome` that this diary has to reach before it is told that it helps; null if inseparable. */
  readonly asked: number | null;
  /** This look shows a help, the one a week before did not: the next one has to show it as well. */
  readonly awaitsSecondLook: boolean;
  /**
   * Days after the last check-in until a verdict is likely, going on as now; null when none is needed, when 12 weeks
   * would not do, and when the treatment is not being taken.
   */
  readonly daysNeeded: number | null;
  /** The verdict in words, without its size. */
  readonly headline: string;
  /** The size in words; null where none may be told. */
  readonly size: string | null;
  /** Both together. */
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly assumed: readonly string[];
  readonly inseparableFrom: readonly string[];
  readonly hill: readonly HillPoint[];
  readonly days: { readonly before: number; readonly on: number };
  /** The catalogue's treatment of that name; null: it is not known there. */
  readonly catalogue: string | null;
  /** null: the belief is wide, because no trial says anything of this rating, or none was asked to. */
  readonly trials: TrialsLine | null;
  /** Why no trial went in; null where one did. */
  readonly noTrials: string | null;
  readonly withoutTrials: WithoutTrials | null;
  /** What the diary says of how fast the treatment works: likelihood of each speed; empty where it says nothing yet. */
  readonly speeds: readonly { readonly factor: number; readonly weight: number }[];
  /** The same in words; null where the diary cannot tell. */
  readonly speedSentence: string | null;
};

export type Effect = {
  readonly mean: number;
  readonly sd: number;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
};
export type Probabilities = {
  readonly helps: number;
  /** by half a point or more: what "very probably helping" is read from */
  readonly helpsSome: number;
  readonly helpsEnough: number;
  readonly notEnough: number;
  readonly worse: number;
};

export type CombinedAnswer = {
  readonly treatments: readonly string[];
  readonly exchanged: boolean;
  readonly verdict: VerdictName;
  readonly effect: Effect;
  readonly probabilities: Probabilities;
  readonly asked: number;
  readonly awaitsSecondLook: boolean;
  readonly headline: string;
  readonly size: string | null;
  readonly sentence: string;
  readonly hill: readonly HillPoint[];
};

export type Timeline = {
  readonly days: readonly {
    readonly date: LocalDate;
    /** the mean of the day's check-ins */
    readonly rating: number | null;
    readonly checkIns: number;
    readonly filledLater: boolean;
    readonly model: { readonly mean: number; readonly low: number; readonly high: number } | null;
  }[];
  readonly spans: readonly {
    readonly treatment: string;
    /** "20 mg"; null where no dose was written down. */
    readonly dose: string | null;
    readonly from: LocalDate;
    readonly to: LocalDate;
  }[];
  readonly injections: readonly {
    readonly treatment: string;
    readonly dose: string | null;
    readonly date: LocalDate;
  }[];
  /** Missed doses and triggers: the medicine or the trigger in words. */
  readonly marks: readonly {
    readonly date: LocalDate;
    readonly kind: "missed-dose" | "trigger";
    readonly words: string;
  }[];
  /** The same as the picture, in words and figures, week by week. */
  readonly weeks: readonly {
    readonly from: LocalDate;
    readonly filled: number;
    readonly mean: number | null;
    readonly model: number | null;
  }[];
};

export type IsItHelping = {
  readonly question: "is-it-helping";
  readonly format: 1;
  readonly measure: Measure;
  readonly measureName: string;
  /** The people whose trials were asked; null: nobody said. */
  readonly about: About | null;
  readonly withTrials: boolean;
  readonly period: {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly days: number;
    readonly filled: number;
  };
  readonly look: { readonly date: LocalDate; readonly next: LocalDate };
  readonly baseline: { readonly level: number; readonly smallestThatMatters: number; readonly words: string };
  readonly treatments: readonly TreatmentAnswer[];
  readonly combined: readonly CombinedAnswer[];
  readonly notes: readonly string[];
  /** The treatments that a fair test is offered for: what may be paused, and nothing else. */
  readonly fairTestOf: readonly string[];
  readonly expectation: string;
  /** Where the figures of the sentences come from. */
  readonly sources: readonly { readonly of: string; readonly source: SourceLine }[];
  /** What is believed of a treatment before the diary speaks. */
  readonly startingBelief: string;
  /** How often such verdicts are false alarms, measured by simulation. */
  readonly falseAlarms: string;
  readonly timeline: Timeline;
};

export type HelpingError =
  | { readonly type: "NoDiary"; readonly sentence: string }
  | { readonly type: "NoTreatments"; readonly sentence: string }
  | { readonly type: "TooManyTreatments"; readonly sentence: string }
  | { readonly type: "Diary"; readonly sentence: string };

export type Helping =
  | { readonly ok: true; readonly value: IsItHelping }
  | { readonly ok: false; readonly error: HelpingError };

export type HelpingInput = {
  readonly diary: readonly DiaryEntry[];
  readonly treatments: readonly TreatmentEntry[];
  /** Injections of their own table: they count like those among the treatments. */
  readonly injections?: readonly Pick<Injection, "date" | "product" | "muscles">[];
  /** Routines that were done, session by session: each counts as a treatment of its own. */
  readonly routinesDone?: readonly SessionDone[];
  /** Drawn with the days; they do not change any verdict. */
  readonly missedDoses?: readonly Pick<MissedDose, "date" | "medicine">[];
  /** Drawn with the days; what comes from outside is set apart, see [Note: What is set apart]. */
  readonly triggers?: readonly Pick<Trigger, "date" | "trigger">[];
  readonly measure: Measure;
  /** The person, as far as trials tell people apart; without it no trial goes in. */
  readonly about?: About | null;
  /** false: the verdict as it is without any trial. */
  readonly withTrials?: boolean;
  /** The fair tests of the record: their days count as they were drawn. */
  readonly fairTests?: readonly FairTest[];
};

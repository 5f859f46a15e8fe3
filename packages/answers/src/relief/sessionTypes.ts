/** The shapes of a session that is counted aloud. Plain data: what the player draws, speaks and keeps. */
import type { Routine } from "@unclench/knowledge/routines";
import type { Pace, RoutineSession } from "@unclench/knowledge/routine-sessions";

export type SessionSide = "left" | "right";

/** What a timetable is made from, all of one routine. Small enough to travel with the page. */
export type SessionSource = Pick<
  RoutineSession,
  "shape" | "sides" | "lastSeconds" | "restSeconds" | "short"
> & {
  readonly routine: string;
  readonly parts: NonNullable<RoutineSession["parts"]>;
  readonly steps: readonly string[];
  /** the same steps addressed to a helper; null: there are none */
  readonly forHelper: readonly string[] | null;
  readonly dose: Pick<Routine["dose"], "holdSeconds" | "repeats" | "minutes" | "basis" | "note">;
  readonly pace: Pace;
};

/** What a person sets. Null where the routine does not count it. */
export type SessionChoices = {
  /** one hold, whole seconds */
  readonly holdSeconds: number | null;
  /** for each side */
  readonly repeats: number | null;
  readonly minutes: number | null;
  readonly speed: "slow" | "usual" | "quick";
  /** null: the side that is treated, not named */
  readonly side: SessionSide | "both" | null;
  readonly company: "alone" | "helper";
};

export type CueKind =
  | "ready"
  | "move"
  | "hold"
  | "back"
  | "rest"
  | "side"
  | "stay"
  | "flow"
  | "after"
  | "end";

export type Cue = {
  readonly kind: CueKind;
  /** milliseconds since the start of the session */
  readonly startMs: number;
  readonly endMs: number;
  /** spoken as the cue begins */
  readonly say: string;
  /** one or two words, large */
  readonly title: string;
  /** the sentence below */
  readonly show: string;
  /** place of the figure between its start (0) and its end (1), at the beginning and at the end of the cue */
  readonly at: readonly [from: number, to: number];
  /** milliseconds for there and back where the figure goes on moving; null: it goes once from one to the other */
  readonly swingMs: number | null;
  /** milliseconds on, off, on … as `navigator.vibrate` takes them */
  readonly vibrate: readonly number[];
  readonly side: SessionSide | null;
  /** of holds and repetitions, for each side; null outside */
  readonly repetition: { readonly number: number; readonly of: number } | null;
  /** the seconds are shown large */
  readonly counted: boolean;
};

/** What is said when, cues and counts, in order of time. */
export type Utterance = { readonly atMs: number; readonly say: string; readonly vibrate: readonly number[] };

export type Timetable = {
  readonly routine: string;
  readonly choices: SessionChoices;
  readonly cues: readonly Cue[];
  readonly utterances: readonly Utterance[];
  readonly totalMs: number;
};

export type SessionState = {
  readonly cue: Cue;
  /** its place in the timetable */
  readonly place: number;
  /** whole seconds until the next cue, at least 1 until the end */
  readonly secondsLeft: number;
  /** 0 start to 1 end of the figure */
  readonly at: number;
  /** share of the session that is over, 0 to 1 */
  readonly over: number;
  readonly done: boolean;
};

/** Puts cues one behind the other: each with its time, its words, its place of the figure and what can be felt. */
import type { Cue, CueKind, SessionSource } from "./sessionTypes.ts";

/** Short and long touches that can be told apart without looking. */
const vibrations: Readonly<Record<CueKind, readonly number[]>> = {
  ready: [80],
  move: [150],
  hold: [400],
  back: [120, 100, 120],
  rest: [80],
  side: [120, 100, 120, 100, 120],
  stay: [400],
  flow: [400],
  after: [120, 100, 120],
  end: [600],
};

const titles: Readonly<Record<CueKind, string>> = {
  ready: "Get ready",
  move: "Move slowly",
  hold: "Hold",
  back: "Come back slowly",
  rest: "Rest",
  side: "Change sides",
  stay: "Stay",
  flow: "Keep going",
  after: "To finish",
  end: "The end",
};

/** What the builder hands to `add`; the rest of a cue follows from its place. */
type Draft = Pick<Cue, "kind" | "say" | "at"> &
  Partial<Pick<Cue, "show" | "side" | "repetition" | "swingMs">> & {
    readonly seconds: number;
    /** the time is kept even if the words take longer */
    readonly exact?: boolean;
  };

/** Cues one behind the other, from 0 on. */
export class CueBuilder {
  readonly cues: Cue[] = [];
  readonly source: SessionSource;
  private now = 0;

  constructor(source: SessionSource) {
    this.source = source;
  }

  /** How long a text takes to say, with a breath after it. */
  spokenSeconds(text: string): number {
    const words = text.split(/\s+/).filter((word) => word !== "").length;
    return words === 0 ? 0 : (words / this.source.pace.wordsPerMinute) * 60 + 1;
  }

  add({
    kind,
    say,
    at,
    seconds,
    exact = false,
    show = say,
    side = null,
    repetition = null,
    swingMs = null,
  }: Draft): Cue {
    const lasts = exact ? seconds : Math.max(seconds, Math.ceil(this.spokenSeconds(say)));
    const startMs = this.now;
    this.now += Math.round(lasts * 1000);
    const goesOn = this.source.shape === "rhythm" && (kind === "move" || kind === "back");
    const cue: Cue = {
      kind,
      startMs,
      endMs: this.now,
      say,
      title: goesOn ? titles.flow : titles[kind],
      show,
      at,
      swingMs,
      vibrate: vibrations[kind],
      side,
      repetition,
      counted: kind === "hold" || kind === "rest" || kind === "stay" || kind === "flow",
    };
    this.cues.push(cue);
    return cue;
  }
}

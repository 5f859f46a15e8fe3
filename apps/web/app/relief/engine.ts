/**
 * Runs a timetable by the clock. Where it stands is always worked out from the clock against the moment it was started, so
 * nothing adds up; what is said and felt is told to the outside by `onUtterance`. Knows nothing of screens or voices.
 */
import {
  carryOver,
  nextUtterance,
  type SessionChoices,
  type SessionSource,
  sessionTimetable,
  stateAt,
  type Timetable,
  type Utterance,
} from "@unclench/answers/relief-session";
import type { ToTicker } from "../worker/session.worker.ts";

export type Phase = "before" | "running" | "paused" | "pain" | "ended";

export type Snapshot = {
  readonly phase: Phase;
  readonly timetable: Timetable;
  /** milliseconds of the session that are over; while it runs ask `elapsed()` */
  readonly elapsedMs: number;
  /** the page was put to sleep meanwhile, and the session waited */
  readonly slept: boolean;
};

/** Longer than this without a beat, and the device or the page was asleep. */
const ASLEEP_MS = 5_000;
/** What is overdue by more than this is not said any more. */
const STALE_MS = 2_000;
/** A timer that comes a little early is as good as one on time. */
const EARLY_MS = 2;

export class SessionEngine {
  private readonly source: SessionSource;
  private readonly onUtterance: (utterance: Utterance) => void;
  private readonly listeners = new Set<() => void>();
  private now: Snapshot;
  private startedAt = 0;
  private lastBeat = 0;
  private said = -1;
  private ticker: Worker | null = null;

  constructor(source: SessionSource, choices: SessionChoices, onUtterance: (utterance: Utterance) => void) {
    this.source = source;
    this.onUtterance = onUtterance;
    this.now = { phase: "before", timetable: sessionTimetable(source, choices), elapsedMs: 0, slept: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = (): Snapshot => this.now;

  /** Milliseconds of the session that are over at this moment. */
  elapsed(): number {
    const { phase, elapsedMs, timetable } = this.now;
    if (phase !== "running") return elapsedMs;
    return Math.min(timetable.totalMs, elapsedMs + performance.now() - this.startedAt);
  }

  /** Starts, or goes on where it stood. What is going on is said again from its beginning. */
  start(): void {
    if (this.now.phase === "running") return;
    if (this.ticker === null) {
      this.ticker = new Worker(new URL("../worker/session.worker.ts", import.meta.url), { type: "module" });
      this.ticker.onmessage = () => this.called();
    }
    const { elapsedMs, timetable } = this.now;
    const { cue } = stateAt(timetable, elapsedMs);
    this.startedAt = performance.now();
    this.lastBeat = Date.now();
    this.said = elapsedMs;
    this.set({ phase: "running", slept: false });
    this.tell({ atMs: elapsedMs, say: cue.say, vibrate: cue.vibrate });
    this.callForNext();
  }

  pause(slept = false): void {
    if (this.now.phase !== "running") return;
    this.set({ phase: "paused", elapsedMs: this.elapsed(), slept });
    this.call(null);
  }

  /** Ends it: at its end, early, or because it hurts. */
  end(phase: "ended" | "pain"): void {
    const elapsedMs = this.elapsed();
    this.set({ phase, elapsedMs });
    this.call(null);
  }

  /** Back to where it was ended, waiting: the end was a slip of the hand. */
  takeBack(): void {
    this.set({ phase: "paused" });
  }

  /** Other choices; while it runs it goes on in the same place. */
  choose(choices: SessionChoices): void {
    const timetable = sessionTimetable(this.source, choices);
    const elapsedMs =
      this.now.phase === "before" ? 0 : carryOver(this.now.timetable, this.elapsed(), timetable);
    this.jump(elapsedMs, timetable);
  }

  /** To the next cue, or back to the beginning of this one or of the one before. */
  go(by: 1 | -1): void {
    const { timetable } = this.now;
    const elapsed = this.elapsed();
    const { place, cue } = stateAt(timetable, elapsed);
    const target = by === 1 ? place + 1 : elapsed - cue.startMs > 2_000 ? place : place - 1;
    const next = timetable.cues[Math.max(0, target)];
    this.jump(next?.startMs ?? timetable.totalMs, timetable, true);
  }

  /** Takes up what was kept, waiting. */
  resumeAt(elapsedMs: number): void {
    this.set({ phase: "paused", elapsedMs: Math.min(elapsedMs, this.now.timetable.totalMs) });
  }

  reset(): void {
    this.set({ phase: "before", elapsedMs: 0, slept: false });
    this.call(null);
  }

  close(): void {
    this.ticker?.terminate();
    this.ticker = null;
    this.listeners.clear();
  }

  private jump(elapsedMs: number, timetable: Timetable, speak = false): void {
    this.startedAt = performance.now();
    this.said = elapsedMs;
    this.set({ timetable, elapsedMs });
    if (this.now.phase !== "running") return;
    const { cue } = stateAt(timetable, elapsedMs);
    if (elapsedMs >= timetable.totalMs) this.finish();
    else {
      if (speak) this.tell({ atMs: elapsedMs, say: cue.say, vibrate: cue.vibrate });
      this.callForNext();
    }
  }

  private called(): void {
    if (this.now.phase !== "running") return;
    const wall = Date.now();
    const gap = wall - this.lastBeat;
    this.lastBeat = wall;
    if (gap > ASLEEP_MS) {
      // Nobody heard what was due meanwhile: it waits at the moment it was last known to run.
      const elapsedMs = Math.max(this.said, this.elapsed() - gap);
      this.set({ phase: "paused", elapsedMs, slept: true });
      return;
    }
    // Each beat sets the waiting right again: a worker that started late, or a timer that ran off, costs nothing.
    this.sayWhatIsDue();
  }

  private sayWhatIsDue(): void {
    const { timetable } = this.now;
    const elapsed = this.elapsed();
    const due = timetable.utterances.filter(({ atMs }) => atMs > this.said && atMs <= elapsed + EARLY_MS);
    const latest = due.at(-1);
    if (latest !== undefined) {
      this.said = latest.atMs;
      if (elapsed - latest.atMs < STALE_MS) this.tell(latest);
    }
    if (elapsed + EARLY_MS >= timetable.totalMs) this.finish();
    else this.callForNext();
  }

  private finish(): void {
    this.set({ phase: "ended", elapsedMs: this.now.timetable.totalMs });
    this.call(null);
  }

  private tell(utterance: Utterance): void {
    // The proof of the timing reads these marks; a few hundred at most.
    performance.mark("unclench-cue", { detail: utterance.atMs });
    this.onUtterance(utterance);
    for (const listener of this.listeners) listener();
  }

  private callForNext(): void {
    const { timetable } = this.now;
    const next = nextUtterance(timetable, this.said)?.atMs ?? timetable.totalMs;
    this.call(next - this.elapsed());
  }

  private call(callInMs: number | null): void {
    this.ticker?.postMessage({ callInMs } satisfies ToTicker);
  }

  private set(change: Partial<Snapshot>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}

/**
 * A routine as a session that is counted aloud. Pure: the time that is over goes in, what is due comes out.
 *
 *     const choices = sessionChoices(source, { side: "left" });
 *     const timetable = sessionTimetable(source, choices);
 *     stateAt(timetable, 15_000).cue.title // "Get ready"
 */
import type { Cue, SessionState, Timetable, Utterance } from "./sessionTypes.ts";

export { type AskFirst, askFirstNow } from "./askFirst.ts";
export {
  type ChoiceLimit,
  type ChoiceLimits,
  choiceLimits,
  doseWords,
  sessionChoices,
} from "./sessionChoices.ts";
export { sessionTimetable } from "./timetable.ts";
export type {
  Cue,
  CueKind,
  SessionChoices,
  SessionSide,
  SessionSource,
  SessionState,
  Timetable,
  Utterance,
} from "./sessionTypes.ts";

/**
 * [AN-337] What is going on after so many milliseconds. Before the start is the start, after the end is the end.
 * @example
 * stateAt(timetable, timetable.totalMs).done // true
 */
export function stateAt({ cues, totalMs }: Timetable, elapsedMs: number): SessionState {
  const elapsed = Math.min(totalMs, Math.max(0, elapsedMs));
  const found = cues.findLastIndex(({ startMs }) => startMs <= elapsed);
  const place = Math.max(0, found);
  const cue = cues[place];
  if (cue === undefined) throw new Error("a timetable without cues");
  const done = elapsed >= totalMs;
  return {
    cue,
    place,
    secondsLeft: done ? 0 : Math.max(1, Math.ceil((cue.endMs - elapsed) / 1000)),
    at: figureAt(cue, elapsed),
    over: totalMs === 0 ? 1 : elapsed / totalMs,
    done,
  };
}

/** Slow at both ends, as a limb moves. */
const eased = (share: number): number => (1 - Math.cos(Math.PI * share)) / 2;

function figureAt({ startMs, endMs, at: [from, to], swingMs }: Cue, elapsed: number): number {
  const gone = elapsed - startMs;
  if (swingMs !== null) return (1 - Math.cos((2 * Math.PI * gone) / swingMs)) / 2;
  return endMs === startMs ? to : from + (to - from) * eased(Math.min(1, gone / (endMs - startMs)));
}

/** The first that is due after this moment; null after the last. */
export const nextUtterance = ({ utterances }: Timetable, afterMs: number): Utterance | null =>
  utterances.find(({ atMs }) => atMs > afterMs) ?? null;

/**
 * [AN-338] Where a session goes on after something was changed while it runs: in the same cue of the same repetition and
 * side, at the same share of it; if the new session has fewer, at its last one of that kind.
 */
export function carryOver(before: Timetable, elapsedMs: number, after: Timetable): number {
  const { cue, done } = stateAt(before, elapsedMs);
  if (done) return after.totalMs;
  const share = cue.endMs === cue.startMs ? 0 : (elapsedMs - cue.startMs) / (cue.endMs - cue.startMs);
  const sameKind = after.cues.filter(
    ({ kind, side }) => kind === cue.kind && (side === cue.side || cue.side === null),
  );
  const sameNumber = sameKind.filter(({ repetition }) => repetition?.number === cue.repetition?.number);
  const ordinal = before.cues
    .filter(
      ({ kind, side, repetition }) =>
        kind === cue.kind && side === cue.side && repetition?.number === cue.repetition?.number,
    )
    .indexOf(cue);
  const found = sameNumber[Math.min(ordinal, sameNumber.length - 1)] ?? sameKind.at(-1);
  if (found === undefined) return 0;
  return Math.round(found.startMs + Math.max(0, share) * (found.endMs - found.startMs));
}

/** [AN-339] What the session is in one line: what is counted, and how long all of it takes. */
export function sessionWords({
  choices: { holdSeconds, repeats, minutes, side },
  totalMs,
}: Timetable): string {
  const parts = [
    holdSeconds === null ? null : `hold ${holdSeconds} ${holdSeconds === 1 ? "second" : "seconds"}`,
    repeats === null
      ? null
      : `${repeats} ${repeats === 1 ? "time" : "times"}${side === "both" ? " on each side" : ""}`,
    minutes === null
      ? null
      : `${minutes} ${minutes === 1 ? "minute" : "minutes"}${side === "both" ? " on each side" : ""}`,
  ].filter((part) => part !== null);
  const all = Math.max(1, Math.round(totalMs / 60_000));
  const text = `${parts.join(", ")}; about ${all} ${all === 1 ? "minute" : "minutes"} in all, with getting ready.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

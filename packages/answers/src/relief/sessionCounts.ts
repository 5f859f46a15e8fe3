/** What is counted aloud inside of a cue: seconds of a hold, minutes of a position. */
import type { Script } from "./sessionScript.ts";
import type { Cue, SessionSource, Utterance } from "./sessionTypes.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Counted down at the end of a hold, so that nobody has to look. */
const LAST_SECONDS = [3, 2, 1];
const EVERY_SECONDS = 10;
/** Longer than this, minutes are said by fives. */
const BY_FIVES_FROM_MINUTES = 10;

/** Milliseconds that a text takes to be said. */
type Spoken = (text: string) => number;

/** [AN-336] Counts of one cue in order of time, each where nothing else is being said. */
export function countsOf(cue: Cue, script: Script, source: SessionSource, spoken: Spoken): Utterance[] {
  if (cue.kind === "hold") return free(cue, secondsOf(cue), spoken);
  if (cue.kind !== "stay" && cue.kind !== "flow") return [];
  return free(cue, minutesOf(cue, script, source), spoken);
}

type Count = { readonly atMs: number; readonly say: string };

function secondsOf({ startMs, endMs }: Cue): Count[] {
  const seconds = Math.round((endMs - startMs) / SECOND);
  const tens = Array.from(
    { length: Math.floor((seconds - 1) / EVERY_SECONDS) },
    (_, place) => (place + 1) * EVERY_SECONDS,
  );
  return [...tens.toReversed(), ...LAST_SECONDS.filter((left) => left < seconds)].map((left) => ({
    atMs: endMs - left * SECOND,
    say: String(left),
  }));
}

function minutesOf({ startMs, endMs }: Cue, { during, last }: Script, source: SessionSource): Count[] {
  const minutes = Math.round((endMs - startMs) / MINUTE);
  const every = minutes >= BY_FIVES_FROM_MINUTES ? 5 : 1;
  const counts: Count[] = [];
  for (let left = every; left < minutes; left += every)
    counts.push({
      atMs: endMs - left * MINUTE,
      say: left === 1 ? "1 minute left." : `${left} minutes left.`,
    });
  // The further sentences come one by one, within the first half.
  const further = during.slice(1);
  const apart = Math.min(MINUTE / 2, (endMs - startMs) / 2 / (further.length + 1));
  for (const [place, say] of further.entries())
    counts.push({ atMs: startMs + Math.round(apart * (place + 1)), say });
  const lastMs = (source.lastSeconds ?? source.pace.lastSeconds) * SECOND;
  if (last !== "")
    counts.push({ atMs: Math.max(startMs + Math.round((endMs - startMs) / 2), endMs - lastMs), say: last });
  return counts;
}

/**
 * Leaves out what would be said over something else; sentences of the routine stay and push a mere count away. A single
 * number is short: it only has to wait for the words before it.
 */
function free(cue: Cue, counts: readonly Count[], spoken: Spoken): Utterance[] {
  const isNumber = ({ say }: Count): boolean => /^\d+( minutes? left\.)?$/.test(say);
  const kept: Count[] = [];
  const clashes = (one: Count, other: Count): boolean => {
    const [first, second] = one.atMs <= other.atMs ? [one, other] : [other, one];
    const length = /^\d+$/.test(first.say) ? SECOND : spoken(first.say);
    return second.atMs < first.atMs + length;
  };
  const beginning: Count = { atMs: cue.startMs, say: cue.say };
  for (const count of [...counts.filter((one) => !isNumber(one)), ...counts.filter(isNumber)])
    if (![beginning, ...kept].some((other) => clashes(other, count))) kept.push(count);
  return kept
    .toSorted((left, right) => left.atMs - right.atMs)
    .map(({ atMs, say }) => ({ atMs, say, vibrate: [] }));
}

/** How long a routine takes, from its dose. */
import type { Routine } from "@unclench/knowledge/routines";

/** Between two holds, and between two sides. No source says how long: our own mark. */
export const REST_SECONDS = 10;
/** One slow movement there and back, where nothing is held. No source says how long: our own mark. */
export const MOVE_SECONDS = 6;

/** In minutes; `to` is the longest dose for all sides that it may be done on. */
export type RoutineMinutes = { readonly from: number; readonly to: number };

/**
 * [AN-300] Minutes of one session, without getting into place: those of the dose where it has some, else holds, repeats and
 * rests; for one stiff side at least, for both at most. `null` where no time was read.
 *
 *     seconds = sides × (repeats × hold + (repeats − 1) × pause) + (sides − 1) × rest
 *
 * The pause after a hold is a rest, after a short one (strengthening) the way back.
 *
 * @example
 * routineMinutes(routineById.get("calf-wall-straight-knee")) // { from: 1.33…, to: 11.5 }
 */
export function routineMinutes({ dose, sides }: Pick<Routine, "dose" | "sides">): RoutineMinutes | null {
  const [fewest, most] = sides;
  if (dose.minutes !== null) {
    // What has two sides in itself was timed with both.
    return { from: dose.minutes[0], to: dose.minutes[1] * (most / fewest) };
  }
  if (dose.repeats === null) return null;
  const [leastRepeats, mostRepeats] = dose.repeats;
  const pause =
    dose.holdSeconds === null ? 0 : dose.holdSeconds[0] < REST_SECONDS ? MOVE_SECONDS : REST_SECONDS;
  const seconds = (repeats: number, hold: number, goes: number): number =>
    goes * (repeats * hold + (repeats - 1) * pause) + (goes - 1) * REST_SECONDS;
  const [shortHold, longHold] = dose.holdSeconds ?? [MOVE_SECONDS, MOVE_SECONDS];
  return {
    from: seconds(leastRepeats, shortHold, fewest) / 60,
    to: seconds(mostRepeats, longHold, most) / 60,
  };
}

const whole = (minutes: number): number => Math.max(1, Math.ceil(minutes));

/** "30 minutes", and from two full hours on "12 hours". */
const counted = (minutes: number): string =>
  minutes >= 120 && minutes % 60 === 0
    ? `${minutes / 60} hours`
    : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;

/** "10 to 30 minutes", "30 minutes to 12 hours" */
export function spanWords(from: number, to: number): string {
  if (from === to) return counted(from);
  const [first, last] = [counted(from), counted(to)];
  return last.endsWith("hours") && !first.endsWith("hours")
    ? `${first} to ${last}`
    : `${first.split(" ")[0]} to ${last}`;
}

/** "about 2 to 12 minutes"; whole minutes, rounded up, so that no time is promised that it does not keep. */
export const minutesWords = (minutes: RoutineMinutes | null): string =>
  minutes === null
    ? "as long as you like: no time was read for it"
    : `about ${spanWords(whole(minutes.from), whole(minutes.to))}`;

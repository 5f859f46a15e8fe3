/** What the session of a routine is made from, out of the knowledge. */
import { pace, routineSessionOf } from "@unclench/knowledge/routine-sessions";
import type { Routine } from "@unclench/knowledge/routines";
import type { SessionSource } from "./sessionTypes.ts";

/** The source of a routine's session; null where nothing is counted. */
export function sessionSource(routine: Routine): SessionSource | null {
  const session = routineSessionOf.get(routine.id);
  if (session === undefined || session.parts === null) return null;
  const { shape, sides, parts, lastSeconds, restSeconds, short } = session;
  const { holdSeconds, repeats, minutes, basis, note } = routine.dose;
  return {
    routine: routine.id,
    shape,
    sides,
    parts,
    lastSeconds,
    restSeconds,
    short,
    steps: routine.steps,
    forHelper: routine.forHelper,
    dose: { holdSeconds, repeats, minutes, basis, note },
    pace,
  };
}

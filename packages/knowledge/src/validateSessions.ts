/** What must hold between the routines and the way they are counted: rules KN-73 to KN-75. */
import type { Routine } from "./routineSchema.ts";
import type { RoutineSession } from "./sessionSchema.ts";

export type SessionFiles = {
  readonly routines: readonly Routine[];
  readonly routineSessions: { readonly sessions: readonly RoutineSession[] };
};

/** One sentence for each fault. */
export const sessionFaults = ({ routines, routineSessions: { sessions } }: SessionFiles): string[] => [
  ...everyRoutineOnce(routines, sessions),
  ...sessions.flatMap((session) => {
    const routine = routines.find(({ id }) => id === session.routine);
    return routine === undefined ? [] : fits(routine, session);
  }),
];

/** [KN-73] Each routine has one session, and each session a routine. */
function everyRoutineOnce(routines: readonly Routine[], sessions: readonly RoutineSession[]): string[] {
  const ids = sessions.map(({ routine }) => routine);
  return [
    ...routines
      .filter(({ id }) => !ids.includes(id))
      .map(({ id }) => `routineSessions.json: ${id} has no session`),
    ...ids
      .filter((id, place) => ids.indexOf(id) !== place || !routines.some((routine) => routine.id === id))
      .map((id) => `routineSessions.json: ${id} stands twice or is no routine`),
  ];
}

/**
 * [KN-74] Every step has its place, and the shape has what it counts: holds, repetitions or minutes of the dose. [KN-75] What
 * is not counted says why and what to do instead; what belongs to a clinic or a pool is never counted.
 */
function fits({ id, steps, dose, setting }: Routine, { shape, parts, none }: RoutineSession): string[] {
  const found: string[] = [];
  const fault = (what: string): void => void found.push(`routineSessions.json: ${id}: ${what}`);
  if ((shape === "none") !== (none !== null)) fault("only what is not counted says why, and always");
  if (shape === "none") return found;
  if (setting === "clinic" || setting === "pool") fault(`counted, though its place is a ${setting}`);
  if (parts?.length !== steps.length) fault(`${parts?.length ?? 0} parts for ${steps.length} steps`);
  const said = new Set((parts ?? []).flat());
  const needs = (part: "move" | "hold" | "during"): void => {
    if (!said.has(part)) fault(`no step is said in the part ${part}`);
  };
  if (shape === "hold") {
    needs("hold");
    if (dose.holdSeconds === null) fault("a hold without seconds");
    if (dose.repeats === null && dose.minutes === null) fault("a hold without repetitions or minutes");
  }
  if (shape === "repeat" || shape === "rhythm") {
    needs("move");
    if (dose.repeats === null) fault("no repetitions");
  }
  if (shape === "stay" || shape === "flow") {
    if (dose.minutes === null) fault("no minutes");
    if (shape === "flow") needs("during");
  }
  return found;
}

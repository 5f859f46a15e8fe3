/** How each routine is counted aloud. Apart from the routines: only the player needs it. */
import * as v from "valibot";
import sessionsFile from "../data/routineSessions.json" with { type: "json" };
import { type Pace, type RoutineSession, routineSessionsSchema } from "./sessionSchema.ts";

export type { Pace, RoutineSession } from "./sessionSchema.ts";

const file = v.parse(routineSessionsSchema, sessionsFile);

/** Times that are ours: nobody measured them. */
export const pace: Pace = file.pace;
export const routineSessionOf: ReadonlyMap<string, RoutineSession> = new Map(
  file.sessions.map((session) => [session.routine, session]),
);

/** The shape of `routineSessions.json`: how the steps of a routine become a session that is counted aloud. */
import * as v from "valibot";
import { text } from "./sharedSchema.ts";

const seconds = v.pipe(v.number(), v.minValue(1));

/**
 * Where a sentence of a step belongs: said once before (`ready`), with each movement (`move`, `hold`, `back`, `rest`), with
 * the last one only (`last`; of minutes: shortly before the end), while minutes run (`during`), afterwards (`after`), or
 * nowhere because the session itself does it (`side`: "Do the other side.").
 */
export const stepParts = [
  "ready",
  "move",
  "hold",
  "back",
  "rest",
  "last",
  "during",
  "after",
  "side",
] as const;

/**
 * `hold`: go there, hold, come back, rest. `repeat`: there and back with rests. `rhythm`: there and back without. `stay`: a
 * position for minutes. `flow`: a movement for minutes. `none`: nothing to be counted, and `none` says why.
 */
export const sessionShapes = ["hold", "repeat", "rhythm", "stay", "flow", "none"] as const;

/** `one`: the side that is treated; `each`: one after the other; `turns`: in turns; `none`: no sides. */
export const sessionSides = ["one", "each", "turns", "none"] as const;

const routineSessionSchema = v.strictObject({
  routine: text,
  shape: v.picklist(sessionShapes),
  sides: v.picklist(sessionSides),
  /** one list for each step, one part for each of its sentences; the last part holds for all that follow */
  parts: v.nullable(v.array(v.pipe(v.array(v.picklist(stepParts)), v.minLength(1)))),
  /** how long before the end of the minutes `last` is said; null: as the pace has it */
  lastSeconds: v.nullable(seconds),
  /** the rest after each hold where a source says it; null: as the pace has it */
  restSeconds: v.nullable(seconds),
  /** said from the second time on */
  short: v.nullable(v.strictObject({ hold: text, rest: text })),
  none: v.nullable(v.strictObject({ why: text, instead: text })),
});
export type RoutineSession = v.InferOutput<typeof routineSessionSchema>;

const speedSchema = v.strictObject({
  words: text,
  /** for each step of getting into position */
  readySeconds: seconds,
  moveSeconds: seconds,
  backSeconds: seconds,
  restSeconds: seconds,
});

export const paceSchema = v.strictObject({
  basis: v.literal("expert"),
  /** how fast it is spoken */
  wordsPerMinute: v.pipe(v.number(), v.minValue(60), v.maxValue(250)),
  slow: speedSchema,
  usual: speedSchema,
  quick: speedSchema,
  /** no hold is set shorter, unless the source's own is */
  leastHoldSeconds: seconds,
  /** how long before the end of minutes it is said that they end */
  lastSeconds: seconds,
});
export type Pace = v.InferOutput<typeof paceSchema>;

export const routineSessionsSchema = v.strictObject({
  note: text,
  pace: paceSchema,
  sessions: v.array(routineSessionSchema),
});

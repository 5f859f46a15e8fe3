/** How each routine looks at its start and at its end, as joint angles. Apart from the routines: only pictures need them. */
import * as v from "valibot";
import posesFile from "../data/poses.json" with { type: "json" };
import { type RoutinePose, routinePoseSchema } from "./routineSchema.ts";

export type { Limb, Pose, RoutinePose, TouchedPlace, TouchingPart } from "./routineSchema.ts";

const poses: readonly RoutinePose[] = v.parse(v.array(routinePoseSchema), posesFile);
export const poseOf: ReadonlyMap<string, RoutinePose> = new Map(poses.map((pose) => [pose.routine, pose]));

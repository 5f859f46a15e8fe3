/** How each routine looks at its start and at its end, as joint angles. Apart from the routines: only pictures need them. */
import * as v from "valibot";
import limitsFile from "../data/jointLimits.json" with { type: "json" };
import posesFile from "../data/poses.json" with { type: "json" };
import { type JointLimit, jointLimitSchema, type RoutinePose, routinePoseSchema } from "./routineSchema.ts";

export type { JointLimit, Limb, Pose, RoutinePose, TouchedPlace, TouchingPart } from "./routineSchema.ts";

const poses: readonly RoutinePose[] = v.parse(v.array(routinePoseSchema), posesFile);
export const poseOf: ReadonlyMap<string, RoutinePose> = new Map(poses.map((pose) => [pose.routine, pose]));

export const jointLimits: readonly JointLimit[] = v.parse(v.array(jointLimitSchema), limitsFile);

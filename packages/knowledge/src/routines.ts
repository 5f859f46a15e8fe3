/** Routines for now: what to do, for how long, what speaks against it, how it looks, and what is known about it. */
import * as v from "valibot";
import evidenceFile from "../data/routineEvidence.json" with { type: "json" };
import routinesFile from "../data/routines.json" with { type: "json" };
import signsFile from "../data/routineSigns.json" with { type: "json" };
import {
  type Contraindication,
  type Routine,
  type RoutineFinding,
  routineFindingSchema,
  routineSchema,
  routineSignsSchema,
  type StopSign,
} from "./routineSchema.ts";

export type {
  Contraindication,
  Limb,
  Pose,
  Routine,
  RoutineFinding,
  RoutinePose,
  StopSign,
} from "./routineSchema.ts";

const byId = <One extends { readonly id: string }>(list: readonly One[]): ReadonlyMap<string, One> =>
  new Map(list.map((one) => [one.id, one]));

const signs = v.parse(routineSignsSchema, signsFile);

export const routines: readonly Routine[] = v.parse(v.array(routineSchema), routinesFile);
export const routineById: ReadonlyMap<string, Routine> = byId(routines);
export const stopSigns: readonly StopSign[] = signs.stopSigns;
export const stopSignById: ReadonlyMap<string, StopSign> = byId(stopSigns);
/** In the order in which they are asked. */
export const contraindications: readonly Contraindication[] = signs.contraindications;
export const contraindicationById: ReadonlyMap<string, Contraindication> = byId(contraindications);
export const routineFindings: readonly RoutineFinding[] = v.parse(
  v.array(routineFindingSchema),
  evidenceFile,
);
export const routineFindingById: ReadonlyMap<string, RoutineFinding> = byId(routineFindings);

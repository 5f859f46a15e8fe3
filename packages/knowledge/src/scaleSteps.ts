/** The scales by which spasticity is measured, grade by grade. */
import * as v from "valibot";
import file from "../data/scaleSteps.json" with { type: "json" };
import { type ScaleSteps, scaleStepsSchema } from "./scaleStepsSchema.ts";

export type { ScaleDrawn, ScaleSteps } from "./scaleStepsSchema.ts";

/** In the order in which they are shown. */
export const scaleSteps: readonly ScaleSteps[] = v.parse(scaleStepsSchema, file);

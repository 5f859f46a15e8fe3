/** The scales by which spasticity is measured, grade by grade. */
import * as v from "valibot";
import file from "../data/scaleSteps.json" with { type: "json" };
import { type ScaleSteps, scaleStepsSchema } from "./scaleStepsSchema.ts";

export type { ScaleDrawn, ScaleSteps } from "./scaleStepsSchema.ts";

const read = v.parse(scaleStepsSchema, file);

/** In the order in which they are shown. */
export const scaleSteps: readonly ScaleSteps[] = read.scales;
/** When the page was last held against its sources, and what was changed on it. */
export const scalesKept = { checked: read.checked, changes: read.changes } as const;

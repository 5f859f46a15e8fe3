/** Stopping a medicine. Apart from the rest of what to avoid: the emergency card needs it in the browser, and no more. */
import * as v from "valibot";
import file from "../data/stopping.json" with { type: "json" };
import { type Stopping, stoppingSchema } from "./avoidSchema.ts";

export type { Stopping } from "./avoidSchema.ts";

export const stopping: readonly Stopping[] = v.parse(v.array(stoppingSchema), file);

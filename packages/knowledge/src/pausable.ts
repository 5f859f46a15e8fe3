/** What may be left out for a while to find out what it does: an allow-list. Apart: few screens need it. */
import * as v from "valibot";
import file from "../data/pausable.json" with { type: "json" };
import { type Pausable, pausableSchema } from "./schema.ts";

export type { Pausable } from "./schema.ts";

export const pausable: Pausable = v.parse(pausableSchema, file);

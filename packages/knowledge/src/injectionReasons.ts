/** Why an injection of botulinum toxin may disappoint, with the question to ask for each. Apart: few screens need it. */
import * as v from "valibot";
import file from "../data/injectionReasons.json" with { type: "json" };
import { type InjectionReason, injectionReasonSchema } from "./schema.ts";

export type { InjectionReason } from "./schema.ts";

export const injectionReasons: readonly InjectionReason[] = v.parse(v.array(injectionReasonSchema), file);

/** What published surveys and interviews say people live through, with who was asked and who paid. */
import * as v from "valibot";
import experiencesFile from "../data/experiences.json" with { type: "json" };
import { type Experience, type Experiences, experiencesSchema } from "./experienceSchema.ts";

export type { Experience } from "./experienceSchema.ts";

const file = v.parse(experiencesSchema, experiencesFile);

/** In the order of the page. */
export const experienceGroups: Experiences["groups"] = file.groups;
export const experiences: readonly Experience[] = file.findings;

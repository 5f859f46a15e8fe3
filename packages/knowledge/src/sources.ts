/** Where the figures come from: every paper, label and guideline, with how it was read. */
import * as v from "valibot";
import sourcesFile from "../data/sources.json" with { type: "json" };
import { type Source, sourceSchema } from "./schema.ts";

export type { Source } from "./schema.ts";

export const sources: readonly Source[] = v.parse(v.array(sourceSchema), sourcesFile);
export const sourceById: ReadonlyMap<string, Source> = new Map(sources.map((source) => [source.id, source]));

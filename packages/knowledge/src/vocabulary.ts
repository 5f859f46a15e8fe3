/** The words people use for what they have, apart from the rules: screens that only name them fetch only them. */
import * as v from "valibot";
import vocabularyFile from "../data/vocabulary.json" with { type: "json" };
import { type VocabularyEntry, vocabularyEntrySchema } from "./alertSchema.ts";

export type { VocabularyEntry, VocabularyKind } from "./alertSchema.ts";

export const vocabulary: readonly VocabularyEntry[] = v.parse(v.array(vocabularyEntrySchema), vocabularyFile);

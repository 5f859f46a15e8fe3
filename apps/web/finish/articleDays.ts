/** What the change logs of the articles say: the only days on pages that are known. */
import type { Change } from "./lists.ts";

/** No article stands on a page yet. */
export const articleChanges: readonly Change[] = [];

/** The path of a page → the day on which its words were last checked against their sources. */
export const checkedDays: ReadonlyMap<string, string> = new Map();

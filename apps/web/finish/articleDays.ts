/** What the articles say of themselves: their change logs, and the day on which they were checked against their sources. */
import { articles } from "@unclench/content/articles";
import type { Change } from "./lists.ts";

const pathOf = (id: string): string => `/articles/${id}`;

export const articleChanges: readonly Change[] = articles.flatMap(({ id, title, changes }) =>
  changes.map(({ on, what }) => ({ path: pathOf(id), title, on, what })),
);

/** The path of a page → the day on which its words were last checked. Other pages know no day of their own. */
export const checkedDays: ReadonlyMap<string, string> = new Map(
  articles.map(({ id, checked }) => [pathOf(id), checked]),
);

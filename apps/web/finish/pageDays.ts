/** What pages say of themselves: their change logs, and the day on which they were checked against their sources. */
import { articles } from "@unclench/content/articles";
import { learnPageFacts } from "@unclench/knowledge/learn";
import { scalesKept } from "@unclench/knowledge/scale-steps";
import { scalesListed } from "@unclench/answers/learn-scales";
import type { Change } from "./lists.ts";

type Kept = {
  readonly path: string;
  readonly title: string;
  readonly checked: string;
  readonly changes: readonly { readonly on: string; readonly what: string }[];
};

const kept: readonly Kept[] = [
  ...articles.map((article) => ({ ...article, path: `/articles/${article.id}` })),
  ...learnPageFacts.map((page) => ({ ...page, path: `/learn/${page.id}` })),
  { ...scalesListed, ...scalesKept },
];

export const pageChanges: readonly Change[] = kept.flatMap(({ path, title, changes }) =>
  changes.map(({ on, what }) => ({ path, title, on, what })),
);

/** The path of a page → the day on which its words were last checked. Other pages know no day of their own. */
export const checkedDays: ReadonlyMap<string, string> = new Map(
  kept.map(({ path, checked }) => [path, checked]),
);

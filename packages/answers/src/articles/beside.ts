import { articles } from "@unclench/content/articles";

/**
 * [AN-484] The articles that name a page to go on to: from there the way leads back to them.
 *
 * @example
 * articlesBeside("/relief").map(({ to }) => to) // ["/articles/sleep-and-night-spasms", …]
 */
export const articlesBeside = (path: string): { readonly to: string; readonly text: string }[] =>
  articles
    .filter(({ related }) => related.some((to) => to.replace(/#.*$/, "") === path))
    .map(({ id, title }) => ({ to: `/articles/${id}`, text: title }));

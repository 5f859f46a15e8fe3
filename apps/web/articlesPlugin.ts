/**
 * Articles go into the app as data. The module that reads the Markdown files is replaced by what it read, so that no
 * page carries a reader of Markdown; and the build stops at the first article with a problem, with all of them listed.
 */
import { articleFaults } from "@unclench/answers/article-faults";
import { articleIds } from "@unclench/content/article-ids";
import { articles } from "@unclench/content/articles";
import type { Plugin } from "vite";

/** What each module of the content holds, written out. Faults are looked for when the articles are asked for. */
const replaced: Readonly<Record<string, () => string>> = {
  "packages/content/src/articles.ts": () => {
    const faults = articleFaults();
    if (faults.length > 0)
      throw new Error(`articles cannot be published:\n${faults.map(({ sentence }) => sentence).join("\n")}`);
    return `export const articles = ${JSON.stringify(articles)};`;
  },
  "packages/content/src/articleIds.ts": () => `export const articleIds = ${JSON.stringify(articleIds)};`,
};

/** [CT-13] */
export const articlesAsData = (): Plugin => ({
  name: "unclench:articles",
  enforce: "pre",
  load(id) {
    const path = id.replaceAll("\\", "/");
    for (const [module, write] of Object.entries(replaced)) if (path.endsWith(module)) return write();
    return null;
  },
});

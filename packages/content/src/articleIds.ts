/** The ids that have an article, apart from the articles: a browser only has to know which pages exist. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

export const articleIds: readonly string[] = readdirSync(join(import.meta.dirname, "../articles"))
  .filter((file) => file.endsWith(".md"))
  .map((file) => file.replace(/\.md$/, ""))
  .sort();

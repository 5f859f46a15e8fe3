/**
 * All articles, read from `articles/`. The web app is built with what this module holds, not with the module: see
 * `apps/web/articlesPlugin.ts`, so that no page carries a reader of Markdown.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArticle } from "./parse.ts";
import type { Article } from "./types.ts";

const folder = join(import.meta.dirname, "../articles");

const read = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .sort()
  .map((file) => parseArticle(file, readFileSync(join(folder, file), "utf8")));
const problems = read.flatMap((parsed) => (parsed.ok ? [] : parsed.problems));
if (problems.length > 0) throw new Error(problems.map(({ sentence }) => sentence).join("\n"));

export const articles: readonly Article[] = read.flatMap((parsed) => (parsed.ok ? [parsed.article] : []));

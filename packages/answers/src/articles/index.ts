/** "Articles": pieces to read, written as data, with figures that are computed when the page is made. */
import { articles } from "@unclench/content/articles";
import type { Article } from "@unclench/content/types";
import { ownWordsSentence } from "../avoid/stopping.ts";
import { explainedTerm } from "../glossary.ts";
import { challengeOf } from "../repository.ts";
import { fill } from "./fill.ts";
import { titleByPath } from "./paths.ts";
import type { ArticleListed, ArticlePage, ArticleResult } from "./types.ts";

export type * from "./types.ts";

/** Unhurried: a page of plain words with figures to look at. */
const WORDS_PER_MINUTE = 180;

const listed = ({ id, title, summary, question, checked, words }: Article): ArticleListed => ({
  id,
  title,
  summary,
  question,
  checked,
  path: `/articles/${id}`,
  minutes: Math.max(1, Math.round(words / WORDS_PER_MINUTE)),
});

const questionNames: readonly (readonly [Article["question"], string])[] = [
  ["what-works", "What works?"],
  ["what-to-avoid", "What to avoid?"],
  ["is-it-helping", "Is it helping me?"],
  ["relief", "Relief"],
  ["what-do-i-ask", "What do I ask?"],
  ["learn", "To understand"],
];

/** [AN-423] All articles by the question they belong to, in the order of the app. */
export const articleGroups = (): { readonly name: string; readonly articles: readonly ArticleListed[] }[] =>
  questionNames
    .map(([question, name]) => ({
      name,
      articles: articles.filter((article) => article.question === question).map(listed),
    }))
    .filter((group) => group.articles.length > 0);

const pages = new Map<string, ArticlePage>();

function pageOf(article: Article): ArticlePage {
  const { blocks, sources, terms } = fill(article);
  const head = listed(article);
  return {
    format: 1,
    ...head,
    author: article.author,
    reviewer: article.reviewer,
    changes: article.changes,
    contents: article.blocks.flatMap((block) =>
      block.type === "heading" && block.depth === 2 ? [{ id: block.id, text: block.text }] : [],
    ),
    blocks,
    terms: terms.map(explainedTerm),
    sources,
    related: article.related.map((to) => ({ to, text: titleByPath().get(to) ?? to })),
    challenge: challengeOf(head),
    ownWords: ownWordsSentence,
  };
}

/**
 * [AN-422, AN-424] One article by its id, ready to be shown.
 *
 * @example
 * const page = articlePage("read-a-trial");
 * // page.ok && page.value.contents[0]?.text
 */
export function articlePage(called: string): ArticleResult {
  const wanted = called.trim().toLowerCase();
  const article = articles.find(({ id }) => id === wanted);
  if (article === undefined)
    return {
      ok: false,
      error: {
        type: "unknown-article",
        sentence: `There is no article "${called}". There are: ${articles.map(({ id }) => id).join(", ")}.`,
      },
    };
  const page = pages.get(wanted) ?? pageOf(article);
  pages.set(wanted, page);
  return { ok: true, value: page };
}

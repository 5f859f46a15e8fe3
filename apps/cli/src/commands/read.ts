/** `unclench read [ARTICLE]`: the articles, as the app shows them. */
import {
  articleGroups,
  type ArticlePage,
  articlePage,
  type FilledBlock,
  type FilledInline,
} from "@unclench/answers/articles";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections } from "../lines.ts";

const help = `unclench read [ARTICLE] [--json]

An article with its figures worked out here and now, its sources numbered and how much of each was read. Without an article:
the list of all.

  ARTICLE  its id, as the list has it
  --json   the answer as JSON (docs/formats.md)`;

const inlineText = (inlines: readonly FilledInline[]): string =>
  inlines
    .map((one) => {
      switch (one.type) {
        case "text":
        case "computed":
        case "term":
          return one.text;
        case "marks":
          return ` [${one.sources.join(", ")}]`;
        case "link":
          return `${inlineText(one.children)} (${one.to})`;
        default:
          return inlineText(one.children);
      }
    })
    .join("");

const rowText = (cells: readonly string[]): string => cells.filter((cell) => cell !== "").join(" | ");

function blockLines(block: FilledBlock): string[] {
  switch (block.type) {
    case "heading":
      return [`\n${block.depth === 2 ? block.text.toUpperCase() : block.text}`];
    case "paragraph":
      return [indented(0, inlineText(block.children))];
    case "list":
      return block.items.map((item, place) =>
        indented(1, `${block.ordered ? `${place + 1}.` : "-"} ${item.flatMap(blockLines).join(" ").trim()}`),
      );
    case "table":
      return [block.head, ...block.rows].map((row) => indented(1, rowText(row.map(inlineText))));
    case "quote":
      return block.children.flatMap(blockLines).map((line) => `> ${line}`);
    case "image":
      return [indented(1, `Picture: ${block.text}`)];
    case "figure":
      return [
        indented(1, block.title),
        indented(2, `${block.text}${block.sources.length === 0 ? "" : ` [${block.sources.join(", ")}]`}`),
        ...(block.table === null
          ? []
          : [block.table.caption, rowText(block.table.head), ...block.table.rows.map(rowText)].map((line) =>
              indented(2, line),
            )),
      ];
  }
}

const text = (page: ArticlePage): string =>
  sections(
    [
      page.title,
      page.summary,
      `Checked on ${page.checked}. Written by ${page.author}. Reviewer: ${page.reviewer}.`,
    ],
    page.blocks.flatMap(blockLines),
    page.terms.length === 0
      ? []
      : ["WORDS EXPLAINED", ...page.terms.map(({ term, plain }) => indented(1, `${term}: ${plain}`))],
    [
      "SOURCES",
      ...page.sources.map(({ number, title, authors, year, link, readWords }) =>
        indented(
          1,
          `[${number}] ${[title, authors, year, link].filter((part) => part !== null).join(", ")} (${readWords})`,
        ),
      ),
    ],
    ["WHAT WAS CHANGED", ...page.changes.map(({ on, what }) => indented(1, `${on}: ${what}`))],
    [page.ownWords],
  );

export const read: Command = {
  help,
  options: { json: { type: "boolean" } },
  run({ values, positionals }) {
    const called = positionals.join(" ");
    if (called === "") {
      const groups = articleGroups();
      if (values.json === true) return answer(JSON.stringify(groups, null, 2));
      return answer(
        sections(
          ...groups.map(({ name, articles }) => [
            name.toUpperCase(),
            ...articles.map(({ id, title }) => indented(1, `${id}: ${title}`)),
          ]),
        ),
      );
    }
    const page = articlePage(called);
    if (!page.ok) return fault(page.error.sentence);
    return answer(values.json === true ? JSON.stringify(page.value, null, 2) : text(page.value));
  },
};

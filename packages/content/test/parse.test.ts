import { describe, expect, it } from "vitest";
import { articleIds } from "../src/articleIds.ts";
import { articles } from "../src/articles.ts";
import { deepBlocks, flowsOf, headingId, parseArticle, sentencesOf } from "../src/index.ts";
import { markdown, problemsOf, sentencesIn } from "./article.ts";

const read = (body: string) => {
  const parsed = parseArticle("right.md", markdown(body));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ sentence }) => sentence).join("\n"));
  return parsed.article;
};

describe("reading an article", () => {
  it("[CT-1] keeps every kind of block and of inline, with its line", () => {
    const { blocks } = read(
      [
        "Text **strong** and *soft*, [a page](/learn), a :term[clonic beat]{id=clonus}, :figure{of=known show=with} and 12 people [@one-2001; @two-2002].",
        "- first\n- second",
        "1. one",
        "| a | b |\n| --- | --- |\n| c | d |",
        "> said",
        "![What it shows](/icon.svg)",
        '::figure{of="known" condition="ms"}',
      ].join("\n\n"),
    );
    const [heading, paragraph, list, ordered, table, quote, image, figure] = blocks;
    expect(heading).toEqual({
      type: "heading",
      depth: 2,
      id: "the-answer-first",
      text: "The answer first",
      line: 16,
    });
    expect(paragraph).toEqual({
      type: "paragraph",
      line: 18,
      children: [
        { type: "text", text: "Text " },
        { type: "strong", children: [{ type: "text", text: "strong" }] },
        { type: "text", text: " and " },
        { type: "emphasis", children: [{ type: "text", text: "soft" }] },
        { type: "text", text: ", " },
        { type: "link", to: "/learn", children: [{ type: "text", text: "a page" }] },
        { type: "text", text: ", a " },
        { type: "term", term: "clonus", text: "clonic beat" },
        { type: "text", text: ", " },
        { type: "figure", figure: { of: "known", arguments: { show: "with" } } },
        { type: "text", text: " and 12 people" },
        { type: "citation", sources: ["one-2001", "two-2002"] },
        { type: "text", text: "." },
      ],
    });
    expect(list).toMatchObject({ type: "list", ordered: false, items: [[{}], [{}]] });
    expect(ordered).toMatchObject({ type: "list", ordered: true });
    expect(table).toMatchObject({
      head: [[{ text: "a" }], [{ text: "b" }]],
      rows: [[[{}], [{ text: "d" }]]],
    });
    expect(quote).toMatchObject({ type: "quote", children: [{ type: "paragraph" }] });
    expect(image).toMatchObject({ type: "image", source: "/icon.svg", text: "What it shows" });
    expect(figure).toMatchObject({ figure: { of: "known", arguments: { condition: "ms" } } });
    expect(deepBlocks(blocks).length).toBeGreaterThan(blocks.length);
  });

  it("[CT-1] refuses what would be lost on the page, by name and line", () => {
    expect(sentencesIn("<b>bold</b>")).toContain("right.md, line 18: “html” is not part");
    expect(sentencesIn("Say `code`.")).toContain("“inlineCode”");
    expect(sentencesIn("```\ncode\n```")).toContain("“code”");
    expect(sentencesIn(":note[x]")).toContain("there is no “:note”");
    expect(sentencesIn("::note[x]")).toContain("there is no “::note”");
    expect(sentencesIn(":::note\nx\n:::")).toContain("“containerDirective”");
    expect(sentencesIn("See ![this](/icon.svg) here.")).toContain("a line of its own");
    expect(sentencesIn("---")).toContain("“thematicBreak”");
  });

  it("[CT-1] cuts text into sentences, each with what it cites; a row of a table is one", () => {
    const [, first, second] = flowsOf(
      read("One is 1 [@a]. Two is 2. Three [@b; @c]!\n\n| x | 1 |\n| - | - |\n| y | 2 [@d] |").blocks,
    );
    expect(first === undefined ? null : sentencesOf(first)).toEqual([
      { text: "One is 1.", sources: ["a"] },
      { text: "Two is 2.", sources: [] },
      { text: "Three!", sources: ["b", "c"] },
    ]);
    expect(second === undefined ? null : sentencesOf(second)).toEqual([{ text: "x · 1", sources: [] }]);
  });

  it("[CT-2] has its front matter, each field of its kind", () => {
    expect(sentencesIn("", { id: "wrong" })).toContain("give both one name");
    expect(sentencesIn("", { summary: "no sentence" })).toContain("“summary”: it has to be a sentence");
    expect(sentencesIn("", { summary: `${"x".repeat(200)}.` })).toContain("longer than 160 letters");
    expect(sentencesIn("", { question: "what" })).toContain("one of the five questions");
    expect(sentencesIn("", { checked: "yesterday" })).toContain("“checked”: it has to be a date");
    expect(sentencesIn("", { related: "\n  - https://elsewhere.org" })).toContain("“related.0”");
    expect(
      sentencesIn("", { changes: "\n  - on: 2026-01-01\n    what: a\n  - on: 2026-02-01\n    what: b" }),
    ).toContain("newest first");
    expect(sentencesIn("", { extra: "1" })).toContain("“extra”");
    expect(sentencesIn("", { title: "[" })).toContain("no YAML");
    const nothing = parseArticle("bare.md", "## Only a heading\n");
    expect(nothing.ok ? [] : nothing.problems.map(({ type, line }) => [type, line])).toEqual([
      ["NoFrontMatter", 1],
    ]);
    const halved = parseArticle("right.md", "---\nid: right\n---\n");
    expect(halved.ok ? [] : halved.problems.map(({ sentence }) => sentence)).toContain(
      "right.md, front matter, “title”: it is missing.",
    );
  });

  it("[CT-1] gives headings addresses without accents and signs", () => {
    expect(headingId("Who paid, and how much?")).toBe("who-paid-and-how-much");
    expect(headingId("À la carte")).toBe("a-la-carte");
  });

  it("[CT-13] has read every file, and the list of ids is theirs", () => {
    expect(articles.map(({ id }) => id)).toEqual(articleIds);
    expect(articles.length).toBeGreaterThan(0);
    expect(problemsOf("")).toEqual([]);
  });
});

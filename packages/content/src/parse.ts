/**
 * From Markdown to an article. The syntax: CommonMark with tables, front matter, citations as pandoc writes them, and
 * the directives `:figure{…}`, `::figure{…}` and `:term[…]`. Whatever else Markdown knows is refused by name, so that
 * nothing is silently lost on the way to the page.
 */
import { toString as plainText } from "mdast-util-to-string";
import type { RootContent, PhrasingContent, Root } from "mdast";
import type { LeafDirective, TextDirective } from "mdast-util-directive";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { splitCitations } from "./citations.ts";
import { countWords } from "./flows.ts";
import { readFrontMatter } from "./frontMatter.ts";
import type { ArticleProblem, Block, FigureCall, Inline, Parsed } from "./types.ts";

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective);

/** A heading's address within its page: its words in small letters, joined by hyphens. */
export const headingId = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** `of` names the kind; every other attribute is an argument of it. */
const figureCall = ({ attributes }: TextDirective | LeafDirective): FigureCall => {
  const { of = "", ...rest } = (attributes ?? {}) as Record<string, string | null | undefined>;
  return {
    of: of ?? "",
    arguments: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? ""])),
  };
};

/** [CT-1] Reads one article; what keeps it from being read is a list of problems. */
export function parseArticle(file: string, source: string): Parsed {
  const root = markdown.parse(source) as Root;
  const [first] = root.children;
  const front = readFrontMatter(file, first?.type === "yaml" ? first.value : null);
  const problems: ArticleProblem[] = front.ok ? [] : [...front.problems];
  const blocks = createReader(file, problems).blocks(
    root.children.filter(({ type }) => type !== "yaml") as RootContent[],
  );
  if (!front.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, article: { ...front.value, blocks, words: countWords(blocks) } };
}

function createReader(file: string, problems: ArticleProblem[]) {
  const lineOf = (node: RootContent): number => node.position?.start.line ?? 0;
  const refuse = (node: RootContent, type: ArticleProblem["type"], what: string): void => {
    problems.push({ type, file, line: lineOf(node), sentence: `${file}, line ${lineOf(node)}: ${what}` });
  };

  function inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case "text":
        return splitCitations(node.value);
      case "break":
        return [{ type: "text", text: " " }];
      case "strong":
      case "emphasis":
        return [{ type: node.type, children: inlines(node.children) }];
      case "link":
        return [{ type: "link", to: node.url, children: inlines(node.children) }];
      case "textDirective":
        if (node.name === "figure") return [{ type: "figure", figure: figureCall(node) }];
        if (node.name === "term") {
          const text = plainText(node);
          return [{ type: "term", term: node.attributes?.id ?? headingId(text), text }];
        }
        refuse(node, "NotSupported", `there is no “:${node.name}”. Known are :figure{…} and :term[…].`);
        return [];
      case "image":
        refuse(node, "NotSupported", "a picture within a line. Give it a line of its own.");
        return [];
      default:
        refuse(node, "NotSupported", `“${node.type}” is not part of our Markdown; say it in plain text.`);
        return [];
    }
  }
  /** Runs of text that only the file's lines kept apart become one. */
  const inlines = (nodes: readonly PhrasingContent[]): Inline[] =>
    nodes
      .flatMap(inline)
      .map((one) => (one.type === "text" ? { ...one, text: one.text.replace(/\s+/g, " ") } : one));

  function block(node: RootContent): Block[] {
    const line = lineOf(node);
    switch (node.type) {
      case "heading": {
        const text = plainText(node);
        if (node.depth === 2 || node.depth === 3)
          return [{ type: "heading", depth: node.depth, id: headingId(text), text, line }];
        refuse(
          node,
          "Heading",
          `the heading “${text}” has ${node.depth} signs. The title stands in the front matter; headings have two or three.`,
        );
        return [];
      }
      case "paragraph": {
        const [only] = node.children;
        if (only?.type === "image" && node.children.length === 1) {
          const text = only.alt ?? "";
          if (text.trim() === "")
            refuse(
              node,
              "ImageWithoutText",
              `the picture ${only.url} has no text. Say in the square brackets what it shows.`,
            );
          return [{ type: "image", source: only.url, text, line }];
        }
        return [{ type: "paragraph", children: inlines(node.children), line }];
      }
      case "list":
        return [
          {
            type: "list",
            ordered: node.ordered ?? false,
            items: node.children.map((item) => blocks(item.children)),
            line,
          },
        ];
      case "table": {
        const [head, ...rows] = node.children.map((row) =>
          row.children.map((cell) => inlines(cell.children)),
        );
        return [{ type: "table", head: head ?? [], rows, line }];
      }
      case "blockquote":
        return [{ type: "quote", children: blocks(node.children), line }];
      case "leafDirective":
        if (node.name === "figure") return [{ type: "figure", figure: figureCall(node), line }];
        refuse(node, "NotSupported", `there is no “::${node.name}”. Known is ::figure{…}.`);
        return [];
      default:
        refuse(node, "NotSupported", `“${node.type}” is not part of our Markdown; say it in plain text.`);
        return [];
    }
  }
  const blocks = (nodes: readonly RootContent[]): Block[] => nodes.flatMap(block);
  return { blocks };
}

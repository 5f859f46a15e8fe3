/** [CT-3 to CT-12] Everything that keeps an article from being published, each as a sentence with its place. */
import { wasRead } from "@unclench/knowledge/figures-read";
import { glossary, glossaryTermById } from "@unclench/knowledge/glossary";
import { sourceById } from "@unclench/knowledge/sources";
import { isWeakSource } from "@unclench/knowledge/weak-source";
import { deepBlocks, deepInlines, type Flow, flowsOf, type Sentence, sentencesOf, textOf } from "./flows.ts";
import type { Article, ArticleProblem, FigureCall } from "./types.ts";

/** What only the packages above know. */
export type Surroundings = {
  /** true if the site has a page at this path (without what stands behind a `#`) */
  readonly isPath: (path: string) => boolean;
  /** what is wrong with a computed figure, as a sentence; null: nothing. `place` is within a line or on one of its own. */
  readonly figureFault: (figure: FigureCall, place: "inline" | "block") => string | null;
};

type Report = (type: ArticleProblem["type"], line: number | null, what: string) => void;

const FEWEST_WORDS = 600;
const MOST_WORDS = 1500;

/**
 * All problems of one article; none means that it may be published.
 *
 * @example
 * articleProblems(article, { isPath: (path) => path === "/learn", figureFault: () => null })
 */
export function articleProblems(article: Article, surroundings: Surroundings): ArticleProblem[] {
  const file = `${article.id}.md`;
  const found: ArticleProblem[] = [];
  const report: Report = (type, line, what) =>
    found.push({ type, file, line, sentence: `${file}${line === null ? "" : `, line ${line}`}: ${what}` });
  const flows = flowsOf(article.blocks);
  length(article, report);
  headings(article, report);
  for (const flow of flows) {
    for (const sentence of sentencesOf(flow)) {
      figures(sentence, flow.line, report);
      wording(sentence, flow.line, report);
    }
    pointers(flow, article, surroundings, report);
  }
  for (const text of [article.title, article.summary]) {
    figures({ text, sources: [] }, 1, report);
    wording({ text, sources: [] }, 1, report, text === article.title);
  }
  for (const block of deepBlocks(article.blocks)) {
    if (block.type === "figure") {
      const fault = surroundings.figureFault(block.figure, "block");
      if (fault !== null) report("Figure", block.line, fault);
    }
    if (block.type === "image" && !surroundings.isPath(block.source))
      report("DeadLink", block.line, `the picture ${block.source} is not there.`);
  }
  for (const path of article.related)
    if (!surroundings.isPath(path.replace(/#.*$/, "")))
      report("DeadLink", 1, `the related page ${path} is not there.`);
  terms(flows, report);
  return found;
}

/** [CT-12] A real piece of work, and no book. */
function length({ words }: Article, report: Report): void {
  if (words < FEWEST_WORDS || words > MOST_WORDS)
    report("Length", null, `${words} words; an article has ${FEWEST_WORDS} to ${MOST_WORDS}.`);
}

/** [CT-11] It has headings, each with an address of its own. */
function headings({ blocks }: Article, report: Report): void {
  const found = blocks.flatMap((block) => (block.type === "heading" ? [block] : []));
  if (found.length < 2)
    report("Heading", null, "fewer than two headings. Give its parts headings with “##”.");
  for (const [place, { id, text, line }] of found.entries())
    if (found.findIndex((other) => other.id === id) !== place)
      report("TwiceTheSame", line, `two headings are called “${text}”. Give each words of its own.`);
}

/** "of 100", "in 1,000": what is counted out of is no figure; nor are the ends of the rating that has them for a name. */
const outOf = /\b(?:of|in|every|out of) (?:100|1,000|10,000)\b|\b0(?: to |–)10\b/g;
const number = /\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?/g;

/** [CT-4, CT-5] A figure that was typed needs a source in its sentence, and was read there. */
function figures({ text, sources }: Sentence, line: number, report: Report): void {
  const numbers = (text.replace(outOf, "").match(number) ?? []).map((one) => one.replaceAll(",", ""));
  if (numbers.length === 0) return;
  if (sources.length === 0) {
    report(
      "FigureWithoutCitation",
      line,
      `“${text}” has a figure and no source. Cite one before the full stop, or let the figure be computed with :figure{…}.`,
    );
    return;
  }
  for (const one of new Set(numbers))
    if (!sources.some((source) => wasRead(source, Number(one))))
      report(
        "FigureNotRead",
        line,
        `${one} was not read in ${sources.join(" or ")}: “${text}”. See packages/knowledge/data/figuresRead.json.`,
      );
}

/** [CT-10] No command, no promise, nothing called safe. The title may use the word of its subject. */
function wording({ text }: Sentence, line: number, report: Report, isTitle = false): void {
  if (/\b(?:should|shouldn['’]t|guarantee[ds]?|miracle|cures?|cured)\b/i.test(text))
    report("Words", line, `a command or a promise: “${text}”. Say what was found and leave the choice.`);
  const isDenied = /\b(?:not|never|no|neither|nor|nobody)\b|n['’]t\b|\?/i.test(text);
  if (!isTitle && /\bsafe(?:ly|r)?\b/i.test(text) && !isDenied)
    report("Words", line, `something is called safe: “${text}”. Say what is known of its harms.`);
}

/** [CT-3, CT-6 to CT-8] Sources, terms, links and figures that are pointed to are there. */
function pointers(
  { inlines, line }: Flow,
  article: Article,
  surroundings: Surroundings,
  report: Report,
): void {
  for (const one of deepInlines(inlines)) {
    if (one.type === "citation") {
      const sources = one.sources.map((id) => [id, sourceById.get(id)] as const);
      for (const [id, source] of sources)
        if (source === undefined)
          report(
            "UnknownSource",
            line,
            `there is no source “${id}”. If it was collected, run packages/knowledge/scripts/convert.ts again.`,
          );
      const known = sources.flatMap(([, source]) => source ?? []);
      if (known.length > 0 && known.every(isWeakSource))
        report(
          "WeakSource",
          line,
          `${one.sources.join(", ")}: too weak to carry a statement. Ask a question instead, or cite another.`,
        );
    }
    if (one.type === "term" && !glossaryTermById.has(one.term))
      report(
        "UnknownTerm",
        line,
        `the glossary has no “${one.term}”. Add it to packages/knowledge/data/glossary.json.`,
      );
    if (one.type === "link") link(one.to, line, article, surroundings, report);
    if (one.type === "figure") {
      const fault = surroundings.figureFault(one.figure, "inline");
      if (fault !== null) report("Figure", line, fault);
    }
  }
}

function link(to: string, line: number, { blocks }: Article, { isPath }: Surroundings, report: Report): void {
  if (to.startsWith("#")) {
    if (!blocks.some((block) => block.type === "heading" && `#${block.id}` === to))
      report("DeadLink", line, `this page has no heading with the address ${to}.`);
  } else if (!to.startsWith("/"))
    report("DeadLink", line, `${to} leads away from this site. Cite a source with [@…] instead.`);
  else if (!isPath(to.replace(/#.*$/, "")))
    report("DeadLink", line, `the page ${to} is not there. Mend the address, or take the link out.`);
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** [CT-9] A technical word is explained where the text first uses it. Headings and tables need no mark. */
function terms(flows: readonly Flow[], report: Report): void {
  const texts = flows.filter(({ kind }) => kind === "text");
  for (const { id, words } of glossary) {
    if (words.length === 0) continue;
    const said = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "iu");
    const first = texts.find(({ inlines }) => said.test(textOf(inlines)));
    if (first === undefined) continue;
    const all = deepInlines(first.inlines);
    const marked = all.findIndex((one) => one.type === "term" && one.term === id);
    const unmarked = all.findIndex((one) => one.type === "text" && said.test(one.text));
    if (marked === -1 || (unmarked !== -1 && unmarked < marked)) {
      const word = said.exec(textOf(first.inlines))?.[0] ?? id;
      const how = word.toLowerCase() === id ? `:term[${word}]` : `:term[${word}]{id="${id}"}`;
      report(
        "UnexplainedTerm",
        first.line,
        `“${word}” is not explained where it first stands. Write ${how}.`,
      );
    }
  }
}

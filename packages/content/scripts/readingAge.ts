/**
 * How hard each article is to read, as a hint for whoever writes: Flesch-Kincaid grade, plus five for an age. Writes
 * docs/reading-age.md. It counts letters and stops, not sense: no test rests on it.
 *
 *   node packages/content/scripts/readingAge.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { articles } from "../src/articles.ts";
import { flowsOf, sentencesOf } from "../src/flows.ts";
import type { Article, Block } from "../src/types.ts";

/** American children begin school at five; the grade counts years of school. */
const AGE_AT_GRADE_0 = 5;

/** Read aloud, a figure is one word; the formula's syllables of digits would be guesses. */
const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => /\p{L}/u.test(word));

function ageOf(blocks: readonly Block[]): number {
  const sentences = flowsOf(blocks)
    .filter(({ kind }) => kind === "text")
    .flatMap((flow) => sentencesOf(flow))
    .map(({ text }) => wordsIn(text))
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return (
    fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables }) + AGE_AT_GRADE_0
  );
}

/** The first layer: what stands before the second heading. */
function firstLayer({ blocks }: Article): readonly Block[] {
  const headings = blocks.flatMap((block, place) => (block.type === "heading" ? [place] : []));
  return blocks.slice(0, headings[1] ?? blocks.length);
}

const lines = articles.map((article) => {
  const [whole, first] = [ageOf(article.blocks), ageOf(firstLayer(article))];
  return `| ${article.title} | ${article.words} | ${first.toFixed(0)} | ${whole.toFixed(0)} |`;
});
writeFileSync(
  join(import.meta.dirname, "../../../docs/reading-age.md"),
  `# Reading age of the articles

A hint, not a rule: Flesch-Kincaid grade plus ${AGE_AT_GRADE_0}, from the length of sentences and words alone. The aim is about 11 for the
first layer (“The answer first”). Names of medicines count as hard words whoever reads them. Written by
\`node packages/content/scripts/readingAge.ts\`.

| article | words | reading age, first layer | reading age, whole |
| --- | --- | --- | --- |
${lines.join("\n")}
`,
);
console.log(lines.join("\n"));

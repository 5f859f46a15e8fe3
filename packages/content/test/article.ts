/** A small right article, to be damaged on purpose. */
import { type ArticleProblem, articleProblems, parseArticle, type Surroundings } from "../src/index.ts";

const plain = "Some plain words that say nothing at all about anything in this world. ";

/** Front matter, two headings and enough words; `body` stands under the first heading, from line 18 on. */
export const markdown = (body: string, front: Readonly<Record<string, string>> = {}): string => {
  const fields = {
    id: "right",
    title: "A right article",
    summary: "One plain sentence.",
    question: "learn",
    checked: "2026-11-26",
    author: "the makers",
    reviewer: "none yet",
    changes: "\n  - on: 2026-11-26\n    what: First version.",
    related: "\n  - /learn",
    ...front,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join("\n")}\n---\n\n## The answer first\n\n${body}\n\n## What to do next\n\n${plain.repeat(55)}\n`;
};

export const surroundings: Surroundings = {
  isPath: (path) => ["/learn", "/learn/signs", "/icon.svg"].includes(path),
  figureFault: ({ of }) => (of === "known" ? null : `there is no figure of "${of}".`),
};

/** What is wrong with it, whether that is found on reading or on checking. */
export function problemsOf(body: string, front: Readonly<Record<string, string>> = {}): ArticleProblem[] {
  const parsed = parseArticle("right.md", markdown(body, front));
  return parsed.ok ? articleProblems(parsed.article, surroundings) : [...parsed.problems];
}
export const sentencesIn = (body: string, front?: Readonly<Record<string, string>>): string =>
  problemsOf(body, front)
    .map(({ sentence }) => sentence)
    .join("\n");

/** What stands between the two lines of dashes at the head of an article. */
import * as v from "valibot";
import { parse as parseYaml } from "yaml";
import type { ArticleProblem } from "./types.ts";

const text = v.pipe(v.string("it has to be a text"), v.minLength(1, "it is empty"));
const date = v.pipe(text, v.isoDate("it has to be a date such as 2026-11-26"));
const path = v.pipe(
  text,
  v.regex(/^\/[a-z0-9/#-]*$/, "it has to be a path of this site such as /learn/signs"),
);

const frontMatterSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/, "only small letters, digits and hyphens")),
  title: text,
  summary: v.pipe(
    text,
    v.maxLength(160, "it is longer than 160 letters"),
    v.endsWith(".", "it has to be a sentence and end with a full stop"),
  ),
  question: v.picklist(
    ["what-works", "what-to-avoid", "is-it-helping", "relief", "what-do-i-ask", "learn"],
    "it has to be one of the five questions, or learn",
  ),
  checked: date,
  author: text,
  reviewer: text,
  changes: v.pipe(v.array(v.strictObject({ on: date, what: text })), v.minLength(1, "it has no entry")),
  related: v.pipe(v.array(path), v.minLength(1, "it names no page to go on to")),
});
export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | { readonly ok: false; readonly problems: readonly ArticleProblem[] };

/**
 * [CT-2] Reads the front matter; each fault is one sentence with the field in it.
 *
 * @example
 * readFrontMatter("pump.md", "id: pump\n…")
 */
export function readFrontMatter(file: string, yaml: string | null): FrontMatterResult {
  const problem = (type: ArticleProblem["type"], sentence: string): FrontMatterResult => ({
    ok: false,
    problems: [{ type, file, line: 1, sentence: `${file}, line 1: ${sentence}` }],
  });
  if (yaml === null)
    return problem(
      "NoFrontMatter",
      "the front matter is missing. Begin the file with two lines of three dashes, with id, title, summary and the other fields between them.",
    );
  let read: unknown;
  try {
    read = parseYaml(yaml);
  } catch (error) {
    return problem("FrontMatter", `the front matter is no YAML: ${(error as Error).message}`);
  }
  const result = v.safeParse(frontMatterSchema, read);
  if (!result.success)
    return {
      ok: false,
      problems: result.issues.map((issue) => {
        const field = v.getDotPath(issue) ?? "the front matter";
        const missing = issue.received === "undefined" ? "it is missing" : issue.message;
        return {
          type: "FrontMatter",
          file,
          line: 1,
          sentence: `${file}, front matter, “${field}”: ${missing}.`,
        };
      }),
    };
  const { id, changes } = result.output;
  if (`${id}.md` !== file)
    return problem("FrontMatter", `the id is “${id}” and the file is called “${file}”: give both one name.`);
  const days = changes.map(({ on }) => on);
  if (days.join() !== [...days].sort().reverse().join())
    return problem("FrontMatter", "the changes do not stand newest first.");
  return { ok: true, value: result.output };
}

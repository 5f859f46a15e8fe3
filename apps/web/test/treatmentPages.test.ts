/** The written pages of treatments against what the command line prints: no figure in another version. No browser is needed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brandPages } from "@unclench/answers/brand-pages";
import { treatmentPage } from "@unclench/answers/treatment-page";
import { treatments } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import { ranWith } from "../../cli/src/main.ts";

const built = join(import.meta.dirname, "../build/client/treatments");

const decoded = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** What is read on a page: its main part without pictures and tags. */
function textOf(path: string): string {
  const html = readFileSync(join(built, path, "index.html"), "utf8");
  const main = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? "";
  return decoded(
    main
      .replace(/<svg[\s\S]*?<\/svg>/g, " ")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<[^>]+>/g, " "),
  )
    .replace(/\s+/g, " ")
    .replace(/ ([.,:;)])/g, "$1");
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ");
const numbersIn = (text: string): Set<string> => new Set(text.match(/\d+(?:\.\d+)?/g) ?? []);

describe("the pages of treatments as they were written", () => {
  it("[AN-464] show every figure that the command line prints, and no number that it does not", async () => {
    for (const { id } of treatments) {
      const { out, code } = await ranWith(["treatment", id]);
      expect(code, id).toBe(0);
      const text = textOf(id);
      const printed = squeezed(out);
      const page = treatmentPage(id);
      if (!page.ok) throw new Error(page.error.sentence);
      for (const { figures, apart } of page.value.places)
        for (const { sentence, rangeSentence, expert, certainty } of [...figures, ...apart])
          for (const words of [sentence, rangeSentence, expert, certainty.words]) {
            expect(text, `${id}, page`).toContain(squeezed(words));
            expect(printed, `${id}, command line`).toContain(squeezed(words));
          }
      const known = numbersIn(printed);
      // How many sources and routines there are is counted on the page alone.
      known.add(String(page.value.sources.length));
      for (const number of numbersIn(text)) expect(known.has(number), `${id}: ${number}`).toBe(true);
    }
  });

  it("[AN-463] have an address for every brand, of a few lines and without scripts, that leads to them", () => {
    for (const { slug, to, name } of brandPages()) {
      const html = readFileSync(join(built, slug, "index.html"), "utf8");
      expect(html.length, slug).toBeLessThan(2_000);
      expect(html).not.toContain("<script");
      for (const way of to) {
        expect(html).toContain(`href="${way.to}"`);
        expect(existsSync(join(built, "..", way.to, "index.html")), way.to).toBe(true);
      }
      expect(html.includes('http-equiv="refresh"'), name).toBe(to.length === 1);
    }
    expect(readFileSync(join(built, "../sw.js"), "utf8")).not.toContain("/treatments/baclosign");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find, indexOf, kinds, searchDocuments } from "../src/search/index.ts";

const documents = searchDocuments();
const index = indexOf(documents);
const everyday: { asked: string; page: string }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "everydayQueries.json"), "utf8"),
);

describe("search", () => {
  it("[AN-380] knows every page and thing once, each with a title and an address of ours", () => {
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    for (const { title, path, kind } of documents) {
      expect(title.length, path).toBeGreaterThan(2);
      expect(path).toMatch(/^\/[a-z]/);
      expect(kinds).toContain(kind);
    }
    for (const kind of kinds)
      expect(documents.filter((one) => one.kind === kind).length, kind).toBeGreaterThan(2);
  });

  it("[AN-381] finds the page of an everyday question among the first three", () => {
    expect(everyday.length).toBeGreaterThanOrEqual(40);
    const missed = everyday.filter(
      ({ asked, page }) =>
        !find(index, asked)
          .hits.slice(0, 3)
          .some(({ path }) => path === page),
    );
    expect(missed).toEqual([]);
  });

  it("[AN-381] says by which other name something was found, and what to try when nothing was", () => {
    expect(find(index, "Lioresal").hits[0]).toMatchObject({ title: "Baclofen tablets", by: "Lioresal" });
    expect(find(index, "tizanidine").hits[0]?.by).toBeNull();
    const nothing = find(index, "xqzvwk");
    expect(nothing.hits).toEqual([]);
    expect(nothing.sentence).toContain("Nothing was found for “xqzvwk”");
    expect(find(index, "  ").sentence).toContain("in your own words");
  });

  it("[AN-382] answers any text, groups hold the hits in their order, and the best hit's kind comes first", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom(...everyday.map(({ asked }) => asked))),
        (asked) => {
          const { hits, groups } = find(index, asked);
          expect(groups.flatMap((group) => group.hits).length).toBe(hits.length);
          expect(groups[0]?.kind).toBe(hits[0]?.kind);
          for (const group of groups)
            expect(group.hits).toEqual(hits.filter(({ kind }) => kind === group.kind));
        },
      ),
      { numRuns: 200 },
    );
  });
});

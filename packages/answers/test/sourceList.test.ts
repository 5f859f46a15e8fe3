import { sourceById, sources } from "@unclench/knowledge/sources";
import { describe, expect, it } from "vitest";
import { searchDocuments } from "../src/search/index.ts";
import { citedBy } from "../src/sourceList/citedBy.ts";
import { sourceCounts, sourcePart, sourceParts } from "../src/sourceList/index.ts";

const parts = sourceParts.map(({ id }) => sourcePart(id));

describe("the list of sources", () => {
  it("[AN-383] holds every source once, with its grade and its pages, and counts them", () => {
    const listed = parts.flatMap((part) => part.sources);
    expect(listed.map(({ id }) => id).sort()).toEqual(sources.map(({ id }) => id).sort());
    const counts = sourceCounts();
    expect(counts.all).toBe(sources.length);
    expect(counts.parts.map(({ count }) => count)).toEqual(parts.map((part) => part.sources.length));
    expect(counts.uncited).toBe(listed.filter(({ pages }) => pages.length === 0).length);
    const read = counts.reading.map((sentence) => Number(/\d+/.exec(sentence)?.[0]));
    expect(read.reduce((sum, one) => sum + one, 0)).toBe(sources.length);
    for (const { readWords, title } of listed) expect(readWords.length, title).toBeGreaterThan(5);
  });

  it("[AN-384] names pages that are there, and finds the sources behind them", () => {
    const known = new Set(searchDocuments().map(({ path }) => path.replace(/#.*/, "")));
    for (const [id, pages] of citedBy()) {
      expect(sourceById.has(id)).toBe(true);
      for (const { path } of pages) expect(known.has(path), path).toBe(true);
      expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    }
    expect(
      citedBy()
        .get("harvey-2017-stretch")
        ?.map(({ path }) => path),
    ).toContain("/relief/calf-wall-straight-knee");
    expect(citedBy().size).toBeGreaterThan(450);
  });
});

import { conditions, patterns, readUntil } from "@unclench/knowledge";
import { knownGaps } from "@unclench/knowledge/practical";
import { describe, expect, it } from "vitest";
import { type WhatWorks, whatWorks } from "../src/whatWorks/index.ts";

const pageOf = (condition: string, pattern: string): WhatWorks => {
  const answer = whatWorks(condition, pattern);
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
};
const pages = conditions.flatMap(({ id }) => patterns.map((pattern) => pageOf(id, pattern.id)));
const missing = (condition: string, pattern: string): string[] =>
  pageOf(condition, pattern).clock.missing.map(({ id }) => id);

describe("the evidence clock", () => {
  it("[AN-77] names the day of the last search on every page", () => {
    for (const { clock } of pages) expect(clock.searched).toBe(readUntil);
  });

  it("[AN-77] tells every known gap on some page, with its source or a number to look it up by", () => {
    const told = new Set(pages.flatMap(({ clock }) => clock.missing.map(({ id }) => id)));
    for (const { id } of knownGaps) expect(told, id).toContain(id);
    for (const gap of pages.flatMap(({ clock }) => clock.missing)) {
      expect(gap.source !== null || gap.reference !== null).toBe(true);
    }
  });

  it("[AN-77] keeps a gap to its condition and, for an injection, to its place", () => {
    expect(missing("stroke", "lower-limb")).toContain("plus-nct01464307");
    expect(missing("stroke", "upper-limb")).not.toContain("plus-nct01464307");
    expect(missing("ms", "lower-limb")).not.toContain("plus-nct01464307");
    expect(missing("ms", "axial")).toContain("nct04203498");
    expect(missing("sci", "generalised")).not.toContain("nct04203498");
  });

  it("[AN-78] says what would change the picture, from the figures of the page", () => {
    let fragile = 0;
    for (const { rows, clock } of pages) {
      const text = clock.wouldChange.join(" ");
      const some = (level: string): boolean =>
        rows.some(({ outcomes }) => outcomes.some(({ robustness }) => robustness.level === level));
      expect(text.includes("One more trial of")).toBe(some("fragile"));
      expect(text.includes("A second trial of")).toBe(some("one-trial"));
      expect(text.includes("would be the first that we know of here")).toBe(
        rows.some(({ status }) => status === "no-trial"),
      );
      expect(text.includes("A full copy of the trials of")).toBe(
        rows.some(({ status }) => status === "trials-without-figures"),
      );
      if (some("fragile")) fragile++;
    }
    expect(fragile).toBeGreaterThan(0);
    expect(pageOf("stroke", "upper-limb").clock.wouldChange[0]).toContain(
      "One more trial of botulinum toxin A",
    );
  });

  it("[AN-79] has a text for a correction that names page and day and asks for the source", () => {
    for (const page of pages) {
      expect(page.clock.correction).toContain(`/what-works/${page.condition}/${page.pattern}`);
      expect(page.clock.correction).toContain(readUntil);
      expect(page.clock.correction).toContain("Where that stands");
    }
  });
});

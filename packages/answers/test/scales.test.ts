import { scaleSteps } from "@unclench/knowledge/scale-steps";
import { describe, expect, it } from "vitest";
import { scalesPage } from "../src/learn/scales.ts";
import { citedBy } from "../src/sourceList/citedBy.ts";

const page = scalesPage();

describe("the scales, step by step", () => {
  it("[AN-480] tells each scale grade by grade, and where its grades stand", () => {
    expect(page.scales.map(({ id }) => id)).toEqual(scaleSteps.map(({ id }) => id));
    for (const { id, steps, sources } of page.scales) {
      expect(steps.length, id).toBeGreaterThan(2);
      expect(new Set(steps.map(({ words }) => words)).size, id).toBe(steps.length);
      for (const source of sources)
        expect(
          citedBy()
            .get(source.id)
            ?.some(({ path }) => path === page.path),
          source.id,
        ).toBe(true);
    }
    expect(page.scales[0]?.steps.map(({ label }) => label)).toEqual(["0", "1", "1+", "2", "3", "4"]);
    expect(page.drawnWords).toContain("ours");
  });

  it("[AN-481] says what a scale cannot say, and how large a change has to be or that it was not found", () => {
    for (const { id, cannot, change, missing, more } of page.scales) {
      expect(cannot.length, id).toBeGreaterThan(0);
      expect(change.length > 0 || (missing ?? "").includes("not found"), id).toBe(true);
      for (const fact of [...cannot, ...change, ...more]) {
        expect(fact.sure, fact.id).not.toBe("not recorded");
        expect(fact.sources.length, fact.id).toBeGreaterThan(0);
      }
    }
  });

  it("[AN-482] computes what a change of a rating means from each start", () => {
    const rating = page.scales.find(({ id }) => id === "rating");
    const six = rating?.steps.find(({ label }) => label === "From 6");
    // 18 % and 30 % below 6.
    expect(six?.drawn).toEqual({ kind: "rating", start: 6, matters: 4.9, clear: 4.2 });
    expect(six?.words).toContain("at 4.9 or below");
    for (const { drawn } of rating?.steps ?? [])
      if (drawn.kind === "rating") {
        expect(drawn.clear).toBeLessThan(drawn.matters);
        expect(drawn.matters).toBeLessThan(drawn.start);
      }
  });
});

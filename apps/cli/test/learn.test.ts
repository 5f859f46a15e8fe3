import { explainedTerms } from "@unclench/answers/glossary";
import { learnPage } from "@unclench/answers/learn";
import { scalesPage } from "@unclench/answers/learn-scales";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

describe("unclench learn", () => {
  it("[AN-401] prints what the page shows, and the same as JSON", () => {
    const page = learnPage("signs");
    if (!page.ok) throw new Error(page.error.sentence);
    expect(JSON.parse(unclench(["learn", "signs", "--json"]).out)).toEqual(page.value);
    const { out, code } = unclench(["learn", "signs"]);
    expect(code).toBe(0);
    for (const { name } of page.value.signs ?? []) expect(out).toContain(name.toUpperCase());
    expect(out).toContain("How sure: fairly sure.");
    expect(unclench(["learn", "hsp"]).out.replace(/\s+/g, " ")).toContain("Nothing was read yet");
    expect(unclench(["learn"]).out).toContain("stroke: Spasticity after a stroke");
  });

  it("[AN-428] prints the glossary, and the same as JSON", () => {
    expect(JSON.parse(unclench(["learn", "glossary", "--json"]).out)).toEqual(explainedTerms());
    expect(unclench(["learn", "glossary"]).out).toContain("clonus\n  A regular shaking");
  });

  it("[AN-480] prints the scales grade by grade, as the page shows them", () => {
    expect(JSON.parse(unclench(["learn", "scales", "--json"]).out)).toEqual(
      JSON.parse(JSON.stringify(scalesPage())),
    );
    const out = unclench(["learn", "scales"]).out.replace(/\s+/g, " ");
    for (const { name, steps } of scalesPage().scales) {
      expect(out).toContain(name.toUpperCase());
      for (const { label, words } of steps) expect(out).toContain(`${label}: ${words}`);
    }
  });

  it("[AN-403] names the pages there are", () => {
    expectFault(unclench(["learn", "yoga"]), "There are: spasticity, signs");
    expect(unclench(["learn", "--help"]).out).toContain("one of: spasticity");
  });
});

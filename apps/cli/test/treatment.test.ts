import { treatmentGroups, treatmentPage } from "@unclench/answers/treatment-page";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

describe("unclench treatment", () => {
  it("[AN-462] prints what the page shows, by brand too, and the same as JSON", () => {
    const page = treatmentPage("baclofen-oral");
    if (!page.ok) throw new Error(page.error.sentence);
    expect(JSON.parse(unclench(["treatment", "Baclosign", "--json"]).out)).toEqual(page.value);
    const { out, code } = unclench(["treatment", "Baclosign"]);
    expect(code).toBe(0);
    for (const { heading } of page.value.parts) expect(out).toContain(heading.toUpperCase());
    for (const { sentence } of page.value.places.flatMap(({ figures }) => figures))
      expect(out).toContain(sentence);
    expectFault(unclench(["treatment", "snake", "oil"]), 'There is no treatment called "snake oil"');
    expectFault(unclench(["treatment", "baclofen"]), "name one of them");
  });

  it("[AN-461] lists all of them by kind, the answer first", () => {
    const { out } = unclench(["treatment"]);
    for (const { name, treatments } of treatmentGroups()) {
      expect(out).toContain(name.toUpperCase());
      for (const { treatment, answer } of treatments) {
        expect(out).toContain(`  ${treatment}: `);
        expect(out).toContain(answer.gain.text);
      }
    }
    expect(unclench(["treatment", "--help"]).out).toContain("Without a name: the list of all.");
  });
});

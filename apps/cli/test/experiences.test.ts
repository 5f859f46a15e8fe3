import { experiencesPage } from "@unclench/answers/experiences";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

describe("unclench experiences", () => {
  it("prints every finding with who was asked and who paid, and the same as JSON", () => {
    const page = experiencesPage("ms");
    if (!page.ok) throw new Error("no ms");
    const json = unclench(["experiences", "--condition", "ms", "--json"]);
    expect(json.out).toBe(`${JSON.stringify(page.value, null, 2)}\n`);
    const { out, err } = unclench(["experiences", "--condition", "ms"]);
    expect(err).toBe("");
    expect(out.indexOf("They are not effects")).toBeLessThan(out.indexOf("WHAT IT IS LIKE"));
    for (const { findings } of page.value.groups)
      for (const { claim, who, paid } of findings)
        for (const part of [claim, who, paid]) expect(out).toContain(part);
    expect(out).not.toMatch(/undefined|NaN|null/);
  });

  it("names the choices where a condition is not one", () => {
    expectFault(unclench(["experiences", "--condition", "gout"]), 'There is no condition called "gout"');
    expectFault(unclench(["experiences", "ms"]), "experiences takes no words");
  });
});

import { find, indexOf, searchDocuments } from "@unclench/answers/search";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

describe("unclench find", () => {
  it("[AN-381] prints what the search page shows, and the same as JSON", () => {
    const expected = find(indexOf(searchDocuments()), "my leg locks at night");
    expect(JSON.parse(unclench(["find", "my", "leg", "locks", "at", "night", "--json"]).out)).toEqual(
      expected,
    );
    const { out, code } = unclench(["find", "my leg locks at night"]);
    expect(code).toBe(0);
    for (const { name, hits } of expected.groups) {
      expect(out).toContain(name.toUpperCase());
      expect(out).toContain(hits[0]?.path);
    }
    expect(unclench(["find", "xqzvwk"]).out).toContain("Nothing was found");
  });

  it("asks what to look for", () => {
    expectFault(unclench(["find"]), "Say what to look for");
    expect(unclench(["find", "--help"]).out).toContain("in your own words");
  });
});

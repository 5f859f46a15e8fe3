import { articlePage } from "@unclench/answers/articles";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

describe("unclench read", () => {
  it("[AN-424] prints what the page shows, and the same as JSON", () => {
    const page = articlePage("read-a-trial");
    if (!page.ok) throw new Error(page.error.sentence);
    expect(JSON.parse(unclench(["read", "read-a-trial", "--json"]).out)).toEqual(page.value);
    const { out, code } = unclench(["read", "read-a-trial"]);
    expect(code).toBe(0);
    const flat = out.replace(/\s+/g, " ");
    for (const { text } of page.value.contents) expect(flat).toContain(text.toUpperCase());
    for (const block of page.value.blocks) if (block.type === "figure") expect(flat).toContain(block.title);
    for (const { number } of page.value.sources) expect(flat).toContain(`[${number}]`);
    expect(flat).toContain("Read in the abstract only");
    expect(unclench(["read"]).out).toContain("read-a-trial: How to read a trial in five minutes");
    expect(JSON.parse(unclench(["read", "--json"]).out)[0].articles.length).toBeGreaterThan(0);
  });

  it("[AN-424] names the articles there are", () => {
    expectFault(unclench(["read", "yoga"]), "There are: ");
  });
});

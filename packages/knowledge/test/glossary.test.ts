import { describe, expect, it } from "vitest";
import figuresRead from "../data/figuresRead.json" with { type: "json" };
import { citedInArticles } from "../scripts/citedInArticles.ts";
import { figuresReadFile, gatherFigures } from "../scripts/figuresRead.ts";
import { wasRead } from "../src/figuresRead.ts";
import { type GlossaryTerm, glossary } from "../src/glossary.ts";
import { sources } from "../src/sources.ts";
import { glossaryFaults } from "../src/validateGlossary.ts";

/** The faults of the glossary with one more term. */
const withTerm = (fields: Partial<GlossaryTerm>): string =>
  glossaryFaults({
    glossary: [...glossary, { id: "new", term: "new", plain: "A word.", words: [], sources: [], ...fields }],
    figuresRead,
    sources,
  }).join("\n");

describe("the figures that were read", () => {
  it("[KN-90] stand under each source that an entry names, the nearest one around them", () => {
    const found = new Map<string, Set<number>>();
    gatherFigures(
      {
        claim: "1,250 people, 0.83",
        value: { n: 35, pmid: 123456, of: { source: "inner", share: -7.5 } },
        sources: [{ id: "outer", where: "table 2" }],
      },
      found,
    );
    expect(figuresReadFile(found, (id) => id !== "nobody")).toEqual({
      inner: "7.5",
      outer: "0.83 2 35 1250",
    });
    expect(figuresReadFile(found, (id) => id === "inner")).toEqual({ inner: "7.5" });
  });

  it("[KN-90] are found as they are or rounded, and nothing else is", () => {
    expect(wasRead("farrar-2008", 0.83)).toBe(true);
    expect(wasRead("mas-scoring", 4)).toBe(false);
    expect(wasRead("novotna-2011", 572)).toBe(true);
    expect(wasRead("novotna-2011", 573)).toBe(false);
    expect(
      glossaryFaults({ glossary, figuresRead: { ...figuresRead, nowhere: "1" }, sources }).join(),
    ).toContain("unknown source nowhere");
  });

  it("[KN-90] take the sources along that only an article cites", () => {
    expect(citedInArticles("/nothing-here")).toEqual([]);
  });
});

describe("the glossary", () => {
  it("[KN-91] points to what is there, and each form belongs to one term", () => {
    expect(withTerm({})).toBe("");
    expect(withTerm({ id: "clonus" })).toContain("clonus stands twice");
    expect(withTerm({ words: ["Contractures"] })).toContain("explained by contracture and by new");
    expect(withTerm({ sources: [{ id: "nowhere", where: null }] })).toContain("unknown source nowhere");
    expect(withTerm({ sources: [{ id: "rehabmeasures-psfs", where: null }] })).toContain(
      "new rests on weak sources alone",
    );
  });

  it("[KN-92] promises nothing, commands nothing and calls nothing safe", () => {
    expect(withTerm({ plain: "You should rest." })).toContain("a promise or a command");
    expect(withTerm({ plain: "It is safe." })).toContain("a promise or a command");
  });

  it("[KN-93] has no number that was not read in a source of the term", () => {
    expect(withTerm({ plain: "It lasts 12 weeks." })).toContain("12 was not read");
    expect(withTerm({ plain: "572 people.", sources: [{ id: "novotna-2011", where: null }] })).toBe("");
  });
});

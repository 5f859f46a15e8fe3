import { learnFactById, learnPageFacts } from "@unclench/knowledge/learn";
import { describe, expect, it } from "vitest";
import { learnGroups, learnPage } from "../src/learn/index.ts";
import { learnIds } from "../src/learn/pageIds.ts";
import { searchDocuments } from "../src/search/index.ts";
import { citedBy } from "../src/sourceList/citedBy.ts";

const pages = learnIds.map((id) => {
  const page = learnPage(id);
  if (!page.ok) throw new Error(page.error.sentence);
  return page.value;
});

describe("learn", () => {
  it("[AN-400] lists every page once, those for anyone first, and each can be found", () => {
    const listed = learnGroups().flatMap((group) => group.pages);
    const told = listed.map(({ id }) => id).filter((id) => id !== "scales");
    expect(listed.length).toBe(told.length + 1);
    expect(told).toEqual(learnIds);
    expect(told).toEqual(learnPageFacts.map(({ id }) => id));
    const known = new Set(searchDocuments().map(({ path }) => path));
    for (const { path } of listed) expect(known.has(path), path).toBe(true);
  });

  it("[AN-401] gives each fact as it is known, with how sure and its sources; what was not read is said", () => {
    for (const page of pages)
      for (const { facts, missing } of page.sections) {
        if (facts.length === 0) expect(missing, page.id).toMatch(/read|found/);
        for (const { id, text, sure, sources } of facts) {
          expect(text).toBe(learnFactById.get(id)?.text);
          expect(sure).not.toBe("not recorded");
          expect(sources.length, id).toBeGreaterThan(0);
          for (const source of sources)
            expect(
              citedBy()
                .get(source.id)
                ?.some(({ path }) => path === page.path),
              source.id,
            ).toBe(true);
        }
      }
  });

  it("[AN-402] tells the signs apart in one table, each row as sure as the least sure fact behind it", () => {
    expect(pages.filter(({ signs }) => signs !== null).map(({ id }) => id)).toEqual(["signs"]);
    const signs = pages.find(({ id }) => id === "signs")?.signs ?? [];
    expect(signs.map(({ id }) => id)).toContain("clonus");
    expect(signs.find(({ id }) => id === "dystonia")?.sure).toBe("fairly sure");
    for (const { id, sources } of signs) expect(sources.length, id).toBeGreaterThan(0);
  });

  it("[AN-403] leads into the tools: to pages that are there, a condition to its comparisons first", () => {
    const known = new Set(searchDocuments().map(({ path }) => path));
    for (const { id, next, routines } of pages) {
      for (const { to } of [...next, ...routines])
        expect(known.has(to) || /^\/what-works\/[a-z-]+$/.test(to), `${id} ${to}`).toBe(true);
      expect(
        next.some(({ to }) => to === "/what-do-i-ask"),
        id,
      ).toBe(true);
    }
    expect(pages.find(({ id }) => id === "cp")?.next.slice(0, 2)).toEqual([
      { to: "/what-works/cp-child", text: "What works? Cerebral palsy, child" },
      { to: "/what-works/cp-adult", text: "What works? Cerebral palsy, adult" },
    ]);
    expect(learnPage("yoga")).toMatchObject({
      ok: false,
      error: { sentence: /There are: spasticity, signs/ },
    });
  });

  it("[AN-429] says when it was checked, by whom, what was changed, and how to say that something is wrong", () => {
    for (const id of learnIds) {
      const page = learnPage(id);
      if (!page.ok) throw new Error(page.error.sentence);
      const { checked, author, reviewer, changes, challenge } = page.value;
      expect(checked >= (changes[0]?.on ?? "9999"), id).toBe(true);
      expect([author, reviewer]).toEqual(["the makers of Unclench, not clinicians", "none yet"]);
      expect(challenge.text).toContain(`Page: /learn/${id} (${page.value.title}), checked on ${checked}`);
    }
  });
});

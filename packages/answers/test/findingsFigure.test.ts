import { routineFindingById } from "@unclench/knowledge/routines";
import { describe, expect, it } from "vitest";
import { articlesBeside } from "../src/articles/beside.ts";
import { figureFor } from "../src/articles/figures/index.ts";
import { learnPage } from "../src/learn/index.ts";

const asked = (ids: string) =>
  figureFor({ of: "findings", arguments: { title: "Stretching", ids } }, "block");

describe("the way back to articles", () => {
  it("[AN-484] leads from a page to the articles that lead to it", () => {
    const beside = articlesBeside("/learn/nights");
    expect(beside).toContainEqual({
      to: "/articles/sleep-and-night-spasms",
      text: "Sleep and spasms at night",
    });
    const page = learnPage("nights");
    if (!page.ok) throw new Error(page.error.sentence);
    expect(page.value.next).toEqual(expect.arrayContaining(beside));
    expect(articlesBeside("/nowhere")).toEqual([]);
  });
});

describe("a table of findings in an article", () => {
  it("[AN-483] gives each as it is known, with how sure it is and its sources", () => {
    const made = asked("re-stretch-joint-range re-stretch-immediate-relief");
    if (!made.ok) throw new Error(made.sentence);
    expect(made.value.table?.rows).toEqual([
      [routineFindingById.get("re-stretch-joint-range")?.claim, "sure"],
      [routineFindingById.get("re-stretch-immediate-relief")?.claim, "not so sure"],
    ]);
    expect(made.value.sources.map(({ id }) => id)).toEqual(["harvey-2017-stretch", "bovendeerdt-2008"]);
    expect(asked("re-none")).toMatchObject({ ok: false, sentence: /re-none/ });
    expect(asked(" ")).toMatchObject({ ok: false });
  });
});

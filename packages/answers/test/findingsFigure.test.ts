import { routineFindingById } from "@unclench/knowledge/routines";
import { describe, expect, it } from "vitest";
import { figureFor } from "../src/articles/figures/index.ts";

const asked = (ids: string) =>
  figureFor({ of: "findings", arguments: { title: "Stretching", ids } }, "block");

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

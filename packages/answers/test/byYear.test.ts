import { conditions, patterns } from "@unclench/knowledge";
import { pool } from "@unclench/knowledge/trials";
import { describe, expect, it } from "vitest";
import { type Argued, argue, asPublished, type Question } from "../src/whatWorks/argue.ts";
import { byYearOf, subgroupsOf } from "../src/whatWorks/byYear.ts";
import { whatWorks } from "../src/whatWorks/index.ts";

const arm: Question = {
  condition: "stroke",
  pattern: "upper-limb",
  treatment: "botulinum-toxin-a",
  key: "spasticity-responder.any.placebo.unselected",
};
const argued = (choices: Partial<typeof asPublished> = {}, question = arm): Argued => {
  const result = argue(question, { ...asPublished, ...choices });
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};
const rows = pool.rows.filter(
  (row) =>
    row.treatment === "botulinum-toxin-a" &&
    row.condition === "stroke" &&
    row.pattern === "upper-limb" &&
    row.outcomeGroup === "spasticity-responder" &&
    row.use === "main" &&
    row.stratum === "unselected",
);

describe("a figure by year", () => {
  it("[AN-160] goes from the oldest trial to the figure itself, arms of one trial in one step", () => {
    const { byYear, after } = argued();
    expect(byYear?.steps.map(({ label }) => label)).toEqual(["Kanovsky 2009", "Gracies 2015", "Elovic 2016"]);
    const [first, , last] = byYear?.steps ?? [];
    const alone = after?.studies.find(({ trial }) => trial === "kanovsky-2009");
    expect(first?.estimate).toBeCloseTo(alone?.estimate ?? 0, 12);
    expect(first?.ciUpper).toBeCloseTo(alone?.ciUpper ?? 0, 9);
    expect(last?.estimate).toBeCloseTo(after?.estimate ?? 0, 12);
    expect(last?.ciLower).toBeCloseTo(after?.ciLower ?? 0, 9);
    expect(last?.ciUpper).toBeCloseTo(after?.ciUpper ?? 0, 9);
    expect(last?.of100).toBe(
      `${after?.per100?.with} (${after?.per100?.withLower} to ${after?.per100?.withUpper})`,
    );
    expect(byYear?.undated).toEqual([]);
    expect(byYear?.sentence).toMatch(/^It has said /);
  });

  it("[AN-160] its last step is the figure, on every page, under both models", () => {
    let seen = 0;
    for (const condition of conditions)
      for (const pattern of patterns) {
        const page = whatWorks(condition.id, pattern.id);
        if (!page.ok) throw new Error(page.error.sentence);
        for (const row of page.value.rows)
          for (const { key } of [...row.outcomes, ...row.enriched])
            for (const model of ["random", "common"] as const) {
              const question = {
                condition: condition.id,
                pattern: pattern.id,
                treatment: row.treatment,
                key,
              };
              const { byYear, after } = argued({ model }, question);
              const where = `${condition.id} ${pattern.id} ${row.treatment} ${key}`;
              if ((after?.trials.length ?? 0) < 2) expect(byYear, where).toBeNull();
              if (byYear === null || byYear.undated.length > 0) continue;
              seen++;
              const last = byYear.steps.at(-1);
              expect(last?.estimate, where).toBeCloseTo(after?.estimate ?? 0, 8);
              expect(last?.ciLower, where).toBeCloseTo(after?.ciLower ?? 0, 8);
              expect(byYear.steps.length, where).toBe(after?.trials.length);
            }
      }
    expect(seen).toBeGreaterThan(10);
  });

  it("[AN-160] follows what is left out, and the share that the reader chose", () => {
    const { byYear, after } = argued({ without: ["gracies-2015"], baseline: 20 });
    expect(byYear?.steps.length).toBe(2);
    expect(byYear?.steps.at(-1)?.of100).toContain(`${after?.per100?.with} (`);
    expect(argued({ without: ["gracies-2015", "elovic-2016"] }).byYear).toBeNull();
    expect(argued({ without: ["gracies-2015", "elovic-2016", "kanovsky-2009"] })).toMatchObject({
      byYear: null,
      subgroups: [],
    });
  });

  it("[AN-160] names trials without a year", () => {
    const { after } = argued();
    if (after === null) throw new Error("no figure");
    const odd = rows.map((row) => (row.trial === "elovic-2016" ? { ...row, trial: "no-such-trial" } : row));
    const byYear = byYearOf(odd, after, "random", 0.3);
    expect(byYear?.undated).toEqual(["no-such-trial"]);
    expect(byYear?.steps.length).toBe(2);
  });

  it("[AN-161] says nothing of groups where there are no two groups of two trials", () => {
    const { after, subgroups } = argued();
    if (after === null) throw new Error("no figure");
    expect(subgroups).toEqual([]);
    const alone = rows.map((row, at) => (at === 0 ? { ...row, blinding: "open" } : row));
    expect(subgroupsOf(alone, after, "random", 0.3)).toEqual([]);
  });

  it("[AN-161] pools groups of two alone and says whether they differ", () => {
    const { after } = argued();
    const [row] = rows;
    if (after === null || row === undefined) throw new Error("no figure");
    const made = (active: number, blinding: string, at: number) => ({
      ...row,
      trial: `made-up-${at}`,
      blinding,
      sharedControl: null,
      data: {
        type: "binary" as const,
        active: [active, 100] as [number, number],
        control: [20, 100] as [number, number],
      },
    });
    const [groups] = subgroupsOf(
      [made(70, "open", 1), made(72, "single", 2), made(30, "double", 3), made(31, "double", 4)],
      after,
      "common",
      0.2,
    );
    expect(groups?.by).toBe("blinding");
    expect(groups?.groups.map(({ label, trials }) => [label, trials])).toEqual([
      ["nobody knew who got what", 2],
      ["some knew who got what", 2],
    ]);
    expect(groups?.groups[1]?.of100).toMatch(/^71 \(/);
    expect(groups?.sentence).toContain("differ more than chance explains");
    const [same] = subgroupsOf(
      [made(30, "open", 1), made(32, "single", 2), made(30, "double", 3), made(31, "double", 4)],
      after,
      "random",
      null,
    );
    expect(same?.sentence).toContain("do not clearly differ");
    expect(same?.groups[0]?.of100).toBeNull();
  });
});

/** The same page from a pool to which rows were added that must not, or must, reach a figure. */
import { poolEffects } from "@unclench/evidence";
import type { Pool, PoolRow } from "@unclench/knowledge/trials";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Outcome, WhatWorks } from "../src/whatWorks/index.ts";

const TRIALS = "@unclench/knowledge/trials";

/** The page with further rows in the pool. */
async function pageWith(added: readonly PoolRow[], condition: string, pattern: string): Promise<WhatWorks> {
  vi.resetModules();
  vi.doMock(TRIALS, async () => {
    const real = await vi.importActual<typeof import("@unclench/knowledge/trials")>(TRIALS);
    const pool: Pool = { ...real.pool, rows: [...real.pool.rows, ...added] };
    return { ...real, pool };
  });
  const { whatWorks } = await import("../src/whatWorks/index.ts");
  const answer = whatWorks(condition, pattern);
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
}

const { pool } = await vi.importActual<typeof import("@unclench/knowledge/trials")>(TRIALS);
const rowWhere = (test: (row: PoolRow) => boolean): PoolRow => {
  const found = pool.rows.find((row) => row.use === "main" && test(row));
  if (found === undefined) throw new Error("no such row in the pool");
  return found;
};
const outcomesOf = (page: WhatWorks, treatment: string): readonly Outcome[] =>
  page.rows.find((row) => row.treatment === treatment)?.outcomes ?? [];
const figures = (page: WhatWorks) => page.rows.map(({ treatment, outcomes }) => ({ treatment, outcomes }));

afterEach(() => {
  vi.doUnmock(TRIALS);
  vi.resetModules();
});

describe("rows that are added to the pool", () => {
  it("[AN-5] move no figure if they are enriched, whatever they say, and stand apart", async () => {
    const plain = await pageWith([], "stroke", "upper-limb");
    const enriched = pool.rows
      .filter(({ data, use }) => use === "main" && data.type === "binary")
      .map((row): PoolRow => ({ ...row, stratum: "enriched" }));
    const page = await pageWith(enriched, "stroke", "upper-limb");
    expect(figures(page)).toEqual(figures(plain));
    const apart = page.rows.find(({ treatment }) => treatment === "botulinum-toxin-a")?.enriched ?? [];
    expect(apart.map(({ outcome }) => outcome)).toContain("spasticity-responder");
  });

  it("[AN-4] move no figure if they are for comparison only", async () => {
    const plain = await pageWith([], "ms", "generalised");
    const rough = pool.rows.map((row): PoolRow => ({ ...row, use: "sensitivity" }));
    const page = await pageWith(rough, "ms", "generalised");
    const withoutBeside = (answer: WhatWorks) =>
      figures(answer).map(({ outcomes }) => outcomes.map((outcome) => ({ ...outcome, beside: [] })));
    expect(withoutBeside(page)).toEqual(withoutBeside(plain));
  });

  it("[AN-3] stay out if nobody knows whether the person's condition was among theirs", async () => {
    const nabilone = rowWhere(({ treatment }) => treatment === "nabilone");
    const mixed: PoolRow = { ...nabilone, condition: "mixed" };
    expect(outcomesOf(await pageWith([mixed], "hsp", "generalised"), "nabilone")).toEqual([]);
  });

  it("[AN-3] give way to those that are closer to the person", async () => {
    const whole = rowWhere(({ treatment, condition }) => treatment === "nabilone" && condition === "sci");
    if (whole.data.type !== "mean-difference") throw new Error("not a score");
    const legs: PoolRow = { ...whole, pattern: "lower-limb", data: { ...whole.data, md: -3 } };
    const measuredIn = async (pattern: string) => {
      const [outcome] = outcomesOf(await pageWith([legs], "sci", pattern), "nabilone");
      return [outcome?.measuredIn.pattern, outcome?.studyCount, outcome?.estimate];
    };
    expect(await measuredIn("lower-limb")).toEqual(["lower-limb", 1, -3]);
    expect(await measuredIn("upper-limb")).toEqual(["generalised", 1, whole.data.md]);
  });

  it("[AN-6] are pooled with five studies and more without the floor of the interval", async () => {
    const row = rowWhere(
      ({ treatment, outcomeGroup, sharedControl, data }) =>
        treatment === "botulinum-toxin-a" &&
        outcomeGroup === "spasticity-responder" &&
        sharedControl === null &&
        data.type === "binary",
    );
    const page = await pageWith([row, row], "stroke", "upper-limb");
    const figure = outcomesOf(page, "botulinum-toxin-a").find(
      ({ outcome }) => outcome === "spasticity-responder",
    );
    const effects = (figure?.studies ?? []).map(({ label, estimate, se }) => ({
      study: label,
      estimate,
      variance: se ** 2,
    }));
    expect(effects).toHaveLength(6);
    expect(figure?.ci).toBe("knha");
    expect(figure?.ciUpper).toBeCloseTo(poolEffects(effects, { method: "REML", ci: "knha" }).ciUpper, 10);
  });
});

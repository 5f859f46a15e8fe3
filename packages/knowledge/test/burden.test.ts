import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { burdens } from "../src/burden.ts";
import { treatments } from "../src/index.ts";
import { sourceById } from "../src/sources.ts";
import { type DataFiles, faults } from "../src/validate.ts";

const folder = join(import.meta.dirname, "..", "data");
const files = (): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );

describe("what a treatment asks of a person", () => {
  it("[KN-16] stands for every treatment of the catalogue, each step with a sentence and known sources", () => {
    expect(burdens.map(({ treatment }) => treatment)).toEqual(treatments.map(({ id }) => id));
    for (const { treatment, needles, visits } of burdens)
      for (const step of [needles, visits]) {
        if (step === null) continue;
        expect(step.why, treatment).toMatch(/^[A-Z].*\.$/);
        expect(step.why, treatment).not.toMatch(/\b(should|must|safe)\b/i);
        for (const id of step.sources) expect(sourceById.has(id), `${treatment} ${id}`).toBe(true);
      }
  });

  it("[KN-16] follows what the catalogue calls the treatment", () => {
    for (const { id, group } of treatments) {
      const level = burdens.find(({ treatment }) => treatment === id)?.needles.level;
      if (group === "injection") expect(level, id).toBe("injection");
      if (group === "pump" || group === "operation") expect(level, id).toBe("operation");
      if (group === "oral" || group === "cannabis" || group === "nothing") expect(level, id).toBe("none");
    }
  });

  it("[KN-16] a missing treatment and an unknown source are named", () => {
    const damaged = files();
    damaged.burden = burdens
      .slice(1)
      .map((one) =>
        one.visits === null ? one : { ...one, visits: { ...one.visits, sources: ["nowhere"] } },
      );
    const found = faults(damaged as DataFiles);
    expect(found).toContain("burden.json: baclofen-oral: missing");
    expect(found).toContain("burden.json: tizanidine: unknown id nowhere");
    expect(faults(files() as DataFiles)).toEqual([]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { experienceGroups, experiences } from "../src/experiences.ts";
import { sourceById } from "../src/sources.ts";
import { type DataFiles, faults } from "../src/validate.ts";

const folder = join(import.meta.dirname, "..", "data");
/** The faults after one finding was changed in a fresh copy of the data. */
function damaged(id: string, fields: object): string {
  const files: Record<string, unknown> = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
  const { findings } = files.experiences as { findings: Record<string, unknown>[] };
  const found = findings.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  Object.assign(found, fields);
  return faults(files as DataFiles).join("\n");
}

describe("what people report", () => {
  it("[KN-85] points to what is there, each finding once and in one group", () => {
    expect(damaged("px-itb-again", {})).toBe("");
    expect(experiences.length).toBe(54);
    for (const { subject } of experiences)
      expect(experienceGroups.filter(({ subjects }) => subjects.includes(subject)).length, subject).toBe(1);
    for (const { sources } of experiences)
      for (const { id } of sources) expect(sourceById.has(id), id).toBe(true);
    expect(damaged("px-itb-again", { sources: [{ id: "nowhere", where: null }] })).toContain(
      "px-itb-again: unknown id nowhere",
    );
    expect(damaged("px-itb-again", { condition: "gout" })).toContain("unknown id gout");
    expect(damaged("px-itb-again", { subject: "luck" })).toContain("the subject luck does not stand");
    expect(damaged("px-itb-again", { id: "px-itb-ms" })).toContain("the finding px-itb-ms stands twice");
  });

  it("[KN-86] has no figure that was not collected", () => {
    expect(damaged("px-itb-again", { claim: "13 in 100 would not." })).toContain("13 stands nowhere");
    expect(damaged("px-itb-again", { claim: "Half would not." })).not.toContain("stands nowhere");
    expect(damaged("px-itb-ms", { claim: "A quarter would not." })).toContain("quarter stands nowhere");
    expect(damaged("px-itb-ms", { who: "97 people" })).toContain("97 stands nowhere");
  });

  it("[KN-87] keeps what was collected beside our words, and tells every caution", () => {
    for (const { id, population, design, caution, careful } of experiences) {
      expect(population.length * design.length, id).toBeGreaterThan(0);
      if (caution !== null) expect(careful, id).not.toBeNull();
    }
    expect(experiences.filter(({ n }) => n === null).length).toBeGreaterThan(3);
    expect(damaged("px-itb-again", { careful: null })).toContain("its caution is not told");
  });

  it("[KN-88] tells plainly where a company paid, and guesses nowhere", () => {
    for (const { id, funding, paid } of experiences)
      expect(/company/i.test(paid ?? ""), id).toBe(funding === "industry");
    expect(damaged("px-bont-waning", { paid: null })).toContain("that a company paid is not told");
    expect(damaged("px-itb-again", { paid: "A company." })).toContain("was not collected");
  });

  it("[KN-89] is short, promises nothing, commands nothing, and draws shares of people only", () => {
    for (const { id, claim, who, how, careful, paid } of experiences)
      for (const words of [claim, who, how, careful ?? "", paid ?? ""]) {
        expect(words.length, id).toBeLessThanOrEqual(200);
        expect(words, id).not.toMatch(/\bshould\b|\bsafe(ly|ty)?\b|stop taking|\bcures?\b/i);
      }
    expect(damaged("px-bont-timecourse", { shares: [{ key: "onset_days", words: "days" }] })).toContain(
      "onset_days is no share",
    );
  });
});

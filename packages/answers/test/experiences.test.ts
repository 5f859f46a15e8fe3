import { treatments } from "@unclench/knowledge";
import { experiences } from "@unclench/knowledge/experiences";
import { describe, expect, it } from "vitest";
import { experienceChoices, experiencesPage, reportedAbout } from "../src/experiences/index.ts";

const page = (condition: string | null = null) => {
  const result = experiencesPage(condition);
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};
const findings = (condition: string | null = null) =>
  page(condition).groups.flatMap((group) => group.findings);

describe("what people report", () => {
  it("[AN-410] tells every finding once, with who, how many, how, who paid, how sure and its sources", () => {
    expect(
      findings()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(experiences.map(({ id }) => id).sort());
    for (const { id, claim, who, n, how, paid, sure, sources } of findings()) {
      for (const words of [claim, who, how, paid]) expect(words, id).toMatch(/^[A-Z\d].*\.$/);
      expect(who, id).toContain(
        n === null ? "How many is not known." : `${n.toLocaleString("en-GB")} people.`,
      );
      expect(sure, id).toMatch(/sure/);
      expect(sources.length, id).toBeGreaterThan(0);
    }
    expect(findings().find(({ id }) => id === "px-bont-waning")?.paid).toContain("Ipsen");
    expect(findings().find(({ id }) => id === "px-carenity-2020-sample")?.sources[0]?.title).toContain(
      "online patient and caregiver community",
    );
  });

  it("[AN-411] says first that these are no effects, and tells no effect size", () => {
    const { before } = page();
    expect(before.what).toContain("They are not effects");
    expect(before.who).toContain("is not everyone");
    // Measures of effect that were collected beside the answers: no reader could take them for anything else.
    for (const { id, claim } of findings())
      expect(claim, id).not.toMatch(/0\.52|0\.77|0\.41|\bratio\b|significant/);
  });

  it("[AN-412] shows a condition its own findings and those of several, never another's", () => {
    const conditionOf = new Map(experiences.map(({ id, condition }) => [id, condition]));
    for (const { id, name } of experienceChoices) {
      const shown = findings(id);
      for (const one of shown) expect([id, "mixed"]).toContain(conditionOf.get(one.id));
      expect(page().choices.find((choice) => choice.id === id)?.count, name).toBe(shown.length);
      expect(page(id).groups.every((group) => group.findings.length > 0)).toBe(true);
    }
    const wrong = experiencesPage("gout");
    expect(wrong.ok ? "" : wrong.error.sentence).toContain("ms, stroke, sci, cp, mixed");
  });

  it("[AN-413] draws only shares of people, each with its number in words", () => {
    const drawn = findings().flatMap(({ shares }) => shares);
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(15);
    for (const { of100, text } of drawn) {
      expect(of100).toBeGreaterThan(0);
      expect(of100).toBeLessThan(100);
      expect(text).toMatch(new RegExp(`^${of100} in 100 `));
    }
  });

  it("[AN-414] leads from a treatment to what people report about it, where something was read", () => {
    expect(reportedAbout("botulinum-toxin-a")?.path).toBe("/experiences#wearing-off");
    expect(reportedAbout("baclofen-intrathecal")?.path).toBe("/experiences#pump");
    expect(reportedAbout("dantrolene")).toBeNull();
    const groups = page().groups.map(({ id }) => `/experiences#${id}`);
    for (const { id } of treatments) {
      const reported = reportedAbout(id);
      if (reported !== null) expect(groups).toContain(reported.path);
    }
  });
});

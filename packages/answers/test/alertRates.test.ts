import { published } from "@unclench/safety/labelled";
import { describe, expect, it } from "vitest";
import { alertRates, alertRatesOf } from "../src/alertRates.ts";

const words = JSON.stringify(alertRates);

describe("how often the warnings are right", () => {
  it("[AN-230] is what was measured, the first run and every miss included", () => {
    const { now, firstRun } = published;
    expect(alertRates.sentences[0]).toContain(`${now.grave.of} grave warnings`);
    expect(alertRates.sentences[0]).toContain(`${now.grave.found} of them`);
    expect(alertRates.sentences.join(" ")).toContain(`${firstRun.grave.found} of ${firstRun.grave.of}`);
    expect(alertRates.lines.map(({ count }) => count)).toContain(`${now.mild.found} of ${now.mild.of}`);
    expect(alertRates.misses).toHaveLength(now.missed.length + now.unexpected.length);
    for (const { regimen } of [...now.missed, ...now.unexpected]) expect(words).toContain(regimen);
    expect(alertRates.everyday.map(({ alerts }) => Number(alerts))).toEqual(
      Object.values(now.perHundredEveryday),
    );
  });

  it("[AN-230] says it when something is told that a label rules out, or without cause on an everyday list", () => {
    const told = {
      regimen: "everyday-x",
      ruleId: "SF-x",
      kind: "dose",
      grade: "major",
      medicines: ["baclofen"],
    } as const;
    const worse = alertRatesOf({
      ...published,
      now: { ...published.now, forbidden: [told], unexpected: [told] },
    });
    expect(worse.sentences.join(" ")).toContain("given all the same: 1.");
    expect(worse.limits.join(" ")).toContain("do not ask for: 1.");
    expect(worse.misses.join(" ")).toContain("Baclofen (list everyday-x): “Ask first” is told");
  });

  it("[AN-230] promises nothing", () => {
    expect(words).not.toMatch(/\bsafe\b|should|NaN|undefined|null/i);
    expect(alertRates.limits.join(" ")).toContain("no pharmacist has checked them");
  });
});

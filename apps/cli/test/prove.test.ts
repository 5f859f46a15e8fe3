import { alertRates } from "@unclench/answers/alert-rates";
import { proof } from "@unclench/answers/error-rates";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

describe("unclench prove", () => {
  it("prints the published rates and how to simulate them again", () => {
    const { out, code } = unclench(["prove"]);
    expect(code).toBe(0);
    expect(out).toContain(proof.falseAlarms);
    const { alarms, power, ranges, countRanges, foretold, ownCurves, longer } = proof;
    for (const { situation } of [
      ...alarms,
      ...power,
      ...ranges,
      ...countRanges,
      ...foretold,
      ...ownCurves,
      ...longer,
    ])
      expect(out).toContain(situation);
    expect(out).toContain("npm run prove");
    expect(out).not.toMatch(/NaN|undefined|null/);
  });

  it("prints the same as JSON, and takes nothing else", () => {
    expect(JSON.parse(unclench(["prove", "--json"]).out)).toMatchObject(JSON.parse(JSON.stringify(proof)));
    expectFault(unclench(["prove", "diary.csv"]), "prove takes no file");
  });

  it("[AN-230] says how often the warnings are right, as the page does", () => {
    const { out } = unclench(["prove"]);
    for (const sentence of [alertRates.lead, ...alertRates.sentences, ...alertRates.limits])
      expect(out.replaceAll(/\s+/g, " ")).toContain(sentence);
    for (const { what, count } of alertRates.lines) expect(out).toContain(`${what}: ${count}`);
    expect(JSON.parse(unclench(["prove", "--json"]).out).warnings).toEqual(
      JSON.parse(JSON.stringify(alertRates)),
    );
  });
});

import { proof } from "@unclench/answers/error-rates";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

describe("unclench prove", () => {
  it("prints the published rates and how to simulate them again", () => {
    const { out, code } = unclench(["prove"]);
    expect(code).toBe(0);
    expect(out).toContain(proof.falseAlarms);
    for (const { situation } of [...proof.alarms, ...proof.power, ...proof.ranges])
      expect(out).toContain(situation);
    expect(out).toContain("npm run prove");
    expect(out).not.toMatch(/NaN|undefined|null/);
  });

  it("prints the same as JSON, and takes nothing else", () => {
    expect(JSON.parse(unclench(["prove", "--json"]).out)).toMatchObject(JSON.parse(JSON.stringify(proof)));
    expectFault(unclench(["prove", "diary.csv"]), "prove takes no file");
  });
});

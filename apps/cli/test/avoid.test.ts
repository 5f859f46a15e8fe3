import { redFlagsToday } from "@unclench/answers/red-flags";
import { sideEffectsList, sideEffectsSheet } from "@unclench/answers/side-effects";
import { stoppingList, stoppingSheet } from "@unclench/answers/stopping";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

const run = (...args: string[]): string => {
  const ran = unclench(args);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return ran.out;
};

describe("unclench help-today", () => {
  it("prints every sign and every step, and the same as JSON", () => {
    const flags = redFlagsToday();
    expect(run("help-today", "--json")).toBe(`${JSON.stringify(flags, null, 2)}\n`);
    const text = run("help-today");
    for (const { claim, call, steps, signs } of [...flags.emergency, ...flags.today])
      for (const part of [claim, call, ...steps, ...signs]) expect(text).toContain(part);
    expect(text.indexOf("dysreflexia")).toBeLessThan(text.indexOf("pump withdrawal"));
    expectFault(unclench(["help-today", "now"]), "help-today takes no words");
  });
});

describe("unclench stopping", () => {
  it("prints one medicine, by name or brand, and the same as JSON", () => {
    const sheet = stoppingSheet("baclofen");
    if (!sheet.ok) throw new Error("no baclofen");
    expect(run("stopping", "Lioresal", "--json")).toBe(`${JSON.stringify(sheet.value, null, 2)}\n`);
    const text = run("stopping", "baclofen", "tablets");
    for (const { region, text: words } of sheet.value.lowered) expect(text).toContain(`${region}: ${words}`);
    expect(text).toContain("It is not a plan for you");
    expect(run("stopping", "dantrolene")).toContain("No text on coming off dantrolene was read.");
    expect(run("stopping", "--help")).toContain(stoppingList().at(-1)?.id);
  });

  it("says what is known where a medicine is not", () => {
    expectFault(unclench(["stopping"]), "stopping needs a medicine");
    expectFault(unclench(["stopping", "snake", "oil"]), 'There is no medicine called "snake oil"');
  });
});

describe("unclench side-effects", () => {
  it("prints every figure with its other side, and the same as JSON", () => {
    const sheet = sideEffectsSheet("tizanidine");
    if (!sheet.ok) throw new Error("no tizanidine");
    expect(run("side-effects", "Zanaflex", "--json")).toBe(`${JSON.stringify(sheet.value, null, 2)}\n`);
    const text = run("side-effects", "tizanidine");
    for (const { rows } of sheet.value.tables)
      for (const { sentence } of rows) expect(text).toContain(sentence);
    for (const { sentence } of sheet.value.pooled) expect(text).toContain(sentence);
    expect(text).toContain("READ BY A PROGRAM ONLY");
    expect(text).not.toMatch(/undefined|NaN|null/);
    for (const { treatment } of sideEffectsList()) expect(run("side-effects", "--help")).toContain(treatment);
    expectFault(unclench(["side-effects"]), "side-effects needs a treatment");
    expectFault(unclench(["side-effects", "snake oil"]), "There is no treatment called");
  });
});

import { redFlags } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import { redFlagsToday } from "../src/redFlags.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const flags = redFlagsToday();
const lines = [...flags.emergency, ...flags.today];

describe("signs that cannot wait", () => {
  it("[AN-50] are all there, each once, emergencies apart from what needs someone today", () => {
    expect(lines.map(({ id }) => id).sort()).toEqual(redFlags.map(({ id }) => id).sort());
    for (const [level, list] of [
      ["emergency", flags.emergency],
      ["today", flags.today],
    ] as const)
      for (const { id } of list) expect(redFlags.find((flag) => flag.id === id)?.value.level).toBe(level);
    expect(flags.emergency.length).toBeGreaterThan(0);
    expect(flags.today.length).toBeGreaterThan(0);
  });

  it("[AN-51] say what to look for and what to do, each with its sources", () => {
    for (const { id, signs, steps, sources, claim } of lines) {
      expect(claim, id).not.toBe("");
      expect(signs.length, id).toBeGreaterThan(0);
      expect(steps.length, id).toBeGreaterThan(0);
      expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) {
        expect(source.title, id).not.toBe("");
        expect(source.readWords, id).not.toBe("");
      }
    }
  });

  it("[AN-16] are the same twice and survive JSON", () => {
    expect(redFlagsToday()).toEqual(flags);
    expect(JSON.parse(JSON.stringify(flags))).toEqual(flags);
    expect(brokenNumbers(flags)).toEqual([]);
    expect(ownWords(flags.emergency.map(({ who }) => who)).join(" ")).not.toMatch(/\b(SCI|MS)\b/);
    expect(ownWords(flags).filter((text) => /\b(undefined|NaN|null)\b/.test(text))).toEqual([]);
    expect(forbiddenWords.test("undefined")).toBe(true);
  });
});

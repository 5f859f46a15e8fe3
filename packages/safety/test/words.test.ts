import { vocabulary } from "@unclench/knowledge/alerts";
import { describe, expect, it } from "vitest";
import { check, understand } from "../src/index.ts";
import { person, rule } from "./person.ts";

const ids = (text: string, kind: "condition" | "context" | "symptom" = "condition") => [
  ...understand([text], kind).ids,
];

describe("words for what people have", () => {
  it("[SF-46] are understood in any case, with hyphens or blanks, the longest first", () => {
    expect(ids("MS")).toEqual(["multiple-sclerosis"]);
    expect(ids("Multiple Sclerosis")).toEqual(["multiple-sclerosis"]);
    expect(ids("Sleep-Apnea")).toEqual(["sleep-apnoea"]);
    expect(ids("family history of schizophrenia")).toEqual(["family-psychosis"]);
    expect(ids("two-tone alarm", "context")).toContain("pump-alarm-critical");
    expect(ids("stopped suddenly 24 h ago", "context")).toEqual(["stopped-suddenly"]);
    expect(ids("walks using spasticity", "context")).toEqual(["walks-using-spasticity"]);
    for (const { id, name, kind } of vocabulary) expect(ids(name, kind), name).toContain(id);
  });

  it("[SF-46] take the meaning of their list, and bring what follows from them", () => {
    expect(ids("urinary retention", "symptom")).toEqual(["cannot-pass-urine"]);
    expect(ids("urinary retention", "condition")).toEqual(["urinary-retention"]);
    expect(ids("cirrhosis")).toEqual(["active-liver-disease", "liver-disease"]);
    for (const [text, high] of [
      ["T4 injury", true],
      ["spinal cord injury C6", true],
      ["SCI T6", true],
      ["T7 injury", false],
      ["L1 spinal injury", false],
    ] as const) {
      expect(ids(text), text).toContain("spinal-cord-injury");
      expect(ids(text).includes("spinal-cord-injury-t6-or-above"), text).toBe(high);
    }
  });

  it("[SF-46] are read part by part", () => {
    const { ids: found, unknown } = understand(["MS, depression and lupus"], "condition");
    expect([...found]).toEqual(["multiple-sclerosis", "depression"]);
    expect(unknown).toEqual(["lupus"]);
  });

  it("[SF-47] count for nothing where they are denied, and say so", () => {
    for (const text of ["no kidney disease", "never had a stroke", "without epilepsy"]) {
      const { ids: found, denied } = understand([text], "condition");
      expect([...found], text).toEqual([]);
      expect(denied).toEqual([text]);
    }
  });

  it("[SF-47] are read over a slip of the pen, and listed", () => {
    const { ids: found, respelt } = understand(["mutliple sclerosis", "epilepsi"], "condition");
    expect([...found]).toEqual(["multiple-sclerosis", "epilepsy"]);
    expect(respelt.map(([written]) => written)).toEqual(["mutliple sclerosis", "epilepsi"]);
    expect(understand(["xx", "qqqqqq"], "condition").unknown).toEqual(["xx", "qqqqqq"]);
  });

  it("[SF-49] tell of pregnancy and breastfeeding", () => {
    const rules = [
      rule({ all: [{ takes: "baclofen" }, { pregnant: true }] }, { id: "SF-p", problem: "p" }),
      rule({ all: [{ takes: "baclofen" }, { breastfeeding: true }] }, { id: "SF-b", problem: "b" }),
    ];
    const found = (rest: Parameters<typeof person>[1]) =>
      check(person(["baclofen"], rest), rules).alerts.map(({ ruleId }) => ruleId);
    const needs = (rest: Parameters<typeof person>[1]) =>
      check(person(["baclofen"], rest), rules).notChecked.filter(({ type }) => type === "needs").length;
    expect(found({ context: ["pregnant, 20 weeks"] })).toEqual(["SF-p"]);
    expect(found({ conditions: ["breast-feeding"] })).toEqual(["SF-b"]);
    expect(found({ context: ["planning pregnancy"] })).toEqual([]);
    expect(found({ context: ["not pregnant"] })).toEqual([]);
    expect(needs({})).toBe(2);
    expect(needs({ sex: "m" })).toBe(0);
    expect(needs({ age: 71 })).toBe(0);
    expect(needs({ age: 30, sex: "f" })).toBe(2);
    expect(found({ age: 71, pregnant: true })).toEqual(["SF-p"]);
  });
});

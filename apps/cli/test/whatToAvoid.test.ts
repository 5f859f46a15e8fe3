import { type WhatToAvoid, whatToAvoidFrom } from "@unclench/answers/what-to-avoid";
import { describe, expect, it } from "vitest";
import { expectFault, fileOf, unclench } from "./unclench.ts";

const example = {
  age: 41,
  sex: "f",
  conditions: ["multiple sclerosis"],
  pregnant: null,
  breastfeeding: null,
  labs: { egfr: 55, alt_x_uln: 0.8 },
  context: [],
  symptoms: [],
  medicines: [
    { text: "Zanaflex 4 mg three times a day", status: "current" },
    { text: "fluvoxamine 50 mg", status: "starting" },
  ],
};
const run = (person: unknown, ...options: string[]): string => {
  const ran = unclench(["what-to-avoid", fileOf("person.json", JSON.stringify(person)), ...options]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return ran.out;
};

describe("unclench what-to-avoid", () => {
  it("tells the example of the documentation, in text and as the JSON that the screen draws", () => {
    const text = run(example);
    expect(text).toContain("NOT TOGETHER: Tizanidine (Zanaflex) with fluvoxamine");
    expect(text).toContain("WHAT WE COULD NOT CHECK");
    const printed = run(example, "--json");
    expect(printed).toBe(`${JSON.stringify(whatToAvoidFrom(example), null, 2)}\n`);
    const [first]: WhatToAvoid["alerts"] = JSON.parse(printed).alerts;
    expect(first).toMatchObject({
      kind: "interaction",
      grade: "contraindicated",
      medicines: ["tizanidine", "fluvoxamine"],
    });
    for (const field of ["ruleId", "title", "text", "action", "sources"] as const)
      expect(first?.[field], field).toBeTruthy();
  });

  it("names what it does not know, and goes on", () => {
    const out = run({ ...example, weight: 70, conditions: ["grumbles"] });
    expect(out).toContain("“weight” is not a part we know");
    expect(out).toContain("“grumbles” (conditions) was not understood");
    expect(out).toContain("NOT TOGETHER");
  });

  it("keeps names that would steer the terminal on one plain line", () => {
    const out = run({ medicines: ["\u001b[2Jbaclofen\n\nSAFE"] });
    expect(out).not.toContain("\u001b");
    expect(out).not.toMatch(/^SAFE/m);
  });

  it("says in one sentence what is wrong with a file", () => {
    for (const [content, sentence] of [
      ["not json", "is no JSON"],
      ["[1]", "holds no person"],
      ["null", "holds no person"],
      ["\u0000\u0001\u0002", "is no JSON"],
    ] as const)
      expectFault(unclench(["what-to-avoid", fileOf("bad.json", content)]), sentence);
    expectFault(unclench(["what-to-avoid"]), "Name the file");
    expectFault(unclench(["what-to-avoid", "/no/such/file.json"]), "there is no such file");
    expectFault(unclench(["what-to-avoid", "a.json", "b.json"]), "one file too many");
  });
});

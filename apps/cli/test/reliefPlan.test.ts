import { planLines } from "@unclench/answers/relief-plan";
import type { LocalDate } from "@unclench/record";
import { planFragment, readPlanText } from "@unclench/record/plan";
import { describe, expect, it } from "vitest";
import { expectFault, fileOf, unclench } from "./unclench.ts";

const plan = {
  format: "unclench-plan",
  version: 1,
  items: [
    {
      routine: "calf-towel-sitting",
      days: ["mon", "thu"],
      holdSeconds: 25,
      side: "left",
      note: "the blue\ntowel",
    },
    { routine: "from-a-newer-version" },
  ],
};
const file = fileOf("plan.json", JSON.stringify(plan));

describe("unclench relief-plan", () => {
  it("[AN-362] prints a plan with its steps and when to stop, as text and as JSON, from its file and from its link", () => {
    const ran = unclench(["relief-plan", file]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    for (const part of [
      "Calf stretch with a towel, sitting",
      "Hold 25 seconds, 3 times, left side. Mon, Thu.",
      "Note: the blue towel",
      "4. Pull slowly until the toes point to your face and the calf pulls.",
      "This version does not know this routine.",
      "Sharp pain, or pain that grows.",
    ])
      expect(ran.out).toContain(part);
    const read = readPlanText(JSON.stringify(plan), "2026-11-26" as LocalDate);
    if (!read.ok) throw new Error(read.error.type);
    const fragment = planFragment(read.value);
    expect(unclench(["relief-plan", file, "--link"]).out.trim()).toBe(fragment);
    expect(unclench(["relief-plan", `https://example.org/relief/plan#${fragment}`]).out).toBe(ran.out);
    const json = JSON.parse(unclench(["relief-plan", file, "--json"]).out);
    expect(json).toEqual({
      question: "relief-plan",
      format: 1,
      routines: JSON.parse(JSON.stringify(planLines(read.value))),
    });
    expect(Object.keys(json.routines[0])).toEqual([
      "item",
      "name",
      "known",
      "days",
      "daysWords",
      "amountWords",
      "times",
      "link",
    ]);
  });

  it("[RC-127] says in a sentence what is wrong", () => {
    expectFault(unclench(["relief-plan"]), "Name the file of the plan");
    expectFault(unclench(["relief-plan", file, "more"]), "one too many");
    expectFault(unclench(["relief-plan", fileOf("other.json", "{}")]), "no plan of routines");
    expectFault(unclench(["relief-plan", "#p1.00000000.abc"]), "not whole");
    expectFault(unclench(["relief-plan", "nowhere.json"]), "nowhere.json");
  });
});

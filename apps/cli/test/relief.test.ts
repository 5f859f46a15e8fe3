import { allQuestions, answered, findRoutines } from "@unclench/answers/relief";
import { routinePage } from "@unclench/answers/relief-page";
import { localDateOf } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

const run = (...args: string[]): string => {
  const ran = unclench(["relief", ...args]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return ran.out;
};
const ids = allQuestions([]).map(({ id }) => id);
const check = (...yes: string[]) => answered([], ids, yes, localDateOf(new Date()));
const asked = { where: "calf", position: "lying", minutes: 8, company: "alone" };

describe("unclench relief", () => {
  it("[AN-301] prints the answer that the screen draws, as text and as JSON", () => {
    const found = findRoutines({ ...asked, bodyCheck: check("pressure-sore") });
    if (!found.ok) throw new Error(found.error.sentence);
    const args = ["--where", "calf", "--position", "lying", "--minutes", "8", "--not", "pressure-sore"];
    expect(run(...args, "--json")).toBe(`${JSON.stringify(found.value, null, 2)}\n`);
    const text = run(...args, "--alone");
    expect(text).toContain(found.value.sentence);
    for (const { name, because, needsWords, against } of found.value.proposals)
      for (const part of [name, needsWords, ...because, ...against]) expect(text).toContain(part);
    for (const { name, why } of found.value.leftOut) expect(text).toContain(`${name}: ${why}`);
    expect(text).not.toMatch(/undefined|NaN|null/);
    // An everyday word, someone who helps, a condition.
    expect(run("--where", "ankle", "--position", "lying", "--helper", "--not", "none")).toContain(
      "Ankle stretch by a helper, lying",
    );
    expect(run("--where", "hip", "--position", "lying", "--condition", "sci", "--not", "none")).not.toContain(
      "1. Front-of-hip",
    );
  });

  it("[AN-303] asks first, where nothing was said about the body", () => {
    const text = run("--where", "calf");
    expect(text).toContain("IS ANY OF THIS SO?");
    expect(text).toContain("dvt: A blood clot in a leg");
    expect(text).toContain("--not none");
    expect(text).not.toContain("1. ");
  });

  it("[AN-304] prints the page of one routine, and the same as JSON", () => {
    const page = routinePage("standing-frame");
    if (!page.ok) throw new Error(page.error.sentence);
    expect(run("standing-frame", "--json")).toBe(`${JSON.stringify(page.value, null, 2)}\n`);
    const text = run("standing-frame");
    const { steps, wrong, stop, effect, notForNow } = page.value;
    for (const part of [...steps, ...wrong, notForNow ?? ""]) expect(text).toContain(part);
    for (const { text: sign } of stop) expect(text).toContain(sign);
    for (const { claim } of effect.findings) expect(text).toContain(claim);
    expect(text).not.toMatch(/undefined|NaN|null/);
    expect(run("calf", "stretch", "with", "a", "towel,", "sitting")).toContain("FOR WHOEVER HELPS");
    expect(run("--help")).toContain("incontinence-unmanaged");
  });

  it("[AN-308] says what to do where something is mistyped", () => {
    const refused = (args: string[], sentence: string) =>
      expectFault(unclench(["relief", ...args]), sentence);
    refused([], "relief needs --where PLACE");
    refused(["yoga"], 'There is no routine "yoga"');
    refused(["--where", "wing"], 'There is no place "wing"; there is: calf');
    refused(["--where", "arm"], "shoulder, elbow. Name one of them");
    refused(["--where", "calf", "--not", "gout"], '--not: there is no "gout"');
    refused(["--where", "calf", "--not", "none,dvt"], "cannot both be so");
    refused(["--where", "calf", "--alone", "--helper"], "cannot both be so");
    refused(["--where", "calf", "--minutes", "5"], "there is: 3, 8, 15");
    refused(["--where", "calf", "--minutes", "x"], "--minutes x");
    refused(["--where", "calf", "--position", "flying"], "lying, sitting");
    refused(["standing-frame", "--helper"], "--helper goes with --where");
  });
});

import { type WhatWorks, whatWorks } from "@unclench/answers/what-works";
import { conditions, patterns, treatments } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

const run = (...args: string[]) => {
  const ran = unclench(["what-works", ...args]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return ran.out;
};
const place = (condition: string, pattern: string) => ["--condition", condition, "--pattern", pattern];
const theAnswer = (condition: string, pattern: string): WhatWorks => {
  const answer = whatWorks(condition, pattern);
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
};

describe("unclench what-works --json", () => {
  it("is the object that the screens use, for every condition", () => {
    for (const { id } of conditions) {
      const printed = run(...place(id, "generalised"), "--json");
      expect(printed).toBe(`${JSON.stringify(theAnswer(id, "generalised"), null, 2)}\n`);
    }
  });

  it("gives botulinum toxin for an arm after a stroke out of 100, with the trials behind it", () => {
    const got: WhatWorks = JSON.parse(run(...place("stroke", "upper-limb"), "--json"));
    expect(got).toMatchObject({ question: "what-works", format: 1 });
    expect(got.condition).toBe("stroke");
    expect(got.pattern).toBe("upper-limb");
    const row = got.rows.find(({ treatment }) => treatment === "botulinum-toxin-a");
    const responder = row?.outcomes.find(({ outcome }) => outcome === "spasticity-responder");
    expect(responder?.kind).toBe("binary");
    const per100 = responder?.per100;
    expect(per100?.with).toBeGreaterThan(per100?.without ?? 100);
    expect(per100?.withLower).toBeLessThanOrEqual(per100?.with ?? 0);
    expect(per100?.withUpper).toBeGreaterThanOrEqual(per100?.with ?? 100);
    expect(responder?.trials).toEqual([...new Set(responder?.studies.map(({ trial }) => trial))]);
    expect(responder?.trials).toContain("gracies-2015");
    expect(responder?.people).toBeGreaterThan(100);
    expect(responder?.estimate).toBeGreaterThan(0);
    expect(["high", "moderate", "low", "very-low"]).toContain(responder?.certainty.level);
  });

  it("holds every treatment but doing nothing, once", () => {
    const got: WhatWorks = JSON.parse(run(...place("ms", "generalised"), "--json"));
    expect(got.rows.map(({ treatment }) => treatment)).toEqual(
      treatments.filter(({ group }) => group !== "nothing").map(({ id }) => id),
    );
  });

  it("keeps one row, and the rest of the object, for one treatment", () => {
    const whole = theAnswer("ms", "generalised");
    const got = JSON.parse(run(...place("ms", "generalised"), "--treatment", "nabiximols", "--json"));
    expect(got).toEqual({
      ...whole,
      rows: whole.rows.filter(({ treatment }) => treatment === "nabiximols"),
    });
  });
});

describe("unclench what-works", () => {
  it("says every sentence of the answer, figures first, then without figures, then the enriched trials", () => {
    const answer = theAnswer("ms", "generalised");
    const text = run(...place("ms", "generalised"));
    expect(text).toContain(answer.about.condition.name);
    expect(text).toContain(answer.about.pattern.where);
    const places: number[] = [];
    const withFigures = answer.rows.filter(({ status }) => status === "figures");
    const without = answer.rows.filter(({ status }) => status !== "figures");
    expect(withFigures.length).toBeGreaterThan(0);
    for (const row of withFigures) {
      places.push(text.indexOf(`${row.name} [${row.treatment}]`));
      expect(text).toContain(row.statusSentence);
      for (const outcome of row.outcomes) {
        expect(text).toContain(outcome.sentence);
        expect(text).toContain(outcome.rangeSentence);
        expect(text).toContain(`How sure: ${outcome.certainty.words}.`);
        for (const reason of outcome.certainty.reasons) expect(text).toContain(reason);
        expect(text).toContain(`${outcome.people} people: ${outcome.trials.join(", ")}.`);
        for (const { source } of outcome.studies) expect(text).toContain(source.link ?? source.title);
      }
      for (const review of row.reviews) expect(text).toContain(review.detail);
    }
    for (const row of without) {
      places.push(text.indexOf(`${row.name} [${row.treatment}]`));
      expect(text).toContain(row.statusSentence);
    }
    places.push(text.indexOf(answer.enrichedSentence));
    const enriched = answer.rows.flatMap((row) => row.enriched);
    expect(enriched.length).toBeGreaterThan(0);
    for (const outcome of enriched) places.push(text.lastIndexOf(outcome.sentence));
    places.push(text.indexOf(answer.doingNothing ?? "missing"));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(text).not.toMatch(/NaN|undefined|null|\[object/);
  });

  it("never lets missing figures pass for safe or useless, and warns of stopping", () => {
    for (const [condition, pattern] of [
      ["hsp", "focal"],
      ["cp-child", "lower-limb"],
    ] as const) {
      const text = run(...place(condition, pattern));
      expect(text).toContain("No figures does not mean no effect, and it does not mean safe.");
      expect(text).toContain("Do not stop a medicine or a pump suddenly");
      expect(text).not.toMatch(/NaN|undefined|null|\[object/);
    }
    expect(run(...place("hsp", "focal"))).toContain("nobody has shown it either way");
  });

  it("names the trials without figures, with the reason, when one treatment is asked for", () => {
    const row = theAnswer("ms", "generalised").rows.find(({ treatment }) => treatment === "baclofen-oral");
    expect(row?.unused.length).toBeGreaterThan(0);
    const text = run(...place("ms", "generalised"), "--treatment", "baclofen-oral");
    for (const { trial, reason } of row?.unused ?? [])
      expect(text).toContain(`No figure from ${trial}: ${reason}.`);
    for (const { condition, pattern } of row?.elsewhere ?? [])
      expect(text).toContain(`${condition.id} ${pattern.id}`);
    expect(text).not.toContain("[tizanidine]");
  });

  it("helps", () => {
    const text = run("--help");
    for (const { id } of [...conditions, ...patterns]) expect(text).toContain(`${id} (`);
    for (const option of ["--condition", "--pattern", "--treatment", "--json"])
      expect(text).toContain(option);
    expect(unclench(["--help"]).out).toMatch(/^ {2}what-works +\S/m);
  });
});

describe("unclench what-works, typed wrongly", () => {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(", ");
  const wrong: [string, string[], string[]][] = [
    ["nothing", [], ["--condition is missing", ids(conditions)]],
    ["no pattern", ["--condition", "ms"], ["--pattern is missing", ids(patterns)]],
    ["no condition", ["--pattern", "focal"], ["--condition is missing", ids(conditions)]],
    ["an unknown condition", place("gout", "focal"), ['"gout"', ids(conditions)]],
    ["an unknown pattern", place("ms", "tail"), ['"tail"', ids(patterns)]],
    ["an empty condition", place("", "focal"), ['""', ids(conditions)]],
    ["a condition from Object.prototype", place("constructor", "focal"), ['"constructor"', ids(conditions)]],
    [
      "an unknown treatment",
      [...place("ms", "focal"), "--treatment", "cure"],
      ['"cure"', "baclofen-oral, tizanidine"],
    ],
    ["an option without value", ["--pattern", "focal", "--condition"], ["--condition"]],
    ["an unknown option", [...place("ms", "focal"), "--best"], ["--best"]],
    ["a word too much", ["ms", "generalised"], ['"ms"']],
  ];
  it.each(wrong)("%s", (_, args, parts) => {
    const ran = unclench(["what-works", ...args]);
    for (const part of parts) expectFault(ran, part);
  });
});

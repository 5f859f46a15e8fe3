import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grades } from "@unclench/knowledge/alerts";
import { check, nobody, readPerson } from "../src/index.ts";
import { person, rule } from "./person.ts";

const both = { all: [{ takes: "tizanidine" }, { takes: "ciprofloxacin" }] };
const pair = person(["Zanaflex 4 mg", ["ciprofloxacin 500 mg", "starting"]]);

describe("the report", () => {
  it("[SF-41] tells one problem once, with the sources of the milder rules", () => {
    const { alerts } = check(pair, [
      rule(both, { id: "SF-mild", grade: "minor", sources: [{ id: "b", where: null }] }),
      rule(both, { id: "SF-grave", grade: "contraindicated", sources: [{ id: "a", where: null }] }),
      rule({ takes: "tizanidine" }, { id: "SF-other", problem: "another", title: "{a}" }),
    ]);
    expect(alerts.map(({ ruleId, also }) => [ruleId, also])).toEqual([
      ["SF-grave", ["SF-mild"]],
      ["SF-other", []],
    ]);
    expect(alerts[0]?.sources.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("[SF-41] keeps one problem apart for different medicines", () => {
    const stopping = (id: string) =>
      rule({ takes: id, status: ["stopping"] }, { id: `SF-${id}`, problem: "stop" });
    const { alerts } = check(
      person([
        ["baclofen", "stopping"],
        ["diazepam", "stopping"],
      ]),
      [stopping("baclofen"), stopping("diazepam")],
    );
    expect(alerts.length).toBe(2);
  });

  it("[SF-42] goes by grade, then by what is new, and never cuts what is grave", () => {
    const rules = grades.flatMap((grade) =>
      Array.from({ length: 12 }, (_, place) =>
        rule(
          { takes: "tizanidine" },
          { id: `SF-${grade}-${place}`, grade, problem: `${grade}-${place}`, title: "{a}" },
        ),
      ),
    );
    const { alerts, notChecked } = check(pair, rules);
    const counted = (grade: string) => alerts.filter((alert) => alert.grade === grade).length;
    expect(grades.map(counted)).toEqual([12, 12, 12, 8, 5]);
    expect(notChecked).toContainEqual({ type: "leftOut", count: 11 });
    expect(alerts.map(({ grade }) => grades.indexOf(grade))).toEqual(
      alerts.map(({ grade }) => grades.indexOf(grade)).toSorted((one, other) => one - other),
    );
    const [first] = check(pair, [
      rule({ takes: "tizanidine" }, { id: "SF-a", problem: "a" }),
      rule({ takes: "ciprofloxacin" }, { id: "SF-b", problem: "b" }),
    ]).alerts;
    expect(first?.ruleId).toBe("SF-b");
  });

  it("[SF-44] names medicines that no rule speaks of", () => {
    const { notChecked } = check(person(["paracetamol 1 g", "baclofen"]), [rule({ takes: "baclofen" })]);
    const unspoken = notChecked.filter(({ type }) => type === "noRules");
    expect(unspoken).toEqual([{ type: "noRules", asWritten: "paracetamol 1 g", called: "paracetamol" }]);
  });

  it("[SF-55] asks back an unclear dose where it matters", () => {
    const asked = (text: string) =>
      check(person([text])).notChecked.filter(({ type }) => type === "dose").length;
    expect(asked("baclofen 3 a day")).toBe(1);
    expect(asked("macrogol one sachet")).toBe(0);
    expect(asked("xyzzyl 3 a day")).toBe(1);
  });

  it("[SF-45] names the medicines, and the brand beside the generic name", () => {
    expect(check(pair, [rule(both)]).alerts[0]?.title).toBe("Tizanidine (Zanaflex) with ciprofloxacin");
    const list = { all: [{ takes: "tizanidine" }, { takes: ["ciprofloxacin", "fluvoxamine", "diazepam"] }] };
    const three = person(["tizanidine 4 mg", "ciprofloxacin", "diazepam", "fluvoxamine"]);
    expect(check(three, [rule(list)]).alerts[0]?.title).toBe(
      "Tizanidine with ciprofloxacin, diazepam and fluvoxamine",
    );
  });

  it("[SF-35] checks a near name as what it is near to, and asks back", () => {
    const { alerts, notChecked } = check(person(["tizanadine 4 mg", "ciprofloxacine"]), [rule(both)]);
    expect(alerts[0]?.assumed).toEqual([["tizanadine 4 mg", "tizanidine"]]);
    expect(notChecked).toContainEqual({
      type: "spelling",
      asWritten: "tizanadine 4 mg",
      readAs: "tizanidine",
      suggestions: ["tizanidine"],
    });
  });

  it("[SF-35] never lets an unknown name pass in silence", () => {
    const { alerts, notChecked } = check(person(["xyzzyl 3 mg"]));
    expect(alerts.map(({ kind }) => kind)).toEqual(["unknown-medicine"]);
    expect(notChecked).toContainEqual({ type: "unknownMedicine", asWritten: "xyzzyl 3 mg" });
  });

  it("[SF-43] is never silent on its limits and never says safe, whatever it is given", () => {
    expect(check(nobody).notChecked.length).toBeGreaterThan(0);
    const something = fc.oneof(
      fc.string(),
      fc.constantFrom("baclofen", "Zanaflex 4mg tds", "warfarin", "10 mg", "🧪", "ignore all rules"),
    );
    fc.assert(
      fc.property(
        fc.record(
          {
            age: fc.anything(),
            sex: fc.anything(),
            conditions: fc.oneof(fc.array(something), fc.anything()),
            context: fc.array(something),
            symptoms: fc.anything(),
            labs: fc.oneof(fc.dictionary(fc.string(), fc.anything()), fc.anything()),
            medicines: fc.array(
              fc.oneof(something, fc.record({ text: something, status: fc.anything() }), fc.anything()),
            ),
          },
          { requiredKeys: [] },
        ),
        (value) => {
          const { notChecked, alerts } = check(readPerson(value).person);
          expect(notChecked.length).toBeGreaterThan(0);
          const said = JSON.stringify(alerts.map(({ title, text, action }) => [title, text, action]));
          const quoted = JSON.stringify(value) ?? "";
          if (!/safe|harmless/i.test(quoted)) expect(said).not.toMatch(/\bsafe(ly)?\b/i);
        },
      ),
      { seed: 20_261_126, numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(check(readPerson(value).person).notChecked.length).toBeGreaterThan(0);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it("[SF-34] asks which one it is where only a class was written", () => {
    const which = rule({ takes: "oxycodone" });
    const { alerts, notChecked } = check(person(["an opioid"]), [
      which,
      rule({ takes: "class:opioids" }, { id: "SF-class", title: "{a}" }),
    ]);
    expect(alerts.map(({ ruleId, title }) => [ruleId, title])).toEqual([["SF-class", "An opioid"]]);
    expect(notChecked).toContainEqual({
      type: "needs",
      need: { type: "whichMedicine", asWritten: "an opioid" },
      rules: ["SF-made-up"],
      grade: "moderate",
    });
  });
});

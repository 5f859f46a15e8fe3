import { describe, expect, it } from "vitest";
import type { When } from "@unclench/knowledge/alerts";
import { check, type Person } from "../src/index.ts";
import { person, rule } from "./person.ts";

/** True, false, or what is asked for. */
const verdict = (when: When, who: Person): boolean | string[] => {
  const { alerts, notChecked } = check(who, [rule(when)]);
  if (alerts.some(({ ruleId }) => ruleId === "SF-made-up")) return true;
  const needs = notChecked.flatMap((gap) => (gap.type === "needs" ? [gap.need.type] : []));
  return needs.length > 0 ? needs : false;
};
const takesBaclofen = person(["baclofen 10 mg three times a day"]);

describe("three values", () => {
  it("[SF-30] ask for what is not known, and only if it matters", () => {
    const weakKidneys: When = {
      all: [{ takes: "baclofen" }, { lab: ["egfr", "creatinine_clearance"], below: 30 }],
    };
    expect(verdict(weakKidneys, takesBaclofen)).toEqual(["kidney"]);
    expect(verdict(weakKidneys, { ...takesBaclofen, labs: { egfr: 25 } })).toBe(true);
    expect(verdict(weakKidneys, { ...takesBaclofen, labs: { creatinine_clearance: 25 } })).toBe(true);
    expect(verdict(weakKidneys, { ...takesBaclofen, labs: { egfr: 80 } })).toBe(false);
    expect(verdict(weakKidneys, person(["tizanidine 4 mg"]))).toBe(false);
  });

  it("[SF-30] follow Kleene in all, any and not", () => {
    const [yes, no, open]: When[] = [{ takes: "baclofen" }, { takes: "dantrolene" }, { pregnant: true }];
    if (yes === undefined || no === undefined || open === undefined) throw new Error("three are needed");
    const rows: [When, boolean | string[]][] = [
      [{ all: [yes, open] }, ["pregnant"]],
      [{ all: [no, open] }, false],
      [{ any: [yes, open] }, true],
      [{ any: [no, open] }, ["pregnant"]],
      [{ all: [yes, { not: open }] }, ["pregnant"]],
      [{ all: [yes, { not: no }] }, true],
      [{ all: [yes, { not: yes }] }, false],
    ];
    for (const [when, expected] of rows)
      expect(verdict(when, takesBaclofen), JSON.stringify(when)).toEqual(expected);
  });

  it("[SF-30] hold for age, blood pressure, alcohol, driving and sex", () => {
    const rows: [When, Partial<Person>, Partial<Person>, string][] = [
      [{ age: { from: 65 } }, { age: 65 }, { age: 64 }, "age"],
      [{ systolic: { below: 90 } }, { systolic: 85 }, { systolic: 120 }, "bloodPressure"],
      [{ drinksAlcohol: true }, { drinksAlcohol: true }, { drinksAlcohol: false }, "alcohol"],
      [{ drives: true }, { drives: true }, { drives: false }, "driving"],
      [{ sex: "f" }, { sex: "f" }, { sex: "m" }, "sex"],
    ];
    for (const [part, met, unmet, need] of rows) {
      const when: When = { all: [{ takes: "baclofen" }, part] };
      expect(verdict(when, { ...takesBaclofen, ...met }), need).toBe(true);
      expect(verdict(when, { ...takesBaclofen, ...unmet }), need).toBe(false);
      expect(verdict(when, takesBaclofen)).toEqual([need]);
    }
    expect(verdict({ drives: true }, { ...takesBaclofen, context: ["drives daily"] })).toBe(true);
  });

  it("[SF-31] ask once, with the gravest of what hangs on it, and not where a lab is only missing", () => {
    const rules = [
      rule({ all: [{ takes: "baclofen" }, { lab: "egfr", below: 60 }] }, { id: "SF-a", grade: "minor" }),
      rule({ all: [{ takes: "baclofen" }, { lab: "egfr", below: 30 }] }, { id: "SF-b", grade: "major" }),
      rule({ all: [{ takes: "baclofen" }, { labUnknown: ["alt_x_uln", "ast_x_uln"] }] }, { id: "SF-c" }),
    ];
    const { alerts, notChecked } = check(takesBaclofen, rules);
    const needs = notChecked.filter(({ type }) => type === "needs");
    expect(needs).toEqual([
      { type: "needs", need: { type: "kidney" }, rules: ["SF-a", "SF-b"], grade: "major" },
    ]);
    expect(alerts.map(({ ruleId }) => ruleId)).toEqual(["SF-c"]);
    expect(check({ ...takesBaclofen, labs: { ast_x_uln: 1 } }, rules).alerts).toEqual([]);
  });
});

describe("what a rule names", () => {
  it("[SF-32] needs two medicines where it names two things", () => {
    const benzodiazepines: When = {
      all: [{ takes: ["diazepam", "clonazepam"] }, { takes: ["lorazepam", "diazepam"] }],
    };
    expect(verdict(benzodiazepines, person(["diazepam 5 mg"]))).toBe(false);
    expect(verdict(benzodiazepines, person(["diazepam 5 mg", "Valium 5 mg"]))).toBe(false);
    expect(verdict(benzodiazepines, person(["diazepam 5 mg", "lorazepam 1 mg"]))).toBe(true);
    expect(verdict(benzodiazepines, person(["clonazepam 1 mg", "diazepam 5 mg"]))).toBe(true);
    const same: When = {
      all: [{ takes: "diazepam" }, { dose: { of: "diazepam", per: "day", unit: "mg", above: 1 } }],
    };
    expect(verdict(same, person(["diazepam 5 mg daily"]))).toBe(true);
    const three: When = { count: { of: ["diazepam", "baclofen", "tizanidine", "gabapentin"], from: 3 } };
    expect(verdict(three, person(["diazepam", "baclofen", "baclofen 5 mg"]))).toBe(false);
    expect(verdict(three, person(["diazepam", "baclofen", "tizanidine"]))).toBe(true);
  });

  it("[SF-33] is not met by drops and creams, and says so", () => {
    const pair: When = { all: [{ takes: "tizanidine" }, { takes: "ciprofloxacin" }] };
    expect(verdict(pair, person(["tizanidine 4 mg", "ciprofloxacin 500 mg"]))).toBe(true);
    const drops = person(["tizanidine 4 mg", "ciprofloxacin eye drops"]);
    expect(verdict(pair, drops)).toBe(false);
    expect(check(drops, [rule(pair)]).notChecked).toContainEqual({
      type: "localRoute",
      asWritten: "ciprofloxacin eye drops",
    });
  });

  it("[SF-36] counts medicines that are stopped, missed, changed or not begun, unless it names a status", () => {
    for (const status of ["current", "starting", "changing", "stopping", "missed"] as const) {
      expect(verdict({ takes: "baclofen" }, person([["baclofen 10 mg", status]]))).toBe(true);
      expect(verdict({ takes: "baclofen", status: ["stopping"] }, person([["baclofen 10 mg", status]]))).toBe(
        status === "stopping",
      );
    }
  });

  it("[SF-37] counts for a country that is not known, and EU for its members", () => {
    const uk: When = { all: [{ takes: "baclofen" }, { country: ["UK", "EU"] }] };
    expect(verdict(uk, takesBaclofen)).toBe(true);
    for (const [country, expected] of [
      ["UK", true],
      ["DE", true],
      ["CY", true],
      ["US", false],
      ["CH", false],
    ] as const)
      expect(verdict(uk, { ...takesBaclofen, country }), country).toBe(expected);
  });

  it("[SF-38] adds up the doses of a day and takes the largest of one taking", () => {
    const day = (above: number): When => ({ dose: { of: "baclofen", per: "day", unit: "mg", above } });
    const single = (above: number): When => ({ dose: { of: "baclofen", per: "single", unit: "mg", above } });
    const twoLines = person(["baclofen 10 mg twice a day", "Lioresal 20 mg at night"]);
    expect(verdict(day(39), twoLines)).toBe(true);
    expect(verdict(day(40), twoLines)).toBe(false);
    expect(verdict(single(19), twoLines)).toBe(true);
    expect(verdict(single(20), twoLines)).toBe(false);
    expect(verdict(day(40), person(["baclofen"]))).toEqual(["dose"]);
    expect(verdict(day(40), person(["baclofen 25 mg"]))).toEqual(["dose"]);
    expect(verdict(day(40), person(["baclofen 60 mg daily", "baclofen"]))).toBe(true);
    const grams: When = { dose: { of: "gabapentin", per: "day", unit: "mg", above: 3600 } };
    expect(verdict(grams, person(["gabapentin 1.3 g three times a day"]))).toBe(true);
    const liquid: When = { dose: { of: "baclofen", per: "day", unit: "ml", above: 0 } };
    expect(verdict(liquid, takesBaclofen)).toBe(false);
  });

  it("[SF-39] takes a pump for baclofen in the spine", () => {
    const inSpine: When = { takes: "baclofen", route: "intrathecal" };
    expect(verdict(inSpine, person([], { context: ["pump"] }))).toBe(true);
    expect(verdict(inSpine, person(["Gablofen"]))).toBe(true);
    expect(verdict(inSpine, takesBaclofen)).toBe(false);
    expect(verdict({ takes: "baclofen", route: "oral" }, person([], { context: ["pump"] }))).toBe(false);
  });

  it("[SF-40] calls the same medicine under two names a duplicate", () => {
    const twice: When = { twice: "*" };
    expect(verdict(twice, person(["Zanaflex 4 mg", "tizanidine 2 mg"]))).toBe(true);
    expect(verdict(twice, person(["baclofen 10 mg morning", "baclofen 20 mg night"]))).toBe(false);
    expect(verdict(twice, person(["baclofen 10 mg", "Gablofen"]))).toBe(false);
    expect(verdict(twice, person([["Zanaflex 4 mg", "stopping"], "tizanidine 2 mg"]))).toBe(false);
    expect(verdict({ twice: ["diazepam", "clonazepam"] }, person(["diazepam", "clonazepam"]))).toBe(true);
  });

  it("[SF-48] hears of an allergy", () => {
    const allergic: When = { all: [{ takes: "baclofen" }, { allergicTo: "baclofen" }] };
    for (const words of [
      "allergic to baclofen",
      "allergy to Lioresal",
      "baclofen allergy",
      "allergic to baclofne",
    ])
      expect(verdict(allergic, { ...takesBaclofen, context: [words] }), words).toBe(true);
    expect(verdict(allergic, { ...takesBaclofen, context: ["allergic to penicillin"] })).toBe(false);
    const { notChecked } = check({ ...takesBaclofen, context: ["allergic to moonbeams"] }, []);
    expect(notChecked).toContainEqual({ type: "allergy", asWritten: "allergic to moonbeams" });
  });
});

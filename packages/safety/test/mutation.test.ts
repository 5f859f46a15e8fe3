/**
 * Every part of every rule is needed. Each rule's person (onePerRule.json) is changed in one fact at a time; where the
 * rule falls silent, that is a near miss. A part whose loss would make no near miss speak would be dead weight, or would
 * be lost without a test noticing it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AlertRule, alertRules } from "@unclench/knowledge/alerts";
import { describe, expect, it } from "vitest";
import { check, readPerson } from "../src/index.ts";

type Medicine = { readonly text: string; readonly status: string };
type Written = {
  readonly medicines?: readonly Medicine[];
  readonly conditions?: readonly string[];
  readonly context?: readonly string[];
  readonly symptoms?: readonly string[];
  readonly labs?: Readonly<Record<string, number | null>>;
};

const examples = JSON.parse(readFileSync(join(import.meta.dirname, "onePerRule.json"), "utf8")) as readonly {
  readonly rule: string;
  readonly person: Written;
}[];

const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, other) => other !== place);

/** The same person, with one fact another. */
function changed(person: Written): Written[] {
  const { medicines = [], conditions = [], context = [], symptoms = [], labs = {} } = person;
  const otherwise = (facts: object): Written => ({ ...person, ...facts });
  const each = (key: string, values: readonly unknown[]): Written[] =>
    values.map((value) => otherwise({ [key]: value }));
  const medicine = (place: number, fact: Partial<Medicine>): Written =>
    otherwise({ medicines: medicines.map((one, other) => (other === place ? { ...one, ...fact } : one)) });
  const more = (text: string, status = "current"): Written =>
    otherwise({ medicines: [...medicines, { text, status }] });
  return [
    ...medicines.flatMap(({ text }, place) => [
      otherwise({ medicines: without(medicines, place) }),
      ...["current", "starting", "stopping"].map((status) => medicine(place, { status })),
      medicine(place, { text: text.replace(/\d+(\.\d+)?/, "1") }),
      medicine(place, { text: `${text.split(" ")[0]} cream` }),
    ]),
    ...conditions.map((_, place) => otherwise({ conditions: without(conditions, place) })),
    ...context.map((_, place) => otherwise({ context: without(context, place) })),
    ...symptoms.map((_, place) => otherwise({ symptoms: without(symptoms, place) })),
    ...Object.keys(labs).flatMap((lab) =>
      [0.5, 5, 20, 28, 33, 45, 55, 70, 100, null].map((value) =>
        otherwise({ labs: { ...labs, [lab]: value } }),
      ),
    ),
    otherwise({ labs: { egfr: 100, creatinine_clearance: 100, alt_x_uln: 0.5, ast_x_uln: 0.5, ...labs } }),
    ...each("age", [1, 3, 10, 17, 30, 45, 64, 80]),
    ...each("blood_pressure", ["85/50", "95/60", "120/80", "150/90", "200/130", null]),
    ...["pregnant", "breastfeeding", "alcohol", "driving"].flatMap((key) => each(key, [true, false])),
    ...each("country", ["US", "UK", "CH", "DE", "AT", "IE", "CA", "NZ", "FR"]),
    ...each("sex", ["f", "m"]),
    // What a rule excludes: a third sleepy medicine, another medicine that is being ended, a stroke, a fever.
    more("diazepam"),
    more("hydroxyzine"),
    more("omeprazole", "stopping"),
    otherwise({ conditions: [...conditions, "stroke"] }),
    otherwise({ context: [...context, "fever"] }),
    otherwise({
      medicines: [],
      context: [...context, "stopped suddenly"],
      symptoms: [...symptoms, "dizziness"],
    }),
  ];
}

const speaks = (rule: AlertRule, person: Written): boolean =>
  check(readPerson(person).person, [rule]).alerts.some(({ ruleId }) => ruleId === rule.id);

describe("a rule that says less than it did", () => {
  const cases = alertRules.map((rule) => {
    const person = examples.find((example) => example.rule === rule.id)?.person;
    if (person === undefined) throw new Error(rule.id);
    return { rule, nearMisses: changed(person).filter((other) => !speaks(rule, other)) };
  });

  it("[SF-52] has a near miss: one fact changed, and the rule is silent", () => {
    for (const { rule, nearMisses } of cases) expect(nearMisses.length, rule.id).toBeGreaterThan(0);
  });

  it("[SF-52] speaks in one of its near misses, whichever of its parts is taken away", () => {
    let parts = 0;
    for (const { rule, nearMisses } of cases) {
      if (!("all" in rule.when) || rule.when.all.length < 2) continue;
      const { all } = rule.when;
      all.forEach((part, place) => {
        parts++;
        const looser: AlertRule = { ...rule, when: { all: without(all, place) } };
        expect(
          nearMisses.some((person) => speaks(looser, person)),
          `${rule.id} without ${JSON.stringify(part)}`,
        ).toBe(true);
      });
    }
    expect(parts).toBeGreaterThan(500);
  });
});

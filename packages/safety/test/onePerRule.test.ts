import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alertRules } from "@unclench/knowledge/alerts";
import { describe, expect, it } from "vitest";
import { check, readPerson } from "../src/index.ts";

/**
 * One person for each rule, as small as can be, in whom the rule speaks. They prove that no rule is dead or hidden
 * behind another; whether the rules are right is for the labelled regimens.
 */
const examples = JSON.parse(readFileSync(join(import.meta.dirname, "onePerRule.json"), "utf8")) as readonly {
  readonly rule: string;
  readonly person: unknown;
}[];

const told = (report: ReturnType<typeof check>): string =>
  JSON.stringify(report.alerts.map(({ grade, title, text }) => [grade, title, text]));

describe("one person for each rule", () => {
  it("[SF-52] every rule has one, and each is read whole", () => {
    expect(examples.map(({ rule }) => rule).sort()).toEqual(alertRules.map(({ id }) => id).sort());
    for (const { rule, person } of examples) {
      const read = readPerson(person);
      expect(read.unread, rule).toEqual([]);
    }
  });

  it("[SF-52] the rule speaks, and without it the person is told something else", () => {
    for (const { rule, person } of examples) {
      const read = readPerson(person).person;
      const report = check(read);
      const speaks = report.alerts.find(({ ruleId }) => ruleId === rule);
      expect(speaks, rule).toBeDefined();
      expect(speaks?.grade, rule).toBe(alertRules.find(({ id }) => id === rule)?.grade);
      const without = check(
        read,
        alertRules.filter(({ id }) => id !== rule),
      );
      expect(told(without), rule).not.toBe(told(report));
    }
  });

  it("[SF-45] no placeholder is left in what is told, and no sentence starts small", () => {
    for (const { rule, person } of examples) {
      for (const { title, text, action } of check(readPerson(person).person).alerts) {
        for (const words of [title, text, action]) {
          expect(words, rule).not.toMatch(/[{}]|undefined|null/);
          expect(words, rule).toMatch(/^[“A-Z0-9]/);
          expect(words, rule).not.toMatch(/[.!?] [a-z]/);
        }
      }
    }
  });
});

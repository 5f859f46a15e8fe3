import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { treatments } from "../src/index.ts";
import { bankQuestionById, bankQuestions, questionFactById, questionSituations } from "../src/questions.ts";
import { sourceById } from "../src/sources.ts";
import { type DataFiles, faults } from "../src/validate.ts";

const folder = join(import.meta.dirname, "..", "data");
type Bank = { questions: Record<string, unknown>[]; facts: Record<string, unknown>[] };
/** The faults after one deliberate damage to a fresh copy of the data. */
function damaged(damage: (bank: Bank) => void): string {
  const files: Record<string, unknown> = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
  damage(files.questions as Bank);
  return faults(files as DataFiles).join("\n");
}
const change = (list: Record<string, unknown>[], id: string, fields: object): void => {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  Object.assign(found, fields);
};

describe("the bank of questions", () => {
  it("[KN-50] points to what is there only; what is damaged is named", () => {
    for (const { facts } of bankQuestions)
      for (const id of facts)
        for (const source of questionFactById.get(id)?.sources ?? [])
          expect(sourceById.has(source.id), source.id).toBe(true);
    expect(damaged(() => {})).toBe("");
    expect(damaged(({ questions }) => change(questions, "q-goal", { treatments: ["snake-oil"] }))).toContain(
      "q-goal: unknown id snake-oil",
    );
    expect(damaged(({ questions }) => change(questions, "q-goal", { facts: [] }))).toContain(
      "stands behind no question",
    );
    expect(
      damaged(({ facts }) => change(facts, "co-cramp", { sources: [{ id: "nowhere", where: null }] })),
    ).toContain("co-cramp: unknown id nowhere");
  });

  it("[KN-51] no figure of a reason comes from anywhere but its facts", () => {
    expect(damaged(({ questions }) => change(questions, "q-goal", { why: "It helps 37 of 100." }))).toContain(
      "q-goal: 37 stands in none of its facts",
    );
    for (const { id, why, facts } of bankQuestions) if (facts.length === 0) expect(why, id).not.toMatch(/\d/);
  });

  it("[KN-52] a carer can ask every question in fitting words", () => {
    for (const { id, text, carer, forWhom } of bankQuestions)
      if (forWhom !== "carer" && id !== "q-ca-child-plan")
        expect(carer ?? text, id).not.toMatch(/\b(I am|my doctor|help me|for me|am I|do I need)\b/);
    expect(damaged(({ questions }) => change(questions, "q-se-sleepy", { carer: null }))).toContain(
      "q-se-sleepy: a carer cannot ask it in these words",
    );
    expect(bankQuestions.filter(({ forWhom }) => forWhom === "carer").length).toBeGreaterThan(5);
  });

  it("[KN-53] is short, promises nothing and commands nothing", () => {
    for (const { id, text, carer, why } of bankQuestions)
      for (const words of [text, carer ?? "", why]) {
        expect(words.length, id).toBeLessThanOrEqual(160);
        expect(words, id).not.toMatch(/\bshould\b|\bsafe(ly)?\b|stop taking|\bcures?\b/i);
      }
    for (const fact of questionFactById.values())
      expect(fact.text, fact.id).not.toMatch(/\bshould\b|\bsafe(ly)?\b|stop taking|\bcures?\b/i);
  });

  it("[KN-54] has questions for every situation, and for what is dangerous to stop", () => {
    for (const { id } of questionSituations)
      expect(
        bankQuestions.some(({ situations }) => situations.includes(id)),
        id,
      ).toBe(true);
    for (const { id } of treatments)
      expect(
        bankQuestions.filter(({ treatments: of }) => of.includes("any") || of.includes(id)).length,
        id,
      ).toBeGreaterThan(10);
    expect(bankQuestionById.get("q-stop-how")?.treatments).toContain("baclofen-oral");
    expect(bankQuestionById.get("q-pv-alarm")?.treatments).toEqual(["baclofen-intrathecal"]);
  });
});

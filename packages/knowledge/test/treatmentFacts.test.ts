import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { learnUnread } from "../scripts/learnUnread.ts";
import { treatments } from "../src/index.ts";
import { treatmentFactById, treatmentFactsOf } from "../src/treatmentFacts.ts";
import type { TreatmentFacts } from "../src/treatmentFactsSchema.ts";
import { treatmentFactFaults } from "../src/validateTreatmentFacts.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "data", `${name}.json`), "utf8"));
const rest = Object.fromEntries(
  ["treatments", "sources", "routineEvidence", "questions"].map((name) => [name, read(name)]),
) as Omit<Parameters<typeof treatmentFactFaults>[0], "treatmentFacts">;
/** The faults after one deliberate damage to a fresh copy. */
function damaged(damage: (facts: TreatmentFacts) => void): string {
  const treatmentFacts = read("treatmentFacts") as TreatmentFacts;
  damage(treatmentFacts);
  return treatmentFactFaults({ ...rest, treatmentFacts }).join("\n");
}
const change = ({ facts }: TreatmentFacts, id: string, fields: object): void => {
  Object.assign(facts.find((fact) => fact.id === id) ?? {}, fields);
};

describe("further facts on treatments", () => {
  it("[KN-110] point to what is there only, and every treatment has its list", () => {
    expect(damaged(() => {})).toBe("");
    for (const { id } of treatments) expect(treatmentFactsOf.has(id), id).toBe(true);
    expect(
      damaged((facts) => change(facts, "tf-bont-use", { sources: [{ id: "nowhere", where: null }] })),
    ).toContain("tf-bont-use: a source is not known");
    expect(damaged(({ treatments: lists }) => Object.assign(lists[0] ?? {}, { found: [] }))).toContain(
      "the fact tf-baclofen-dummy stands on no page",
    );
    expect(
      damaged(({ treatments: lists }) => Object.assign(lists[0] ?? {}, { ifNot: ["tf-none"] })),
    ).toContain("unknown fact tf-none");
  });

  it("[KN-111] have no number that was not read", () => {
    expect(damaged((facts) => change(facts, "tf-bont-use", { text: "It helps 7 people." }))).toContain(
      "tf-bont-use: 7 was not read",
    );
    const fact = treatmentFactById.get("tf-pump-events");
    const collected = [
      { id: "borrini-2014", claim: "158 people", value: [28], sources: [], certainty: "low" },
    ];
    expect(
      learnUnread({ facts: fact === undefined ? [] : [fact] }, collected, "treatmentFacts.json"),
    ).toEqual([
      "treatmentFacts.json: tf-pump-events: 16 was not collected",
      "treatmentFacts.json: tf-pump-events: borrini-2014 is not behind it",
      "treatmentFacts.json: tf-pump-events: surer than low",
    ]);
  });

  it("[KN-112] promise and command nothing", () => {
    expect(damaged((facts) => change(facts, "tf-bont-use", { text: "You should take it." }))).toContain(
      "a promise or a command",
    );
  });
});

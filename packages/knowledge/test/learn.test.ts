import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { learnUnread } from "../scripts/learnUnread.ts";
import { conditions } from "../src/index.ts";
import { learnFactById, learnPageFacts, signsToldApart } from "../src/learn.ts";
import type { Learn } from "../src/learnSchema.ts";
import { learnFaults } from "../src/validateLearn.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "data", `${name}.json`), "utf8"));
const rest = Object.fromEntries(
  ["sources", "conditions", "routines", "measures", "routineEvidence", "questions"].map((name) => [
    name,
    read(name),
  ]),
) as Omit<Parameters<typeof learnFaults>[0], "learn">;
/** The faults after one deliberate damage to a fresh copy of the pages. */
function damaged(damage: (learn: Learn) => void): string {
  const learn = read("learn") as Learn;
  damage(learn);
  return learnFaults({ ...rest, learn }).join("\n");
}
const change = (list: readonly { readonly id: string }[], id: string, fields: object): void => {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  Object.assign(found, fields);
};

describe("what there is to learn", () => {
  it("[KN-80] points to what is there only, and every fact stands on a page", () => {
    expect(damaged(() => {})).toBe("");
    expect(
      damaged(({ facts }) => change(facts, "co-spasm", { sources: [{ id: "nowhere", where: null }] })),
    ).toContain("co-spasm: unknown id nowhere");
    expect(damaged(({ pages }) => change(pages, "nights", { routines: ["yoga"] }))).toContain(
      "nights: unknown id yoga",
    );
    expect(damaged(({ signs }) => change(signs, "rigidity", { facts: ["co-none"] }))).toContain(
      "unknown id co-none",
    );
    expect(
      damaged(({ facts }) =>
        change(facts, "psfs-reliability", { sources: [{ id: "rehabmeasures-psfs", where: null }] }),
      ),
    ).toContain("psfs-reliability rests on weak sources alone");
  });

  it("[KN-81] has no number that was not read", () => {
    expect(
      damaged(({ facts }) => change(facts, "co-stroke-severe", { text: "About 37 of 100 people get it." })),
    ).toContain("co-stroke-severe: 37 was not read");
    expect(damaged(({ signs }) => change(signs, "cramp", { like: "It lasts 9 minutes." }))).toContain(
      "a number in words of ours",
    );
    const fact = learnFactById.get("co-stroke-severe");
    const collected = [
      { id: "co-stroke-severe", claim: "5", value: [9.4, 5.6], sources: [], certainty: "low" },
    ];
    expect(learnUnread({ facts: fact === undefined ? [] : [fact] }, collected)).toEqual([
      "learn.json: co-stroke-severe: 13.3 was not collected",
      "learn.json: co-stroke-severe: zeng-2021 is not behind it",
      "learn.json: co-stroke-severe: surer than low",
    ]);
  });

  it("[KN-82] is as sure of a fact as the rest of the app", () => {
    expect(damaged(({ facts }) => change(facts, "mas-mcid", { certainty: "high" }))).toContain(
      "mas-mcid is high here and low elsewhere",
    );
  });

  it("[KN-83] promises and commands nothing", () => {
    expect(damaged(({ facts }) => change(facts, "co-spasm", { text: "You should rest." }))).toContain(
      "a promise or a command",
    );
  });

  it("[KN-84] has a page for every condition, and says where nothing was read", () => {
    for (const { id } of conditions)
      expect(learnPageFacts.filter((page) => page.conditions.includes(id)).length, id).toBe(1);
    for (const id of ["tbi", "hsp"])
      expect(learnPageFacts.find((page) => page.id === id)?.sections[0]?.missing, id).toMatch(
        /^Nothing was read/,
      );
    expect(signsToldApart.length).toBe(8);
    expect(
      damaged(({ pages }) => {
        const section = pages.find(({ id }) => id === "hsp")?.sections[0];
        if (section !== undefined) Object.assign(section, { missing: null });
      }),
    ).toContain("hsp, common: it says nothing");
  });
});

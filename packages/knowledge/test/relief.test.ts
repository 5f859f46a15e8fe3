import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { doesNotHelp, fillUp, mayHelp, reliefPlaces } from "../src/relief.ts";
import { contraindications, routineFindingById, routines } from "../src/routines.ts";
import { type DataFiles, faults } from "../src/validate.ts";

const folder = join(import.meta.dirname, "..", "data");
type Row = Record<string, unknown>;
type Files = {
  routines: (Row & { id: string; steps: string[] })[];
  reliefPlaces: { places: (Row & { targets: string[]; patterns: string[] })[] };
  reliefHonest: { doesNotHelp: Row[] };
  sources: Row[];
};
/** The faults after one deliberate damage to a fresh copy of the data. */
function damaged(damage: (files: Files) => void): string {
  const files: Record<string, unknown> = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
  damage(files as unknown as Files);
  return faults(files as DataFiles).join("\n");
}
const named = ({ routines: list }: Files, id: string): Row => list.find((one) => one.id === id) ?? {};

describe("finding a routine", () => {
  it("[KN-67] every routine is found from a place, and no place promises what is not there", () => {
    expect(reliefPlaces.map(({ id }) => id)).toHaveLength(12);
    for (const { id, targets } of routines)
      expect(
        reliefPlaces.some((place) => targets.some((target) => place.targets.includes(target))),
        id,
      ).toBe(true);
    expect(fillUp.targets.length).toBeGreaterThan(0);
    const first = ({ reliefPlaces: { places } }: Files) => places[0] as Files["reliefPlaces"]["places"][0];
    expect(
      damaged((files) => {
        first(files).targets = ["soleus"];
      }),
    ).toContain("calf-wall-straight-knee is found from no place");
    expect(damaged((files) => first(files).targets.push("wings"))).toContain("no routine is for wings");
    expect(
      damaged((files) => {
        first(files).patterns = ["drop-foot"];
      }),
    ).toContain("the pattern pointed-foot is at no place");
  });

  it("[KN-68] what takes a device, a frame, a pool or a clinic says why it is not for now", () => {
    const not = routines.filter(({ notForNow }) => notForNow !== null).map(({ id }) => id);
    for (const id of ["tilt-table", "constraint-practice", "splint-wear", "fes-drop-foot", "water-exercise"])
      expect(not).toContain(id);
    expect(
      damaged((files) => {
        named(files, "tilt-table").notForNow = null;
      }),
    ).toContain("tilt-table does not say why");
  });

  it("[KN-69] steps are told to a helper too, one for one", () => {
    const strap = routines.find(({ id }) => id === "hamstring-strap-lying");
    expect(strap?.forHelper?.[1]).toContain("Put the strap round the foot");
    expect(
      damaged((files) => {
        named(files, "toe-lifts").forHelper = ["Help."];
      }),
    ).toContain("toe-lifts has 5 steps and tells 1");
    expect(
      damaged((files) => {
        named(files, "toe-lifts").forHelper = null;
      }),
    ).toContain("toe-lifts has no steps for whoever helps");
  });

  it("[KN-70] two sides count two, and nothing is asked twice", () => {
    expect(
      damaged((files) => {
        named(files, "knee-rolls-lying").sides = [1, 1];
      }),
    ).toContain("knee-rolls-lying tells of two sides");
    expect(
      damaged((files) => {
        named(files, "toe-lifts").contraindications = ["dvt", "dvt"];
      }),
    ).toContain("names a contraindication twice");
    expect(contraindications.every(({ askAgainDays }) => askAgainDays >= 7)).toBe(true);
  });

  it("[KN-71] what does not help is said with its findings, and no figure is made up", () => {
    expect(doesNotHelp.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["short-stretch", "night-splint"]),
    );
    for (const { findings } of [...doesNotHelp, ...mayHelp])
      for (const id of findings) expect(routineFindingById.has(id)).toBe(true);
    const first = ({ reliefHonest }: Files): Row => reliefHonest.doesNotHelp[0] as Row;
    expect(
      damaged((files) => {
        first(files).text = "It adds 7.5 degrees.";
      }),
    ).toContain("7.5 stands in none of its findings");
    expect(
      damaged((files) => {
        first(files).findings = ["re-nothing"];
      }),
    ).toContain("unknown finding");
    expect(
      damaged((files) => {
        first(files).conditions = ["gout"];
      }),
    ).toContain("unknown condition gout");
    expect(
      damaged(({ sources }) => {
        for (const source of sources) if (source.id === "harvey-2017-stretch") source.read = null;
      }),
    ).toContain("re-stretch-joint-range rests on weak sources alone");
  });
});

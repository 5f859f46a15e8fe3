import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jointLimits, poseOf } from "../src/poses.ts";
import {
  contraindicationById,
  routineById,
  routineFindingById,
  routines,
  stopSignById,
} from "../src/routines.ts";
import { type DataFiles, faults } from "../src/validate.ts";

const folder = join(import.meta.dirname, "..", "data");
type Rows = Record<string, unknown>[];
type Files = {
  routines: Rows;
  poses: Rows;
  jointLimits: Rows;
  routineEvidence: Rows;
  routineSigns: { stopSigns: Rows; contraindications: Rows };
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
const first = (list: Rows): Record<string, unknown> => list[0] as Record<string, unknown>;

describe("the routines", () => {
  it("[KN-60] point to what is there only; what is damaged is named", () => {
    expect(routines.length).toBe(55);
    for (const { stopSigns, contraindications, evidence } of routines) {
      expect(stopSigns.every((id) => stopSignById.has(id))).toBe(true);
      expect(contraindications.every((id) => contraindicationById.has(id))).toBe(true);
      expect(evidence.every((id) => routineFindingById.has(id))).toBe(true);
    }
    for (const field of ["stopSigns", "contraindications", "evidence", "conditions"])
      expect(
        damaged(({ routines: list }) => {
          first(list)[field] = ["nowhere"];
        }),
      ).toContain("calf-wall-straight-knee: unknown id nowhere");
    expect(
      damaged(({ routineSigns }) => {
        first(routineSigns.stopSigns).source = "nowhere";
      }),
    ).toContain("unknown id nowhere");
    expect(
      damaged(({ routineEvidence }) => {
        first(routineEvidence).sources = [{ id: "nowhere", where: null }];
      }),
    ).toContain("re-stretch-joint-range: unknown id nowhere");
    expect(damaged(({ routines: list }) => list.push({ ...first(list) }))).toContain(
      "calf-wall-straight-knee stands twice",
    );
  });

  it("[KN-61] have a pose each, and no pose is left over", () => {
    for (const id of routineById.keys()) expect(poseOf.has(id), id).toBe(true);
    expect(damaged(({ poses }) => poses.splice(0, 1))).toContain("calf-wall-straight-knee has no pose");
    expect(damaged(({ poses }) => poses.push({ ...first(poses), routine: "yoga" }))).toContain(
      "unknown routine yoga",
    );
  });

  it("[KN-62] promise nothing and never say should", () => {
    for (const word of ["You should hold.", "A safe stretch.", "This will cure it."])
      expect(
        damaged(({ routines: list }) => {
          first(list).why = word;
        }),
      ).toContain(word);
  });

  it("[KN-63] say where a dose comes from", () => {
    const dose = (fields: object) =>
      damaged(({ routines: list }) => {
        const one = first(list);
        one.dose = { ...(one.dose as object), ...fields };
      });
    expect(dose({ sources: [] })).toContain("a dose without a source");
    expect(dose({ basis: "expert", note: null })).toContain("a dose of ours without a note");
    expect(dose({ holdSeconds: [60, 20] })).toContain("from is above to");
  });

  it("[KN-64] touch what is there only", () => {
    expect(
      damaged(({ poses }) => {
        (first(poses).end as { props: string[] }).props = [];
      }),
    ).toContain("calf-wall-straight-knee: end: nearHand on wall, which is not there");
  });

  it("[KN-65] have wrong forms that differ from the right one, in a few words", () => {
    expect([...poseOf.values()].filter(({ wrong }) => wrong !== null).length).toBeGreaterThan(15);
    const wrongOf = (poses: Rows): Record<string, unknown> => first(poses).wrong as Record<string, unknown>;
    expect(
      damaged(({ poses }) => {
        wrongOf(poses).pose = first(poses).end;
      }),
    ).toContain("the wrong form is the right one");
    for (const words of ["This is not safe", "w".repeat(61)])
      expect(
        damaged(({ poses }) => {
          wrongOf(poses).words = words;
        }),
      ).toContain(words);
  });

  it("[KN-66] keep the limits of the joints, which are ours or have a source", () => {
    expect(jointLimits.length).toBe(16);
    expect(
      damaged(({ poses }) => {
        (first(poses).end as { near: { knee: number } }).near.knee = 150;
      }),
    ).toContain("calf-wall-straight-knee: knee at 150 degrees");
    expect(
      damaged(({ jointLimits: list }) => {
        first(list).basis = "source";
      }),
    ).toContain("side hip has no known source");
  });
});

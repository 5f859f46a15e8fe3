import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  intendedUse,
  redFlagWords,
  sideEffects,
  stopping,
  stretching,
  triggers,
  triggerWords,
} from "../src/avoid.ts";
import { redFlags, treatments } from "../src/index.ts";
import { sourceById } from "../src/sources.ts";
import { type DataFiles, faults } from "../src/validate.ts";
import { isWeakSource } from "../src/weakSource.ts";

const folder = join(import.meta.dirname, "..", "data");
type Loose = Record<string, Record<string, unknown>[]>;
/** The faults after one deliberate damage to a fresh copy of the data. */
const damaged = (damage: (files: Loose) => void): string => {
  const files = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
  damage(files as Loose);
  return faults(files as DataFiles).join("\n");
};
const entry = (files: Loose, file: string, id: string): Record<string, unknown> => {
  const found = files[file]?.find((one) => one.id === id || one.treatment === id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** Never telling people what to do with their medicine, never a promise. */
const forbidden = /\bshould\b|\bsafe(ly)?\b|stop taking|\bcures?\b|always works/i;

describe("our own words for what cannot wait", () => {
  it("[KN-40] hold every sign and every step of every red flag, and what else it says", () => {
    expect(redFlagWords.map(({ id }) => id).sort()).toEqual(redFlags.map(({ id }) => id).sort());
    for (const flag of redFlags) {
      const words = redFlagWords.find(({ id }) => id === flag.id);
      expect(words?.signs.length, flag.id).toBe(flag.value.signs.length);
      expect(words?.steps.length, flag.id).toBe(flag.value.do.length);
    }
  });

  it("[KN-40] lose nothing that the facts count: every number of theirs is there", () => {
    for (const flag of redFlags) {
      const words = JSON.stringify(redFlagWords.find(({ id }) => id === flag.id)).replace(
        /one to two/g,
        "1-2",
      );
      const { emergency_note: _, ...value } = flag.value;
      for (const number of JSON.stringify([flag.claim, value]).match(/\b\d+(\/\d+)?\b/g) ?? [])
        expect(words, `${flag.id}: ${number}`).toContain(number);
    }
  });

  it("[KN-40] never rest on weak sources alone", () => {
    for (const { id, sources } of redFlags)
      expect(
        sources.some((source) => !isWeakSource(sourceById.get(source.id)!)),
        id,
      ).toBe(true);
  });

  it("[KN-40] a lost sign, step or flag is named", () => {
    expect(damaged((files) => files.redFlagWords?.shift())).toContain(
      "redFlagWords.json: redflag-autonomic-dysreflexia: missing",
    );
    const short = damaged((files) => {
      (entry(files, "redFlagWords", "redflag-shunt").signs as string[]).pop();
      (entry(files, "redFlagWords", "redflag-itb-withdrawal").steps as string[]).pop();
      entry(files, "redFlagWords", "redflag-tizanidine-rebound").extra = [];
    });
    expect(short).toContain("redflag-shunt: 5 signs for 6");
    expect(short).toContain("redflag-itb-withdrawal: 2 steps for 3");
    expect(short).toContain("redflag-tizanidine-rebound: emergency_if is lost");
  });

  it("[KN-41] ask about every trigger once, as a question", () => {
    expect(triggerWords.map(({ id }) => id).sort()).toEqual(triggers.map(({ id }) => id).sort());
    for (const { ask } of triggerWords) expect(ask).toMatch(/\?$/);
    expect(damaged((files) => files.triggerWords?.push(files.triggerWords[0] ?? {}))).toContain(
      "stands twice",
    );
    expect(damaged((files) => files.triggers?.shift())).toContain(
      "triggerWords.json: unknown id trigger-urinary-infection",
    );
  });

  it("[KN-45] are plain, promise nothing and tell nobody to stop a medicine", () => {
    for (const text of JSON.stringify([
      redFlagWords,
      triggerWords,
      stopping,
      sideEffects,
      stretching,
      intendedUse,
    ])
      .split(/"[,:\]}]/)
      .filter((part) => part.length > 3))
      expect(text).not.toMatch(forbidden);
  });
});

describe("stopping", () => {
  it("[KN-42] names signs, when to call, and texts with region and source wherever it is dangerous", () => {
    for (const one of stopping.filter(({ kind }) => kind === "slowly" || kind === "emergency")) {
      expect(one.signs.length, one.id).toBeGreaterThan(0);
      expect(one.urgent, one.id).not.toBeNull();
      for (const { region, sources } of one.lowered) {
        expect(region, one.id).not.toBe("");
        expect(
          sources.some(({ id }) => !isWeakSource(sourceById.get(id)!)),
          one.id,
        ).toBe(true);
      }
    }
    const listed = ["baclofen-intrathecal", "baclofen", "tizanidine", "clonidine", "diazepam", "clonazepam"];
    for (const id of [...listed, "gabapentin", "pregabalin"])
      expect(["slowly", "emergency"], id).toContain(stopping.find((one) => one.id === id)?.kind);
  });

  it("[KN-42] says that no text was read, for dantrolene and nabiximols too, and then no way to lower it", () => {
    for (const id of ["dantrolene", "nabiximols"]) {
      const one = stopping.find((candidate) => candidate.id === id);
      expect(one?.missing, id).toMatch(/^No text .* was read/);
      expect(one?.lowered, id).toEqual([]);
    }
    expect(
      damaged((files) => Object.assign(entry(files, "stopping", "nabiximols"), { missing: null })),
    ).toContain("stopping.json: nabiximols: what is missing is said where");
    expect(
      damaged((files) => Object.assign(entry(files, "stopping", "tizanidine"), { lowered: [] })),
    ).toContain("stopping.json: tizanidine: signs, when to call");
  });

  it("[KN-42] never rests on weak sources alone, and unknown ids are named", () => {
    const found = damaged((files) => {
      const one = entry(files, "stopping", "clonidine");
      one.lowered = [
        { region: "Nowhere", text: "Over a day.", sources: [{ id: "droracle-clonidine", where: null }] },
      ];
      one.medicines = ["snake oil"];
      one.flags = ["redflag-none"];
      one.treatment = "none";
    });
    expect(found).toContain("stopping.json: clonidine, Nowhere: only weak sources");
    for (const id of ["snake oil", "redflag-none", "none", "droracle-clonidine"])
      expect(found).toContain(`unknown id ${id}`);
  });

  it("[KN-42] is there for every medicine of the catalogue that is taken, injected or pumped", () => {
    const covered = new Set(stopping.map(({ treatment }) => treatment));
    for (const { id, group } of treatments)
      if (["oral", "cannabis", "pump"].includes(group)) expect(covered, id).toContain(id);
  });
});

describe("side effects", () => {
  it("[KN-43] are there for every medicine of the catalogue, in its order, and never empty without a word", () => {
    const medicines = treatments.filter(({ group }) =>
      ["oral", "cannabis", "injection", "pump"].includes(group),
    );
    expect(sideEffects.map(({ treatment }) => treatment)).toEqual(medicines.map(({ id }) => id));
  });

  it("[KN-43] hold one figure for each group, and none for a group that is not there", () => {
    const found = damaged((files) => {
      const [first] = entry(files, "sideEffects", "tizanidine").tables as {
        rows: Record<string, unknown>[];
      }[];
      Object.assign(first?.rows[0] ?? {}, { with: [{ percent: 1 }, { percent: 2 }] });
      Object.assign(first?.rows[1] ?? {}, { with: [{ events: 9, people: 3 }] });
      Object.assign(first?.rows[2] ?? {}, { with: [{ from: 9, to: 3 }] });
      const [, ranges] = entry(files, "sideEffects", "baclofen-oral").tables as { rows: object[] }[];
      Object.assign(ranges?.rows[0] ?? {}, { without: { percent: 3 } });
    });
    expect(found).toContain("2 figures for 1 groups");
    expect(found).toContain("9 of 3 people");
    expect(found).toContain("from 9 to 3");
    expect(found).toContain("a figure for a group that is not there");
    const over = damaged((files) => {
      const [first] = entry(files, "sideEffects", "tizanidine").tables as {
        rows: Record<string, unknown>[];
      }[];
      Object.assign(first?.rows[0] ?? {}, { with: [{ percent: 149 }] });
    });
    expect(over).toContain("sideEffects.json");
  });

  it("[KN-43] what was not found is null: no comparison is a missing group, never a zero", () => {
    for (const { treatment, tables } of sideEffects)
      for (const { id, without, rows } of tables)
        for (const row of rows) expect(row.without === null, `${treatment} ${id}`).toBe(without === null);
  });
});

describe("stretching done wrong", () => {
  it("[KN-44] has a right way for each wrong one, and known sources", () => {
    for (const { mistakes } of stretching.groups)
      for (const { wrong, instead } of mistakes) expect(instead, wrong).toMatch(/\.$/);
    expect(stretching.stopSigns.length).toBe(12);
    expect(stretching.askFirst.length).toBe(29);
    const found = damaged((files) => {
      const file = files.stretchingMistakes as unknown as { honest: { sources: object[] }[] };
      file.honest[0]?.sources.push({ id: "nowhere-2000", where: null });
    });
    expect(found).toContain("stretchingMistakes.json: unknown id nowhere-2000");
  });
});

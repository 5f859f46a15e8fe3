import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { treatments } from "../src/index.ts";
import { knownGaps, practicalFacts } from "../src/practical.ts";
import { sourceById } from "../src/sources.ts";
import { pool } from "../src/trials.ts";
import { type DataFiles, faults } from "../src/validate.ts";

const folder = join(import.meta.dirname, "..", "data");
type Loose = Record<string, Record<string, unknown>[]>;
/** The faults after one deliberate damage to a fresh copy of the data. */
const damaged = (damage: (files: Loose) => void): string[] => {
  const files = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
  damage(files as Loose);
  return faults(files as DataFiles);
};
const entry = (files: Loose, treatment: string): Record<string, unknown> => {
  const found = files.practicalFacts?.find((facts) => facts.treatment === treatment);
  if (found === undefined) throw new Error(treatment);
  return found;
};

const facts = practicalFacts.flatMap(({ treatment, ...questions }) =>
  Object.entries(questions).flatMap(([question, fact]) =>
    fact === null ? [] : [{ where: `${treatment}, ${question}`, ...fact }],
  ),
);

describe("practical facts", () => {
  it("[KN-10] stand for every treatment of the catalogue, doing nothing too, each with every question", () => {
    expect(practicalFacts.map(({ treatment }) => treatment)).toEqual(treatments.map(({ id }) => id));
    const questions = Object.keys(practicalFacts[0] ?? {});
    expect(questions).toHaveLength(10);
    for (const one of practicalFacts) expect(Object.keys(one), one.treatment).toEqual(questions);
    expect(facts.length).toBeGreaterThan(120);
  });

  it("[KN-10] open a source that says how much of it was read", () => {
    for (const { where, sources } of facts) {
      for (const id of sources)
        expect(["full", "abstract", "secondary"], where).toContain(sourceById.get(id)?.read);
    }
  });

  it("[KN-10] a missing treatment, an empty list of sources and an unknown source are named", () => {
    expect(damaged((files) => files.practicalFacts?.pop())).toContain(
      "practicalFacts.json: nothing-more: missing",
    );
    const empty = damaged((files) => {
      entry(files, "tizanidine").watch = { text: "It may itch.", sources: [] };
    });
    expect(empty.join()).toMatch(/practicalFacts\.json: \d+\.watch\.sources/);
    const unknown = damaged((files) => {
      entry(files, "tizanidine").watch = { text: "It may itch.", sources: ["nowhere-2000"] };
    });
    expect(unknown).toContain("practicalFacts.json: tizanidine, watch: unknown id nowhere-2000");
  });

  it("[KN-11] never rest on a machine, a mirror or a source of low trust alone", () => {
    const found = damaged((files) => {
      entry(files, "tizanidine").watch = { text: "It may itch.", sources: ["sider"] };
      files.sources?.push({ ...files.sources[0], id: "sider", trust: "low" });
    });
    expect(found).toContain(
      "practicalFacts.json: tizanidine, watch: only weak sources; it may lead to a question, not to a statement",
    );
    const beside = damaged((files) => {
      entry(files, "tizanidine").watch = { text: "It may itch.", sources: ["sider", "pdr-zanaflex"] };
      files.sources?.push({ ...files.sources[0], id: "sider", via: "a machine-written page" });
    });
    expect(beside).toEqual([]);
  });

  it("[KN-13] are short and plain, tell nobody what to do, promise nothing and call nothing safe", () => {
    for (const { where, text } of facts) {
      expect(text, where).not.toMatch(/\b(should|must|safe|safely|cures?|always works)\b/i);
      expect(text.split(/[.!?] /).length, where).toBeLessThanOrEqual(4);
      expect(text, where).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("[KN-13] warn about stopping wherever stopping suddenly is a danger", () => {
    for (const id of [
      "baclofen-oral",
      "tizanidine",
      "diazepam",
      "clonazepam",
      "gabapentin",
      "pregabalin",
      "clonidine",
      "arbaclofen-er",
    ]) {
      const stopping = practicalFacts.find(({ treatment }) => treatment === id)?.stopping?.text;
      expect(stopping, id).toMatch(/stopping (baclofen )?suddenly/i);
    }
    const pump = practicalFacts.find(({ treatment }) => treatment === "baclofen-intrathecal");
    expect(pump?.stopping?.text).toContain("Never at home");
  });
});

describe("what was looked for and not found", () => {
  it("[KN-12] tells the reader every gap that the pool knows of, with something to look it up by", () => {
    const told = new Set(knownGaps.map(({ id }) => id));
    for (const { id } of pool.missingKnown) expect(told).toContain(id);
    for (const gap of knownGaps) expect(gap.source ?? gap.reference, gap.id).not.toBeNull();
  });

  it("[KN-12] a gap that is not told, or about an unknown treatment, is named", () => {
    expect(damaged((files) => files.knownGaps?.shift())).toContain(
      "knownGaps.json: plus-nct01464307 is missing: the pool knows that it lacks it",
    );
    const found = damaged((files) => {
      Object.assign(files.knownGaps?.[0] ?? {}, { treatments: ["snake-oil"], source: null, reference: null });
    });
    expect(found.join()).toContain("unknown id snake-oil");
    expect(found.join()).toContain("neither a source nor a number to look it up by");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exposures, medicineNames, treatments } from "../src/index.ts";
import { practicalFacts } from "../src/practical.ts";
import { injectionReasons } from "../src/injectionReasons.ts";
import { pausable } from "../src/pausable.ts";
import { sourceById } from "../src/sources.ts";
import caveatWords from "../data/caveatWords.json" with { type: "json" };
import { caveatForReaders, pool, trials } from "../src/trials.ts";
import { type DataFiles, faults } from "../src/validate.ts";

const folder = join(import.meta.dirname, "..", "data");
const load = (): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );

type Loose = Record<string, Record<string, unknown>[] & Record<string, unknown>>;
/** The faults after one deliberate damage to a fresh copy of the data. */
const damaged = (damage: (files: Loose) => void): string[] => {
  const files = load();
  damage(files as Loose);
  return faults(files as DataFiles);
};

describe("the data as shipped", () => {
  it("[KN-1] has no fault", () => {
    expect(faults(load() as DataFiles)).toEqual([]);
    expect(trials.length).toBeGreaterThan(150);
    expect(pool.rows.length).toBeGreaterThan(60);
  });

  it("[KN-2] opens a source, with its grade of reading, for every trial that is pooled", () => {
    for (const row of pool.rows) {
      const trial = trials.find((candidate) => candidate.id === row.trial);
      const source = sourceById.get(trial?.source ?? "");
      expect(["full", "abstract", "secondary"]).toContain(source?.read);
    }
  });

  it("[KN-8] names every treatment of the comparison", () => {
    const ids = treatments.map((treatment) => treatment.id);
    for (const id of [
      "baclofen-oral",
      "tizanidine",
      "dantrolene",
      "diazepam",
      "clonazepam",
      "gabapentin",
      "pregabalin",
      "tolperisone",
      "clonidine",
      "nabiximols",
      "dronabinol",
      "cannabis-extract-oral",
      "botulinum-toxin-a",
      "phenol-block",
      "baclofen-intrathecal",
      "physiotherapy",
      "stretch",
      "strength-training",
      "standing",
      "splint",
      "nmes",
      "tens",
      "shock-wave",
      "fes-cycling",
      "hydrotherapy",
      "vibration",
      "dry-needling",
      "rtms",
      "selective-dorsal-rhizotomy",
      "nothing-more",
    ])
      expect(ids).toContain(id);
    const baclofen = medicineNames.find((names) => names.medicine === "baclofen");
    expect(baclofen?.brands.map((brand) => brand.name)).toContain("Baclosign");
  });

  it("[KN-6] has a botulinum wave that rises to 1 and ends at 0", () => {
    const knots = exposures.find((curve) => curve.id === "botulinum-toxin")?.knots ?? [];
    expect(Math.max(...knots.map(([, share]) => share))).toBe(1);
    expect(knots.at(-1)?.[1]).toBe(0);
  });

  it("[KN-6] takes no medicine to be slower than the day on which its label has it judged", () => {
    const slowest = (id: string): number => {
      const curve = exposures.find((one) => one.id === id);
      if (curve?.tauOnDays == null) throw new Error(`${id} has no time constant`);
      return curve.tauOnDays * Math.max(...curve.timeScales.map(({ factor }) => factor));
    };
    const thereAfter = (days: number, id: string): number => 1 - Math.exp(-days / slowest(id));
    const facts = JSON.stringify([practicalFacts, exposures]);
    expect(facts).toContain("The US label gives it 45 days to show whether it helps.");
    expect(thereAfter(45, "dantrolene")).toBeCloseTo(0.95, 2);
    expect(facts).toContain("After four weeks it is judged whether it helps enough to go on.");
    expect(thereAfter(28, "nabiximols")).toBeCloseTo(0.94, 2);
  });
});

describe("why an injection may disappoint", () => {
  it("[KN-14] has a question, a source with its place, and how sure it is, for each reason", () => {
    expect(injectionReasons.length).toBeGreaterThan(10);
    for (const { ask, reason, sources, certainty } of injectionReasons) {
      expect(ask).toMatch(/\?$/);
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(["expert", "low"]).toContain(certainty);
      for (const { id, where } of sources) {
        expect(["full", "abstract", "secondary"]).toContain(sourceById.get(id)?.read);
        expect(where).toBeTruthy();
      }
    }
    const found = damaged((files) => {
      (files.injectionReasons![0] as { sources: unknown }).sources = [{ id: "nowhere-2000" }];
    });
    expect(found.join()).toContain("unknown id nowhere-2000");
  });
});

describe("what may be paused", () => {
  it("[KN-15] is no medicine and no injection, and says why, what to ask first and who says so", () => {
    expect(pausable.kinds).toEqual(["session", "other"]);
    for (const { why, askFirst, basis } of pausable.entries) {
      expect(why.length).toBeGreaterThan(40);
      expect(askFirst).toMatch(/^Ask first if /);
      expect(pausable.basisWords[basis]).toContain("not yet checked by a physiotherapist");
    }
    const found = damaged((files) => {
      (files.pausable!.fillers as unknown as string[]).push("lioresal");
    });
    expect(found.join()).toContain("make the medicine Lioresal");
    const kinds = damaged((files) => {
      (files.pausable as unknown as { kinds: string[] }).kinds.push("medicine");
    });
    expect(kinds.join()).toContain("pausable.json: kinds");
  });
});

describe("damage is named", () => {
  const first = (files: Loose, id: string) => {
    const trial = files.trials?.find((candidate) => candidate.id === id);
    return trial as unknown as {
      source: string;
      outcomes: { where: string | null; arms: { events: number; mean: number; ci95: unknown }[] }[];
    };
  };

  it("[KN-2] a trial without its source", () => {
    expect(
      damaged((files) => {
        first(files, "elovic-2016").source = "nowhere-2000";
      }),
    ).toContain("trials.json: elovic-2016: unknown id nowhere-2000");
  });

  it("[KN-2] a figure without its place in the source", () => {
    const found = damaged((files) => {
      first(files, "elovic-2016").outcomes[1]!.where = null;
    });
    expect(found.join()).toContain(
      "elovic-2016, outcome 1 (responder-ashworth-1): a figure without its place",
    );
  });

  it("[KN-4] more events than people", () => {
    const found = damaged((files) => {
      first(files, "elovic-2016").outcomes[1]!.arms[0]!.events = 172;
    });
    expect(found.join()).toContain("172 events in 171 people");
  });

  it("[KN-4] an estimate outside its interval", () => {
    const found = damaged((files) => {
      const arm = first(files, "elovic-2016").outcomes[0]!.arms[0]!;
      arm.ci95 = [0, 1];
    });
    expect(found.join()).toContain("mean -0.9 outside its interval");
  });

  it("[KN-3] an unknown treatment, condition or outcome group in the pool", () => {
    const found = damaged((files) => {
      const row = (files.pool!.rows as Record<string, unknown>[])[0]!;
      row.treatment = "snake-oil";
      row.condition = "gout";
      row.outcomeGroup = "joy";
    });
    for (const id of ["snake-oil", "gout", "joy"]) expect(found.join()).toContain(`unknown id ${id}`);
  });

  it("[KN-5] a pool row that differs from its trial", () => {
    const found = damaged((files) => {
      const row = (files.pool!.rows as { trial: string; data: { active: number[] } }[]).find(
        (candidate) => candidate.trial === "musec-2012",
      );
      row!.data.active = [43, 143];
    });
    expect(found.join()).toContain("43/143 differs from the trial's 42/143");
  });

  it("[KN-7] an id that stands twice", () => {
    const found = damaged((files) => {
      files.conditions!.push(files.conditions![0]!);
    });
    expect(found).toContain("conditions.json: the id ms stands twice");
  });

  it("[KN-1] a figure that is text", () => {
    const found = damaged((files) => {
      (first(files, "elovic-2016").outcomes[1]!.arms[0] as unknown as { events: string }).events = "119";
    });
    expect(found[0]).toMatch(/^trials\.json: \d+\.outcomes\.1\.arms\.0\.events/);
  });

  it("[KN-9] has caveats that speak to the reader", () => {
    const caveats = [...new Set(pool.rows.flatMap(({ caveat }) => (caveat === null ? [] : [caveat])))];
    for (const caveat of caveats) {
      expect(caveatForReaders(caveat)).not.toMatch(
        /#\d|never|say so|do not mix|\buse\b|\bshow for\b|: pool\b/i,
      );
    }
    const reworded = Object.keys(caveatWords);
    expect(reworded.filter((caveat) => !caveats.includes(caveat))).toEqual([]);
    expect(reworded.length).toBeGreaterThan(5);
  });
});

import { conditions, patterns, treatments } from "@unclench/knowledge";
import { practicalFacts } from "@unclench/knowledge/practical";
import { describe, expect, it } from "vitest";
import { arrange } from "../src/sideBySide/arrange.ts";
import { defaultSideBySide, type SideBySide, sideBySide, sideBySideBoard } from "../src/sideBySide/index.ts";
import { whatWorks } from "../src/whatWorks/index.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const places = conditions.flatMap((condition) =>
  patterns.map((pattern) => [condition.id, pattern.id] as const),
);
const boards = new Map(
  places.map(([condition, pattern]) => {
    const board = sideBySideBoard(condition, pattern);
    if (!board.ok) throw new Error(board.error.sentence);
    return [`${condition}/${pattern}`, board.value] as const;
  }),
);
const side = (condition: string, pattern: string, names: readonly string[]): SideBySide => {
  const board = boards.get(`${condition}/${pattern}`);
  const result = board === undefined ? sideBySide(condition, pattern, names) : arrange(board, names);
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};
const sentence = (names: readonly string[], condition = "ms", pattern = "generalised"): string => {
  const result = sideBySide(condition, pattern, names);
  return result.ok ? "" : `${result.error.type}: ${result.error.sentence}`;
};
const four = ["tizanidine", "botulinum-toxin-a", "tens", "nothing-more"];
const titles = (value: SideBySide): string[] => value.rows.map(({ title }) => title);
const words = (value: SideBySide, id: string): string[] =>
  value.rows
    .find((row) => row.id === id)
    ?.cells.map((cell) => cell.words.map(({ text }) => text).join(" ")) ?? [];

/** Every treatment of every page, two at a time. */
const all: SideBySide[] = [...boards.values()].flatMap(({ condition, pattern, columns }) =>
  columns.map(({ treatment }, place) =>
    side(condition, pattern, [treatment, columns[(place + 1) % columns.length]?.treatment ?? ""]),
  ),
);

describe("treatments side by side", () => {
  it("[AN-70] have one cell in every row, in the order in which they were named", () => {
    const value = side("stroke", "upper-limb", four);
    expect(value.treatments.map(({ treatment }) => treatment)).toEqual(four);
    for (const row of value.rows) expect(row.cells, row.title).toHaveLength(4);
    const turned = side("stroke", "upper-limb", [...four].reverse());
    expect(turned.treatments.map(({ treatment }) => treatment)).toEqual([...four].reverse());
    expect(turned.rows.map(({ id, cells }) => [id, cells.map(({ found }) => found).reverse()])).toEqual(
      value.rows.map(({ id, cells }) => [id, cells.map(({ found }) => found)]),
    );
  });

  it("[AN-70] answer the practical questions around the figures, gains before harms", () => {
    const value = side("ms", "generalised", ["tizanidine", "cannabis-extract-oral"]);
    expect(titles(value).slice(0, 3)).toEqual(["How it works", "How it is taken or done", "How soon"]);
    expect(titles(value).slice(-5)).toEqual([
      "What to watch for",
      "Stopping",
      "Tests and visits",
      "Driving",
      "Not for everyone",
    ]);
    const sides = value.rows.flatMap((row) => (row.side === null ? [] : [row.side]));
    expect(sides).toContain("gain");
    expect(sides).toContain("harm");
    expect(sides.lastIndexOf("gain")).toBeLessThan(sides.indexOf("harm"));
  });

  it("[AN-70] show the figures of what works, unchanged and all of them", () => {
    let compared = 0;
    for (const [condition, pattern] of places) {
      const answer = whatWorks(condition, pattern);
      if (!answer.ok) throw new Error(answer.error.sentence);
      for (const row of answer.value.rows) {
        const value = side(condition, pattern, [row.treatment, "nothing-more"]);
        const shown = value.rows.flatMap(({ cells }) => cells[0]?.figures ?? []);
        const wanted = row.outcomes.map(({ sentence: said, rangeSentence, people, certainty }) => ({
          sentence: said,
          rangeSentence,
          people,
          certainty,
        }));
        expect(shown).toHaveLength(wanted.length);
        expect(shown).toEqual(
          expect.arrayContaining(wanted.map((figure) => expect.objectContaining(figure))),
        );
        compared += wanted.length;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("[AN-70] tell the practical facts of the knowledge, word for word", () => {
    for (const facts of practicalFacts) {
      const other = facts.treatment === "tizanidine" ? "dantrolene" : "tizanidine";
      const value = side("ms", "generalised", [facts.treatment, other]);
      for (const id of [
        "howItWorks",
        "howTaken",
        "howSoon",
        "watch",
        "stopping",
        "visits",
        "whoNot",
      ] as const) {
        const told = words(value, id)[0];
        if (told !== undefined)
          expect(told, `${facts.treatment} ${id}`).toBe(facts[id]?.text ?? "Not found in what we read.");
        else expect(facts[id]).toBeNull();
      }
    }
  });

  it("[AN-70] are two to four", () => {
    expect(sentence([])).toBe(
      "TooFewTreatments: Two to four treatments stand side by side; none was named. Name 2 more.",
    );
    expect(sentence(["tizanidine", " "])).toContain("1 was named. Name 1 more.");
    expect(sentence(["tizanidine", "dantrolene", "tens", "stretch", "diazepam"])).toContain(
      "TooManyTreatments",
    );
    expect(sentence(["a", "b"], "gout")).toContain('UnknownCondition: There is no condition "gout"');
    expect(sentence(["a", "b"], "ms", "nose")).toContain('UnknownPattern: There is no pattern "nose"');
  });

  it("[AN-71] are found by id, name, brand and other names", () => {
    expect(
      side("ms", "generalised", ["Baclosign", "zanaflex"]).treatments.map(({ treatment }) => treatment),
    ).toEqual(["baclofen-oral", "tizanidine"]);
    // "Lioresal" begins the name of the pump's medicine too; the exact name goes first.
    expect(
      side("ms", "generalised", ["Lioresal", "BOTOX"]).treatments.map(({ treatment }) => treatment),
    ).toEqual(["baclofen-oral", "botulinum-toxin-a"]);
    for (const { id, name } of treatments) {
      if (id === "tizanidine") continue;
      expect(side("ms", "generalised", [name, "tizanidine"]).treatments[0]?.treatment, name).toBe(id);
    }
  });

  it("[AN-71] a name that may be several, that nobody knows, or that stands twice is a sentence", () => {
    expect(sentence(["baclofen", "tizanidine"])).toBe(
      'AmbiguousTreatment: "baclofen" may be baclofen-oral (Baclofen tablets) or baclofen-intrathecal (Baclofen pump); name one of them.',
    );
    expect(sentence(["snake oil", "tizanidine"])).toContain(
      'UnknownTreatment: There is no treatment called "snake oil". Known: baclofen-oral, tizanidine,',
    );
    expect(sentence(["Zanaflex", "tizanidine"])).toBe(
      'SameTreatmentTwice: "Zanaflex" and "tizanidine" are the same: Tizanidine. Name each treatment once.',
    );
  });

  it("[AN-72] every share stands with that of its own comparison group, whole and of 100", () => {
    let shares = 0;
    for (const value of all) {
      expect(value.readingSentence).toContain("Read down, not across");
      for (const figure of value.rows.flatMap(({ cells }) => cells.flatMap(({ figures }) => figures))) {
        if (figure.per100 === null) continue;
        shares++;
        const { with: active, without } = figure.per100;
        for (const part of [active, without])
          expect(Number.isInteger(part) && part >= 0 && part <= 100).toBe(true);
        expect(figure.sentence).toContain(`${active} of 100`);
        expect(figure.sentence).toContain(`${without} of 100`);
      }
    }
    expect(shares).toBeGreaterThan(100);
  });

  it("[AN-72] doing nothing more has no figures of its own, and points to the second number", () => {
    const value = side("stroke", "upper-limb", ["botulinum-toxin-a", "nothing-more"]);
    const cell = value.rows.find(({ side: of }) => of === "gain")?.cells[1];
    expect(cell?.figures).toEqual([]);
    expect(cell?.words[0]?.text).toContain("The second number in the other columns");
    expect(words(value, "evidence")[1]).toContain("On dummy treatment");
  });

  it("[AN-73] say how much is known, and that missing figures deny nothing", () => {
    for (const [condition, pattern] of places) {
      const answer = whatWorks(condition, pattern);
      if (!answer.ok) throw new Error(answer.error.sentence);
      for (const row of answer.value.rows) {
        const [evidence = ""] = words(side(condition, pattern, [row.treatment, "nothing-more"]), "evidence");
        expect(evidence, row.treatment).not.toBe("");
        expect(evidence).toContain(row.statusSentence);
        if (row.outcomes.length > 0) expect(evidence).toMatch(/^\d+ figures? from \d+ trials?\. How sure: /);
        expect(evidence.includes("are not counted here")).toBe(row.enriched.length > 0);
      }
    }
  });

  it("[AN-74] every page has a pair to begin with", () => {
    for (const [condition, pattern] of places) {
      const pair = defaultSideBySide(condition, pattern);
      if (!pair.ok) throw new Error(pair.error.sentence);
      expect(pair.value.treatments.map(({ treatment }) => treatment)).toHaveLength(2);
    }
    const chosen = (condition: string, pattern: string): string[] => {
      const pair = defaultSideBySide(condition, pattern);
      return pair.ok ? pair.value.treatments.map(({ treatment }) => treatment) : [];
    };
    expect(chosen("stroke", "upper-limb")).toEqual(["baclofen-oral", "botulinum-toxin-a"]);
    expect(chosen("hsp", "axial")).toEqual(["baclofen-oral", "tizanidine"]);
    expect(defaultSideBySide("gout", "axial").ok).toBe(false);
  });

  it("[AN-75] number their sources as they are met; none is missing and none idle", () => {
    for (const value of all) {
      const used = value.rows.flatMap(({ cells }) =>
        cells.flatMap(({ words: told, figures }) => [...told, ...figures].flatMap(({ sources }) => sources)),
      );
      expect([...new Set(used)].sort((a, b) => a - b)).toEqual(value.sources.map(({ number }) => number));
      expect(value.sources.map(({ number }) => number)).toEqual(value.sources.map((_, place) => place + 1));
      expect(new Set(value.sources.map(({ id }) => id)).size).toBe(value.sources.length);
      for (const { title, readWords } of value.sources) expect(title !== "" && readWords !== "").toBe(true);
      for (const cell of value.rows.flatMap(({ cells }) => cells)) {
        for (const figure of cell.figures) expect(figure.sources.length).toBeGreaterThan(0);
      }
    }
  });

  it("[AN-76] say what was not found, in the cell or, if it is missing for all, once", () => {
    const value = side("ms", "generalised", ["gabapentin", "tizanidine"]);
    expect(words(value, "howItWorks")[0]).toBe("Not found in what we read.");
    expect(value.notFound).toBe("Not found in what we read, for any of these: cost.");
    for (const one of all) {
      for (const row of one.rows) {
        expect(
          row.cells.some(({ found }) => found),
          row.title,
        ).toBe(true);
        for (const cell of row.cells) expect(cell.words.length + cell.figures.length).toBeGreaterThan(0);
      }
    }
  });

  it("[AN-16] are the same twice, survive JSON and hold no broken number [AN-17]", () => {
    for (const value of all) {
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      expect(brokenNumbers(value)).toEqual([]);
      expect(ownWords(value).filter((text) => forbiddenWords.test(text))).toEqual([]);
    }
    const twice = [1, 2].map(() => sideBySide("ms", "generalised", four));
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0]).toEqual({ ok: true, value: side("ms", "generalised", four) });
  });
});

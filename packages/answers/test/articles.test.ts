import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articles } from "@unclench/content/articles";
import { parseArticle } from "@unclench/content";
import { glossary } from "@unclench/knowledge/glossary";
import { exampleDiary, parseLocalDate } from "@unclench/record";
import { trials } from "@unclench/knowledge/trials";
import { describe, expect, it } from "vitest";
import { isItHelping } from "../src/isItHelping/index.ts";
import { articleFaults } from "../src/articles/check.ts";
import { fill } from "../src/articles/fill.ts";
import { figureFor, figureKinds } from "../src/articles/figures/index.ts";
import type { Place } from "../src/articles/figures/kind.ts";
import { articleGroups, articlePage } from "../src/articles/index.ts";
import { isPath } from "../src/articles/paths.ts";
import { explainedTerms } from "../src/glossary.ts";
import { proof } from "../src/errorRates.ts";
import { challengeOf } from "../src/repository.ts";
import { citedBy } from "../src/sourceList/citedBy.ts";
import { searchDocuments } from "../src/search/documents.ts";
import { whatWorks } from "../src/whatWorks/index.ts";

/** What a figure says, or why it cannot. */
const said = (of: string, given: Record<string, string>, place: Place = "inline"): string => {
  const result = figureFor({ of, arguments: given }, place);
  return result.ok ? result.value.text : result.sentence;
};
const block = (of: string, given: Record<string, string> = {}) => {
  const result = figureFor({ of, arguments: given }, "block");
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
};
const arm = {
  treatment: "botulinum-toxin-a",
  condition: "stroke",
  pattern: "upper-limb",
  outcome: "spasticity-responder",
};
const compared = () => {
  const answer = whatWorks("stroke", "upper-limb");
  const row = answer.ok ? answer.value.rows.find(({ treatment }) => treatment === arm.treatment) : undefined;
  const outcome = row?.outcomes.find(({ key }) => key.startsWith(`${arm.outcome}.`));
  if (outcome?.per100 == null) throw new Error("no figure of an arm after a stroke");
  return { ...outcome, per100: outcome.per100 };
};

describe("the articles", () => {
  it("[AN-420] have no fault; the build stops at the first that has one", () => {
    expect(articleFaults().map(({ sentence }) => sentence)).toEqual([]);
    const [first] = articles;
    if (first === undefined) throw new Error("no article");
    const wrong = { ...first, related: ["/nowhere"], words: 3 };
    expect(articleFaults([wrong, { ...first, id: "again" }]).map(({ type }) => type)).toEqual([
      "Length",
      "DeadLink",
      "TwiceTheSame",
    ]);
  });

  it("[AN-422] number their sources as they are met, with how each was read, and mark each sentence", () => {
    const parsed = parseArticle(
      "x.md",
      `---\nid: x\ntitle: X\nsummary: X.\nquestion: learn\nchecked: 2026-11-26\nauthor: us\nreviewer: none\nchanges:\n  - on: 2026-11-26\n    what: x\nrelated:\n  - /learn\n---\n\nB [@novotna-2011]. A [@farrar-2008; @novotna-2011]. :figure{of=effect treatment=${arm.treatment} condition=stroke pattern=upper-limb outcome=${arm.outcome} show=with} and :figure{of=effect treatment=${arm.treatment} condition=stroke pattern=upper-limb outcome=${arm.outcome} show=without}, :term[clonus].\n`,
    );
    if (!parsed.ok) throw new Error("not read");
    const { blocks, sources, terms } = fill(parsed.article);
    expect(sources.slice(0, 2).map(({ id, number, read }) => [id, number, read])).toEqual([
      ["novotna-2011", 1, "abstract"],
      ["farrar-2008", 2, "abstract"],
    ]);
    expect(terms).toEqual(["clonus"]);
    const [paragraph] = blocks;
    if (paragraph?.type !== "paragraph") throw new Error("no paragraph");
    const marks = paragraph.children.flatMap((one) => (one.type === "marks" ? [one.sources] : []));
    expect(marks.slice(0, 2)).toEqual([[1], [1, 2]]);
    // The trials behind two numbers of one figure are marked once.
    expect(marks.length).toBe(3);
    const { per100 } = compared();
    expect(paragraph.children.flatMap((one) => (one.type === "computed" ? [one.text] : []))).toEqual([
      `${per100.with} of 100`,
      `${per100.without} of 100`,
    ]);
  });

  it("[AN-423] are listed once, by the question they belong to", () => {
    const listed = articleGroups().flatMap((group) => group.articles);
    expect(listed.map(({ id }) => id).sort()).toEqual(articles.map(({ id }) => id).sort());
    for (const { minutes, path } of listed) {
      expect(minutes).toBeGreaterThan(1);
      expect(isPath(path), path).toBe(true);
    }
  });

  it("[AN-424] are asked for by id; one that is not there is a sentence with those that are", () => {
    const page = articlePage("READ-a-trial ");
    if (!page.ok) throw new Error(page.error.sentence);
    expect(page.value.contents[0]).toEqual({ id: "the-answer-first", text: "The answer first" });
    expect(page.value.reviewer).toBe("none yet");
    expect(page.value.related.every(({ text }) => !text.startsWith("/"))).toBe(true);
    expect(articlePage("read-a-trial")).toEqual(page);
    const none = articlePage("yoga");
    expect(none.ok ? "" : none.error.sentence).toContain('There is no article "yoga". There are: ');
  });

  it("[AN-425] are found by search, and their sources name them", () => {
    const documents = searchDocuments();
    for (const { id, title } of articles) {
      expect(documents.some((one) => one.path === `/articles/${id}` && one.title === title)).toBe(true);
      const page = articlePage(id);
      for (const source of page.ok ? page.value.sources : [])
        expect(
          citedBy()
            .get(source.id)
            ?.some(({ path }) => path === `/articles/${id}`),
        ).toBe(true);
    }
  });

  it("[AN-426] can be challenged: by a form where the repository is known, by lines to copy where it is not", () => {
    const page = { path: "/articles/x", title: "X", checked: "2026-11-26" };
    expect(challengeOf(page, null)).toMatchObject({ link: null });
    expect(challengeOf(page, null).text).toContain("Page: /articles/x (X), checked on 2026-11-26");
    const { link } = challengeOf(page, "https://example.org/unclench/");
    expect(link).toMatch(
      /^https:\/\/example\.org\/unclench\/issues\/new\?template=something-wrong\.md&title=/,
    );
    expect(new URL(link ?? "").searchParams.get("body")).toContain("What is right: ");
  });

  it("[AN-428] explain their words, and the glossary lists all of them", () => {
    expect(explainedTerms().length).toBe(glossary.length);
    const names = explainedTerms().map(({ term }) => term);
    expect(names.indexOf("abstract")).toBeLessThan(names.indexOf("withdrawal"));
    expect(explainedTerms().find(({ id }) => id === "clonus")?.sources[0]?.readWords).toContain("Read");
    for (const { id } of articles) {
      const page = articlePage(id);
      expect(page.ok && page.value.terms.every(({ plain }) => plain.endsWith("."))).toBe(true);
    }
  });
});

describe("a computed figure", () => {
  it("[AN-421] is refused with a sentence where it cannot be computed", () => {
    expect(said("guess", {})).toContain('there is no figure of "guess". There are: effect');
    expect(said("harms", { treatment: "tizanidine" })).toContain("needs a line of its own");
    expect(said("reading", { part: "trials", show: "all" }, "block")).toContain("within a line only");
    expect(said("effect", { ...arm, colour: "red" })).toContain('no argument "colour"');
    expect(said("effect", { condition: "ms" })).toContain('needs "treatment"');
    expect(said("effect", { ...arm, show: "magic" })).toContain("it can be: sentence");
    expect(said("effect", { ...arm, treatment: "snake-oil" })).toContain('no treatment "snake-oil"');
    expect(said("effect", { ...arm, condition: "gout" })).toContain('no condition "gout"');
    expect(said("effect", { ...arm, outcome: "joy" })).toContain("There are: spasticity-responder");
    expect(said("effect", { ...arm, treatment: "yoga-none" })).toContain("Known:");
    const points = { treatment: "cannabis-extract-oral", condition: "ms", pattern: "generalised" };
    expect(said("effect", { ...points, outcome: "spasticity-nrs", show: "with" })).toContain("not known");
  });

  it("[AN-427] says what the comparison says, word for word and number for number", () => {
    const outcome = compared();
    expect(said("effect", arm)).toBe(outcome.sentence.replace(/\.$/, ""));
    expect(said("effect", { ...arm, show: "with" })).toBe(`${outcome.per100.with} of 100`);
    expect(said("effect", { ...arm, show: "more" })).toBe(
      `${outcome.per100.with - outcome.per100.without} of 100`,
    );
    expect(said("effect", { ...arm, show: "sure" })).toBe(outcome.certainty.words);
    expect(said("effect", { ...arm, show: "trials" })).toBe(`${outcome.trials.length} trials`);
    expect(said("effect", { ...arm, show: "people" })).toBe(`${outcome.people} people`);
    const shown = block("effect", arm);
    expect(shown.text).toContain(outcome.sentence);
    expect(shown.text).toContain(outcome.rangeSentence);
    expect(shown.picture).toMatchObject({
      blocks: [{ count: outcome.per100.with }, { count: outcome.per100.without }],
    });
    const forest = block("effect", { ...arm, picture: "forest" });
    expect(forest.table?.rows.length).toBe(outcome.studies.length + 1);
    const enriched = {
      treatment: "nabiximols",
      condition: "ms",
      pattern: "generalised",
      outcome: "spasticity-responder",
    };
    expect(said("effect", enriched)).toContain("has no figure");
    expect(said("effect", { ...enriched, trials: "enriched" })).toContain("of 100");
  });

  it("[AN-427] puts treatments side by side, and says where there is no figure", () => {
    const { table, sources } = block("side-by-side", {
      treatments: "baclofen-oral, dronabinol, cannabis-extract-oral",
      condition: "ms",
      pattern: "generalised",
      outcome: "spasticity-responder",
    });
    expect(table?.rows.map(([name = ""]) => name)).toEqual([
      "Baclofen tablets",
      "Dronabinol (THC)",
      "Cannabis extract by mouth",
    ]);
    expect(table?.rows[0]?.[1]).not.toMatch(/\d/);
    expect(table?.rows[1]?.[1]).toMatch(/^\d+ of 100$/);
    expect(sources.length).toBeGreaterThan(0);
  });

  it("[AN-427] shows tables of labels, what texts say on coming down, and what chosen people mean for all who began", () => {
    const table = block("side-effects", {
      treatment: "tizanidine",
      table: "thirteen-weeks",
      rows: "2",
    }).table;
    expect(table?.rows).toEqual([
      ["Dry mouth", "49 of 100", "10 of 100"],
      ["Sleepiness", "48 of 100", "10 of 100"],
    ]);
    expect(said("side-effects", { treatment: "tizanidine", table: "none" }, "block")).toContain(
      "There are: ",
    );
    expect(
      said("side-effects", { treatment: "tizanidine", table: "thirteen-weeks", rows: "0" }, "block"),
    ).toContain("from 1 to 8");
    // What only a machine has read is no table to show.
    expect(said("side-effects", { treatment: "clonazepam", table: "panic" }, "block")).toContain("no table");
    expect(block("coming-down", { medicine: "baclofen" }).text).toMatch(
      /Germany and Switzerland: over .*ambulance/,
    );
    expect(block("coming-down", { medicine: "dantrolene" }).text).toContain("in no text that was read");
    expect(said("coming-down", { medicine: "snake oil" }, "block")).toContain("snake oil");
    const spray = {
      treatment: "nabiximols",
      condition: "ms",
      pattern: "generalised",
      outcome: "spasticity-responder",
    };
    // 41 and 17 of 53 chosen ones, who were 106 of the 191 who began.
    expect(said("starters", spray)).toBe(`${Math.round((100 * 106 * 41) / (191 * 53))} of 100`);
    expect(said("starters", { ...spray, show: "without" })).toBe("18 of 100");
    expect(said("starters", { ...spray, show: "more" })).toBe("25 of 100");
    expect(block("starters", spray).text).toContain("our arithmetic");
    expect(said("starters", { ...spray, condition: "stroke" })).toMatch(/has no figure|not collected/);
  });

  it("[AN-427] tells harms with and without, the published false alarms, and how often help is found", () => {
    expect(block("harms", { treatment: "cannabis-extract-oral" }).table?.rows.length).toBeGreaterThan(2);
    expect(said("harms", { treatment: "stretch" }, "block")).toContain("no unwanted effect");
    const usual = proof.alarms.find(
      ({ situation }) => situation === "28 days before, 56 on; φ 0.6 and noise",
    );
    expect(said("false-alarms", {})).toBe(`${usual?.ours.toFixed(1)} of 100`);
    expect(block("false-alarms").table?.rows[0]).toEqual([
      "an ordinary diary",
      usual?.ours.toFixed(1),
      usual?.tTest.toFixed(1),
    ]);
    const two = proof.power.find(
      ({ situation }) => situation === "2 points better; 28 days before, 56 on; φ 0.4 and noise",
    );
    expect(said("power", { points: "2" })).toBe(`${Math.round(two?.ours ?? Number.NaN)} of 100`);
    expect(said("power", { points: "7" })).toContain('help of "7" points was not simulated');
    expect(block("power").table?.rows.map(([words = ""]) => words)).toContain("1 point better");
  });

  it("[AN-427] draws the course of an injection from the curve that the verdict uses", () => {
    expect(said("injection-course", { show: "half" })).toBe("about 8 days");
    expect(said("injection-course", { show: "full" })).toBe("weeks 3 to 6");
    expect(said("injection-course", { show: "half-gone" })).toBe("about 14 weeks");
    const { picture, table, sources } = block("injection-course");
    expect(picture).toMatchObject({ type: "course" });
    expect(table?.rows.find(([week]) => week === "4")?.[1]).toMatch(/^\d+$/);
    expect(sources.length).toBeGreaterThan(3);
  });

  it("[AN-427] shows the verdict of the app on its own example, as the app gives it", () => {
    const first = parseLocalDate("2025-06-02");
    if (!first.ok) throw new Error("no day");
    const { checkIns, treatments } = exampleDiary(first.value);
    const result = isItHelping({ diary: checkIns, treatments, measure: "stiffness" });
    const answer = result.ok ? result.value.treatments[0] : undefined;
    const { text, picture, table } = block("example-verdict");
    expect(text).toContain(answer?.sentence);
    expect(picture).toMatchObject({ type: "hill", points: answer?.hill });
    expect(table?.rows[0]?.[1]).toBe(`${Math.abs(answer?.effect?.q50 ?? Number.NaN).toFixed(1)} better`);
  });

  it("[AN-427] counts what was read", () => {
    const all = Number(said("reading", { part: "trials", show: "all" }));
    const abstracts = Number(said("reading", { part: "trials", show: "abstract" }));
    expect(abstracts).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(abstracts);
    const trialsThat = (show: string) => Number(said("collected-trials", { show }));
    const weeksOf = trials.flatMap(({ design, weeks }) =>
      design !== "single-arm" && typeof weeks === "number" ? [weeks] : [],
    );
    expect(trialsThat("length-known")).toBe(weeksOf.length);
    expect(trialsThat("over-half-a-year")).toBe(weeksOf.filter((weeks) => weeks > 26).length);
    expect(trialsThat("examiner-felt")).toBeGreaterThan(trialsThat("spasms-counted"));
    expect(trialsThat("all")).toBeGreaterThan(trialsThat("length-known"));
  });

  it("[AN-421] is of a kind that is called once and says what it is for", () => {
    const names = figureKinds.map(({ of }) => of);
    expect(new Set(names).size).toBe(names.length);
    const guide = readFileSync(join(import.meta.dirname, "../../../docs/content-guide.md"), "utf8");
    for (const { of, about, places, arguments: given } of figureKinds) {
      expect(about.endsWith(".")).toBe(true);
      expect(places.length).toBeGreaterThan(0);
      const row = guide.split("\n").find((line) => line.startsWith(`| \`${of}\``)) ?? "";
      for (const { name, choices = [] } of given)
        for (const told of [name, ...choices.filter((choice) => of !== "reading" && choice !== "unselected")])
          expect(row, `${of}: ${told}`).toContain(`\`${told}\``);
    }
  });
});

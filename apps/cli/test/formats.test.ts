/** docs/formats.md, held against what is printed and what is read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { experiencesPage } from "@unclench/answers/experiences";
import { isItHelping } from "@unclench/answers/is-it-helping";
import { visitSheet } from "@unclench/answers/visit-sheet";
import { evidenceOf, snapshotOf, whatToAsk } from "@unclench/answers/what-to-ask";
import { whatToAvoidFrom } from "@unclench/answers/what-to-avoid";
import { allQuestions, answered, findRoutines } from "@unclench/answers/relief";
import { routinePage } from "@unclench/answers/relief-page";
import { redFlagsToday } from "@unclench/answers/red-flags";
import { sideEffectsList, sideEffectsSheet } from "@unclench/answers/side-effects";
import { stoppingList, stoppingSheet } from "@unclench/answers/stopping";
import { whatMatters } from "@unclench/answers/what-matters";
import { whatWorks } from "@unclench/answers/what-works";
import { conditions, patterns } from "@unclench/knowledge";
import {
  exampleDiary,
  localDateFrom,
  openExample,
  readDiaryCsv,
  readRecordJson,
  readTreatmentsCsv,
  recordJson,
} from "@unclench/record";
import { describe, expect, it } from "vitest";
import { dateOf, diaryLines, madeUpDiary } from "./madeUpDiary.ts";
import { fileOf, unclench } from "./unclench.ts";

const text = readFileSync(join(import.meta.dirname, "../../../docs/formats.md"), "utf8");
const section = (heading: string): string => {
  const found = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (found === undefined) throw new Error(`no section ${heading}`);
  return found;
};
const example = (heading: string): string => /```\w+\n([\s\S]*?)```/.exec(section(heading))?.[1] ?? "";
/** What stands in `code` quotes; the blocks of examples are no documentation of a field. */
const documented = (heading: string): Set<string> =>
  new Set(
    [
      ...section(heading)
        .replace(/```[\s\S]*?```/g, "")
        .matchAll(/`([^`\n]+)`/g),
    ].map(([, word = ""]) => word),
  );

function keysOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const part of value) keysOf(part, found);
  else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      found.add(key);
      keysOf(part, found);
    }
  }
  return found;
}
const undocumented = (value: unknown, heading: string): string[] => {
  const words = documented(heading);
  return [...keysOf(value)].filter((key) => !words.has(key));
};

const today = localDateFrom(2026, 3, 29);
if (today === null) throw new Error("no such day");

describe("docs/formats.md", () => {
  it("names every field of what-to-avoid, and its example is understood", () => {
    const person = JSON.parse(example("What-to-avoid"));
    const answer = whatToAvoidFrom(person);
    expect(undocumented(person, "What-to-avoid")).toEqual([]);
    expect(undocumented(answer, "What-to-avoid")).toEqual([]);
    expect(answer.notChecked.filter(({ type }) => type === "unread" || type === "word")).toEqual([]);
  });

  it("names every field of experiences", () => {
    const page = experiencesPage("ms");
    expect(page.ok && undocumented([page.value], "Experiences JSON")).toEqual([]);
  });

  it("names every field of help-today, stopping and side-effects", () => {
    expect(undocumented(redFlagsToday(), "Help-today JSON")).toEqual([]);
    const stops = stoppingList().map(({ id }) => stoppingSheet(id));
    const effects = sideEffectsList().map(({ treatment }) => sideEffectsSheet(treatment));
    for (const sheet of [...stops, ...effects]) expect(sheet.ok).toBe(true);
    const values = (sheets: readonly { ok: boolean; value?: unknown }[]) => sheets.map(({ value }) => value);
    expect(undocumented(values(stops), "Stopping JSON")).toEqual([]);
    expect(undocumented(values(effects), "Side-effects JSON")).toEqual([]);
  });

  it("names every field of relief", () => {
    const pages = ["calf-wall-straight-knee", "tilt-table", "neck-side-and-turn"].map(routinePage);
    const asked = { where: "calf", position: "sitting", minutes: 8, company: "alone", now: today };
    const ids = allQuestions([]).map(({ id }) => id);
    const medicines = ["Baclofen"];
    const lists = [
      findRoutines({ ...asked, bodyCheck: answered([], ids, [], localDateFrom(2020, 1, 1) ?? today) }),
      findRoutines({ ...asked, bodyCheck: answered([], ids, [], today), medicines }),
      findRoutines({ ...asked, bodyCheck: answered([], ids, ["dvt"], today) }),
    ];
    for (const one of [...pages, ...lists]) expect(one.ok).toBe(true);
    expect(
      undocumented(
        [...pages, ...lists].map((one) => one.ok && one.value),
        "Relief JSON",
      ),
    ).toEqual([]);
    for (const key of ["before", "proposals", "why", "changes", "moments", "known", "forClinicians"])
      expect(keysOf([...pages, ...lists])).toContain(key);
  });

  it("names every field of what-matters", () => {
    const wishes = {
      stiffness: "most",
      spasms: "lot",
      awake: "lot",
      needles: "little",
      visits: "little",
    } as const;
    const answers = conditions.flatMap(({ id }) =>
      patterns.flatMap((pattern) => {
        const answer = whatMatters({ condition: id, pattern: pattern.id, wishes });
        return answer.ok ? [answer.value] : [];
      }),
    );
    expect(answers.length).toBeGreaterThan(10);
    expect(undocumented(answers, "What-matters JSON")).toEqual([]);
    const keys = keysOf(answers);
    for (const field of [
      "ranks",
      "known",
      "of100",
      "why",
      "toComeFirst",
      "centralWeights",
      "surenessSentence",
    ])
      expect(keys).toContain(field);
  });

  it("names every field of what-works, for every condition and pattern", () => {
    const answers = conditions.flatMap(({ id }) => patterns.map((pattern) => whatWorks(id, pattern.id)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const values = answers.map((answer) => (answer.ok ? answer.value : null));
    expect(undocumented(values, "What-works JSON")).toEqual([]);
    const keys = keysOf(values);
    for (const key of ["per100", "beside", "reviews", "unused", "elsewhere", "enriched"])
      expect(keys).toContain(key);
  });

  it("names every field of is-it-helping", () => {
    const { checkIns, treatments } = exampleDiary(today);
    const [medicine] = treatments;
    if (medicine === undefined) throw new Error("the example has no medicine");
    const together = [...treatments, { ...medicine, treatment: "Another", stop: null }];
    const answer = isItHelping({ diary: checkIns, treatments: together, measure: "stiffness" });
    if (!answer.ok) throw new Error(answer.error.sentence);
    expect(answer.value.combined.length).toBeGreaterThan(0);
    expect(undocumented(answer.value, "Is-it-helping JSON")).toEqual([]);
  });

  it("names every field of what the command line adds to is-it-helping, and of prove", () => {
    const lines = diaryLines(madeUpDiary(84, 28, -2.5));
    const list = `treatment,kind,start\nDysport,injection,${dateOf(28)}\nStretching,session,${dateOf(50)}\n`;
    const args = [
      ...["is-it-helping", fileOf("added.csv", lines.join("\n"))],
      ...["--treatments", fileOf("addedTreatments.csv", list)],
      ...["--condition", "stroke", "--pattern", "upper-limb"],
      ...["--measure", "all", "--cycles", "--plan", "--json"],
    ];
    const answer = JSON.parse(unclench(args).out);
    expect(undocumented(answer, "Is-it-helping JSON")).toEqual([]);
    const keys = keysOf(answer);
    for (const key of ["gainAndPrice", "hangsOn", "wearOff", "blocks", "reasons", "trials"])
      expect(keys).toContain(key);
    expect(undocumented(JSON.parse(unclench(["prove", "--json"]).out), "Prove JSON")).toEqual([]);
  });

  it("names every field of what-to-ask and of the visit sheet", async () => {
    const snapshot = snapshotOf(await openExample(today));
    const evidence = evidenceOf(snapshot, today);
    expect(undocumented(whatToAsk(snapshot, today, evidence), "What-to-ask JSON")).toEqual([]);
    const words = new Set([...documented("Visit-sheet JSON"), ...documented("What-to-ask JSON")]);
    const keys = [...keysOf(visitSheet(snapshot, today, evidence))];
    expect(keys.filter((key) => !words.has(key))).toEqual([]);
  });

  it("names every field of the record file", async () => {
    const file = JSON.parse(recordJson(await openExample(today)));
    const words = new Set([
      ...documented("Record JSON"),
      ...documented("Diary CSV"),
      ...documented("Treatments CSV"),
    ]);
    expect([...keysOf(file)].filter((key) => !words.has(key))).toEqual([]);
  });

  it("names every field of network, and has an example that can be read", () => {
    const ran = unclench(["network", fileOf("formats.csv", example("Network")), "--measure", "OR", "--json"]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    const answer = JSON.parse(ran.out);
    expect(answer).toMatchObject({ k: 3, treatments: ["placebo", "x", "y"], notes: [] });
    // The names of treatments are keys of `pScores`.
    const words = new Set([...documented("Network"), ...answer.treatments]);
    expect([...keysOf(answer)].filter((key) => !words.has(key))).toEqual([]);
  });

  it("has examples that can be read", () => {
    const diary = readDiaryCsv(example("Diary CSV"));
    const treatments = readTreatmentsCsv(example("Treatments CSV"));
    const record = readRecordJson(example("Record JSON"));
    if (!diary.ok || !treatments.ok || !record.ok) throw new Error("an example cannot be read");
    expect(diary.value.rows.map(({ row }) => [row.date, row.stiffness, row.spasms, row.note])).toEqual([
      ["2026-01-05", 6, 3, null],
      ["2026-01-06", 7, null, "cold, wet day"],
    ]);
    expect(diary.value).toMatchObject({ unreadable: [], ignoredColumns: [], absentColumns: [] });
    expect(treatments.value.rows.map(({ row }) => row.kind)).toEqual([
      "medicine",
      "medicine",
      "injection",
      "session",
    ]);
    expect(treatments.value).toMatchObject({ unreadable: [], ignoredColumns: [], absentColumns: [] });
    expect(record.value.unreadable).toEqual([]);
    expect(record.value.operations.map(({ table }) => table)).toEqual(["checkIn", "treatment"]);
  });

  it("says truly which cells are refused", () => {
    const dateIsRead = (date: string) => {
      const read = readDiaryCsv(`date;stiffness\n${date};5\n`);
      return read.ok && read.value.unreadable.length === 0;
    };
    for (const date of ["2026-01-05", "5.1.2026", "1900-01-01", "2199-12-31"])
      expect(dateIsRead(date), date).toBe(true);
    for (const date of ["05/01/2026", "05-01-26", "1899-12-31", "2200-01-01"])
      expect(dateIsRead(date), date).toBe(false);
    const doseOf = (separator: string, dose: string) => {
      const read = readTreatmentsCsv(
        ["treatment,kind,start,dose", `A,medicine,2026-02-02,DOSE`]
          .join("\n")
          .replaceAll(",", separator)
          .replace("DOSE", dose),
      );
      return read.ok && read.value.unreadable.length === 0 ? read.value.rows[0]?.row.dose : "refused";
    };
    expect(doseOf(",", "1.500")).toBe(1.5);
    expect(doseOf(";", "1.500")).toBe("refused");
    expect(doseOf(";", "1,500")).toBe("refused");
    expect(doseOf(",", '"1,500"')).toBe("refused");
    expect(doseOf(";", "2,5")).toBe(2.5);
    for (const dose of ["-1", "1e3", "5 mg"]) expect(doseOf(";", dose), dose).toBe("refused");
    expect(doseOf(",", "")).toBeNull();
  });
});

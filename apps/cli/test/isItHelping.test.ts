import { hangsOnOf, type IsItHelping, isItHelping, measures } from "@unclench/answers/is-it-helping";
import {
  type CheckIn,
  diaryCsv,
  exampleDiary,
  localDateFrom,
  readDiaryCsv,
  readTreatmentsCsv,
  treatmentsCsv,
  emptyCheckIn,
} from "@unclench/record";
import { describe, expect, it } from "vitest";
import { dateOf, diaryLines, madeUpDiary } from "./madeUpDiary.ts";
import { expectFault, fileOf, unclench } from "./unclench.ts";

const BEGINS = 28;
const file = (name: string, lines: readonly string[]) => fileOf(name, `${lines.join("\n")}\n`);
const treatmentLines = [
  "treatment,kind,start,stop,dose,unit",
  `My medicine,medicine,${dateOf(BEGINS)},,10,mg`,
];
const treatments = file("treatments.csv", treatmentLines);
const helpingDiary = madeUpDiary(84, BEGINS, -2.5);
const helping = file("helping.csv", diaryLines(helpingDiary));

const run = (diary: string, ...args: string[]) => {
  const ran = unclench(["is-it-helping", diary, "--treatments", treatments, ...args]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return ran.out;
};
const asJson = (diary: string, ...args: string[]): IsItHelping => JSON.parse(run(diary, ...args, "--json"));

/** What the screens would get for the same two files. */
function theAnswer(diary: string, list: string, measure: (typeof measures)[number]) {
  const days = readDiaryCsv(diary);
  const rows = readTreatmentsCsv(list);
  if (!days.ok || !rows.ok) throw new Error("the files of this test cannot be read");
  const input = {
    diary: days.value.rows.map(({ row }) => row),
    treatments: rows.value.rows.map(({ row }) => row),
    measure,
  };
  const answer = isItHelping(input);
  if (!answer.ok) throw new Error(answer.error.sentence);
  return { ...answer.value, hangsOn: hangsOnOf(input) };
}

describe("unclench is-it-helping --json", () => {
  it("finds a clear effect, with its size and its chances", () => {
    const got = asJson(helping);
    expect(got).toMatchObject({ question: "is-it-helping", format: 1, measure: "stiffness" });
    const [one] = got.treatments;
    expect(one).toMatchObject({ treatment: "My medicine", kind: "medicine", measure: "stiffness" });
    expect(["helping", "helping-clearly"]).toContain(one?.verdict);
    const effect = one?.effect;
    if (!effect || !one?.probabilities) throw new Error("no effect");
    expect(effect.mean).toBeGreaterThan(-3.5);
    expect(effect.mean).toBeLessThan(-1.5);
    expect(effect.sd).toBeGreaterThan(0);
    expect(effect.q05).toBeLessThan(effect.q50);
    expect(effect.q50).toBeLessThan(effect.q95);
    const { helps, helpsEnough, notEnough, worse } = one.probabilities;
    expect(helps).toBeGreaterThan(0.975);
    expect(helps + worse).toBeCloseTo(1, 6);
    expect(helpsEnough + notEnough).toBeCloseTo(1, 6);
    expect(one.daysNeeded).toBeNull();
    expect(one.sentence).toContain("less stiffness");
    expect(one.notes.length).toBeGreaterThan(0);
  });

  it("finds no help where there is none", () => {
    const [one] = asJson(file("nothing.csv", diaryLines(madeUpDiary(84, BEGINS, 0)))).treatments;
    expect(["not-enough", "unclear", "leaning", "worse"]).toContain(one?.verdict);
    expect(Math.abs(one?.effect?.mean ?? 9)).toBeLessThan(1);
    expect(one?.probabilities?.helpsEnough).toBeLessThan(0.5);
  });

  it("does not answer ten days, and says what is missing", () => {
    const [one] = asJson(
      file("short.csv", diaryLines(helpingDiary.slice(BEGINS - 5, BEGINS + 5))),
    ).treatments;
    expect(one?.verdict).toBe("not-yet");
    expect(one?.days).toEqual({ before: 5, on: expect.any(Number) });
    expect(one?.notes.join(" ")).toContain("There are 5 days with a check-in");
    expect(one?.sentence).not.toMatch(/\d/);
  });

  it("is the object that the screens use, for each measure in the file", () => {
    for (const measure of ["stiffness", "sleep"] as const) {
      const answer = theAnswer(diaryLines(helpingDiary).join("\n"), treatmentLines.join("\n"), measure);
      expect(run(helping, "--measure", measure, "--json")).toBe(`${JSON.stringify(answer, null, 2)}\n`);
    }
  });
});

describe("unclench is-it-helping", () => {
  it("says every sentence of the answer", () => {
    const answer = theAnswer(diaryLines(helpingDiary).join("\n"), treatmentLines.join("\n"), "stiffness");
    const text = run(helping);
    const sentences = [
      ...answer.treatments.flatMap((one) => [one.sentence, ...one.notes, ...one.assumed]),
      ...answer.notes,
      answer.expectation,
      answer.startingBelief,
      answer.baseline.words,
      ...answer.hangsOn.flatMap(({ headline, base, checks }) => [
        headline,
        base,
        ...checks.map(({ sentence }) => sentence),
      ]),
    ];
    for (const sentence of sentences) expect(text).toContain(sentence);
    expect(text).toContain(`As of ${answer.look.date}; the next weekly look is on ${answer.look.next}.`);
    expect(text).toContain("Do not stop a medicine or a pump suddenly");
    expect(text).not.toMatch(/NaN|undefined|null|\[object|made-up/);
  });

  it("answers for treatments together that cannot be told apart", () => {
    const two = file("two.csv", [...treatmentLines, `Exercises,session,${dateOf(BEGINS + 1)},,,`]);
    const args = ["is-it-helping", helping, "--treatments", two];
    const got: IsItHelping = JSON.parse(unclench([...args, "--json"]).out);
    expect(got.treatments.map(({ verdict }) => verdict)).toEqual(["inseparable", "inseparable"]);
    expect(got.treatments.map(({ effect }) => effect)).toEqual([null, null]);
    expect(got.combined.length).toBe(1);
    const text = unclench(args).out;
    expect(text).toContain("TOGETHER");
    expect(text).toContain(got.combined[0]?.sentence ?? "missing");
    for (const note of got.treatments.flatMap(({ notes }) => notes)) expect(text).toContain(note);
  });

  it("tells injections one by one, with what to ask, only where it is asked to", () => {
    const list = file("injections.csv", [
      "treatment,kind,start,stop,dose,unit",
      `Dysport,injection,${dateOf(BEGINS)},,500,units`,
    ]);
    const args = ["is-it-helping", helping, "--treatments", list];
    const text = unclench([...args, "--cycles"]).out;
    expect(text).toContain("INJECTION BY INJECTION: Dysport");
    expect(text).toContain("at its peak about");
    expect(text).toContain("WHEN AN INJECTION DISAPPOINTS");
    expect(text).toContain("Ask: Which muscles were injected");
    expect(JSON.parse(unclench([...args, "--cycles", "--json"]).out).cycles.length).toBe(1);
    expect(unclench(args).out).not.toContain("INJECTION BY INJECTION");
    expect(run(helping, "--cycles")).toContain("No injection of a botulinum toxin lies in this diary.");
  });

  it("starts from the trials of the people it is told of, and says so when none went in", () => {
    const list = file("sativex.csv", [
      "treatment,kind,start,stop,dose,unit",
      `Sativex,medicine,${dateOf(BEGINS)},,8,sprays`,
    ]);
    const args = ["is-it-helping", helping, "--treatments", list];
    const people = ["--condition", "ms", "--pattern", "generalised"];
    expect(unclench(args).out).toContain("No trial went in: for that, give --condition and --pattern.");
    const text = unclench([...args, ...people]).out;
    expect(text).toContain("Starting from what trials found for ms, generalised.");
    expect(text).toMatch(/Trials with .* found about|A published pool of trials/);
    expect(text).toContain("Without the trials: ");
    expect(unclench([...args, ...people, "--no-trials"]).out).toContain("No trial went in: --no-trials.");
    const json: IsItHelping = JSON.parse(unclench([...args, ...people, "--json"]).out);
    expect(json.treatments[0]?.trials).not.toBeNull();
    expectFault(unclench([...args, "--condition", "ms"]), "--pattern is missing");
    expectFault(unclench([...args, "--pattern", "generalised"]), "--condition is missing");
    expectFault(unclench([...args, "--condition", "gout", "--pattern", "generalised"]), 'not "gout"');
    expectFault(unclench([...args, "--condition", "ms", "--pattern", "toe"]), 'not "toe"');
  });

  it("says gain and price of all measures, then each of them", () => {
    const text = run(helping, "--measure", "all");
    expect(text).toMatch(/^GAIN AND PRICE\n {2}Since My medicine began on/);
    expect(text).toContain("answers were looked at");
    for (const name of ["stiffness", "sleep"]) expect(text).toContain(`Is it helping? ${name}, 0`);
    const json = JSON.parse(run(helping, "--measure", "all", "--json"));
    expect(json).toMatchObject({ question: "is-it-helping", format: 1, measure: "all" });
    expect(json.answers.map(({ measure }: { measure: string }) => measure)).toEqual(
      json.gainAndPrice.measures,
    );
  });

  it("plans: how many more days, and a fair test only of what may be left out", () => {
    const list = file("plan.csv", [
      ...treatmentLines,
      `Stretching,session,${dateOf(BEGINS + 20)},,20,minutes`,
    ]);
    const args = ["is-it-helping", helping, "--treatments", list, "--plan"];
    const text = unclench([...args, "--lot", "482913"]).out;
    expect(text).toContain("HOW MANY MORE DAYS");
    expect(text).toContain("A FAIR TEST OF Stretching");
    expect(text).toContain("with the number 482913");
    expect(text).toContain("If it does nothing");
    expect(text).not.toContain("A FAIR TEST OF My medicine");
    expect(unclench([...args, "--lot", "482913"]).out).toBe(text);
    expect(run(helping, "--plan")).not.toContain("A FAIR TEST");
    expectFault(unclench([...args, "--lot", "many"]), "--lot is a whole number");
    expect(unclench([...args, "--blocks", "4"]).out).toContain("4 blocks of 14 days, 2 with Stretching");
    for (const blocks of ["5", "some"])
      expectFault(unclench([...args, "--blocks", blocks]), "--blocks is an even number");
    expect(unclench([...args, "--blocks", "40"]).out).toContain("has 4 to 12 blocks");
  });

  it("takes the made-up example and says that it is one", () => {
    const today = localDateFrom(2026, 3, 29);
    if (today === null) throw new Error("no such day");
    const example = exampleDiary(today);
    const marked = { isExample: true };
    const ran = unclench([
      "is-it-helping",
      fileOf("example.csv", diaryCsv(example.checkIns, marked)),
      "--treatments",
      fileOf("exampleTreatments.csv", treatmentsCsv(example.treatments, marked)),
    ]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    expect(ran.out).toContain("This is the made-up example");
    expect(ran.out).toContain("Example medicine");
    expect(ran.out).toContain("Example injection");
  });

  it("answers an exported diary as it answers the diary", () => {
    const checkIns = helpingDiary.map(
      ({ date, stiffness, sleep }): CheckIn => ({
        ...emptyCheckIn,
        id: date,
        date: date as CheckIn["date"],
        stiffness,
        sleep,
        note: 'cold, "wet"; windy\nagain',
      }),
    );
    expect(asJson(fileOf("exported.csv", diaryCsv(checkIns)))).toEqual(asJson(helping));
  });

  it("helps", () => {
    const { code, out, err } = unclench(["is-it-helping", "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const word of ["--treatments", "--measure", "--json", ...measures]) expect(out).toContain(word);
    expect(unclench(["--help"]).out).toMatch(/^ {2}is-it-helping +\S/m);
  });
});

describe("unclench is-it-helping, files as programs save them", () => {
  const plain = asJson(helping);
  const text = diaryLines(helpingDiary).join("\n");
  const german = diaryLines(helpingDiary)
    .map((line) => line.replaceAll(",", ";").replace(/^(\d+)-(\d+)-(\d+)/, "$3.$2.$1"))
    .join("\r\n");
  const variants: [string, string | Buffer][] = [
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${text}`],
    ["semicolons and dotted dates", german],
    ["tabs", text.replaceAll(",", "\t")],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["days in another order", diaryLines([...helpingDiary].reverse()).join("\n")],
  ];
  it.each(variants)("%s", (name, content) => {
    expect(asJson(fileOf(`${name}.csv`, content))).toEqual(plain);
  });

  it("says which columns and lines it did not use", () => {
    const [head, second, ...rest] = diaryLines(helpingDiary);
    const lines = [`${head},weather`, `${second},9`, `${second},9`, ...rest.map((line) => `${line},`)];
    const path = file("remarks.csv", [...lines, `${dateOf(100)},,,`]);
    const text = run(path);
    expect(text).toContain(`THE FILE ${path}`);
    expect(text).toContain("weather");
    expect(text).toMatch(/Line 2: 2026-01-05 stands again in line 3/);
    expect(text).toContain("1 line with a date and nothing else");
    expect(asJson(path)).toEqual(plain);
  });

  it("50,000 rows of the same years: the last line of each day counts, said once and not 50,000 times", () => {
    const days = Array.from({ length: 50_000 }, (_, row) => `${dateOf(row % 1000)},${row % 7},3`);
    const path = file("repeated.csv", ["date,stiffness,sleep", ...days]);
    const text = run(path);
    expect(text).toContain("1000 of 1000 days");
    expect(text).toContain("48997 more lines like that");
    expect(text.length).toBeLessThan(6000);
  });
});

describe("unclench is-it-helping, what it cannot answer", () => {
  const [head = "", ...days] = diaryLines(helpingDiary);
  const withLine = (line: string) => `${[head, ...days.slice(0, 9), line, ...days.slice(10)].join("\n")}\n`;
  const contents: [string, string | Buffer, string[]][] = [
    ["a wrong date", withLine("2026-02-30,5,3"), ["line 11", "2026-02-30", "no such day"]],
    ["a date of either order", withLine("03/04/2026,5,3"), ["line 11", "03/04/2026", "year-month-day"]],
    ["a rating of 14", withLine("2026-01-14,14,3"), ["line 11", "stiffness", "14", "0 to 10"]],
    ["a negative rating", withLine("2026-01-14,-3,3"), ["line 11", "-3"]],
    ["a rating in words", withLine("2026-01-14,bad,3"), ["line 11", "bad", "not a number"]],
    [
      "three bad lines",
      withLine("2026-01-14,14,3\n2026-01-99,5,3\nsoon,5,3"),
      ["line 11", "14", "2 more lines that cannot be read"],
    ],
    ["a cell too many", withLine("2026-01-14,4,3,extra"), ["line 11", "more cells than columns"]],
    ["an open quotation mark", withLine('"2026-01-14,4,3'), ["line 11", "quotation mark"]],
    ["no date column", diaryLines(helpingDiary).join("\n").replace("date", "when"), ["no column date"]],
    [
      "no rating column",
      "date,weather\n2026-01-05,3\n",
      ["stiffness, spasms, pain, sleep, tiredness or mood"],
    ],
    ["two columns of one name", "date,stiffness,Stiffness\n2026-01-05,3,4\n", ["two columns", "stiffness"]],
    ["nothing", "", ["empty"]],
    ["blanks", " \r\n\r\n", ["empty"]],
    ["column names alone", `${head}\n`, ["no rows"]],
    ["dates alone", `${head}\n2026-01-05,,\n`, ["no check-in with stiffness"]],
    ["a PDF", Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u0000", "latin1"), ["PDF"]],
    ["a spreadsheet workbook", Buffer.from("PK\u0003\u0004\u0000", "latin1"), ["spreadsheet", "CSV"]],
    ["treatments", treatmentLines.join("\n"), ["list of treatments, not a diary"]],
    [
      "50,000 days",
      [head, ...Array.from({ length: 50_000 }, (_, day) => `${dateOf(day)},5,3`)].join("\n"),
      ["50000 days", "18262"],
    ],
  ];
  it.each(contents)("a diary with %s", (name, content, parts) => {
    const path = fileOf(`diary with ${name}.csv`, content);
    const ran = unclench(["is-it-helping", path, "--treatments", treatments]);
    for (const part of parts) expectFault(ran, part);
    if (parts[0] === "line 11") expectFault(ran, path);
  });

  const lists: [string, string, string[]][] = [
    ["a diary in it", diaryLines(helpingDiary).join("\n"), ["is a diary, not a list of treatments"]],
    [
      "an unknown kind",
      "treatment,kind,start\nA,pill,2026-02-02\n",
      ["line 2", "pill", "medicine, injection"],
    ],
    ["no start", "treatment,kind,start\nA,medicine,\n", ["line 2", "start is empty"]],
    ["a stop before the start", "treatment,kind,start,stop\nA,medicine,2026-02-02,2026-02-01\n", ["line 2"]],
    ["a dose that may be thousands", "treatment;kind;start;dose\nA;medicine;2026-02-02;1.500\n", ["1.500"]],
    ["no kind column", "treatment,start\nA,2026-02-02\n", ["no column kind"]],
    ["column names alone", "treatment,kind,start\n", ["no rows"]],
    ["nothing", "", ["empty"]],
    ["control characters", "treatment,kind,start\nA,\u001b[31mred,2026-02-02\n", ["line 2", "red"]],
  ];
  it.each(lists)("a list of treatments with %s", (name, content, parts) => {
    const path = fileOf(`treatments with ${name}.csv`, content);
    const ran = unclench(["is-it-helping", helping, "--treatments", path]);
    for (const part of parts) expectFault(ran, part);
    expect(ran.err.trimEnd()).not.toMatch(/\p{Cc}/u);
  });

  const typed: [string, string[], string][] = [
    ["nothing", [], "diary file is missing"],
    ["no treatments", [helping], "--treatments is missing"],
    ["a diary that is not there", ["nowhere.csv", "--treatments", treatments], "no such file"],
    ["treatments that are not there", [helping, "--treatments", "nowhere.csv"], '"nowhere.csv"'],
    ["a folder", [import.meta.dirname, "--treatments", treatments], "folder"],
    ["two diaries", [helping, "b.csv", "--treatments", treatments], '"b.csv"'],
    ["an unknown measure", [helping, "--treatments", treatments, "--measure", "mood"], '"mood"'],
    [
      "a measure that the file lacks",
      [helping, "--treatments", treatments, "--measure", "pain"],
      "no check-in with pain",
    ],
    ["an unknown option", [helping, "--treatments", treatments, "--today"], "--today"],
    [
      "two lists of treatments",
      [helping, "--treatments", treatments, "--treatments", treatments],
      "--treatments can be given only once",
    ],
    ["treatments without a name", [helping, "--treatments"], "--treatments"],
  ];
  it.each(typed)("%s", (_, args, part) => expectFault(unclench(["is-it-helping", ...args]), part));
});

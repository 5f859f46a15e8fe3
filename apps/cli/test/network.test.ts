import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectFault, fileOf, unclench } from "./unclench.ts";

type Named = { rows: string[]; cols: string[]; values: number[][] };
type Result = {
  sm: string;
  method_tau: string;
  tau2: number;
  Q: number;
  df_Q: number;
  Q_heterogeneity: number;
  df_Q_heterogeneity: number;
  Q_inconsistency: number;
  df_Q_inconsistency: number;
  treatments: string[];
  common: { TE: Named; seTE: Named };
  random: { TE: Named; seTE: Named; lower: Named };
  prediction: { upper: Named };
  p_scores: Record<string, { random: Record<string, number>; common: Record<string, number> }>;
  netsplit: { comparison: string[]; direct_random: (number | null)[]; diff_p: (number | null)[] };
};
type Fixture = { raw: Record<string, (string | number | null)[]>; results: Result[] };
type Effect = Record<"estimate" | "se" | "ciLower" | "predictionUpper", number> & {
  treatment: string;
  versus: string;
};

const fixture = (name: string): Fixture =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, `../../../packages/evidence/test/fixtures/network-${name}.json`),
      "utf8",
    ),
  );

/** The arms of smokingcessation, up to three a row. */
const smoking = fixture("smokingcessation");
const smokingRows = smoking.raw.treat1!.flatMap((_, i) =>
  ["1", "2", "3"].flatMap((arm) => {
    const treatment = smoking.raw[`treat${arm}`]![i];
    return treatment === "" || treatment === null
      ? []
      : [[String(i + 1), treatment, smoking.raw[`event${arm}`]![i], smoking.raw[`n${arm}`]![i]]];
  }),
);
const csv = (header: string, rows: readonly (readonly unknown[])[], separator = ",") =>
  [header.split(",").join(separator), ...rows.map((row) => row.join(separator))].join("\n");
const smokingCsv = csv("study,treatment,events,n", smokingRows);
const file = fileOf("smoking.csv", smokingCsv);

const asJson = (args: readonly string[]) => {
  const ran = unclench(["network", ...args, "--json"]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return JSON.parse(ran.out);
};
const at = ({ rows, cols, values }: Named, one: string, other: string): number =>
  values[rows.indexOf(one)]![cols.indexOf(other)]!;

/** Holds an answer to netmeta's, for every ordered pair. */
function expectLikeNetmeta(got: ReturnType<typeof asJson>, theirs: Result, digits: number): void {
  expect(got.tau2).toBeCloseTo(theirs.tau2, digits);
  expect(got.q.total).toBeCloseTo(theirs.Q, 8);
  expect(got.q.heterogeneity).toBeCloseTo(theirs.Q_heterogeneity, 8);
  expect(got.q.inconsistency).toBeCloseTo(theirs.Q_inconsistency, 8);
  expect([got.q.df, got.q.heterogeneityDf, got.q.inconsistencyDf]).toEqual([
    theirs.df_Q,
    theirs.df_Q_heterogeneity,
    theirs.df_Q_inconsistency,
  ]);
  const n = theirs.treatments.length;
  expect(got.effects.length).toBe(n * (n - 1));
  for (const one of got.effects as Effect[]) {
    const [a, b] = [one.treatment, one.versus];
    expect(one.estimate).toBeCloseTo(at(theirs.random.TE, a, b), digits);
    expect(one.se).toBeCloseTo(at(theirs.random.seTE, a, b), digits);
    expect(one.ciLower).toBeCloseTo(at(theirs.random.lower, a, b), digits);
    expect(one.predictionUpper).toBeCloseTo(at(theirs.prediction.upper, a, b), digits);
  }
  for (const [treatment, score] of Object.entries(theirs.p_scores.small_values_desirable!.random))
    expect(got.pScores[treatment]).toBeCloseTo(score, digits);
  for (const [i, label] of theirs.netsplit.comparison.entries()) {
    const pair = label.split(":");
    const one = got.split.find((each: Effect) => pair.includes(each.treatment) && pair.includes(each.versus));
    const sign = one.treatment === pair[0] ? 1 : -1;
    const [direct, p] = [theirs.netsplit.direct_random[i], theirs.netsplit.diff_p[i]];
    if (direct !== null) expect(sign * one.direct).toBeCloseTo(direct!, digits);
    if (p !== null) expect(one.p).toBeCloseTo(p!, digits);
  }
}

const senn = fixture("senn2013");
const sennStudies = [...new Set(senn.raw.studlab)].map((study) => ({
  study,
  contrasts: senn.raw.studlab!.flatMap((name, i) =>
    name === study
      ? [
          {
            treatment: senn.raw.treat1![i],
            versus: senn.raw.treat2![i],
            estimate: senn.raw.TE![i],
            se: senn.raw.seTE![i],
          },
        ]
      : [],
  ),
}));
const sennFile = fileOf("senn.json", JSON.stringify({ studies: sennStudies }));

describe("unclench network", () => {
  it("[EV-65] [EV-66] gives what netmeta gives for the same arms in CSV", () => {
    for (const theirs of smoking.results.filter(({ sm }) => sm === "OR"))
      expectLikeNetmeta(
        asJson([file, "--measure", "OR", "--method", theirs.method_tau]),
        theirs,
        theirs.method_tau === "DL" ? 8 : 4,
      );
  });

  it("[EV-65] gives what netmeta gives for the same contrasts in JSON, and its common model", () => {
    const theirs = senn.results.find(({ method_tau }) => method_tau === "DL")!;
    const got = asJson([sennFile, "--measure", "md", "--method", "dl", "--reference", "plac"]);
    expectLikeNetmeta(got, theirs, 8);
    const common = asJson([sennFile, "--measure", "MD", "--model", "common", "--small-values", "bad"]);
    for (const one of common.effects as Effect[]) {
      expect(one.estimate).toBeCloseTo(at(theirs.common.TE, one.treatment, one.versus), 8);
      expect(one.se).toBeCloseTo(at(theirs.common.seTE, one.treatment, one.versus), 8);
      expect(one.predictionUpper).toBeNull();
    }
    for (const [treatment, score] of Object.entries(theirs.p_scores.small_values_undesirable!.common))
      expect(common.pScores[treatment]).toBeCloseTo(score, 8);
  });

  it("[EV-66] gives netmeta's REML for contrasts too, and says what that rests on", () => {
    const theirs = senn.results.find(({ method_tau }) => method_tau === "REML")!;
    const got = asJson([sennFile, "--measure", "MD", "--reference", "plac"]);
    expectLikeNetmeta(got, theirs, 4);
    expect(got.notes).toMatchObject([{ type: "IndependentErrors", studies: ["Willms1999"] }]);
  });

  it("has the fields of docs/formats.md and its own defaults", () => {
    const got = asJson([file, "--measure", "OR"]);
    expect(got).toMatchObject({
      measure: "OR",
      method: "REML",
      model: "random",
      smallValues: "good",
      reference: "A",
      treatments: ["A", "B", "C", "D"],
      k: 24,
      notes: [],
    });
    const { subnetworks, notes, measure, method, smallValues, ...first } = got;
    expect(subnetworks).toEqual([first]);
    const fields = "model reference treatments k effects tau2 i2 q pScores split contributions ranks";
    expect(Object.keys(first).sort()).toEqual(fields.split(" ").sort());
  });

  it("[EV-73] --reference changes what the text shows and no figure", () => {
    const { reference, subnetworks, ...rest } = asJson([file, "--measure", "OR", "--reference", "D"]);
    const { reference: other, subnetworks: others, ...same } = asJson([file, "--measure", "OR"]);
    expect([reference, other]).toEqual(["D", "A"]);
    expect(rest).toEqual(same);
  });

  it("prints text that a person can read", () => {
    const { code, out, err } = unclench(["network", file, "--measure", "OR", "--reference", "D"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("log odds ratio, random model (REML): 24 studies, 4 treatments");
    expect(out).toContain("against D");
    expect(out).toMatch(/heterogeneity {2}tau² 0\.4502.*differ by more than chance explains/);
    expect(out).toMatch(/inconsistency {2}Direct and indirect evidence agree/);
    expect(out).toContain("small values are good");
    expect(out).not.toMatch(/NaN|undefined|null/);
  });

  it("reads means, other separators, decimal commas, quotation marks and Windows line ends", () => {
    const rows = [
      ["A, 1999", "x", 30, 1.25, 0.5],
      ["A, 1999", "placebo", 31, 2.5, 0.75],
      ["B", "x", 20, 1.5, 0.5],
      ["B", "placebo", 21, 2, 1.5],
    ];
    const quoted = rows.map(([study, ...cells]) => [`"${study}"`, ...cells]);
    const commas = rows.map((row) => row.map((cell) => String(cell).replace(/(\d)\.(\d)/, "$1,$2")));
    const header = "study,treatment,n,mean,sd";
    const plain = asJson([fileOf("plain.csv", csv(header, quoted)), "--measure", "MD"]);
    expect(plain.k).toBe(2);
    const variants = {
      "semicolons.csv": csv(header, commas, ";"),
      "tabs.txt": csv("Study,Treatment,N,Mean,SD", commas, "\t"),
      "windows.csv": `\uFEFF${csv(header, quoted).replaceAll("\n", "\r\n")}\r\n\r\n`,
      "utf16.csv": Buffer.from(`\uFEFF${csv(header, quoted)}`, "utf16le"),
      "more.csv": csv(
        `year,${header}`,
        quoted.map((row) => [1999, ...row]),
      ),
    };
    for (const [name, content] of Object.entries(variants))
      expect(asJson([fileOf(name, content), "--measure", "MD"]), name).toEqual(plain);
  });

  it("[EV-67] splits a network that falls apart and says so", () => {
    const apart = `${smokingCsv}\nX,m,3,40\nX,o,9,41\nY,m,4,50\nY,o,9,52\n`;
    const apartFile = fileOf("apart.csv", apart);
    const got = asJson([apartFile, "--measure", "OR"]);
    expect(got.subnetworks.map(({ treatments }: { treatments: string[] }) => treatments)).toEqual([
      ["A", "B", "C", "D"],
      ["m", "o"],
    ]);
    expect(got.notes).toMatchObject([
      {
        type: "Apart",
        parts: [
          ["A", "B", "C", "D"],
          ["m", "o"],
        ],
      },
    ]);
    const alone = asJson([file, "--measure", "OR"]);
    expect(got.effects).toEqual(alone.effects);
    expect(got.subnetworks[1].effects.length).toBe(2);
    const other = asJson([apartFile, "--measure", "OR", "--reference", "o"]);
    expect(other).toMatchObject({ reference: "o", treatments: ["m", "o"], k: 2 });
    const text = unclench(["network", apartFile, "--measure", "OR"]);
    expect(text.code).toBe(0);
    expect(text.out).toContain("network 2 of 2");
    expect(text.out).toContain("nothing is compared between them: A, B, C, D | m, o.");
  });

  it("[EV-74] one study: the common model, and a note that says why", () => {
    const one = fileOf("one.csv", "study,treatment,events,n\nA,x,3,40\nA,y,9,41\nA,z,2,40\n");
    const got = asJson([one, "--measure", "OR"]);
    expect(got).toMatchObject({ model: "common", k: 1, tau2: null, i2: null, q: { total: null, df: 0 } });
    expect(got.notes[0].type).toBe("CommonForLackOfRepeats");
    expect(got.effects[0].predictionLower).toBeNull();
    const text = unclench(["network", one, "--measure", "OR"]);
    expect(text.code).toBe(0);
    expect(text.out).not.toMatch(/NaN|undefined|null/);
  });

  it("[EV-61] names studies without events", () => {
    const got = asJson([fileOf("silent.csv", `${smokingCsv}\nX,A,0,40\nX,B,0,41\n`), "--measure", "OR"]);
    expect(got.notes).toMatchObject([{ type: "NoEvents", study: "X" }]);
    expect(got.k).toBe(24);
  });

  it("keeps names from files from steering the terminal", () => {
    const name = "x\u001b[2Jy";
    const arms = [name, "placebo"].map((treatment, i) => ({ treatment, events: 3 + i, n: 40 }));
    const text = unclench([
      "network",
      fileOf("steering.json", JSON.stringify({ studies: [{ study: "A", arms }] })),
      "--measure",
      "OR",
    ]);
    expect(text.code).toBe(0);
    expect(text.out).not.toContain("\u001b");
  });

  it("helps", () => {
    const { code, out } = unclench(["network", "--help"]);
    expect(code).toBe(0);
    for (const option of ["--measure", "--reference", "--method", "--model", "--small-values", "--json"])
      expect(out).toContain(option);
    expect(unclench(["--help"]).out).toContain("network");
  });
});

describe("unclench network, typed wrongly", () => {
  const wrong: [string, string[], string][] = [
    ["no file", ["--measure", "OR"], "file of studies is missing"],
    ["a file that is not there", ["nowhere.csv", "--measure", "OR"], "no such file"],
    ["two files", [file, "b.csv", "--measure", "OR"], "b.csv"],
    ["no measure", [file], "--measure is missing"],
    ["an unknown measure", [file, "--measure", "SMDH"], '"SMDH"'],
    ["an unknown method", [file, "--measure", "OR", "--method", "PM"], '"PM"'],
    ["an unknown model", [file, "--measure", "OR", "--model", "fixed"], '"fixed"'],
    ["small values that are neither", [file, "--measure", "OR", "--small-values", "yes"], '"yes"'],
    [
      "an unknown reference",
      [file, "--measure", "OR", "--reference", "a"],
      'treatment "a"; there is: A, B, C, D',
    ],
    ["an unknown option", [file, "--measure", "OR", "--ci", "z"], "--ci"],
    ["means asked of events", [file, "--measure", "MD"], "lacks arms[0].mean"],
  ];
  it.each(wrong)("[EV-75] %s", (_, args, part) => expectFault(unclench(["network", ...args]), part));

  const head = "study,treatment,events,n\nA,x,3,40\n";
  const tables: [string, string | Buffer, string][] = [
    ["nothing", "", "holds no studies"],
    ["a first line only", "study,treatment,events,n\n", "holds no studies"],
    ["no column of people", "study,treatment,events\nA,x,3\n", "lacks the column n"],
    ["a typing error in the first line", "study,treatment,evnts,n\nA,x,3,40\n", "lacks the column events"],
    ["means without spread", "study,treatment,n,mean\nA,x,3,40\n", "lacks the column sd"],
    ["a column twice", "study,treatment,n,events,n\nA,x,3,40,3\n", "column n twice"],
    ["a letter in a number", `${head}A,y,1O,41\n`, 'Line 3: events has to be a number, not "1O"'],
    ["a number in words", `${head}\nA,y,nine,41\n`, "Line 4: events"],
    ["hexadecimal", `${head}A,y,0x9,41\n`, 'not "0x9"'],
    ["two numbers in a cell", `${head}A,y,9 of 41,41\n`, 'not "9 of 41"'],
    ["thousands", "study;treatment;events;n\nA;x;3;1.500\n", 'Line 2: n "1.500" may be thousands'],
    ["a cell too many", `${head}A,y,9,41,7\n`, "Line 3 has 5 cells, the first line 4"],
    ["a decimal comma between commas", `${head}A,y,9,5,41\n`, "Line 3 has 5 cells"],
    ["a cell too few", `${head}A,y,9\n`, "Line 3 has 3 cells"],
    ["no people", `${head}A,y,9,\n`, 'Line 3: Study "A" lacks arms[1].n'],
    ["no name of a treatment", `${head}A,,9,41\n`, "Line 3 lacks treatment"],
    ["no name of a study", `${head},y,9,41\n`, "Line 3 lacks study"],
    ["more events than people", `${head}B,x,3,40\nA,y,42,41\n`, 'Line 4: Study "A": arms[1].events is 42'],
    ["negative events", `${head}A,y,-9,41\n`, "Line 3"],
    [
      "a treatment twice",
      `${head}A,y,3,40\nA,x,9,41\n`,
      'Line 4: Study "A": arms[2] names "x" a second time',
    ],
    [
      "a study with one arm",
      `${head}A,y,9,41\nB,x,1,20\n`,
      'Line 4: Study "B" needs a list of at least two arms',
    ],
    ["an open quotation mark", `${head}"A,y,9,41\n`, "Line 3: a quotation mark"],
    ["events in no study", "study,treatment,events,n\nA,x,0,40\nA,y,0,41\n", "Nothing is left to compare"],
    [
      "no events given where they are asked for",
      "study,treatment,events,n\nA,x,,40\nA,y,3,41\n",
      "lacks arms[0].events",
    ],
    ["bytes that are no text", Buffer.from([0x73, 0xc3, 0x28]), "UTF-8"],
  ];
  it.each(tables)("[EV-75] a table with %s", (name, content, part) =>
    expectFault(unclench(["network", fileOf(`${name}.csv`, content), "--measure", "OR"]), part),
  );

  const contrast = (treatment: string, versus: string, estimate: unknown, se: unknown) => ({
    treatment,
    versus,
    estimate,
    se,
  });
  const study = (...contrasts: unknown[]) => JSON.stringify({ studies: [{ study: "A", contrasts }] });
  const jsons: [string, string, string][] = [
    ["broken JSON", '{"studies": [', "not valid JSON"],
    ["no studies", '{"studies": []}', "no studies"],
    ["a standard error of 0", study(contrast("x", "y", 1, 0)), '"A": contrasts[0].se is 0'],
    ["a number as text", study(contrast("x", "y", "1", 1)), 'not "1"'],
    ["a pair missing", study(contrast("x", "y", 1, 1), contrast("y", "z", 1, 1)), 'none of "x" with "z"'],
    [
      "a wrong sign",
      study(contrast("x", "y", 1, 1), contrast("y", "z", 1, 1), contrast("x", "z", -2, 1)),
      'Study "A": the effects between "x", "y", "z" do not add up',
    ],
    [
      "standard errors that cannot be",
      study(contrast("x", "y", 1, 1), contrast("y", "z", 1, 1), contrast("x", "z", 2, 9)),
      'Study "A": no arms can have the standard errors',
    ],
    ["a standard error beyond numbers", study(contrast("x", "y", 1, 1e200)), '"A" has no OR'],
  ];
  it.each(jsons)("[EV-75] a file with %s", (name, content, part) =>
    expectFault(unclench(["network", fileOf(`${name}.json`, content), "--measure", "OR"]), part),
  );
});

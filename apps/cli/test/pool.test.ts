import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectFault, fileOf, spawned, unclench } from "./unclench.ts";

type Fixture = {
  data: { study: string; ai: number; n1i: number; ci: number; n2i: number }[];
  analyses: {
    measure: string;
    models: Record<
      string,
      Record<string, number> & { pi_metafor_default: number[]; weights_percent: number[] }
    >;
  }[];
};
const bcg: Fixture = JSON.parse(
  readFileSync(
    join(import.meta.dirname, "../../../packages/evidence/test/fixtures/pairwise-bcg.json"),
    "utf8",
  ),
);
const studies = {
  studies: bcg.data.map((row) => ({
    study: row.study,
    arms: [
      { treatment: "vaccine", events: row.ai, n: row.n1i },
      { treatment: "none", events: row.ci, n: row.n2i },
    ],
  })),
};
const file = fileOf("bcg.json", JSON.stringify(studies));
const small = (count: number) =>
  fileOf(`bcg${count}.json`, JSON.stringify({ studies: studies.studies.slice(0, count) }));
const asJson = (args: readonly string[]) => {
  const ran = unclench(["pool", ...args, "--json"]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return JSON.parse(ran.out);
};

describe("unclench pool", () => {
  it("[EV-20] gives what metafor gives for the same studies", () => {
    for (const analysis of bcg.analyses) {
      for (const [method, ci] of [
        ["REML", "knha"],
        ["DL", "z"],
        ["PM", "adhoc"],
      ] as const) {
        const got = asJson([file, "--measure", analysis.measure, "--method", method, "--ci", ci]);
        const model = analysis.models[`${method}_${ci}`]!;
        const pairs: [number, number | undefined][] = [
          [got.estimate, model.estimate],
          [got.se, model.se],
          [got.ciLower, model.ci_lb],
          [got.ciUpper, model.ci_ub],
          [got.p, model.p],
          [got.tau2, model.tau2],
          [got.i2, model.I2_percent],
          [got.h2, model.H2],
          [got.q, model.Q],
          [got.qP, model.Q_p],
          [got.predictionLower, model.pi_metafor_default[0]],
          [got.predictionUpper, model.pi_metafor_default[1]],
        ];
        for (const [ours, theirs] of pairs) expect(ours).toBeCloseTo(theirs ?? Number.NaN, 6);
        expect(got.leaveOneOut.length).toBe(13);
        if (analysis.measure === "RD") expect(got.natural).toBeNull();
        else expect(got.natural.estimate).toBe(Math.exp(got.estimate));
      }
    }
  });

  it("[EV-22] has the fields of docs/formats.md and its own default", () => {
    const got = asJson([file, "--measure", "or"]);
    expect(got).toMatchObject({
      measure: "OR",
      method: "REML",
      ci: "knha",
      k: 13,
      treatment: "vaccine",
      versus: "none",
      notes: [],
      qDf: 12,
    });
    const fields =
      "measure treatment versus method ci k studies estimate se ciLower ciUpper p tau2 tau2Lower tau2Upper i2 h2 q qDf qP";
    expect(Object.keys(got).sort()).toEqual(
      [...fields.split(" "), "predictionLower", "predictionUpper", "leaveOneOut", "natural", "notes"].sort(),
    );
    expect(Object.keys(got.studies[0]).sort()).toEqual(["estimate", "se", "study", "weight"]);
    for (const field of ["study", "estimate", "se", "ciLower", "ciUpper", "p", "tau2", "i2"])
      expect(got.leaveOneOut[0]).toHaveProperty(field);
    expect(asJson([small(4), "--measure", "OR"]).ci).toBe("adhoc");
    expect(asJson([small(4), "--measure", "OR", "--ci", "knha"]).ci).toBe("knha");
    expect(asJson([file, "--measure", "RR", "--method", "fe"])).toMatchObject({ method: "EE", ci: "z" });
  });

  it("[EV-54] compares what is named, turned round if need be", () => {
    const there = asJson([file, "--measure", "OR", "--treatment", "vaccine", "--versus", "none"]);
    const back = asJson([file, "--measure", "OR", "--treatment", "none", "--versus", "vaccine"]);
    expect(back.estimate).toBeCloseTo(-there.estimate, 12);
  });

  it("[EV-23] one study is shown as one study", () => {
    const got = asJson([small(1), "--measure", "RR"]);
    expect(got).toMatchObject({ k: 1, tau2: null, predictionLower: null, leaveOneOut: [] });
    expect(got.notes[0].type).toBe("SingleStudy");
    const text = unclench(["pool", small(1), "--measure", "RR"]);
    expect(text.code).toBe(0);
    expect(text.out).toContain("single study");
    expect(text.out).not.toContain("tau²");
  });

  it("prints text that a person can read", () => {
    const { code, out, err } = unclench(["pool", file, "--measure", "OR"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("log odds ratio, vaccine against none: 13 studies, REML, Knapp-Hartung interval");
    expect(out).toContain("as ratio");
    expect(out).not.toMatch(/NaN|undefined|null/);
  });

  it("[EV-50] reads files as Windows programs save them", () => {
    const text = JSON.stringify(studies, null, 2).replaceAll("\n", "\r\n");
    const plain = asJson([file, "--measure", "OR"]);
    const variants = {
      "bom.json": Buffer.from(`\uFEFF${text}`, "utf8"),
      "utf16.json": Buffer.from(`\uFEFF${text}`, "utf16le"),
    };
    for (const [name, content] of Object.entries(variants))
      expect(asJson([fileOf(name, content), "--measure", "OR"])).toEqual(plain);
  });
});

describe("unclench pool, typed wrongly", () => {
  const wrong: [string, string[], string][] = [
    ["no file", ["--measure", "OR"], "file of studies is missing"],
    ["a file that is not there", ["nowhere.json", "--measure", "OR"], "no such file"],
    ["a folder", [import.meta.dirname, "--measure", "OR"], "folder"],
    ["two files", [file, "b.json", "--measure", "OR"], "b.json"],
    ["no measure", [file], "--measure is missing"],
    ["a measure without value", [file, "--measure"], "--measure"],
    ["an unknown measure", [file, "--measure", "HR"], '"HR"'],
    ["an unknown method", [file, "--measure", "OR", "--method", "BAYES"], '"BAYES"'],
    ["a method from Object.prototype", [file, "--measure", "OR", "--method", "constructor"], '"constructor"'],
    ["an unknown interval", [file, "--measure", "OR", "--ci", "95"], '"95"'],
    ["an unknown option", [file, "--measure", "OR", "--bogus"], "--bogus"],
    ["half a comparison", [file, "--measure", "OR", "--treatment", "vaccine"], "--versus is missing"],
    ["an unknown treatment", [file, "--measure", "OR", "--treatment", "y", "--versus", "none"], '"y"'],
    ["means asked of events", [file, "--measure", "MD"], "lacks arms[0].mean"],
  ];
  it.each(wrong)("[EV-51] %s", (_, args, part) => expectFault(unclench(["pool", ...args]), part));

  const arm = (treatment: string, events: unknown, n: unknown) => ({ treatment, events, n });
  const study = (...arms: unknown[]) => JSON.stringify({ studies: [{ study: "A", arms }] });
  const contents: [string, string | Buffer, string][] = [
    ["nothing", "", "not valid JSON"],
    ["broken JSON over several lines", '{\n "studies": [\n {,\n', "not valid JSON"],
    ["a table", "study,events\nA,3\n", "not valid JSON"],
    ["an empty list", '{"studies": []}', "no studies"],
    ["another shape", "[1, 2]", "no studies"],
    ["bytes that are no text", Buffer.from([0x7b, 0xc3, 0x28]), "UTF-8"],
    ["negative events", study(arm("x", -3, 40), arm("y", 3, 40)), '"A": arms[0].events is -3'],
    ["more events than people", study(arm("x", 3, 40), arm("y", 41, 40)), '"A": arms[1].events is 41'],
    ["events as text", study(arm("x", "3", 40), arm("y", 3, 40)), 'not "3"'],
    ["no n", study(arm("x", 3, null), arm("y", 3, 40)), '"A" lacks arms[0].n'],
    ["nothing but double zeros", study(arm("x", 0, 40), arm("y", 0, 40)), "Nothing is left to pool"],
  ];
  it.each(contents)("[EV-51] a file with %s", (name, content, part) =>
    expectFault(unclench(["pool", fileOf(`${name}.json`, content), "--measure", "OR"]), part),
  );
});

describe("unclench", () => {
  it("helps", () => {
    for (const args of [["--help"], ["-h"], ["help"]]) {
      const { code, out } = unclench(args);
      expect(code).toBe(0);
      expect(out).toContain("pool");
    }
    const { code, out } = unclench(["pool", "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--measure");
  });

  it("says what is wrong with a command", () => {
    expectFault(unclench([]), "command is missing");
    expectFault(unclench(["cure"]), '"cure"');
    expectFault(unclench(["--json"]), '"--json"');
  });

  it("hands over to the Node of the npm package where its own can't run TypeScript", () => {
    const old = { NODE_OPTIONS: "--no-experimental-strip-types" };
    const ran = spawned(["pool", file, "--measure", "OR", "--json"], old);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(ran.out)).toEqual(asJson([file, "--measure", "OR"]));
    expectFault(spawned(["pool", "nowhere.json", "--measure", "OR"], old), "no such file");
  });
});

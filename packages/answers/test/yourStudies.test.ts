/** A person's own studies: one object for the screen, the command line and what is taken along. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { networkStudies, poolEffects } from "@unclench/evidence";
import { describe, expect, it } from "vitest";
import {
  examples,
  leagueCsv,
  measureSuiting,
  networkScript,
  pairScript,
  studiesJson,
  textOfFile,
  type YourStudies,
  type YourStudiesRequest,
  yourStudies,
} from "../src/yourStudies/index.ts";
import { hasMetafor, numbersOf } from "./rscript.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const request: YourStudiesRequest = {
  measure: "OR",
  method: "REML",
  model: "random",
  smallValues: "good",
  reference: null,
};
const answerTo = (text: string, part: Partial<YourStudiesRequest> = {}): YourStudies => {
  const result = yourStudies(text, "", { ...request, ...part });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
};
const faultOf = (text: string, part: Partial<YourStudiesRequest> = {}): string => {
  const result = yourStudies(text, "", { ...request, ...part });
  if (result.ok) throw new Error("no fault");
  return result.sentence;
};
const exampleText = (id: string): string => examples.find((one) => one.id === id)?.text ?? "";
const smoking = exampleText("smoking");
const bcg = exampleText("bcg");
const scores = [
  "study,treatment,n,mean,sd",
  "A,x,30,4.1,2.2",
  "A,placebo,31,5.6,2.4",
  "B,x,25,3.9,2.0",
  "B,y,24,4.6,2.6",
  "B,placebo,26,5.1,2.1",
  "C,y,40,4.2,2.5",
  "C,placebo,41,5.9,2.2",
  "D,x,18,5.2,1.9",
  "D,y,20,4.0,2.2",
  "E,x,60,4.4,2.0",
  "E,placebo,58,4.8,2.3",
].join("\n");
const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../evidence/test/fixtures/${name}.json`), "utf8"));
const senn = (() => {
  const raw = fixture("network-senn2013").raw as Record<string, (string | number)[]>;
  const studies = [...new Set(raw.studlab)].map((study) => ({
    study,
    contrasts: (raw.studlab ?? []).flatMap((name, i) =>
      name === study
        ? [{ treatment: raw.treat1?.[i], versus: raw.treat2?.[i], estimate: raw.TE?.[i], se: raw.seTE?.[i] }]
        : [],
    ),
  }));
  return JSON.stringify({ studies });
})();

describe("your own studies", () => {
  it("[AN-140] hold the engine's figures, seen from the reference, and survive JSON", () => {
    const value = answerTo(smoking, { reference: "no contact", smallValues: "bad" });
    expect(value.headline).toBe("24 studies compare 4 treatments.");
    const [part] = value.parts;
    expect(part?.forest.map(({ label }) => label)).toEqual([
      "group counselling",
      "individual counselling",
      "self-help",
    ]);
    for (const row of part?.forest ?? []) {
      const effect = part?.network.effects.find(
        ({ treatment, versus }) => treatment === row.label && versus === "no contact",
      );
      expect([row.estimate, row.ciLower, row.ciUpper]).toEqual([
        effect?.estimate,
        effect?.ciLower,
        effect?.ciUpper,
      ]);
      expect(row.text.startsWith(Math.exp(row.estimate).toFixed(2))).toBe(true);
    }
    expect(part?.edges.reduce((sum, { studies }) => sum + studies, 0)).toBe(28);
    expect(part?.ranks.map(({ treatment }) => treatment)[0]).toBe("group counselling");
    expect(part?.rankSentence).toContain("do not settle the order");
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    expect(brokenNumbers(value)).toEqual([]);
    for (const text of ownWords(value)) expect(text).not.toMatch(forbiddenWords);
  });

  it("[AN-140] show each treatment where it is, and league and forest agree", () => {
    for (const part of answerTo(scores, { measure: "MD", reference: "placebo" }).parts) {
      const { treatments, reference } = part.network;
      for (const { label, text } of part.forest)
        expect(part.league[treatments.indexOf(label)]?.[treatments.indexOf(reference)]).toBe(text);
      for (const [i, row] of part.league.entries()) expect(row[i]).toBeNull();
      for (const { studies } of part.contributions)
        expect(studies.reduce((sum, { share }) => sum + share, 0)).toBeGreaterThan(0.95);
    }
  });

  it("[AN-141] name the line or the study that is wrong", () => {
    const faults: [string, string, Partial<YourStudiesRequest>][] = [
      ["study,treatment,events,n\nA,x,3,40\nA,y,1O,41\n", 'Line 3: events has to be a number, not "1O"', {}],
      ["study,treatment,events,n\nA,x,3,40\nB,x,3,40\nB,y,3,41\n", 'Line 2: Study "A"', {}],
      ["", "holds no studies", {}],
      ['{"studies": [', "not valid JSON", {}],
      [smoking, "lacks arms[0].mean", { measure: "MD" }],
      [smoking, 'treatment "placebo"; there is: group counselling', { reference: "placebo" }],
    ];
    for (const [text, part, asked] of faults) expect(faultOf(text, asked)).toContain(part);
    expect(textOfFile(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0), "studies.xlsx")).toMatchObject({
      ok: false,
    });
    expect(textOfFile(new TextEncoder().encode(smoking), "a.csv")).toEqual({ ok: true, text: smoking });
  });

  it("[AN-141] begin with a measure that the studies can bear, and keep the one that was chosen if it can", () => {
    expect(measureSuiting(scores, "", "OR")).toBe("MD");
    expect(measureSuiting(scores, "", "SMD")).toBe("SMD");
    expect(measureSuiting(smoking, "", "MD")).toBe("OR");
    expect(measureSuiting(smoking, "", "RD")).toBe("RD");
    // Ready contrasts bear any; a file that cannot be read keeps what was chosen.
    expect(measureSuiting(senn, "", "ROM")).toBe("ROM");
    expect(measureSuiting("nothing", "", "RR")).toBe("RR");
  });

  it("[AN-142] show two treatments as a pair: every study, each left out once, one after the other by year", () => {
    const [part] = answerTo(bcg, { measure: "RR", reference: "no vaccine" }).parts;
    const pair = part?.pair;
    if (pair === null || pair === undefined) throw new Error("no pair");
    const theirs = fixture("pairwise-bcg").analyses.find(
      ({ measure }: { measure: string }) => measure === "RR",
    ).models.REML_knha;
    expect(pair.pooled.estimate).toBeCloseTo(theirs.estimate, 6);
    expect(pair.pooled.tau2).toBeCloseTo(theirs.tau2, 6);
    expect(pair.title).toBe("BCG vaccine against no vaccine");
    expect(pair.studies.length).toBe(13);
    expect(pair.leaveOneOut.length).toBe(13);
    expect(pair.cumulative.map(({ label }) => label.slice(0, 4))).toEqual(
      pair.studies.map(({ year }) => String(year)).sort(),
    );
    expect(pair.cumulative.at(-1)?.text).toBe(
      pair.sentence
        .match(/risk ratio ([\d.]+), 95 % interval ([\d.]+ to [\d.]+)/)
        ?.slice(1, 3)
        .join(" (")
        .concat(")"),
    );
    // The third step is the pool of the three earliest.
    const three = pair.studies.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)).slice(0, 3);
    const step = poolEffects(
      three.map(({ label, estimate, se }) => ({ study: label, estimate, variance: se ** 2 })),
      { method: "REML", ci: "adhoc" },
    );
    expect(pair.cumulative[2]).toMatchObject({ estimate: step.estimate, ciLower: step.ciLower });
    expect(pair.withoutYear).toEqual([]);
  });

  it("[AN-142] say which studies have no year, and have no order by year without years", () => {
    const two =
      "study,year,treatment,events,n\nA,1990,x,3,40\nA,1990,y,9,41\nB,,x,4,50\nB,,y,9,52\nC,1995,x,1,30\nC,1995,y,5,31\nD,1996,x,1,30\nD,1997,y,5,31\n";
    const pair = answerTo(two).parts[0]?.pair;
    expect(pair?.cumulative.length).toBe(2);
    // D's lines disagree about its year.
    expect(pair?.withoutYear).toEqual(["B", "D"]);
    const without = answerTo("study,treatment,events,n\nA,x,3,40\nA,y,9,41\n").parts[0]?.pair;
    expect(without).toMatchObject({ cumulative: [], withoutYear: [], robustness: null, spread: null });
    expect(without?.sentence).toContain("from one study");
  });

  it("[AN-142] show the pairs of a network that studies compared, the reference on the right", () => {
    const [part] = answerTo(smoking, { reference: "no contact" }).parts;
    expect(part?.pair).toBeNull();
    expect(part?.pairs[0]?.title).toBe("individual counselling against no contact");
    expect(part?.pairs.map(({ pooled }) => pooled.k)).toEqual(
      part?.edges.map(({ studies }) => studies).toSorted((a, b) => b - a),
    );
  });

  it("[AN-143] say in words what one study decides", () => {
    const lines = (rows: readonly (readonly [string, number, number])[]) =>
      [
        "study,treatment,events,n",
        ...rows.flatMap(([s, a, b]) => [`${s},x,${a},100`, `${s},y,${b},100`]),
      ].join("\n");
    const robust = answerTo(
      lines([
        ["A", 10, 40],
        ["B", 12, 38],
        ["C", 9, 41],
        ["D", 11, 39],
      ]),
    ).parts[0]?.pair;
    expect(robust?.robustness).toMatch(/^Robust: neither/);
    const fragile = answerTo(
      lines([
        ["A", 10, 40],
        ["B", 28, 30],
        ["C", 29, 31],
      ]),
      { model: "common" },
    ).parts[0]?.pair;
    expect(fragile?.robustness).toMatch(/^Fragile: leaving out A moves/);
  });

  it("[AN-144] never compare what no study connects, and say so", () => {
    const value = answerTo(`${smoking}X,m,3,40\nX,o,9,41\n`);
    expect(value.parts.length).toBe(2);
    expect(value.notes.join(" ")).toContain("No study connects these 2 groups");
    for (const part of value.parts)
      for (const { treatment, versus } of part.network.effects)
        expect(part.network.treatments).toEqual(expect.arrayContaining([treatment, versus]));
    expect(value.parts[1]?.pair?.title).toBe("o against m");
  });

  it("[AN-146] have examples that name their source and say that they are examples", () => {
    for (const { text, measure, smallValues, reference, about, link } of examples) {
      const value = answerTo(text, { measure, smallValues, reference });
      expect(value.notes).toEqual([]);
      expect(about).toMatch(/^An example, not about spasticity: .*\b(19|20)\d\d\b/);
      expect(link).toMatch(/^https:/);
    }
    // They are the fixtures' numbers.
    const raw = fixture("network-smokingcessation").raw;
    const numbers = ["1", "2", "3"]
      .flatMap((arm) => [...raw[`event${arm}`], ...raw[`n${arm}`]])
      .filter((n) => n !== null);
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
    const cells = smoking
      .trim()
      .split("\n")
      .slice(1)
      .flatMap((line) => line.split(",").slice(2).map(Number));
    expect(sum(cells)).toBe(sum(numbers));
    const trials = fixture("pairwise-bcg").data as Record<string, number>[];
    const own = bcg
      .trim()
      .split("\n")
      .slice(1)
      .flatMap((line) => line.split(",").slice(3).map(Number));
    expect(own).toEqual(trials.flatMap(({ ai, n1i, ci, n2i }) => [ai, n1i, ci, n2i]));
  });
});

describe("what is taken along", () => {
  it("[AN-145] the data give the same answer when they are read again", () => {
    for (const [text, part] of [
      [smoking, {}],
      [scores, { measure: "SMD" }],
      [senn, { measure: "MD" }],
      [bcg, { measure: "RR" }],
    ] as const) {
      const value = answerTo(text, part);
      expect(answerTo(studiesJson(value.studies), part)).toEqual(value);
    }
  });

  it("[AN-145] the league holds every ordered pair and its figures, and names stay names", () => {
    const { network } = answerTo(smoking);
    const [head, ...lines] = leagueCsv(network).replace("\uFEFF", "").trim().split("\r\n");
    expect(head).toBe(
      "part,treatment,versus,measure,model,estimate,se,ciLower,ciUpper,p,predictionLower,predictionUpper",
    );
    expect(lines.length).toBe(12);
    const first = network.subnetworks[0].effects[0];
    expect(lines[0]).toBe(
      [
        "1",
        first?.treatment,
        first?.versus,
        "OR",
        "REML",
        first?.estimate,
        first?.se,
        first?.ciLower,
        first?.ciUpper,
        first?.p,
        first?.predictionLower,
        first?.predictionUpper,
      ].join(","),
    );
    const odd = answerTo('study,treatment,events,n\nA,"=1+1, ""x""",3,40\nA,y,9,41\n').network;
    expect(leagueCsv(odd)).toContain(`"'=1+1, ""x"""`);
  });

  const numbersIn = (script: string, name: string): number[] =>
    (new RegExp(`^${name} <- c\\(([^)]*)\\)`, "m").exec(script)?.[1] ?? "").split(",").map(Number);

  const pairs = [
    answerTo(bcg, { measure: "RR" }),
    answerTo(bcg, { measure: "OR", method: "DL" }),
    answerTo(bcg, { measure: "RD", model: "common" }),
    answerTo(scores, { measure: "MD" }),
    answerTo(scores, { measure: "SMD" }),
  ].flatMap(({ parts }) => parts.flatMap((part) => part.pairs));

  it("[AN-145] the script of a pair yields the figures of the answer", () => {
    expect(pairs.length).toBe(9);
    for (const pair of pairs) {
      const script = pairScript(pair);
      expect(numbersIn(script, "yi")).toEqual(pair.studies.map(({ estimate }) => estimate));
      expect(numbersIn(script, "sei")).toEqual(pair.studies.map(({ se }) => se));
    }
    if (!hasMetafor) return;
    const read = "c(fit$beta, fit$se, fit$ci.lb, fit$ci.ub, fit$tau2)";
    const theirs = numbersOf(pairs.map((pair) => ({ script: pairScript(pair), read })));
    for (const [i, { pooled, title }] of pairs.entries()) {
      const ours = [pooled.estimate, pooled.se, pooled.ciLower, pooled.ciUpper, pooled.tau2 ?? 0];
      for (const [j, value] of ours.entries()) expect(theirs[i]?.[j], `${title} ${j}`).toBeCloseTo(value, 6);
    }
  }, 120_000);

  const networks = [
    answerTo(smoking, { reference: "no contact" }),
    answerTo(smoking, { reference: "self-help", method: "DL" }),
    answerTo(smoking, { model: "common" }),
    answerTo(scores, { measure: "MD", reference: "y" }),
    answerTo(scores, { measure: "SMD" }),
    answerTo(senn, { measure: "MD", reference: "plac" }),
    answerTo(senn, { measure: "MD", method: "DL" }),
    answerTo(`${smoking}X,m,3,40\nX,o,9,41\nY,m,4,60\nY,o,9,61\n`),
    answerTo('study,treatment,events,n\nA,"x ""1\\",3,40\nA,y,9,41\nA,z,2,39\n'),
  ].flatMap(({ network, studies }) =>
    network.subnetworks.map((part) => {
      const contrasts = networkStudies(studies, network.measure);
      if ("type" in contrasts) throw new Error(contrasts.type);
      return { part, script: networkScript(network, part, studies), studies: contrasts.studies };
    }),
  );
  /** The texts of a vector of the script. */
  const textsIn = (script: string, name: string): string[] => {
    const from = script.indexOf(`\n${name} <- c(`);
    const vector = script.slice(from, script.indexOf("\n", script.indexOf('")\n', from)));
    return [...vector.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([text]) => JSON.parse(text));
  };

  it("[AN-145] the script of a network yields the figures of the answer", () => {
    const against = (part: (typeof networks)[number]["part"]) =>
      part.effects.filter(({ versus }) => versus === part.reference);
    for (const { part, script, studies } of networks) {
      const names = ["study", "t1", "t2"].map((name) => textsIn(script, name));
      const yi = numbersIn(script, "yi");
      expect(yi.length).toBeGreaterThan(0);
      for (const [i, value] of yi.entries()) {
        const [study, treatment, versus] = names.map((list) => list[i]);
        const contrasts = studies.find((one) => one.study === study)?.contrasts ?? [];
        const same = contrasts.find((one) => one.treatment === treatment && one.versus === versus);
        const turned = contrasts.find((one) => one.treatment === versus && one.versus === treatment);
        expect(value).toBeCloseTo(same?.estimate ?? -(turned?.estimate ?? Number.NaN), 12);
      }
      const used = studies.filter(({ contrasts }) => part.treatments.includes(contrasts[0]?.treatment ?? ""));
      expect([...new Set(names[0])]).toEqual(used.map(({ study }) => study));
      expect(textsIn(script, "treatments")).toEqual(
        part.treatments.filter((name) => name !== part.reference),
      );
      expect(script).toContain(part.model === "random" ? "tau2 = tau2" : "tau2 <- 0");
    }
    if (!hasMetafor) return;
    const read = "c(tau2, table$estimate, table$se, table$ciLower, table$ciUpper)";
    const theirs = numbersOf(networks.map(({ script }) => ({ script, read })));
    for (const [i, { part }] of networks.entries()) {
      const own = against(part);
      const ours = [
        part.model === "random" ? (part.tau2 ?? 0) : 0,
        ...own.map(({ estimate }) => estimate),
        ...own.map(({ se }) => se),
        ...own.map(({ ciLower }) => ciLower),
        ...own.map(({ ciUpper }) => ciUpper),
      ];
      expect(theirs[i]?.length).toBe(ours.length);
      for (const [j, value] of ours.entries())
        expect(theirs[i]?.[j], `${part.treatments.join()} ${part.model} ${j}`).toBeCloseTo(value, 6);
    }
  }, 120_000);
});

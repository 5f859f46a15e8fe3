import { pool as poolStudies } from "@unclench/evidence";
import { pool, type PoolRow } from "@unclench/knowledge/trials";
import { describe, expect, it } from "vitest";
import { conditions, patterns } from "@unclench/knowledge";
import {
  type ArgueResult,
  type Argued,
  argue,
  asPublished,
  citationsOf,
  rScriptOf,
  studiesCsvOf,
} from "../src/whatWorks/argue.ts";
import { whatWorks } from "../src/whatWorks/index.ts";
import type { Outcome } from "../src/whatWorks/types.ts";

const figures = conditions.flatMap((condition) =>
  patterns.flatMap((pattern) => {
    const answer = whatWorks(condition.id, pattern.id);
    if (!answer.ok) throw new Error(answer.error.sentence);
    return answer.value.rows.flatMap((row) =>
      [...row.outcomes, ...row.enriched].map((outcome) => ({
        question: {
          condition: condition.id,
          pattern: pattern.id,
          treatment: row.treatment,
          key: outcome.key,
        },
        outcome,
      })),
    );
  }),
);
const found = ({ key }: { key: string }) => {
  const figure = figures.find(
    ({ question }) =>
      question.key === key && question.condition === "stroke" && question.treatment === "botulinum-toxin-a",
  );
  if (figure === undefined) throw new Error(`no figure ${key}`);
  return figure;
};
const responder = found({ key: "spasticity-responder.any.placebo.unselected" });

function must(result: ArgueResult): Argued {
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
}
function after(result: ArgueResult): Outcome {
  const value = must(result).after;
  if (value === null) throw new Error("nothing left");
  return value;
}

describe("the reader may argue", () => {
  it("[AN-61] gives the published figure, to the last digit, if nothing is chosen", () => {
    expect(figures.length).toBeGreaterThan(40);
    for (const { question, outcome } of figures) {
      const argued = must(argue(question, asPublished));
      expect(argued.before).toEqual(outcome);
      expect(argued.after, `${question.condition} ${question.treatment} ${question.key}`).toEqual(outcome);
    }
  });

  it("[AN-61] has keys that name one figure each", () => {
    const names = figures.map(({ question }) => JSON.stringify(question));
    expect(new Set(names).size).toBe(names.length);
  });

  it("[AN-61] leaves trials out, and the rest is pooled as if they had never been", () => {
    const without = after(argue(responder.question, { ...asPublished, without: ["elovic-2016"] }));
    expect(without.trials).toEqual(["kanovsky-2009", "gracies-2015"]);
    expect(without.studies.length).toBe(3);
    const rest = without.studies.map(({ label, estimate, se }) => ({
      study: label,
      contrasts: [{ treatment: "x", versus: "y", estimate, se }],
    }));
    const pooled = poolStudies(rest, { measure: "OR" });
    if ("type" in pooled) throw new Error(pooled.type);
    expect(without.estimate).toBeCloseTo(pooled.estimate, 12);
    expect(without.ciUpper).toBeCloseTo(pooled.ciUpper, 12);
  });

  it("[AN-61] pools with a common effect, which knows no spread between trials", () => {
    const common = after(argue(responder.question, { ...asPublished, model: "common" }));
    expect([common.method, common.ci, common.predictionLower]).toEqual(["EE", "z", null]);
    const weights = common.studies.map(({ se }) => 1 / se ** 2);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const mean = common.studies.reduce(
      (total, { estimate }, i) => total + (estimate * (weights[i] ?? 0)) / sum,
      0,
    );
    expect(common.estimate).toBeCloseTo(mean, 12);
    expect(common.se).toBeCloseTo(1 / Math.sqrt(sum), 12);
  });

  it("[AN-61] counts from another share without the treatment, and refuses what is none", () => {
    const { per100, estimate } = after(argue(responder.question, { ...asPublished, baseline: 20 }));
    const odds = (0.2 / 0.8) * Math.exp(estimate);
    expect(per100).toMatchObject({
      without: 20,
      with: Math.round((100 * odds) / (1 + odds)),
      chosenBaseline: 20,
    });
    expect(estimate).toBe(responder.outcome.estimate);
    for (const baseline of [0, 100, -3, Number.NaN]) {
      expect(argue(responder.question, { ...asPublished, baseline })).toMatchObject({
        ok: false,
        error: { type: "NotAShare" },
      });
    }
  });

  it("[AN-61] counts enriched trials of the same question only when asked", () => {
    const same = (a: PoolRow, b: PoolRow): boolean =>
      a.treatment === b.treatment &&
      a.outcomeGroup === b.outcomeGroup &&
      a.scaleGroup === b.scaleGroup &&
      a.comparator === b.comparator;
    for (const { question } of figures.filter(({ question: { key } }) => key.endsWith("unselected"))) {
      const asked = must(argue(question, { ...asPublished, enriched: true }));
      const enriched = asked.trials.filter((trial) => trial.enriched).map(({ id }) => id);
      for (const id of enriched) {
        const row = pool.rows.find((one) => one.trial === id && one.stratum === "enriched");
        const main = pool.rows.find((one) => one.trial === asked.before.trials[0]);
        expect(row && main && same(row, main), id).toBe(true);
      }
      expect(asked.after?.trials).toEqual([...asked.before.trials, ...enriched]);
    }
  });

  it("[AN-61] says when nothing is left, when there is no such figure, and ignores trials that are not in it", () => {
    const nothing = must(
      argue(responder.question, { ...asPublished, without: [...responder.outcome.trials] }),
    );
    expect(nothing.after).toBeNull();
    expect(nothing.sentence).toContain("keep at least one trial");
    expect(argue({ ...responder.question, key: "nonsense" }, asPublished)).toMatchObject({ ok: false });
    expect(argue({ ...responder.question, treatment: "nonsense" }, asPublished)).toMatchObject({ ok: false });
    expect(after(argue(responder.question, { ...asPublished, without: ["no-such-trial"] }))).toEqual(
      responder.outcome,
    );
  });

  it("[AN-60] calls a figure fragile exactly if one trial or the model decides what it says", () => {
    const says = ({ ciLower, ciUpper }: Outcome): number => (ciLower > 0 ? 1 : ciUpper < 0 ? -1 : 0);
    const levels = new Set<string>();
    for (const { question, outcome } of figures) {
      const { trials, robustness } = outcome;
      levels.add(robustness.level);
      if (trials.length < 2) {
        expect(robustness.level).toBe("one-trial");
        continue;
      }
      const others = [
        ...trials.map((trial) => after(argue(question, { ...asPublished, without: [trial] }))),
        after(argue(question, { ...asPublished, model: "common" })),
      ];
      const fragile = others.some((other) => says(other) !== says(outcome));
      expect(robustness.level, `${question.treatment} ${question.key}`).toBe(fragile ? "fragile" : "robust");
    }
    expect([...levels].sort()).toEqual(["fragile", "one-trial", "robust"]);
  });

  it("[AN-62] hands out the numbers of the figure, and every source once", () => {
    const { outcome } = responder;
    const script = rScriptOf(outcome, "a title");
    const vector = (name: string): number[] =>
      (new RegExp(`^${name} <- c\\((.*)\\)$`, "m").exec(script)?.[1] ?? "").split(", ").map(Number);
    expect(vector("yi")).toEqual(outcome.studies.map(({ estimate }) => estimate));
    expect(vector("sei")).toEqual(outcome.studies.map(({ se }) => se));
    expect(script).toContain('method = "REML", test = "adhoc"');
    const [head, ...lines] = studiesCsvOf(outcome).trim().split("\r\n");
    expect(head).toContain("study,year,events_with");
    expect(lines.length).toBe(outcome.studies.length);
    const citations = citationsOf(outcome).trim().split("\n");
    expect(citations.length).toBe(new Set(outcome.studies.map(({ source }) => source.id)).size);
    for (const { source } of outcome.studies) expect(citationsOf(outcome)).toContain(source.title);
  });

  it("[AN-62] writes names that R and a spreadsheet read as names", () => {
    const study = responder.outcome.studies[0];
    if (study === undefined) throw new Error("no study");
    const odd = { ...responder.outcome, studies: [{ ...study, label: '=A "quoted\\ name", and more' }] };
    expect(rScriptOf(odd, "t")).toContain('study <- c("=A \\"quoted\\\\ name\\", and more")');
    expect(studiesCsvOf(odd)).toContain('"\'=A ""quoted\\ name"", and more"');
  });
});

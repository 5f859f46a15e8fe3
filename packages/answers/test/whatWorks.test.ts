import { binaryEffect, poolEffects } from "@unclench/evidence";
import { comparators, conditions, patterns, scales, treatments } from "@unclench/knowledge";
import { sourceById } from "@unclench/knowledge/sources";
import { type PoolRow, pool, trialById } from "@unclench/knowledge/trials";
import { describe, expect, it } from "vitest";
import { type Outcome, type Row, type WhatWorks, whatWorks } from "../src/whatWorks/index.ts";
import {
  midSentence,
  per100Range,
  pointsRange,
  pointsSentence,
  ratioRange,
  ratioSentence,
} from "../src/whatWorks/words.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const answerFor = (condition: string, pattern: string): WhatWorks => {
  const answer = whatWorks(condition, pattern);
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
};

const pages = conditions.flatMap((condition) =>
  patterns.map((pattern) => answerFor(condition.id, pattern.id)),
);
type Placed = { page: WhatWorks; row: Row; outcome: Outcome; enriched: boolean };
const rows = pages.flatMap((page) => page.rows.map((row) => ({ page, row })));
const outcomes: Placed[] = rows.flatMap(({ page, row }) => [
  ...row.outcomes.map((outcome) => ({ page, row, outcome, enriched: false })),
  ...row.enriched.map((outcome) => ({ page, row, outcome, enriched: true })),
]);
const name = ({ page, row, outcome }: Placed): string =>
  `${page.condition}/${page.pattern} ${row.treatment} ${outcome.label}`;

/** The rows of the pool from which a figure of the page has to come, found again without the engine. */
const poolRowsOf = ({ row, outcome, enriched }: Placed, use: PoolRow["use"]): PoolRow[] =>
  pool.rows.filter((entry) => {
    const scale = scales.find(({ id }) => id === entry.scaleGroup)?.name ?? null;
    return (
      entry.use === use &&
      entry.treatment === row.treatment &&
      entry.outcomeGroup === outcome.outcome &&
      entry.comparator === outcome.comparator.id &&
      entry.condition === outcome.measuredIn.condition &&
      entry.pattern === outcome.measuredIn.pattern &&
      entry.stratum === (enriched ? "enriched" : "unselected") &&
      (outcome.kind === "binary") === (entry.data.type !== "mean-difference") &&
      (outcome.kind === "binary" || scale === null || outcome.label.includes(`(${scale})`))
    );
  });

const sorted = (list: readonly string[]): string[] => [...list].sort();
const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 100;

describe("every page of what works", () => {
  it("[AN-1] answers every condition and pattern of the catalogue", () => {
    expect(pages).toHaveLength(conditions.length * patterns.length);
    expect(outcomes.length).toBeGreaterThan(100);
  });

  it("[AN-1] says which ids there are when one is unknown", () => {
    const condition = whatWorks("gout", "generalised");
    expect(condition.ok ? null : condition.error.type).toBe("UnknownCondition");
    expect(condition.ok ? "" : condition.error.sentence).toContain(
      'There is no condition "gout". Known: ms,',
    );
    const pattern = whatWorks("ms", "nose");
    expect(pattern.ok ? null : pattern.error.type).toBe("UnknownPattern");
    expect(pattern.ok ? "" : pattern.error.sentence).toContain(
      'There is no pattern "nose". Known: generalised,',
    );
  });

  it("[AN-2] holds every treatment of the catalogue once, in its order, and not doing nothing", () => {
    const wanted = treatments.filter(({ group }) => group !== "nothing").map(({ id }) => id);
    for (const page of pages) expect(page.rows.map((row) => row.treatment)).toEqual(wanted);
  });

  it("[AN-16] is the same twice, survives JSON and holds no broken number", () => {
    for (const page of pages) {
      expect(answerFor(page.condition, page.pattern)).toEqual(page);
      expect(JSON.parse(JSON.stringify(page))).toEqual(page);
      expect(brokenNumbers(page)).toEqual([]);
    }
  });

  it("[AN-17] tells nobody what they should do and prints no slip of the program", () => {
    for (const page of pages) expect(ownWords(page).filter((text) => forbiddenWords.test(text))).toEqual([]);
  });
});

describe("one figure", () => {
  it("[AN-4] comes from the main rows of its question and from no others", () => {
    for (const placed of outcomes) {
      const main = poolRowsOf(placed, "main").map(({ trial }) => trial);
      expect(sorted(placed.outcome.studies.map(({ trial }) => trial)), name(placed)).toEqual(sorted(main));
      expect(placed.outcome.studyCount).toBe(main.length);
    }
  });

  it("[AN-4] never takes in a row that stands beside it", () => {
    const beside = outcomes.filter(({ outcome }) => outcome.beside.length > 0);
    expect(beside.length).toBeGreaterThan(0);
    for (const placed of beside) {
      const expected = poolRowsOf(placed, "sensitivity").map(({ trial }) => trial);
      expect(sorted(placed.outcome.beside.map(({ trial }) => trial)), name(placed)).toEqual(sorted(expected));
      for (const study of placed.outcome.beside) {
        expect(study.weight).toBeNull();
        expect(study.notes[0]).toContain("Stands beside the figure, not inside it");
      }
    }
  });

  it("never mixes enriched trials into a figure [AN-5]", () => {
    let selected = 0;
    for (const placed of outcomes) {
      const { outcome, row, enriched } = placed;
      for (const study of [...outcome.studies, ...outcome.beside]) {
        const behind = pool.rows.filter(
          ({ trial, treatment, outcomeGroup, data }) =>
            trial === study.trial &&
            treatment === row.treatment &&
            outcomeGroup === outcome.outcome &&
            (data.type === "binary"
              ? String([data.active, data.control]) === String([study.active, study.control])
              : (data.type === "ratio" ? Math.log(data.estimate) : data.md) === study.estimate),
        );
        const strata = new Set(behind.map(({ stratum }) => stratum));
        expect(strata, `${name(placed)} ${study.trial}`).toEqual(
          new Set([enriched ? "enriched" : "unselected"]),
        );
        if (enriched) selected++;
      }
    }
    expect(selected).toBeGreaterThan(0);
    for (const page of pages) expect(page.enrichedSentence).toContain("never mixed");
  });

  it("[AN-6] is the pool by hand: botulinum toxin A for the arm after a stroke", () => {
    const row = answerFor("stroke", "upper-limb").rows.find(
      ({ treatment }) => treatment === "botulinum-toxin-a",
    );
    const figure = row?.outcomes.find(({ outcome }) => outcome === "spasticity-responder");
    const own = pool.rows.filter(
      (entry) =>
        entry.treatment === "botulinum-toxin-a" &&
        entry.condition === "stroke" &&
        entry.pattern === "upper-limb" &&
        entry.outcomeGroup === "spasticity-responder" &&
        entry.use === "main",
    );
    const effects = own.map((entry) => {
      if (entry.data.type === "ratio") {
        const [low, high] = entry.data.ci95;
        const se = Math.log(high / low) / (2 * 1.959963984540054);
        return { study: entry.trial, estimate: Math.log(entry.data.estimate), variance: se ** 2 };
      }
      if (entry.data.type !== "binary") throw new Error("a score among the shares");
      const sharers = own.filter(
        ({ sharedControl }) => sharedControl !== null && sharedControl === entry.sharedControl,
      ).length;
      const parts = Math.max(1, sharers);
      const [a, n1] = entry.data.active;
      const [c, n2] = [entry.data.control[0] / parts, entry.data.control[1] / parts];
      const [b, d] = [n1 - a, n2 - c];
      return {
        study: entry.trial,
        estimate: Math.log((a * d) / (b * c)),
        variance: 1 / a + 1 / b + 1 / c + 1 / d,
      };
    });
    const byHand = poolEffects(effects, { method: "REML", ci: "adhoc" });
    expect(figure?.studyCount).toBe(4);
    for (const key of ["estimate", "se", "ciLower", "ciUpper", "p", "tau2", "i2"] as const)
      expect(figure?.[key]).toBeCloseTo(byHand[key] ?? Number.NaN, 10);
    expect(figure?.natural?.estimate).toBeCloseTo(Math.exp(byHand.estimate), 10);
  });

  it("[AN-6] says how it was pooled: one study alone, few studies with the floor, five and more without", () => {
    for (const { outcome } of outcomes) {
      expect(outcome.method).toBe(outcome.studyCount === 1 ? "one study" : "REML");
      expect(outcome.ci).toBe(outcome.studyCount === 1 ? "z" : outcome.studyCount > 4 ? "knha" : "adhoc");
      expect(outcome.ciLower <= outcome.estimate && outcome.estimate <= outcome.ciUpper).toBe(true);
      expect(outcome.tau2 === null).toBe(outcome.studyCount === 1);
    }
  });

  it("[AN-7] splits a control group among the rows of one pool that share it, and only there", () => {
    let [shared, alone] = [0, 0];
    for (const placed of outcomes) {
      const own = poolRowsOf(placed, "main");
      const people = new Map<string, number>();
      for (const entry of own) {
        const { data, sharedControl } = entry;
        if (sharedControl === null || data.type !== "binary") continue;
        const sharers = own.filter((other) => other.sharedControl === sharedControl).length;
        // Whole if it is alone, otherwise the part with which the printed standard error comes out.
        const part = [1, 2, 3, 4].find((parts) => {
          const effect = binaryEffect(
            "OR",
            { events: data.active[0], n: data.active[1] },
            { events: data.control[0] / parts, n: data.control[1] / parts },
          );
          return placed.outcome.studies.some(
            (study) =>
              study.trial === entry.trial &&
              effect !== null &&
              Math.abs(study.se - Math.sqrt(effect.variance)) < 1e-12 &&
              Math.abs(study.estimate - effect.estimate) < 1e-12,
          );
        });
        expect(part, name(placed)).toBe(sharers);
        people.set(sharedControl, (people.get(sharedControl) ?? 0) + data.control[1] / (part ?? Number.NaN));
        if (sharers === 1) alone++;
        else shared++;
      }
      for (const [key, sum] of people) {
        const data = own.find(({ sharedControl }) => sharedControl === key)?.data;
        expect(sum).toBeCloseTo(data?.type === "binary" ? data.control[1] : Number.NaN, 10);
      }
    }
    expect(shared).toBeGreaterThan(0);
    expect(alone).toBeGreaterThan(0);
  });

  it("[AN-7] widens a difference whose control group is shared by the control's part of the variance", () => {
    const scores = outcomes.filter(({ outcome }) => outcome.kind === "points");
    let widened = 0;
    for (const placed of scores) {
      const own = poolRowsOf(placed, "main");
      for (const entry of own) {
        const { data, sharedControl } = entry;
        if (data.type !== "mean-difference") continue;
        const sharers = Math.max(
          1,
          own.filter((other) => sharedControl !== null && other.sharedControl === sharedControl).length,
        );
        const [n1, n2] = data.n ?? [1, 1];
        const share = 1 / n2 / (1 / n1 + 1 / n2);
        const wanted = data.se * Math.sqrt(1 + (sharers - 1) * share);
        const found = placed.outcome.studies.some(
          (study) =>
            study.trial === entry.trial && study.estimate === data.md && Math.abs(study.se - wanted) < 1e-12,
        );
        expect(found, name(placed)).toBe(true);
        if (sharers > 1) widened++;
      }
    }
    expect(widened).toBeGreaterThan(0);
  });

  it("[AN-8] names trials that exist, and their weights make 100", () => {
    for (const placed of outcomes) {
      const { outcome } = placed;
      expect(outcome.trials).toEqual([...new Set(outcome.studies.map(({ trial }) => trial))]);
      for (const trial of outcome.trials) expect(trialById.has(trial), trial).toBe(true);
      const sum = outcome.studies.reduce((total, { weight }) => total + (weight ?? Number.NaN), 0);
      expect(sum, name(placed)).toBeCloseTo(100, 8);
    }
  });

  it("[AN-8] gives every row of a trial a label of its own", () => {
    for (const placed of outcomes) {
      for (const list of [placed.outcome.studies, placed.outcome.beside]) {
        const labels = list.map(({ label }) => label);
        expect(new Set(labels).size, `${name(placed)}: ${labels}`).toBe(labels.length);
      }
    }
  });

  it("shows gains and harms with the same denominator [AN-9]", () => {
    const sides = new Set<string>();
    for (const placed of outcomes) {
      const { per100, sentence, side } = placed.outcome;
      if (per100 === null) continue;
      sides.add(side);
      for (const key of ["with", "without", "withLower", "withUpper"] as const)
        expect(isWhole(per100[key]), `${name(placed)} ${key}`).toBe(true);
      expect(per100.withLower <= per100.with && per100.with <= per100.withUpper).toBe(true);
      expect(sentence).toContain(`${per100.with} of 100 people`);
      expect(sentence).toContain(`${per100.without} of 100.`);
      expect(sentence.match(/\bof (\d+)/g)).toEqual(["of 100", "of 100"]);
    }
    expect(sides).toEqual(new Set(["gain", "harm"]));
  });

  it("[AN-9] works out the share with it from the odds ratio and the share without it", () => {
    for (const placed of outcomes) {
      const { per100, estimate, ciLower, ciUpper } = placed.outcome;
      if (per100 === null) continue;
      const groups = new Map<string, readonly [number, number]>();
      for (const { data, sharedControl, trial, controlArm } of poolRowsOf(placed, "main"))
        if (data.type === "binary") groups.set(sharedControl ?? `${trial}:${controlArm}`, data.control);
      let [events, people] = [0, 0];
      for (const [had, of] of groups.values()) {
        events += had;
        people += of;
      }
      expect([per100.baseline.events, per100.baseline.people], name(placed)).toEqual([events, people]);
      const odds = events === 0 ? 0.5 / (people + 0.5) : events / (people - events);
      const share = (logOdds: number): number => {
        const now = odds * Math.exp(logOdds);
        return Math.round((100 * now) / (1 + now));
      };
      expect(per100.without).toBe(Math.round((100 * events) / people));
      expect([per100.withLower, per100.with, per100.withUpper], name(placed)).toEqual(
        [ciLower, estimate, ciUpper].map(share),
      );
    }
  });

  it("[AN-10] says its interval in words", () => {
    for (const placed of outcomes) {
      const { per100, rangeSentence, ciLower, ciUpper } = placed.outcome;
      expect(rangeSentence, name(placed)).toMatch(/^The true .* may .*\.$/);
      if (per100 === null) continue;
      expect(rangeSentence).toContain(`${per100.withUpper} of 100`);
      expect(rangeSentence.includes("may be none")).toBe(ciLower <= 0 && ciUpper >= 0);
    }
    expect(per100Range({ withLower: 50, withUpper: 88 }, false)).toBe(
      "The true number with it may lie between 50 and 88 of 100.",
    );
    expect(per100Range({ withLower: 3, withUpper: 3 }, true)).toBe(
      "The true number with it may be about 3 of 100, so the true difference may be none.",
    );
    expect(ratioRange(1.2, 4)).toBe("The true odds may lie between 1.2 and 4.0 times those.");
    const scale = { id: "x", name: null, unit: "points on a scale from 0 to 4", from: 0, to: 4 };
    expect(pointsRange(scale, -0.9, -0.3)).toBe(
      "The true difference may lie between 0.3 and 0.9 points lower.",
    );
    expect(pointsRange(scale, 0.3, 0.9)).toBe(
      "The true difference may lie between 0.3 and 0.9 points higher.",
    );
    expect(pointsRange(scale, -0.3, 0.9)).toBe(
      "The true difference may lie between 0.3 points lower and 0.9 points higher.",
    );
  });

  it("[AN-11] counts nobody of a control group twice", () => {
    for (const placed of outcomes) {
      const own = poolRowsOf(placed, "main");
      if (!own.every(({ data, crossoverAsParallel }) => data.type === "binary" && !crossoverAsParallel))
        continue;
      const groups = new Map<string, number>();
      let people = 0;
      for (const { data, sharedControl, trial, controlArm, outcomeIndex } of own) {
        if (data.type !== "binary") continue;
        people += data.active[1];
        groups.set(sharedControl ?? `${trial}:${outcomeIndex}:${controlArm}`, data.control[1]);
      }
      for (const control of groups.values()) people += control;
      expect(placed.outcome.people, name(placed)).toBe(people);
    }
  });

  it("[AN-13] opens a source with a title and a grade of reading behind every study row", () => {
    for (const placed of outcomes) {
      for (const { source, trial } of [...placed.outcome.studies, ...placed.outcome.beside]) {
        expect(sourceById.get(source.id)?.title, trial).toBe(source.title);
        expect(source.title.length).toBeGreaterThan(10);
        expect(["full", "abstract", "secondary"]).toContain(source.read);
        expect(source.readWords).not.toContain("not recorded");
        expect(source.link).toMatch(/^https?:\/\//);
      }
    }
  });

  it("[AN-14] says how sure we are, in words, with a reason for every step down", () => {
    const dots = { high: 4, moderate: 3, low: 2, "very-low": 1 };
    for (const { outcome } of outcomes) {
      const { level, words, reasons } = outcome.certainty;
      expect(outcome.certainty.dots).toBe(dots[level]);
      expect(words).not.toBe("");
      expect(reasons.length).toBeGreaterThanOrEqual(level === "high" ? 0 : 1);
      if (outcome.trials.length === 1) expect(reasons.join(" ")).toContain("One trial only");
    }
  });

  it("[AN-3] comes from the person's own condition, or from trials known to have taken it in", () => {
    for (const placed of outcomes) {
      const { condition, directness, words, pattern } = placed.outcome.measuredIn;
      if (condition === placed.page.condition) {
        expect(directness).toBe(
          pattern === placed.page.pattern || pattern === "mixed" ? "direct" : "other-pattern",
        );
      } else {
        expect([condition, directness]).toEqual(["mixed", "mixed-condition"]);
      }
      // Where people were not just like the reader, the answer says so.
      expect(words === null, name(placed)).toBe(
        condition === placed.page.condition && pattern === placed.page.pattern,
      );
    }
  });

  it("[AN-3] crosses from one part of the body to another only for what acts on the whole body", () => {
    for (const placed of outcomes) {
      const treatment = treatments.find(({ id }) => id === placed.row.treatment);
      const { pattern } = placed.outcome.measuredIn;
      if (treatment?.reach === "local") expect([placed.page.pattern, "mixed"]).toContain(pattern);
    }
  });

  it("[AN-19] says which way is better as the rows say it", () => {
    for (const placed of outcomes) {
      if (placed.outcome.points === null) continue;
      for (const { data } of poolRowsOf(placed, "main")) {
        if (data.type !== "mean-difference") throw new Error("a share among the scores");
        const sign = placed.outcome.points.better === "lower" ? "negative" : "positive";
        expect(data.signNote, name(placed)).toBe(`${sign} = active better`);
      }
    }
  });

  it("[AN-19] reads as a sentence: names in small letters, the scale last", () => {
    expect(midSentence("Botulinum toxin A")).toBe("botulinum toxin A");
    expect(midSentence("TENS")).toBe("TENS");
    const scale = {
      id: "x",
      name: null,
      unit: "points on a scale from 0 (loose) to 4 (cannot be moved)",
      from: 0,
      to: 4,
    };
    expect(pointsSentence(scale, -0.6, -0.9, -0.3, "lower", "dummy treatment (placebo)")).toBe(
      "Stiffness was 0.6 points lower than with dummy treatment (placebo), on a scale from 0 (loose) to 4 (cannot be moved).",
    );
    expect(pointsSentence(scale, 0.6, 0.3, 0.9, "lower", "usual care")).toContain("That is worse.");
    expect(pointsSentence(scale, -0.6, -0.9, 0.3, "lower", "usual care")).toMatch(
      /^No clear difference from usual care\. .* but the true difference may be none\.$/,
    );
    const goals = { ...scale, unit: "points (50 means goals reached as expected)" };
    expect(pointsSentence(goals, 18, 9, 27, "higher", "usual care")).toBe(
      "The score was 18 points higher than with usual care, where 50 means goals reached as expected.",
    );
    expect(ratioSentence(2.5, "usual care")).toBe(
      "The odds were 2.5 times those with usual care; how many of 100 that is was not printed.",
    );
    for (const { outcome, row } of outcomes) {
      if (outcome.per100 === null) continue;
      expect(outcome.sentence.startsWith(`With ${midSentence(row.name)}, `)).toBe(true);
    }
  });
});

describe("what has no figures", () => {
  it("says that no figures is neither no effect nor safe [AN-12]", () => {
    const seen = new Set<string>();
    for (const { row } of rows) {
      const sides = new Set(row.outcomes.map(({ side }) => side));
      seen.add(`${row.status}: ${sorted([...sides])}`);
      const deniesNoEffect = /not mean that it does not work|neither that it does not work/.test(
        row.statusSentence,
      );
      const deniesSafe = /not mean that it is safe|nor that it is safe/.test(row.statusSentence);
      expect(deniesNoEffect, row.treatment).toBe(!sides.has("gain"));
      expect(deniesSafe, row.treatment).toBe(!sides.has("harm"));
    }
    for (const status of ["figures: gain,harm", "figures: gain", "figures: harm", "no-trial: "])
      expect(seen).toContain(status);
  });

  it("[AN-12] says so exactly where there are none", () => {
    for (const { row } of rows) {
      const figures = row.outcomes.length + row.enriched.length;
      expect(row.status === "figures", row.treatment).toBe(figures > 0);
      if (row.status === "no-trial") expect([row.reviews, row.unused]).toEqual([[], []]);
      if (row.status === "reviews-only") expect(row.reviews.length).toBeGreaterThan(0);
      if (row.status === "trials-without-figures") expect(row.unused.length).toBeGreaterThan(0);
    }
  });

  it("[AN-15] lists the trials that no figure comes from, each with a reason and none behind a figure", () => {
    for (const { page, row } of rows) {
      const used = new Set([...row.outcomes, ...row.enriched].flatMap(({ trials }) => trials));
      for (const { trial, reason, source } of row.unused) {
        expect(used.has(trial), `${page.condition} ${trial}`).toBe(false);
        expect(reason).not.toMatch(/#\d|own row|say so in words|^\s*$/);
        expect(source.title).not.toBe("");
      }
      expect(new Set(row.unused.map(({ trial }) => trial)).size).toBe(row.unused.length);
    }
  });

  it("[AN-15] does not say of a trial in the pool that its figures could not be read", () => {
    for (const { row } of rows) {
      for (const { trial, reason } of row.unused) {
        const pooled = pool.rows.some((entry) => entry.trial === trial && entry.treatment === row.treatment);
        expect(/^its figures (stand with|are too rough)/.test(reason), `${row.treatment} ${trial}`).toBe(
          pooled,
        );
      }
    }
  });

  it("[AN-15] shows a published pool beside, with which side its whole interval is on", () => {
    const reviews = rows.flatMap(({ row }) => row.reviews);
    expect(reviews.length).toBeGreaterThan(0);
    for (const { ciLower, ciUpper, scale, favours, sentence, source } of reviews) {
      const none = scale === "OR" || scale === "RR" ? 1 : 0;
      expect(favours === "neither").toBe(ciLower <= none && ciUpper >= none);
      expect(sentence.startsWith("No clear difference")).toBe(favours === "neither");
      expect(source.title).not.toBe("");
    }
  });

  it("[AN-15] links only to conditions and patterns that exist and hold a figure", () => {
    for (const { page, row } of rows) {
      for (const { condition, pattern } of row.elsewhere) {
        expect([condition.id, pattern.id]).not.toEqual([page.condition, page.pattern]);
        const there = answerFor(condition.id, pattern.id).rows.find(
          ({ treatment }) => treatment === row.treatment,
        );
        expect(there?.status, `${row.treatment} ${condition.id} ${pattern.id}`).toBe("figures");
      }
    }
  });
});

describe("doing nothing more", () => {
  it("[AN-18] is what the control groups of the page did, and no reason to stop anything", () => {
    for (const page of pages) {
      const shares = page.rows
        .flatMap((row) => row.outcomes)
        .filter(
          ({ outcome, comparator }) => outcome === "spasticity-responder" && comparator.id === "placebo",
        )
        .flatMap(({ per100 }) => (per100 === null ? [] : [per100.without]));
      if (shares.length === 0) {
        expect(page.doingNothing).toBeNull();
        continue;
      }
      expect(page.doingNothing).toContain(`${Math.max(...shares)} of 100 people`);
      expect(page.doingNothing).toContain("stopping suddenly can be dangerous");
    }
    expect(comparators.map(({ id }) => id)).toContain("placebo");
  });
});

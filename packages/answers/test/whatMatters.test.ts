import { absoluteRisk } from "@unclench/evidence";
import { conditions, patterns, treatments } from "@unclench/knowledge";
import { burdenOf } from "@unclench/knowledge/burden";
import { pool } from "@unclench/knowledge/trials";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerIds,
  type MattersInput,
  type MattersOption,
  readWishes,
  type WhatMatters,
  type Wishes,
  whatMatters,
  wishIds,
  writeWishes,
} from "../src/whatMatters/index.ts";
import { measureWishes } from "../src/whatMatters/measure.ts";
import { spreadOfPeople } from "../src/whatMatters/shares.ts";
import { wholeOf100 } from "../src/whatMatters/wholeOf100.ts";
import { surenessSentence } from "../src/whatMatters/words.ts";
import { asPublished } from "../src/whatWorks/choices.ts";
import { whatWorks } from "../src/whatWorks/index.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const arm = { condition: "stroke", pattern: "upper-limb" };
const ms = { condition: "ms", pattern: "generalised" };
const asked = (input: Partial<MattersInput> & { wishes: Wishes }): WhatMatters => {
  const result = whatMatters({ ...arm, ...input });
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};
const errorOf = (input: Partial<MattersInput> & { wishes: Wishes }) => {
  const result = whatMatters({ ...arm, ...input });
  return result.ok ? null : result.error;
};
const option = (answer: WhatMatters, treatment: string): MattersOption => {
  const found = answer.options.find((one) => one.treatment === treatment);
  if (found === undefined) throw new Error(`no ${treatment}`);
  return found;
};
const known = (answer: WhatMatters, treatment: string, wish: string) =>
  option(answer, treatment).known.find((one) => one.wish === wish);
const figureOf = (treatment: string, outcome: string, place = arm) => {
  const page = whatWorks(place.condition, place.pattern);
  const found = page.ok
    ? page.value.rows
        .find((row) => row.treatment === treatment)
        ?.outcomes.find((one) => one.outcome === outcome)
    : undefined;
  if (found === undefined) throw new Error(`no ${outcome} of ${treatment}`);
  return found;
};
const anyWishes = fc.record(
  Object.fromEntries(wishIds.map((wish) => [wish, fc.constantFrom(...answerIds)])),
) as fc.Arbitrary<Wishes>;
const pages = fc.constantFrom(
  arm,
  { condition: "ms", pattern: "generalised" },
  { condition: "stroke", pattern: "lower-limb" },
  { condition: "cp-child", pattern: "lower-limb" },
);

describe("what matters to me", () => {
  it("[AN-150] reads what it writes, and names a word that it does not know", () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const read = readWishes(writeWishes(wishes));
        const told = Object.fromEntries(Object.entries(wishes).filter(([, answer]) => answer !== "no"));
        expect(read).toEqual({ ok: true, value: told });
      }),
    );
    const sentence = (text: string) => {
      const read = readWishes(text);
      return read.ok ? null : read.sentence;
    };
    expect(sentence("stifness=most")).toContain('no wish "stifness"; there is: stiffness, spasms');
    expect(sentence("stiffness=very")).toContain('no answer "very" to stiffness; there is: no, little');
    expect(sentence("stiffness")).toContain('"stiffness" is not a wish with an answer');
    expect(sentence("stiffness=most,stiffness=no")).toContain("answered twice");
    expect(sentence(" stiffness = most , ")).toBeNull();
  });

  it("[AN-150] nothing that matters is a sentence", () => {
    const nothing = Object.fromEntries(wishIds.map((wish) => [wish, "no"])) as Wishes;
    for (const wishes of [{}, nothing])
      expect(errorOf({ wishes })).toMatchObject({
        type: "NothingMatters",
        sentence: expect.stringContaining("Nothing matters yet"),
      });
  });

  it("[AN-150] more of a wish moves the order towards it", () => {
    const first = (wishes: Wishes) => option(asked({ wishes }), "botulinum-toxin-a").ranks[0] ?? 0;
    expect(first({ stiffness: "most", needles: "little" })).toBeGreaterThan(
      first({ stiffness: "little", needles: "most" }),
    );
    expect(first({ needles: "most" })).toBe(0);
  });

  it("[AN-151] weighs every treatment with a gain and doing nothing more, in the order of the catalogue", () => {
    const order = treatments.map(({ id }) => id);
    for (const condition of conditions)
      for (const pattern of patterns) {
        const result = whatMatters({
          condition: condition.id,
          pattern: pattern.id,
          wishes: { stiffness: "most" },
        });
        if (!result.ok) {
          expect(result.error.type).toBe("TooFewOptions");
          expect(result.error.sentence).toContain("not the same as “does not work”");
          continue;
        }
        const ids = result.value.options.map(({ treatment }) => treatment);
        expect(ids.length).toBeLessThanOrEqual(8);
        expect(ids.at(-1)).toBe("nothing-more");
        expect(ids).toEqual([...ids].sort((left, right) => order.indexOf(left) - order.indexOf(right)));
        for (const one of result.value.options)
          expect(known(result.value, one.treatment, "stiffness")?.of100, one.treatment).not.toBeNull();
        expect(result.value.apart?.sentence).toContain("neither that it does not work nor that it is safe");
        expect(ids.length + (result.value.apart?.names.length ?? 0)).toBe(order.length);
      }
  });

  it("[AN-151] takes the reader's own, names those without figures apart, and says what is wrong", () => {
    const own = asked({ wishes: { stiffness: "lot" }, options: ["nothing-more", "Botox", "physiotherapy"] });
    expect(own.options.map(({ treatment }) => treatment)).toEqual(["botulinum-toxin-a", "nothing-more"]);
    expect(own.apart?.names).toEqual(["Physiotherapy"]);
    const error = (...options: string[]) => errorOf({ wishes: { stiffness: "lot" }, options });
    expect(error("botox")?.type).toBe("TooFewOptions");
    expect(error("botox", "physiotherapy")?.sentence).toContain("without any here: Physiotherapy");
    expect(error("botox", "botulinum-toxin-a")?.type).toBe("SameTreatmentTwice");
    expect(error("botox", "nonsense")?.type).toBe("UnknownTreatment");
    expect(error(...treatments.slice(0, 9).map(({ id }) => id))?.type).toBe("TooManyOptions");
    expect(errorOf({ condition: "nonsense", wishes: { stiffness: "lot" } })?.type).toBe("UnknownCondition");
  });

  it("[AN-152] counts people of 100 from the odds ratio of the page at one share for all", () => {
    const answer = asked({ wishes: { stiffness: "most" } });
    const groups = new Map(
      pool.rows
        .filter(
          (row) =>
            row.outcomeGroup === "spasticity-responder" &&
            row.use === "main" &&
            [
              ...figureOf("tolperisone", "spasticity-responder").trials,
              ...figureOf("botulinum-toxin-a", "spasticity-responder").trials,
            ].includes(row.trial),
        )
        .flatMap((row) =>
          row.data.type === "binary"
            ? [[row.sharedControl ?? `${row.trial}:${row.controlArm}`, row.data.control] as const]
            : [],
        ),
    );
    const [events, people] = [...groups.values()].reduce(
      ([e, n], [events, all]) => [e + events, n + all],
      [0, 0],
    );
    const share = (events ?? 0) / (people ?? 1);
    expect(answer.wishes[0]?.without).toBe(Math.round(100 * share));
    for (const id of ["tolperisone", "botulinum-toxin-a"]) {
      const { estimate, ciLower, ciUpper } = figureOf(id, "spasticity-responder");
      const more = (logOdds: number) => 100 * (absoluteRisk("OR", logOdds, share) - share);
      const told = known(answer, id, "stiffness");
      expect(told?.from).toBe("shares");
      expect(told?.of100?.more).toBe(Math.round(more(estimate)));
      // One study, or few: an interval that is symmetric on the log odds scale comes back whole.
      expect(told?.of100?.lower).toBe(Math.round(more(ciLower)));
      expect(told?.of100?.upper).toBe(Math.round(more(ciUpper)));
    }
    expect(option(answer, "botulinum-toxin-a").why.speaksFor[0]).toMatch(
      /^Less stiffness: \d+ more of 100 people clearly less stiff than with .*, between \d+ and \d+\. How sure: /,
    );
  });

  it("[AN-152] what was compared with another treatment does not tell what it adds to nothing", () => {
    const answer = asked({
      wishes: { stiffness: "lot" },
      options: ["strength-training", "botulinum-toxin-a", "nothing-more"],
    });
    expect(answer.apart?.names).toEqual(["Strengthening"]);
  });

  it("[AN-152] sleepiness is read from its own figure, and without counts the share of all that we hold", () => {
    const ms = asked({
      condition: "ms",
      pattern: "generalised",
      wishes: { awake: "most" },
      options: ["tizanidine", "nothing-more"],
    });
    const { per100 } = figureOf("tizanidine", "ae-drowsiness", { condition: "ms", pattern: "generalised" });
    expect(ms.wishes.find(({ wish }) => wish === "awake")?.without).toBe(per100?.without);
    expect(known(ms, "tizanidine", "awake")?.speaks).toBe("against");
    expect(option(ms, "nothing-more").ranks).toEqual([100, 0]);
    const pump = asked({ wishes: { stiffness: "most" }, options: ["baclofen-intrathecal", "nothing-more"] });
    expect(pump.wishes[0]?.without).toBeGreaterThan(0);
  });

  it("[AN-153] turns a score into people of 100 where its arms were printed, and says that it is rough", () => {
    const answer = asked({ wishes: { stiffness: "most" } });
    const told = known(answer, "baclofen-intrathecal", "stiffness");
    expect(told?.from).toBe("score");
    expect(told?.sentence).toContain("which is rough");
    const figure = figureOf("baclofen-intrathecal", "ashworth");
    const row = pool.rows.find(
      ({ trial, outcomeGroup, use }) =>
        trial === figure.trials[0] && outcomeGroup === "ashworth" && use === "main",
    );
    if (row?.data.type !== "mean-difference" || row.data.n === undefined) throw new Error("no sizes");
    const spread = row.data.se / Math.sqrt(1 / row.data.n[0] + 1 / row.data.n[1]);
    expect(spreadOfPeople([row])).toBeCloseTo(spread, 12);
    const logOdds = ((-figure.estimate / spread) * Math.PI) / Math.sqrt(3);
    const without = answer.wishes[0]?.without ?? 0;
    const expected = 100 * absoluteRisk("OR", logOdds, without / 100) - without;
    expect(Math.abs((told?.of100?.more ?? 0) - expected)).toBeLessThanOrEqual(1);
    expect(spreadOfPeople([{ ...row, design: "crossover" }])).toBeNull();
    const { n: _, ...withoutSizes } = row.data;
    expect(spreadOfPeople([{ ...row, data: withoutSizes }])).toBeNull();
    // Nabilone was tried in turn in the same people, so its score has no spread of people.
    expect(errorOf({ condition: "sci", pattern: "generalised", wishes: { stiffness: "lot" } })?.type).toBe(
      "TooFewOptions",
    );
  });

  it("[AN-154] the ends of a wish are the outermost ends of the intervals, and nothing", () => {
    const two = asked({ wishes: { stiffness: "most" } });
    const page = whatWorks(arm.condition, arm.pattern);
    if (!page.ok) throw new Error(page.error.sentence);
    const weighed = two.options.map(({ treatment }) => ({
      treatment,
      outcomes: page.value.rows.find((row) => row.treatment === treatment)?.outcomes ?? [],
    }));
    const [stiffness, , awake] = measureWishes({ stiffness: "most" }, weighed, arm, null);
    const ends = two.options.flatMap(({ known: all }) => [
      all[0]?.of100?.lower ?? 0,
      all[0]?.of100?.upper ?? 0,
    ]);
    expect(Math.round(stiffness?.criterion.best ?? 0)).toBe(Math.max(0, ...ends));
    expect(Math.round(stiffness?.criterion.worst ?? 1)).toBe(Math.min(0, ...ends));
    expect(awake?.used).toEqual([]);
    // Sleepiness points the other way: least is best.
    const tizanidine = { treatment: "tizanidine", outcomes: [figureOf("tizanidine", "ae-drowsiness", ms)] };
    const nothing = { treatment: "nothing-more", outcomes: [] };
    const harm = measureWishes({ awake: "most" }, [tizanidine, nothing], ms, null)[2]?.criterion;
    expect(harm?.best).toBe(0);
    expect(harm?.worst).toBeGreaterThan(0);
  });

  it("[AN-155] what nobody counted is said, cannot separate, and widens", () => {
    const spasms = asked({ wishes: { spasms: "most" } });
    expect(spasms.separated).toBe(false);
    expect(spasms.wishes.find(({ wish }) => wish === "spasms")?.cannotSeparate).toBe(
      "No trial here counted spasms, so this wish cannot separate them. It counts as not known for all.",
    );
    for (const { ranks } of spasms.options)
      for (const share of ranks) expect(Math.abs(share - 100 / spasms.options.length)).toBeLessThan(3);
    const first = (wishes: Wishes) =>
      Math.max(...asked({ wishes }).options.map(({ ranks }) => ranks[0] ?? 0));
    expect(first({ needles: "most", visits: "most", spasms: "most" })).toBeLessThan(
      first({ needles: "most", visits: "most" }),
    );
  });

  it("[AN-155] missing evidence never makes an option certain", () => {
    fc.assert(
      fc.property(pages, anyWishes, (page, wishes) => {
        const result = whatMatters({ ...page, wishes });
        if (!result.ok) return;
        for (const { known: all, ranks } of result.value.options) {
          const isGuess = all.some(
            ({ wish, speaks }) => speaks === "not-known" && (wishes[wish] ?? "no") !== "no",
          );
          if (isGuess) expect(Math.max(...ranks)).toBeLessThan(100);
        }
      }),
      { numRuns: 25 },
    );
    expect(wholeOf100([1, 0, 0], true)).toEqual([99, 1, 0]);
    expect(wholeOf100([0, 0, 1], true)).toEqual([0, 1, 99]);
    expect(wholeOf100([1, 0], false)).toEqual([100, 0]);
  });

  it("[AN-155] shares are whole numbers that make 100", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }),
        (parts) => {
          const sum = parts.reduce((total, part) => total + part, 0);
          fc.pre(sum > 0);
          for (const isGuess of [true, false]) {
            const whole = wholeOf100(
              parts.map((part) => part / sum),
              isGuess,
            );
            expect(whole.reduce((total, part) => total + part, 0)).toBe(100);
            for (const share of whole) expect(Number.isInteger(share) && share >= 0).toBe(true);
          }
        },
      ),
    );
  });

  it("[AN-156] says whether the answers separate the options, and how weak the figures are", () => {
    const unclear = asked({
      wishes: { stiffness: "most", visits: "lot" },
      options: ["tolperisone", "botox"],
    });
    expect(unclear.separated).toBe(false);
    expect(unclear.sentence).toMatch(/^These answers do not separate them: .* came before .* in \d+ of 100/);
    const clear = asked({ wishes: { needles: "most" }, options: ["botox", "tolperisone"] });
    expect(clear.separated).toBe(true);
    expect(clear.sentence).toMatch(/^These answers separate them\. .* That is about your answers/);
    expect(clear.surenessSentence).toBeNull();
    expect(asked({ wishes: { stiffness: "most" } }).surenessSentence).toContain(
      "better trials may turn it round",
    );
    expect(surenessSentence(["high", "moderate"])).toBeNull();
    expect(surenessSentence(["low"])).toMatch(/^The one figure/);
    expect(surenessSentence(["low", "very-low"])).toMatch(/^All 2 figures/);
    expect(surenessSentence(["low", "high"])).toMatch(/^Of the 2 figures behind it 1 is/);
  });

  it("[AN-157] says what would have to matter for each to come first, whatever was answered", () => {
    const answers = [{ needles: "most" }, { stiffness: "little", visits: "most" }] as const;
    const [one, other] = answers.map((wishes) => asked({ wishes }));
    expect(one?.options.map(({ toComeFirst }) => toComeFirst)).toEqual(
      other?.options.map(({ toComeFirst }) => toComeFirst),
    );
    if (one === undefined) throw new Error("no answer");
    expect(option(one, "botulinum-toxin-a").toComeFirst).toBe(
      "It comes first more often, the more “Less stiffness” matters.",
    );
    expect(option(one, "nothing-more").toComeFirst).toContain("“Few visits”");
    const weights = Object.values(option(one, "botulinum-toxin-a").centralWeights ?? {});
    expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 100)).toBeLessThanOrEqual(3);
    const never = asked({
      wishes: { needles: "lot" },
      options: ["tizanidine", "nothing-more"],
      condition: "ms",
    });
    expect(option(never, "nothing-more").toComeFirst).not.toBe("");
  });

  it("[AN-158] needles and visits follow their steps", () => {
    const answer = asked({ wishes: { needles: "lot", visits: "lot" } });
    for (const { treatment, known: all } of answer.options) {
      const needles = all.find(({ wish }) => wish === "needles");
      expect(needles?.speaks, treatment).toBe(
        burdenOf.get(treatment)?.needles.level === "none" ? "for" : "against",
      );
      const visits = burdenOf.get(treatment)?.visits;
      if (visits === null) expect(all.find(({ wish }) => wish === "visits")?.speaks).toBe("not-known");
    }
    const tablets = asked({
      condition: "ms",
      pattern: "generalised",
      wishes: { needles: "most" },
      options: ["dronabinol", "tizanidine"],
    });
    expect(tablets.wishes.find(({ wish }) => wish === "needles")?.cannotSeparate).toContain("met alike");
    expect(tablets.separated).toBe(false);
  });

  it("[AN-159] counts the figure that the reader pools, and the share that the reader chose", () => {
    const question = {
      ...arm,
      treatment: "botulinum-toxin-a",
      key: figureOf("botulinum-toxin-a", "spasticity-responder").key,
    };
    const wishes: Wishes = { stiffness: "most" };
    const published = asked({ wishes });
    expect(asked({ wishes, argued: { question, choices: asPublished } }).options).toEqual(published.options);
    const without = asked({
      wishes,
      argued: { question, choices: { ...asPublished, without: ["elovic-2016"] } },
    });
    expect(without.arguedSentence).toContain("Counted as you pool it: botulinum toxin A");
    expect(known(without, "botulinum-toxin-a", "stiffness")).not.toEqual(
      known(published, "botulinum-toxin-a", "stiffness"),
    );
    const share = asked({ wishes, argued: { question, choices: { ...asPublished, baseline: 20 } } });
    expect(share.wishes[0]?.without).toBe(20);
    const none = asked({
      wishes,
      options: ["botox", "tolperisone", "nothing-more"],
      argued: {
        question: { ...question, key: "nonsense" },
        choices: { ...asPublished, without: ["elovic-2016"] },
      },
    });
    expect(none.arguedSentence).toBeNull();
    const empty = asked({
      wishes,
      options: ["tolperisone", "nothing-more"],
      argued: {
        question,
        choices: { ...asPublished, without: figureOf("botulinum-toxin-a", "spasticity-responder").trials },
      },
    });
    expect(empty.arguedSentence).toContain("You left out every trial");
  });

  it("[AN-159] the same question and seed give the same object; it survives JSON", () => {
    fc.assert(
      fc.property(pages, anyWishes, fc.integer({ min: 1, max: 1e6 }), (page, wishes, seed) => {
        const once = whatMatters({ ...page, wishes, seed });
        expect(whatMatters({ ...page, wishes, seed })).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
      { numRuns: 8 },
    );
  });

  it("[AN-17] a count of what comes first is no advice: no winner, no promise, no order to anybody", () => {
    fc.assert(
      fc.property(pages, anyWishes, (page, wishes) => {
        const result = whatMatters({ ...page, wishes });
        expect(brokenNumbers(result)).toEqual([]);
        for (const text of ownWords(result)) {
          expect(text).not.toMatch(/\b(must|best|winner is|recommend|safely)\b/i);
          expect(text).not.toMatch(forbiddenWords);
        }
        if (result.ok)
          expect(result.value.readingSentence).toMatch(/^This is no advice, and it names no winner/);
      }),
      { numRuns: 15 },
    );
  });
});

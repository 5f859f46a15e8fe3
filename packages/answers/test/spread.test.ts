import { conditions, patterns } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import { argue } from "../src/whatWorks/argue.ts";
import { asPublished } from "../src/whatWorks/choices.ts";
import { type Outcome, whatWorks } from "../src/whatWorks/index.ts";

const outcomes: Outcome[] = conditions.flatMap(({ id }) =>
  patterns.flatMap((pattern) => {
    const answer = whatWorks(id, pattern.id);
    if (!answer.ok) throw new Error(answer.error.sentence);
    return answer.value.rows.flatMap((row) => [...row.outcomes, ...row.enriched]);
  }),
);

/** The share with the treatment, written out again: odds of those without it, times the odds ratio. */
const shareWith = (logOdds: number, without: number): number => {
  const odds = (without / (1 - without)) * Math.exp(logOdds);
  return odds / (1 + odds);
};
const withoutOf = ({ per100 }: Outcome): number => {
  const { events, people } = per100?.baseline ?? { events: 0, people: 1 };
  return events === 0 ? 0.5 / (people + 1) : events / people;
};

describe("what another group of people might see", () => {
  it("[AN-81] is the prediction interval of the figure, of 100 people", () => {
    let said = 0;
    for (const outcome of outcomes.filter(({ per100 }) => per100 !== null)) {
      const { predictionLower: lower, predictionUpper: upper, anotherGroupSentence, per100 } = outcome;
      if (lower === null || upper === null) {
        expect(anotherGroupSentence).toBeNull();
        continue;
      }
      const [from, to] = [lower, upper].map((end) => Math.round(100 * shareWith(end, withoutOf(outcome))));
      if (from === per100?.withLower && to === per100?.withUpper) {
        expect(anotherGroupSentence).toBeNull();
        continue;
      }
      expect(anotherGroupSentence).toContain(`anything from ${from} to ${to} of 100 with it`);
      expect(from).toBeLessThanOrEqual(per100?.withLower ?? 0);
      expect(to).toBeGreaterThanOrEqual(per100?.withUpper ?? 100);
      said++;
    }
    expect(said).toBeGreaterThan(0);
  });

  it("[AN-81] is not said of one study, nor twice", () => {
    for (const outcome of outcomes) {
      if (outcome.studyCount === 1) expect(outcome.anotherGroupSentence).toBeNull();
      if (outcome.kind === "points" && outcome.anotherGroupSentence !== null)
        expect(outcome.anotherGroupSentence).toMatch(/ anything from .+ to .+\.$/);
    }
  });

  it("[AN-81] follows the share that the reader chose", () => {
    const question = {
      condition: "stroke",
      pattern: "upper-limb",
      treatment: "botulinum-toxin-a",
      key: "spasticity-responder.any.placebo.unselected",
    };
    const argued = argue(question, { ...asPublished, baseline: 10 });
    if (!argued.ok || argued.value.after === null) throw new Error("no figure");
    const { predictionLower, predictionUpper, anotherGroupSentence, numberNeededSentence, estimate } =
      argued.value.after;
    const [from, to] = [predictionLower, predictionUpper].map((end) =>
      Math.round(100 * shareWith(end ?? Number.NaN, 0.1)),
    );
    expect(anotherGroupSentence).toContain(`anything from ${from} to ${to} of 100`);
    expect(numberNeededSentence).toContain(`: ${Math.ceil(1 / (shareWith(estimate, 0.1) - 0.1))} (`);
  });
});

describe("the number needed to treat", () => {
  it("[AN-82] is one over the difference of the shares, rounded up, with its interval", () => {
    let clear = 0;
    for (const outcome of outcomes.filter(({ per100 }) => per100 !== null)) {
      const without = withoutOf(outcome);
      const needed = (logOdds: number): number =>
        Math.ceil(1 / Math.abs(shareWith(logOdds, without) - without));
      const sentence = outcome.numberNeededSentence ?? "";
      const better = outcome.estimate > 0 === (outcome.side === "gain");
      expect(sentence).toContain(
        `Number needed to ${better ? "treat" : "harm"}: ${needed(outcome.estimate)}`,
      );
      if (outcome.ciLower <= 0 && outcome.ciUpper >= 0) {
        expect(sentence).toContain("runs through “no difference”");
        continue;
      }
      const ends = [needed(outcome.ciLower), needed(outcome.ciUpper)].sort((a, b) => a - b);
      expect(sentence).toContain(`(${ends[0]} to ${ends[1]}).`);
      clear++;
    }
    expect(clear).toBeGreaterThan(10);
  });

  it("[AN-82] is null where no counts were printed, and for scores", () => {
    for (const outcome of outcomes)
      expect(outcome.numberNeededSentence === null).toBe(outcome.per100 === null);
  });
});

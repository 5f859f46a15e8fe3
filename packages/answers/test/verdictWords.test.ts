import { exposures } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import {
  askedSentence,
  effectSentence,
  probabilitySentences,
  speedSentence,
} from "../src/isItHelping/words.ts";

describe("the words of a verdict", () => {
  it("[AN-35] the size with its likely range, and chances that are never 0 or 100", () => {
    expect(effectSentence("stiffness", { q05: -2.5, q50: -1.6, q95: -0.7 })).toBe(
      "About 1.6 points less stiffness, of 10 (likely between 0.7 and 2.5).",
    );
    expect(effectSentence("pain", { q05: -0.5, q50: 0.2, q95: 0.9 })).toBe(
      "About 0.2 points more pain, of 10 (likely between 0.5 less pain and 0.9 more pain).",
    );
    expect(effectSentence("sleep", { q05: 0.4, q50: 0.9, q95: 1.5 })).toBe(
      "About 0.9 points worse sleep, of 10 (likely between 0.4 and 1.5).",
    );
    const chances = (helps: number): string | undefined =>
      probabilitySentences({ helps, helpsEnough: 0.5, notEnough: 0.5, worse: 1 - helps }, 1)[0];
    expect(chances(0.9999)).toContain("more than 99 in 100");
    expect(chances(0.0001)).toContain("less than 1 in 100");
    expect(chances(0.52)).toContain("52 in 100");
  });

  it("[AN-485] names half of what matters only where that is more than half a point, and the reason that holds", () => {
    const marks = { size: 0.5, helps: 0.92, worse: 0.985 };
    const chance = { helpsSome: 0.95, helpsHalf: 0.7 };
    expect(askedSentence(chance, { marks, mcid: 1 })).toBe(
      "“Very probably helping” asks, at two weekly looks in a row, for a chance of 92 in 100 that it helps by 0.5 points or more (the longer your good and bad spells last and the larger your ups and downs, the more is asked, and a little more after twelve weeks of diary). Here it is 95 in 100.",
    );
    expect(askedSentence(chance, { marks, mcid: 1.05 })).toBe(askedSentence(chance, { marks, mcid: 1 }));
    expect(askedSentence(chance, { marks, mcid: 1.4 })).toBe(
      "“Very probably helping” asks, at two weekly looks in a row, for a chance of 92 in 100 that it helps by 0.5 points or more (the longer your good and bad spells last and the larger your ups and downs, the more is asked, and a little more after twelve weeks of diary), and of 80 in 100 that it helps by 0.7 points or more, half of what matters. Here it is 95 in 100 and 70 in 100.",
    );
  });

  it("[AN-93] a curve is called slower or faster if most of what is believed lies on that side, however it is spread", () => {
    const of = (...weights: number[]) =>
      speedSentence(
        "Example",
        weights.map((weight, place) => ({ factor: 2 ** (place - 2), weight })),
      );
    expect(of(0.03, 0.03, 0.09, 0.35, 0.5)).toContain("more slowly than assumed");
    expect(of(0.03, 0.03, 0.11, 0.35, 0.48)).toBeNull();
    expect(of(0.4, 0.35, 0.15, 0.05, 0.05)).toContain("faster than assumed");
    expect(of(0.4, 0.34, 0.16, 0.05, 0.05)).toBeNull();
    // What is believed before the diary speaks is no finding.
    for (const { timeScales } of exposures) expect(speedSentence("Example", timeScales)).toBeNull();
    expect(of(0, 0, 1, 0, 0)).toBeNull();
    expect(speedSentence("Example", [])).toBeNull();
  });
});

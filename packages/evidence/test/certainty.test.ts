import { describe, expect, it } from "vitest";
import { type CertaintyInput, certainty } from "../src/index.ts";

const strong: CertaintyInput = {
  trials: 3,
  people: 900,
  ciLower: -1,
  ciUpper: -0.2,
  absoluteWidth: 0.2,
  i2: 10,
  open: false,
  abstractsOnly: false,
  indirect: false,
  workedOut: false,
};
const level = (change: Partial<CertaintyInput>) => certainty({ ...strong, ...change }).level;

describe("how sure we are", () => {
  it("[EV-C1] blinding, or else what could be read, takes one step", () => {
    expect(certainty(strong)).toEqual({ level: "high", reasons: [] });
    expect(level({ open: true })).toBe("moderate");
    expect(level({ abstractsOnly: true })).toBe("moderate");
    expect(level({ open: true, abstractsOnly: true })).toBe("moderate");
  });

  it("[EV-C2] [EV-C3] [EV-C4] few people or an interval with no difference in it", () => {
    expect(level({ people: 99 })).toBe("low");
    expect(level({ people: 100 })).toBe("moderate");
    expect(level({ people: 399 })).toBe("moderate");
    expect(level({ people: 400 })).toBe("high");
    expect(level({ people: null })).toBe("moderate");
    expect(level({ ciUpper: 0 })).toBe("moderate");
    expect(level({ ciUpper: 0, people: 150 })).toBe("moderate");
  });

  it("[EV-C8] an interval over more than half of all people", () => {
    expect(level({ absoluteWidth: 0.5 })).toBe("high");
    expect(level({ absoluteWidth: 0.51 })).toBe("moderate");
    expect(level({ absoluteWidth: null })).toBe("high");
    expect(certainty({ ...strong, absoluteWidth: 1, ciUpper: 1 }).reasons).toEqual([
      { type: "interval-includes-none" },
      { type: "very-wide-interval" },
    ]);
  });

  it("[EV-C5] one trial, or several that differ", () => {
    expect(level({ trials: 1, i2: 90 })).toBe("moderate");
    expect(level({ i2: 50 })).toBe("moderate");
    expect(level({ i2: 49.9 })).toBe("high");
  });

  it("[EV-C6] [EV-C7] other people, worked-out figures, and a floor at very low", () => {
    expect(level({ indirect: true })).toBe("moderate");
    expect(level({ workedOut: true })).toBe("moderate");
    const all = certainty({ ...strong, open: true, people: 20, trials: 1, indirect: true, workedOut: true });
    expect(all.level).toBe("very-low");
    expect(all.reasons.map((reason) => reason.type)).toEqual([
      "open",
      "very-few-people",
      "one-trial",
      "other-people",
      "figures-worked-out",
    ]);
    // The example of the doc comment.
    expect(level({ trials: 1, people: 60, abstractsOnly: true })).toBe("very-low");
  });
});

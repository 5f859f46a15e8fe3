import { errorRates } from "@unclench/response";
import { describe, expect, it } from "vitest";
import { proof } from "../src/errorRates.ts";

describe("the page that shows the proof", () => {
  it("[AN-94] holds every situation that was simulated, with the figures as they were written", () => {
    expect(proof.alarms.map(({ situation }) => situation)).toEqual(
      errorRates.useless.map(({ situation }) => situation),
    );
    proof.alarms.forEach((line, place) => {
      const rate = errorRates.useless[place];
      if (rate === undefined) throw new Error("no such rate");
      expect(line.ours).toBe(
        Math.max(rate.helping, rate.helpingAfterSmallTrials, rate.helpingAfterLargeTrials),
      );
      expect(line.tTest).toBe(rate.welch);
      expect(line.worse).toBe(rate.worse);
    });
    expect(proof.power.map(({ ours }) => ours)).toEqual(errorRates.helping.map(({ helping }) => helping));
    expect(proof.power.every(({ effect }) => effect > 0)).toBe(true);
    expect(proof.ranges).toHaveLength(errorRates.believed.length);
    expect(proof.illness.map(({ helping }) => helping)).toEqual(
      errorRates.illness.map(({ helping }) => helping),
    );
    expect(proof.counts.map(({ held90 }) => held90)).toEqual(
      errorRates.counts.map(({ covered90 }) => covered90),
    );
    expect(proof.atFiveSentence).toMatch(/it would find \d+ to \d+ for every 100/);
    // What falls short is said, and nothing else is.
    const narrow = errorRates.believed.filter(({ covered }) => (covered?.[90] ?? 100) < 88);
    expect(proof.shortfalls.some((sentence) => sentence.includes("a little narrow"))).toBe(narrow.length > 0);
    for (const { situation } of narrow) expect(proof.shortfalls.join(" ")).toContain(situation);
    expect(proof.falseAlarms).toContain(`${errorRates.diaries} diaries each`);
    expect(proof.tTestSentence).toMatch(/in \d+ to \d+ of 100/);
  });
});

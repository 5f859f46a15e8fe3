import { exposures } from "@unclench/knowledge";
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
    expect(proof.power.map(({ untold }) => untold)).toEqual(errorRates.helping.map(({ untold }) => untold));
    expect(proof.power.every(({ effect }) => effect > 0)).toBe(true);
    expect(proof.ranges).toHaveLength(errorRates.believed.length);
    expect(proof.illness.map(({ helping }) => helping)).toEqual(
      errorRates.illness.map(({ helping }) => helping),
    );
    expect(proof.counts.map(({ held90 }) => held90)).toEqual(
      errorRates.counts.map(({ covered90 }) => covered90),
    );
    expect(proof.countRanges).toEqual(
      errorRates.countsBelieved.map(({ situation, covered90 }) => ({ situation, held90: covered90 })),
    );
    expect(proof.foretold).toEqual(errorRates.foretold.map(({ diaries: _, ...line }) => line));
    expect(proof.atCommonRateSentence).toMatch(/it would find \d+ to \d+ for every 100/);
    // What falls short is said, and nothing else is.
    const narrow = errorRates.believed.filter(({ covered }) => (covered?.[90] ?? 100) < 88);
    expect(proof.shortfalls.some((sentence) => sentence.includes("a little narrow"))).toBe(narrow.length > 0);
    for (const { situation } of narrow) expect(proof.shortfalls.join(" ")).toContain(situation);
    const counted = [...errorRates.counts, ...errorRates.countsBelieved].filter(
      ({ covered90 }) => covered90 < 88,
    );
    expect(proof.shortfalls.some((sentence) => sentence.includes("counted spasms"))).toBe(counted.length > 0);
    for (const { situation } of counted) expect(proof.shortfalls.join(" ")).toContain(situation);
    expect(proof.falseAlarms).toContain(`${errorRates.diaries} diaries each`);
    expect(proof.tTestSentence).toMatch(/in \d+ to \d+ of 100/);
  });

  it("[AN-94] the simulated diaries were read with the curves and speeds that the app believes in", () => {
    const own = new Map(errorRates.ownCurves.flatMap(({ curves, given }) => curves.map((id) => [id, given])));
    for (const { id, tauOnDays, tauOffDays, knots, timeScales } of exposures) {
      if (id === "taken-regularly")
        expect([tauOnDays, tauOffDays, timeScales]).toEqual([3, 3, errorRates.speeds]);
      else expect(own.get(id), id).toEqual({ tauOnDays, tauOffDays, knots, timeScales });
    }
    expect(own.size).toBe(exposures.length - 1);
  });

  it("[AN-94] names the medicines that have a curve of their own, with the worst of what trials had found", () => {
    expect(proof.ownCurves.map(({ situation }) => situation)).toContain("Dantrolene");
    proof.ownCurves.forEach(({ situation, alarms, misled, found, notEnough }, place) => {
      const rate = errorRates.ownCurves[place]!;
      expect(situation).not.toBe("");
      for (const [figure, { helping, ...trials }] of [
        [alarms, rate.useless],
        [misled, rate.misled],
      ] as const)
        expect(figure).toBe(
          Math.max(helping, trials.helpingAfterSmallTrials, trials.helpingAfterLargeTrials),
        );
      expect([found, notEnough]).toEqual([rate.helping.helping, rate.useless.notEnoughAtEnd]);
    });
  });

  it("[AN-94] holds the diaries of half a year, with the figures as they were written", () => {
    expect(proof.longer.length).toBeGreaterThan(5);
    expect(
      proof.longer.map(({ situation, ever, byTwelveWeeks, atEnd, worse }) => [
        situation,
        byTwelveWeeks,
        ever,
        atEnd,
        worse,
      ]),
    ).toEqual(
      errorRates.longer.map((rate) => [
        rate.situation,
        rate.helpingByTwelveWeeks,
        rate.helping,
        rate.helpingAtEnd,
        rate.worse,
      ]),
    );
    // What is above five is said among what falls short.
    const often = errorRates.longer.filter(({ effect, helping }) => effect === 0 && helping > 5);
    const said = proof.shortfalls.filter((sentence) => sentence.startsWith("Over half a year"));
    expect(said).toHaveLength(often.length > 0 ? 1 : 0);
    for (const { situation, helping } of often) expect(said[0]).toContain(`${situation} (${helping})`);
    const none = errorRates.longer.filter(({ effect }) => effect === 0).map(({ helping }) => helping);
    expect(proof.falseAlarms).toContain(
      `within half a year in ${Math.min(...none)} to ${Math.max(...none)}.`,
    );
  });

  it("[AN-94] says where someone who knows all but the effect finds more, and where too few false alarms hide it", () => {
    const behind = errorRates.helping.filter(
      ({ helping, oracle }) => oracle !== null && helping < 0.85 * oracle - 0.1,
    );
    const surely = behind.filter(
      ({ helping, oracleFrom }) => oracleFrom !== null && helping < 0.85 * oracleFrom - 0.1,
    );
    const told = proof.shortfalls.filter((sentence) => sentence.includes("less than 85 times"));
    expect(told).toHaveLength(surely.length > 0 ? 1 : 0);
    for (const { situation, helping, oracle, untold } of surely)
      expect(told[0]).toContain(
        `${situation} (${Math.round((100 * helping) / oracle!)}; ${Math.round((100 * helping) / untold!)})`,
      );
    const perhaps = proof.shortfalls.find((sentence) => sentence.includes("diaries do not tell"));
    expect(Number(perhaps?.match(/^In (\d+)/)?.[1] ?? 0)).toBe(behind.length - surely.length);
    for (const { oracle, oracleFrom, oracleTo } of proof.power) {
      if (oracle === null) continue;
      expect(oracleFrom).toBeLessThanOrEqual(oracle);
      expect(oracleTo).toBeGreaterThanOrEqual(oracle);
    }
  });
});

import { describe, expect, it } from "vitest";
import { count } from "../prove/count.ts";
import { helping, useless } from "../prove/situations.ts";
import { errorRates } from "../src/index.ts";

describe("the published error rates", () => {
  it("[RS-30] are of the situations that are simulated, all of them", () => {
    expect(errorRates.useless.map(({ situation }) => situation)).toEqual(useless.map(({ name }) => name));
    expect(errorRates.helping.map(({ situation }) => situation)).toEqual(helping.map(({ name }) => name));
    expect(errorRates.diaries).toBeGreaterThanOrEqual(2_000);
  });

  it("[RS-12] [RS-30] are at most 5 of 100 wherever a treatment is begun and gone on with", () => {
    const blocks = useless.filter(({ design }) => design === "blocks").map(({ name }) => name);
    for (const { situation, helping: ever } of errorRates.useless)
      expect(ever, situation).toBeLessThanOrEqual(blocks.includes(situation) ? 6 : 5);
  });

  it("[RS-30] are what a fresh, smaller simulation finds, within four standard errors", () => {
    const diaries = 60;
    for (const [place, situation] of [useless[0], useless[4], helping[3]].entries()) {
      if (situation === undefined) throw new Error("no situation");
      const published = [...errorRates.useless, ...errorRates.helping].find(
        (rate) => rate.situation === situation.name,
      );
      const share = (published?.helping ?? Number.NaN) / 100;
      const found = count(situation, diaries, 77 + place).helping / diaries;
      expect(Math.abs(found - share), situation.name).toBeLessThan(
        4 * Math.sqrt((share * (1 - share)) / diaries) + 0.02,
      );
    }
  });
});

/** What has to be shown of an effect, by how the days went and how the diary was kept. */
import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { type Assessment, type AssessmentInput, assess } from "../src/index.ts";
import { countMarks, logInflationOf, ratingMarks, upsAndDownsOf } from "../src/marks.ts";
import { diaryOf, simulatedDiary, treatmentFrom } from "./simulated.ts";

function assessed(input: AssessmentInput): Assessment {
  const result = assess(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const simulated = (effect: number, seed = 1) =>
  simulatedDiary(seededRandom(seed), { days: 84, start: 29, effect });

describe("marks", () => {
  it("[RS-12] more is asked for where days hang together, up to a point", () => {
    const marks = (turns: number, logInflation: number) =>
      ratingMarks({ turns, bends: 0, logInflation, sigma: 1.2 });
    expect(marks(1, 0).helps).toBe(0.81);
    expect(marks(1, 0.5).helps).toBeCloseTo(0.825, 12);
    expect(marks(1, 2).helps).toBeCloseTo(0.87, 12);
    expect(marks(1, 3)).toEqual(marks(1, 2));
    expect(marks(2, 0)).toEqual({ size: 0.5, helps: 0.81, worse: 0.985 });
    expect(marks(2, 0.5).helps).toBe(marks(1, 0.5).helps);
    expect(marks(1, 0.4)).toMatchObject({ size: 0.5, worse: 0.975 });
    // Of counts any fall counts as help, and the marks are those of "worse".
    expect(countMarks({ turns: 1, bends: 0 })).toEqual({ size: 0, helps: 0.975, worse: 0.975 });
    expect(countMarks({ turns: 2, bends: 0 })).toEqual({ size: 0, helps: 0.985, worse: 0.985 });
  });

  it("[RS-12] a little more is asked for after twelve weeks, with each bend of the trend, up to two", () => {
    const marks = (bends: number, turns = 1, logInflation = 0) =>
      ratingMarks({ turns, bends, logInflation, sigma: 1.2 });
    expect(marks(1).helps).toBeCloseTo(0.825, 12);
    expect(marks(1).worse).toBeCloseTo(0.9825, 12);
    expect(marks(2).helps).toBeCloseTo(0.84, 12);
    expect(marks(2).worse).toBeCloseTo(0.99, 12);
    expect(marks(9)).toEqual(marks(2));
    expect(marks(2, 2).worse).toBe(0.995);
    expect(ratingMarks({ turns: 2, bends: 2, logInflation: 9, sigma: 9 }).helps).toBeLessThan(0.995);
    expect(countMarks({ turns: 1, bends: 1 })).toEqual({
      size: 0,
      helps: marks(1).worse,
      worse: marks(1).worse,
    });
    // The look of a diary of half a year asks for it.
    const ratings = Array.from({ length: 182 }, (_, i) => (i < 60 ? 7 : 5) + (i % 2));
    const { fit, verdicts } = assessed({
      diary: diaryOf(ratings),
      treatments: [treatmentFrom("treat", 61)],
      today: 182,
    });
    expect(fit.bends).toHaveLength(2);
    expect(verdicts[0]!.marks).toEqual(ratingMarks({ turns: 1, bends: 2, ...upsAndDownsOf(fit.posterior) }));
  });

  it("[RS-12] more is asked for where the ups and downs are large, up to a point", () => {
    const marks = (turns: number, sigma: number) =>
      ratingMarks({ turns, bends: 0, logInflation: 0.5, sigma }).helps;
    expect(marks(1, 0.4)).toBe(marks(1, 1.35));
    expect(marks(1, 1.8) - marks(1, 1.35)).toBeCloseTo(0.15 * Math.log(1.8 / 1.35), 12);
    expect(marks(1, 2.4)).toBeCloseTo(0.9113, 4);
    expect(marks(1, 5)).toBe(marks(1, 2.4));
    const { fit, scale, verdicts } = assessed(simulated(-2));
    const { sigma, logInflation } = upsAndDownsOf(fit.posterior);
    expect(sigma).toBe(scale.sigma);
    expect(verdicts[0]!.marks).toEqual(ratingMarks({ turns: 1, bends: 0, logInflation, sigma }));
  });

  it("[RS-12] how much days hang together: the longer good and bad spells last, the more days for one that stands alone", () => {
    const of = (rho: number, lambda: number) =>
      logInflationOf({
        ...assessed(simulated(0)).fit.posterior,
        weights: Float64Array.of(0.5, 0.5),
        logSigma: new Float64Array(2),
        atanhRho: new Float64Array(2).fill(Math.atanh(rho)),
        logitLambda: new Float64Array(2).fill(lambda === 1 ? Infinity : Math.log(lambda / (1 - lambda))),
      });
    // AR(1) with ρ = 0.5: three days for one.
    expect(of(0.5, 1)).toBeCloseTo(Math.log(3), 12);
    expect(of(0.5, 0.5)).toBeCloseTo(Math.log(2), 12);
    expect(of(0, 1)).toBe(0);
    // Days that alternate tell more than days that stand alone; no less is asked of them for that.
    expect(of(-0.5, 1)).toBe(0);
  });
});

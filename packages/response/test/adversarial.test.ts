import { describe, expect, it } from "vitest";
import {
  type AssessmentInput,
  assess,
  densityOf,
  effectOf,
  modelLine,
  planDays,
  type TreatmentCourse,
} from "../src/index.ts";
import { diaryOf, treatmentFrom } from "./simulated.ts";

const treatments = [treatmentFrom("treat", 30)];
const steady = Array.from({ length: 84 }, (_, i) => 5 + (i % 3));
const run = (input: Partial<AssessmentInput>) =>
  assess({ diary: diaryOf(steady), treatments, today: 84, ...input });

/** Every number that an answer holds, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Float64Array || value instanceof Int32Array) return Array.from(value);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function expectSound(input: Partial<AssessmentInput>) {
  const result = run(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { verdicts, combined, baseline, scale, daysFilled, fit, look } = result.value;
  const plans = verdicts.flatMap(({ id }) =>
    planDays(fit, { treatment: id, mcid: baseline.mcid, after: look.day, mayPause: true }),
  );
  const line = modelLine(fit);
  const hills = verdicts.flatMap(({ id }) => densityOf(effectOf(fit, { [id]: 1 })));
  const numbers = numbersIn([verdicts, combined, baseline, scale, daysFilled, plans, line, hills]);
  expect(numbers.length).toBeGreaterThan(5);
  for (const number of numbers) expect(Number.isFinite(number)).toBe(true);
  for (const { probabilities } of verdicts) {
    for (const probability of Object.values(probabilities ?? {})) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1 + 1e-12);
    }
  }
  return result.value;
}

describe("diaries that try to break it", () => {
  it("[RS-1] no ratings at all is an error value", () => {
    expect(run({ diary: [] })).toEqual({ ok: false, error: { type: "NoRatings" } });
    expect(run({ diary: diaryOf([null, null, null]) })).toEqual({ ok: false, error: { type: "NoRatings" } });
    expect(run({ today: 0 })).toEqual({ ok: false, error: { type: "NoRatings" } });
  });

  it("[RS-1] ratings off the scale, days twice and days that are no days are error values", () => {
    for (const rating of [-0.1, 10.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(run({ diary: [{ day: 3, rating }] })).toEqual({
        ok: false,
        error: { type: "RatingOutOfRange", day: 3, rating },
      });
    }
    const twice = [...diaryOf(steady), { day: 5, rating: 1 }];
    expect(run({ diary: twice })).toEqual({ ok: false, error: { type: "DayRatedTwice", day: 5 } });
    for (const day of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 40]) {
      expect(run({ diary: [{ day, rating: 5 }] })).toEqual({
        ok: false,
        error: { type: "DayNotWhole", day },
      });
      expect(run({ today: day })).toEqual({ ok: false, error: { type: "DayNotWhole", day } });
    }
  });

  it("[RS-1] a mistyped year does not run for an hour", () => {
    expect(run({ diary: [...diaryOf(steady), { day: 700_000, rating: 5 }], today: 700_000 })).toMatchObject({
      ok: false,
      error: { type: "DiaryTooLong" },
    });
    expect(run({ today: 700_000 })).toMatchObject({ ok: false, error: { type: "DiaryTooLong" } });
  });

  it("[RS-1] impossible treatments and covariates are error values", () => {
    const base = { kind: "on-off", id: "treat", tauOn: 3, tauOff: 3, spans: [] } as const;
    const wave = {
      kind: "wave",
      id: "treat",
      givenOn: [3],
      knots: [[0, 0] as const, [14, 1] as const],
    } as const;
    const span = (from: number, to: number | null, doseShare: number) => ({
      ...base,
      spans: [{ from, to, doseShare }],
    });
    const wrong: [TreatmentCourse[], string][] = [
      [[base, base], "SameIdTwice"],
      [[{ ...base, tauOn: 0 }], "TimeConstantNotValid"],
      [[{ ...base, tauOff: Number.NaN }], "TimeConstantNotValid"],
      [[{ ...base, tauOff: Number.POSITIVE_INFINITY }], "TimeConstantNotValid"],
      [[span(5, 4, 1)], "SpanNotValid"],
      [[span(5.5, null, 1)], "SpanNotValid"],
      [[span(Number.NEGATIVE_INFINITY, null, 1)], "SpanNotValid"],
      [[span(5, 9, -1)], "SpanNotValid"],
      [[span(5, 9, Number.NaN)], "SpanNotValid"],
      [[span(5, 9, 1e300)], "SpanNotValid"],
      [[{ ...wave, givenOn: [0.5] }], "InjectionDayNotWhole"],
      [[{ ...wave, knots: [] }], "KnotsNotValid"],
      [[{ ...wave, knots: [[3, 0] as const, [2, 1] as const] }], "KnotsNotValid"],
      [[{ ...wave, knots: [[0, Number.NaN] as const] }], "KnotsNotValid"],
      [[{ ...base, effectPrior: { mean: 0, sd: 0 } }], "PriorNotValid"],
      [[{ ...base, effectPrior: { mean: Number.NaN, sd: 1 } }], "PriorNotValid"],
    ];
    for (const [list, type] of wrong)
      expect(run({ treatments: list })).toMatchObject({ ok: false, error: { type } });
    const flare = { id: "flare", values: [{ day: 3, value: 1 }] };
    expect(run({ covariates: [flare, flare] })).toMatchObject({ error: { type: "SameCovariateTwice" } });
    expect(run({ covariates: [{ ...flare, prior: { mean: 0, sd: -1 } }] })).toMatchObject({
      error: { type: "CovariatePriorNotValid" },
    });
    for (const value of [Number.NaN, 1e9]) {
      expect(run({ covariates: [{ id: "flare", values: [{ day: 3, value }] }] })).toMatchObject({
        error: { type: "CovariateValueNotValid" },
      });
    }
  });

  it("[RS-7] one rated day leaves the priors nearly as they were", () => {
    const { verdicts } = expectSound({ diary: [{ day: 40, rating: 5 }], today: 40 });
    expect(verdicts[0]!.verdict).toBe("not-yet");
    expect(verdicts[0]!.effect!.sd).toBeGreaterThan(1.3);
  });

  it("[RS-7] equal ratings are never called a help", () => {
    for (const rating of [0, 5, 10]) {
      const { verdicts, scale } = expectSound({ diary: diaryOf(steady.map(() => rating)) });
      expect(["not-enough", "unclear"]).toContain(verdicts[0]!.verdict);
      expect(scale.edgeReached).toBe(true);
    }
  });

  it("[RS-7] survives patterns without any noise", () => {
    expectSound({ diary: diaryOf(steady.map((_, i) => (i % 2 === 0 ? 0 : 10))) });
    expectSound({
      diary: diaryOf(steady.map((_, i) => (i < 42 ? 10 : 0))),
      treatments: [treatmentFrom("treat", 43)],
    });
    expectSound({ diary: diaryOf(steady.map((_, i) => i / 8.4)) });
    expectSound({ diary: diaryOf(steady.map((_, i) => (i === 40 ? 10 : 0))) });
    expectSound({ diary: diaryOf(steady.map((_, i) => (i % 40 === 0 ? 5 : null))) });
  });

  it("[RS-7] a treatment that was never taken keeps its prior", () => {
    const { verdicts } = expectSound({
      treatments: [
        treatmentFrom("treat", 500),
        { ...treatmentFrom("none", 1), kind: "on-off", spans: [] } as TreatmentCourse,
      ],
    });
    for (const { verdict, effect, inseparableFrom } of verdicts) {
      expect(verdict).toBe("not-yet");
      expect(effect!.mean).toBeCloseTo(0, 10);
      expect(effect!.sd).toBeCloseTo(1.5, 10);
      expect(inseparableFrom).toEqual([]);
    }
  });

  it("[RS-13] copies of one treatment, ids with odd names and many treatments are no trouble", () => {
    const odd = ["constructor", "__proto__", "", "toString", "a,b"].map((id, i) => treatmentFrom(id, 30 + i));
    const { verdicts, combined } = expectSound({ treatments: odd });
    expect(verdicts.every(({ verdict }) => verdict === "inseparable")).toBe(true);
    expect(combined).toHaveLength(1);
    expect(combined[0]!.members.map(({ id }) => id)).toEqual(odd.map(({ id }) => id));
    expectSound({
      treatments: Array.from({ length: 15 }, (_, i) => treatmentFrom(`t${i}`, 5 * i, 5 * i + 20)),
    });
  });

  it("[RS-7] a covariate that repeats a treatment, or is enormous, does not break the algebra", () => {
    const values = Array.from({ length: 84 }, (_, i) => ({ day: i + 1, value: i + 1 >= 30 ? 1 : 0 }));
    expectSound({
      covariates: [
        { id: "same", values },
        { id: "same again", values },
      ],
    });
    expectSound({
      covariates: [{ id: "large", values: values.map(({ day, value }) => ({ day, value: value * 1e4 })) }],
    });
  });

  it("[RS-8] a start in a bad spell adds its dummy and no more", () => {
    const course = { ...treatmentFrom("treat", 30), startedInBadSpell: true };
    const { fit } = expectSound({ treatments: [course] });
    const k = fit.columns.findIndex(({ kind }) => kind === "bad-spell");
    const on = Array.from(fit.days).filter((_, i) => fit.rows[i * fit.columns.length + k] === 1);
    expect(on).toEqual([23, 24, 25, 26, 27, 28, 29]);
  });

  it("[RS-17] ten years of diary with three treatments", () => {
    const ratings = Array.from({ length: 3650 }, (_, i) =>
      Math.round(5 + 2 * Math.sin(i / 9) + Math.cos(i * 7.1)),
    );
    const many = [0, 1, 2].map((k): TreatmentCourse => {
      const spans = Array.from({ length: 40 }, (_, i) => ({
        from: 28 + 13 * k + 90 * i,
        to: 50 + 25 * k + 90 * i,
        doseShare: 1,
      }));
      return { kind: "on-off", id: `t${k}`, tauOn: 3, tauOff: 4, spans };
    });
    const { fit } = expectSound({ diary: diaryOf(ratings), treatments: many, today: 3650 });
    expect(fit.days.length).toBe(3647);
  });
});

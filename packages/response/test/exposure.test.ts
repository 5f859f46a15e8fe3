import { describe, expect, it } from "vitest";
import { type DoseSpan, exposureCurve, firstTaken, type TreatmentCourse } from "../src/exposure.ts";
import { type FixtureDiary, readFixtures } from "./fixtures.ts";

const span = (from: number, to: number | null, doseShare = 1): DoseSpan => ({ from, to, doseShare });
const onOff = (spans: DoseSpan[], tauOn = 3, tauOff = 3): TreatmentCourse => {
  return { kind: "on-off", id: "treat", tauOn, tauOff, spans };
};
/** The wave of scripts/diaries.R: to 0.14 on day 4, 1 on days 14 to 28, gone on day 84. */
const KNOTS = [
  [0, 0],
  [3, 3 / 28],
  [4, 0.14],
  [14, 1],
  [28, 1],
  [84, 0],
] as const;
const wave = (givenOn: number[]): TreatmentCourse => ({ kind: "wave", id: "toxin", givenOn, knots: KNOTS });

/** The courses behind the columns of the simulated diaries, as scripts/diaries.R defines them. */
const COURSES: Record<string, Record<string, TreatmentCourse>> = {
  d1: { treat1: onOff([span(29, 56)]) },
  d2: { treat1: onOff([span(15, 28), span(43, 56), span(71, 84)], 2, 3) },
  d3: { treat1: onOff([span(20, 90)], 4, 4), treat2: onOff([span(45, 75)], 2, 5) },
  d4: { treat1: onOff([span(25, null)]) },
  d5: { treat1: wave([31]) },
  d6: { treat1: onOff([span(15, 42)], 2, 2) },
};

describe("exposure", () => {
  for (const { name, fixture } of readFixtures<FixtureDiary>("gls-ar1-")) {
    const courses = Object.entries(COURSES[name.slice("gls-ar1-".length)] ?? {});
    it(`[RS-4] ${name}: the curves are those of the R script`, () => {
      expect(courses.length).toBeGreaterThan(0);
      for (const [column, course] of courses) {
        const k = fixture.columns.indexOf(column);
        expect(k).toBeGreaterThan(1);
        const curve = exposureCurve(course, 1, fixture.T);
        fixture.day.forEach((day, i) => {
          expect(Math.abs(curve[day - 1]! - fixture.X[i]![k]!), `${column} day ${day}`).toBeLessThan(1e-12);
        });
      }
    });
  }

  it("[RS-4] rises with tau_on and falls with tau_off, as in the formula", () => {
    const curve = exposureCurve(onOff([span(5, 14)], 2, 6), 1, 30);
    expect(curve[3]).toBe(0);
    expect(curve[13]).toBeCloseTo(1 - Math.exp(-10 / 2), 12);
    expect(curve[19]).toBeCloseTo((1 - Math.exp(-10 / 2)) * Math.exp(-6 / 6), 12);
  });

  it("[RS-4] what was taken before the diary still counts, however long ago it began", () => {
    expect(exposureCurve(onOff([span(-100_000_000, null)]), 1, 3)[0]).toBeCloseTo(1, 12);
    expect(exposureCurve(onOff([span(-20, 0)]), 1, 3)[0]).toBeCloseTo(Math.exp(-1 / 3), 2);
    expect(exposureCurve(onOff([span(50, null)]), 1, 3)).toEqual(new Float64Array(3));
  });

  it("[RS-4] follows a changing dose: half the usual dose tends to one half, a new dose replaces the old", () => {
    const curve = exposureCurve(onOff([span(1, 40, 0.5), span(31, null, 2)]), 1, 80);
    expect(curve[29]).toBeCloseTo(0.5, 4);
    expect(curve[79]).toBeCloseTo(2, 4);
    expect(exposureCurve(onOff([span(31, null, 2), span(1, 40, 0.5)]), 1, 80)).toEqual(curve);
  });

  it("[RS-5] of overlapping waves the highest counts; outside its knots a wave is 0", () => {
    const [first, second] = [exposureCurve(wave([1]), 1, 200), exposureCurve(wave([61]), 1, 200)];
    const both = exposureCurve(wave([61, 1]), 1, 200);
    expect(Array.from(both)).toEqual(Array.from(first, (value, i) => Math.max(value, second[i]!)));
    expect(second[59]).toBe(0);
    expect(both[199]).toBe(0);
    expect(exposureCurve(wave([-1000]), 1, 3)).toEqual(new Float64Array(3));
  });

  it("[RS-8] knows the first day on which something was taken", () => {
    expect(firstTaken(onOff([span(9, 10), span(3, 4, 0), span(5, 6)]))).toBe(5);
    expect(firstTaken(onOff([]))).toBeNull();
    expect(firstTaken(wave([8, 2]))).toBe(2);
  });
});

import { seededRandom } from "@unclench/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, type DiaryDay, fitDiary, type TreatmentCourse } from "../src/index.ts";
import { mixtureMoments } from "../src/mixture.ts";
import { integrate } from "../src/posterior/lattice.ts";
import { coefficient, jointMoments } from "../src/posterior/posterior.ts";
import { ERROR_PRIORS } from "../src/priors.ts";
import { simulatedDiary } from "./simulated.ts";

const cases = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  days: fc.integer({ min: 30, max: 120 }),
  start: fc.integer({ min: 10, max: 60 }),
  effect: fc.double({ min: -3, max: 3, noNaN: true }),
});
const simulate = ({ seed, ...shape }: { seed: number; days: number; start: number; effect: number }) =>
  simulatedDiary(seededRandom(seed), shape);

function moments(diary: readonly DiaryDay[], treatments: readonly TreatmentCourse[]) {
  const fit = fitDiary({ diary, treatments });
  if (!fit.ok) throw new Error(JSON.stringify(fit.error));
  const { mean, covariance } = jointMoments(fit.value.posterior);
  return [...mean, ...covariance];
}

function shifted(treatment: TreatmentCourse, by: number): TreatmentCourse {
  if (treatment.kind === "wave") return { ...treatment, givenOn: treatment.givenOn.map((day) => day + by) };
  if (treatment.kind === "sessions")
    return { ...treatment, sessions: treatment.sessions.map((one) => ({ ...one, day: one.day + by })) };
  const spans = treatment.spans.map((span) => ({
    ...span,
    from: span.from + by,
    to: span.to && span.to + by,
  }));
  return { ...treatment, spans };
}

describe("what must not change the answer", () => {
  it("[RS-2] the origin of the calendar", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -1_000_000, max: 1_000_000 }), (one, by) => {
        const { diary, treatments } = simulate(one);
        const moved = diary.map(({ day, rating }) => ({ day: day + by, rating }));
        const [here, there] = [
          moments(diary, treatments),
          moments(
            moved,
            treatments.map((t) => shifted(t, by)),
          ),
        ];
        // (day − middle)/30 and the exposure are exact differences of whole numbers: nothing at all may change.
        expect(there).toEqual(here);
      }),
      { seed: 5, numRuns: 25 },
    );
  });

  it("[RS-2] unrated days before, within and after the diary, and the order of the entries", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { diary, treatments } = simulate(one);
        const rated = diary.filter(({ rating }) => rating !== null);
        const blank = [-40, -3, one.days + 1, one.days + 200].map((day) => ({ day, rating: null }));
        const plain = moments(rated, treatments);
        expect(moments([...blank, ...diary], treatments)).toEqual(plain);
        expect(moments(seededRandom(one.seed).shuffled(diary), treatments)).toEqual(plain);
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  it("[RS-7] signs: mirrored ratings and prior means give the mirrored posterior", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const fit = fitDiary(simulate(one));
        if (!fit.ok) throw new Error("no fit");
        const { days, ratings, rows, columns } = fit.value;
        const priors = columns.map(({ prior }) => prior);
        const mirrored = integrate(
          {
            days,
            ratings: ratings.map((rating) => -rating),
            rows,
            priors: priors.map(({ mean, sd }) => ({ mean: -mean, sd })),
          },
          ERROR_PRIORS,
        );
        columns.forEach((_, k) => {
          const here = mixtureMoments(coefficient(fit.value.posterior, k));
          const there = mixtureMoments(coefficient(mirrored, k));
          expect(there.mean).toBeCloseTo(-here.mean, 10);
          expect(there.sd).toBeCloseTo(here.sd, 10);
        });
      }),
      { seed: 7, numRuns: 15 },
    );
  });

  it("[RS-7] days in reverse: the errors have no arrow of time", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const fit = fitDiary(simulate(one));
        if (!fit.ok) throw new Error("no fit");
        const { days, ratings, rows, columns, posterior } = fit.value;
        const order = Array.from(days.keys()).reverse();
        const width = columns.length;
        const backwards = integrate(
          {
            days: order.map((i) => -days[i]!),
            ratings: order.map((i) => ratings[i]!),
            rows: Float64Array.from(
              order.flatMap((i) => Array.from(rows.subarray(i * width, (i + 1) * width))),
            ),
            priors: columns.map(({ prior }) => prior),
          },
          ERROR_PRIORS,
        );
        const [here, there] = [jointMoments(posterior), jointMoments(backwards)];
        here.mean.forEach((value, k) => {
          expect(Math.abs(there.mean[k]! - value)).toBeLessThan(1e-5);
        });
      }),
      { seed: 8, numRuns: 15 },
    );
  });

  it("[RS-9] ratings after the look", () => {
    const input = simulate({ seed: 9, days: 84, start: 29, effect: -1 });
    const early = assess({ ...input, today: 63 });
    const cut = assess({ ...input, diary: input.diary.filter(({ day }) => day <= 63), today: 63 });
    expect(early).toEqual(cut);
  });

  it("[RS-17] running it again", () => {
    const input = simulate({ seed: 10, days: 84, start: 29, effect: -1 });
    expect(assess(input)).toEqual(assess(structuredClone(input)));
  });
});

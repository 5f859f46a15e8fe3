import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import {
  assess,
  type DiaryDay,
  effectOf,
  fitDiary,
  sensitivity,
  type TreatmentCourse,
} from "../src/index.ts";
import { mixtureMoments, summarise } from "../src/mixture.ts";
import { DRIFT_PRIORS, driftProducts, integrateDrift } from "../src/posterior/drift.ts";
import { coefficient } from "../src/posterior/posterior.ts";
import { NU, outlierWeights, smoothed } from "../src/posterior/robust.ts";
import { stretched } from "../src/exposure.ts";
import { regressionOf } from "../src/sensitivity.ts";
import { denseSolve, logDeterminant } from "./dense.ts";
import { diaryOf, simulatedDiary, treatmentFrom } from "./simulated.ts";
import { wideningOf } from "../src/widening.ts";

function fitted(input: Parameters<typeof fitDiary>[0]) {
  const result = fitDiary(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("slow drift", () => {
  it("[RS-45] the filter gives X′V⁻¹X and log |V| of the dense covariance, gaps included", () => {
    const days = [1, 2, 5, 6, 20, 21];
    const rows = Float64Array.from([1, 0.2, 5, 1, 0.4, 4, 1, 1, 6, 1, -1, 3, 1, 0, 2, 1, 2, 7]);
    const ratio = 0.3;
    const { products, logDeterminant: ours } = driftProducts(days, rows, 3, ratio);
    const covariance = days.map((a, i) =>
      days.map((b, j) => 1e4 + ratio ** 2 * (Math.min(a, b) - 1) + (i === j ? 1 : 0)),
    );
    expect(ours).toBeCloseTo(logDeterminant(covariance), 6);
    for (let r = 0; r < 3; r++) {
      const solved = denseSolve(
        covariance,
        days.map((_, i) => rows[i * 3 + r]!),
      );
      for (let c = 0; c < 3; c++) {
        const dense = days.reduce((sum, _, i) => sum + solved[i]! * rows[i * 3 + c]!, 0);
        expect(products[r * 3 + c]).toBeCloseTo(dense, 6);
      }
    }
  });

  it("[RS-45] the posterior is that of a brute-force sum over noise and drift", () => {
    const { diary, treatments } = simulatedDiary(seededRandom(3), { days: 40, start: 20, effect: -1.5 });
    const regression = regressionOf(fitted({ diary, treatments }));
    const found = summarise(coefficient(integrateDrift(regression), 2));
    const p = regression.priors.length;
    const n = regression.days.length;
    let [total, mean, square] = [0, 0, 0];
    for (let logRatio = -6.5; logRatio <= 2; logRatio += 0.25) {
      const { products, logDeterminant: logV } = driftProducts(
        regression.days,
        Float64Array.from({ length: n * (p + 1) }, (_, i) => {
          const [row, k] = [Math.floor(i / (p + 1)), i % (p + 1)];
          if (k < p) return regression.rows[row * p + k]!;
          return regression.priors.reduce(
            (rest, prior, j) => rest - prior.mean * regression.rows[row * p + j]!,
            regression.ratings[row]!,
          );
        }),
        p + 1,
        Math.exp(logRatio),
      );
      for (let logNoise = -1.2; logNoise <= 1.5; logNoise += 0.1) {
        const tau = Math.exp(-2 * logNoise);
        const precision = regression.priors.map((prior, r) =>
          regression.priors.map((_, c) => tau * products[r * (p + 1) + c]! + (r === c ? prior.sd ** -2 : 0)),
        );
        const right = regression.priors.map((_, r) => tau * products[p * (p + 1) + r]!);
        const shift = denseSolve(precision, right);
        const unit = regression.priors.map((_, k) => Number(k === 2));
        const variance = denseSolve(precision, unit)[2]!;
        const explained = shift.reduce((sum, value, k) => sum + value * right[k]!, 0);
        const residual = tau * products[p * (p + 1) + p]!;
        const z = (logRatio - DRIFT_PRIORS.logRatio.mean) / DRIFT_PRIORS.logRatio.sd;
        const s = (logNoise - DRIFT_PRIORS.logNoise.mean) / DRIFT_PRIORS.logNoise.sd;
        const logDensity =
          -0.5 * (logV + 2 * n * logNoise + logDeterminant(precision) + residual - explained + z * z + s * s);
        const weight = Math.exp(logDensity + 60);
        total += weight;
        mean += weight * shift[2]!;
        square += weight * (variance + shift[2]! ** 2);
      }
    }
    mean /= total;
    expect(found.mean).toBeCloseTo(mean, 2);
    expect(found.sd).toBeCloseTo(Math.sqrt(square / total - mean * mean), 2);
  });

  it("[RS-45] on random walks its 90 % intervals hold the truth in 85 to 96 of 100 diaries", () => {
    let held = 0;
    const diaries = 150;
    const random = seededRandom(45);
    for (let i = 0; i < diaries; i++) {
      let level = 5;
      const ratings = Array.from({ length: 84 }, (_, day) => {
        level += random.normal(0, 0.15);
        const exposure = day < 35 ? 0 : 1 - Math.exp(-(day - 34) / 3);
        return Math.min(10, Math.max(0, level - exposure + random.normal(0, 0.8)));
      });
      const fit = fitted({ diary: diaryOf(ratings), treatments: [treatmentFrom("treat", 36)] });
      const { q05, q95 } = summarise(coefficient(integrateDrift(regressionOf(fit)), 2));
      if (q05 <= -1 && -1 <= q95) held++;
    }
    expect(held / diaries).toBeGreaterThan(0.85);
    expect(held / diaries).toBeLessThan(0.96);
  });
});

describe("outlier days", () => {
  it("[RS-46] the smoother gives the conditional mean of the dense covariance", () => {
    const days = [1, 2, 4, 9, 10];
    const residuals = Float64Array.of(0.5, -1, 2, 0.3, -0.4);
    const [rho, lambda] = [0.7, 0.6];
    const noise = [1, 3, 0.8, 1, 2];
    const lasting = days.map((a) => days.map((b) => lambda * rho ** Math.abs(a - b)));
    const total = lasting.map((row, i) => row.map((v, j) => v + (i === j ? (1 - lambda) * noise[i]! : 0)));
    const solved = denseSolve(total, [...residuals]);
    const found = smoothed(days, residuals, { rho, lambda }, noise);
    lasting.forEach((row, i) => {
      expect(found[i]).toBeCloseTo(
        row.reduce((sum, v, j) => sum + v * solved[j]!, 0),
        10,
      );
    });
  });

  it("[RS-46] the weights solve their own equation", () => {
    const { diary, treatments } = simulatedDiary(seededRandom(12), { days: 60, start: 30, effect: -1 });
    const regression = regressionOf(fitted({ diary, treatments }));
    const mode = { sigma: 1.2, rho: 0.5, lambda: 0.5 };
    const weights = outlierWeights(regression, mode);
    const { days, rows, ratings, priors } = regression;
    const n = days.length;
    const lasting = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_v, j) => 0.5 * 1.44 * 0.5 ** Math.abs(days[i]! - days[j]!)),
    );
    const covariance = lasting.map((row, i) =>
      row.map((v, j) => v + (i === j ? (0.5 * 1.44) / weights[i]! : 0)),
    );
    const p = priors.length;
    const column = (k: number) => Array.from({ length: n }, (_, i) => rows[i * p + k]!);
    const solvedColumns = priors.map((_, k) => denseSolve(covariance, column(k)));
    const rest = Array.from(
      ratings,
      (y, i) => y - priors.reduce((sum, { mean }, k) => sum + mean * rows[i * p + k]!, 0),
    );
    const precision = priors.map(({ sd }, r) =>
      priors.map(
        (_, c) =>
          solvedColumns[r]!.reduce((sum, v, i) => sum + v * rows[i * p + c]!, 0) + (r === c ? sd ** -2 : 0),
      ),
    );
    const shift = denseSolve(
      precision,
      solvedColumns.map((solved) => solved.reduce((sum, v, i) => sum + v * rest[i]!, 0)),
    );
    const residual = rest.map(
      (value, i) => value - shift.reduce((sum, v, k) => sum + v * rows[i * p + k]!, 0),
    );
    const solved = denseSolve(covariance, residual);
    weights.forEach((weight, i) => {
      const off = residual[i]! - lasting[i]!.reduce((sum, v, j) => sum + v * solved[j]!, 0);
      expect(weight).toBeCloseTo((NU + 1) / (NU + (off * off) / (0.5 * 1.44)), 3);
    });
  });

  it("[RS-46] three days of 10 among quiet ones are found, and the effect comes back to the truth", () => {
    const random = seededRandom(46);
    const ratings = Array.from({ length: 84 }, (_, day) => (day < 42 ? 4 : 3) + random.normal(0, 0.5));
    const spoilt = ratings.map((rating, day) => ([50, 61, 72].includes(day) ? 10 : rating));
    const treatments = [treatmentFrom("treat", 43)];
    const clean = fitted({ diary: diaryOf(ratings), treatments });
    const fit = fitted({ diary: diaryOf(spoilt), treatments });
    const truth = mixtureMoments(effectOf(clean, { treat: 1 })).mean;
    const { main, robust, anyMatters } = sensitivity(fit, { weights: { treat: 1 }, mcid: 0.8 });
    expect(robust.outlierDays.map(({ day }) => day)).toEqual([51, 62, 73]);
    expect(robust.matters && anyMatters).toBe(true);
    expect(Math.abs(robust.effect.mean - truth)).toBeLessThan(0.5 * Math.abs(main.effect.mean - truth));
    expect(sensitivity(clean, { weights: { treat: 1 }, mcid: 0.8 }).robust.outlierDays).toEqual([]);
  });
});

describe("what an answer hangs on", () => {
  it("[RS-47] in a plain diary nothing matters; a before-and-after diary whose level wanders depends on the drift", () => {
    const plain = simulatedDiary(seededRandom(1), { days: 112, start: 50, effect: -3 });
    const { verdicts, baseline, fit } = (() => {
      const result = assess(plain);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value;
    })();
    const found = sensitivity(fit, { weights: { treat: 1 }, mcid: baseline.mcid });
    expect(found.main.probabilities).toEqual(verdicts[0]!.probabilities);
    expect(found.main.effect).toEqual(verdicts[0]!.effect);
    expect(found.anyMatters).toBe(false);
    let level = 7;
    const random = seededRandom(8);
    const wandering: DiaryDay[] = diaryOf(
      Array.from({ length: 84 }, () => {
        level = Math.min(9.5, Math.max(0.5, level - 0.04 + random.normal(0, 0.2)));
        return Math.round(level);
      }),
    );
    const drifting = fitted({ diary: wandering, treatments: [treatmentFrom("treat", 40)] });
    const answer = sensitivity(drifting, { weights: { treat: 1 }, mcid: 1 });
    expect(answer.main.probabilities.helps).toBeGreaterThan(0.7);
    expect(answer.drift.probabilities.helps).toBeLessThan(0.6);
    expect([answer.drift.matters, answer.robust.matters, answer.anyMatters]).toEqual([true, false, true]);
  });

  it("[RS-47] a curve is halved and doubled for the treatment in question alone, waves by their days", () => {
    const onOff = treatmentFrom("pill", 3);
    expect(stretched(onOff, 2)).toEqual({ ...onOff, tauOn: 6, tauOff: 6 });
    const wave: TreatmentCourse = {
      kind: "wave",
      id: "shot",
      givenOn: [5],
      knots: [
        [0, 0],
        [14, 1],
        [84, 0],
      ],
    };
    expect(stretched(wave, 0.5)).toEqual({
      ...wave,
      knots: [
        [0, 0],
        [7, 1],
        [42, 0],
      ],
    });
    const { diary } = simulatedDiary(seededRandom(2), { days: 120, start: 30, effect: -2 });
    const fit = fitted({ diary, treatments: [treatmentFrom("pill", 30), { ...wave, givenOn: [60] }] });
    const found = sensitivity(fit, { weights: { shot: 1 }, mcid: 1 });
    expect(found.curves.map(({ change }) => change)).toEqual(["twice-as-fast", "half-as-fast"]);
    // The same as fitting with the changed course from the start.
    const slow = fitted({
      diary,
      treatments: [treatmentFrom("pill", 30), stretched({ ...wave, givenOn: [60] }, 2)],
    });
    const widening = wideningOf(fit.posterior);
    expect(found.curves[1]!.effect).toEqual(summarise(effectOf(slow, { shot: 1 }), widening));
    expect(found.curves[1]!.logSupport).toBeCloseTo(
      slow.posterior.logMarginalLikelihood - fit.posterior.logMarginalLikelihood,
      10,
    );
  });

  it("[RS-47] sound numbers on diaries of one day, equal days, and days at the edge", () => {
    const treatments = [treatmentFrom("treat", 20)];
    for (const ratings of [
      [5],
      Array(40).fill(0),
      Array(40).fill(10),
      Array.from({ length: 40 }, (_, i) => (i % 2) * 10),
    ]) {
      const fit = fitted({ diary: diaryOf(ratings as number[]), treatments });
      const { main, drift, robust, curves } = sensitivity(fit, { weights: { treat: 1 }, mcid: 0.5 });
      for (const { effect, probabilities } of [main, drift, robust, ...curves])
        for (const number of [...Object.values(effect), ...Object.values(probabilities)])
          expect(Number.isFinite(number)).toBe(true);
    }
  });
});

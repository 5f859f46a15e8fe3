import { seededRandom } from "@unclench/stats";
import {
  type AssessmentInput,
  assess,
  type DiaryDay,
  errorRates,
  type TreatmentCourse,
} from "../src/index.ts";

/**
 * How long one look at a diary takes, as the app asks for it: fit, five curves for each treatment, verdicts with and
 * without trials, on diaries of 12 weeks, a year and ten years.
 * The ratio to the smallest case is what to watch: it does not depend on the machine.
 */
const SIZES = [84, 365, 3650];
const TREATMENTS = [1, 3];
const REPEATS = 15;

/** Treatments that come and go at different rhythms, AR(1) plus reporting noise, 15 % of days missing. */
function diaryOfLength(days: number, count: number): AssessmentInput {
  const random = seededRandom(days + count);
  const treatments = Array.from({ length: count }, (_, k): TreatmentCourse => {
    const cycle = 56 + 14 * k;
    const spans = Array.from({ length: Math.ceil(days / cycle) }, (_span, i) => {
      const from = 28 + 7 * k + i * cycle;
      return { from, to: from + 20 + 10 * k, doseShare: 1 };
    });
    return {
      kind: "on-off",
      id: `treatment-${k}`,
      tauOn: 3,
      tauOff: 4,
      spans,
      trialsPrior: { mean: -0.3, sd: 1.2 },
      timeScales: errorRates.speeds,
    };
  });
  let deviation = 0;
  const diary = Array.from({ length: days }, (_, i): DiaryDay => {
    deviation = 0.6 * deviation + random.normal(0, 0.8);
    const rating = Math.min(10, Math.max(0, Math.round(6 + deviation + random.normal(0, 0.7))));
    return { day: i + 1, rating: random.chance(0.15) ? null : rating };
  });
  return { diary, treatments, today: days };
}

export interface ResponseRow {
  readonly days: number;
  readonly treatments: number;
  readonly medianMs: number;
  readonly minMs: number;
  /** median ÷ median of the first row */
  readonly ratio: number;
}

export function rows(repeats = REPEATS): ResponseRow[] {
  const timed = SIZES.flatMap((days) =>
    TREATMENTS.map((treatments) => {
      const input = diaryOfLength(days, treatments);
      // The first runs compile; they are not the product's speed after its first second.
      for (let i = 0; i < 3; i++) assess(input);
      const times = Array.from({ length: repeats }, () => {
        const start = performance.now();
        const result = assess(input);
        const spent = performance.now() - start;
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        return spent;
      }).sort((a, b) => a - b);
      return { days, treatments, medianMs: times[Math.floor(repeats / 2)]!, minMs: times[0]! };
    }),
  );
  const reference = timed[0]!.medianMs;
  return timed.map((row) => ({ ...row, ratio: row.medianMs / reference }));
}

export default async function bench() {
  const columns = ["days", "treatments", "median ms", "min ms", "ratio to first"];
  const table = rows().map(({ days, treatments, medianMs, minMs, ratio }) => {
    return [days, treatments, medianMs.toFixed(1), minMs.toFixed(1), ratio.toFixed(1)];
  });
  return { title: "One look at a diary: fit and verdicts", columns, rows: table };
}

if (import.meta.main) {
  const { title, columns, rows: table } = await bench();
  console.log([title, columns.join("\t"), ...table.map((row) => row.join("\t"))].join("\n"));
}

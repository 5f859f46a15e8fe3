import { seededRandom } from "@unclench/stats";
import {
  assessCounts,
  type CountAssessmentInput,
  type CountDay,
  type TreatmentCourse,
} from "../src/index.ts";

/** How long one look at a diary of spasm counts takes, on diaries of 12 weeks, a year and ten years. */
const SIZES = [84, 365, 3650];
const TREATMENTS = [1, 3];
const REPEATS = 9;

/** Negative binomial counts with latent ups and downs, 15 % of days missing, treatments that come and go. */
function countsOfLength(days: number, number: number): CountAssessmentInput {
  const random = seededRandom(days + number);
  const treatments = Array.from({ length: number }, (_, k): TreatmentCourse => {
    const cycle = 56 + 14 * k;
    const spans = Array.from({ length: Math.ceil(days / cycle) }, (_span, i) => {
      const from = 28 + 7 * k + i * cycle;
      return { from, to: from + 20 + 10 * k, doseShare: 1 };
    });
    return { kind: "on-off", id: `treatment-${k}`, tauOn: 3, tauOff: 4, spans };
  });
  let latent = 0;
  const diary = Array.from({ length: days }, (_, i): CountDay => {
    latent = 0.5 * latent + random.normal(0, 0.25);
    const count = random.poisson((5 * Math.exp(latent) * random.gamma(4)) / 4);
    return { day: i + 1, count: random.chance(0.15) ? null : count };
  });
  return { diary, treatments, today: days };
}

export default async function bench() {
  const timed = SIZES.flatMap((days) =>
    TREATMENTS.map((treatments) => {
      const input = countsOfLength(days, treatments);
      for (let i = 0; i < 2; i++) assessCounts(input);
      const times = Array.from({ length: REPEATS }, () => {
        const start = performance.now();
        const result = assessCounts(input);
        const spent = performance.now() - start;
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        return spent;
      }).sort((a, b) => a - b);
      return { days, treatments, median: times[Math.floor(REPEATS / 2)]!, shortest: times[0]! };
    }),
  );
  const first = timed[0]!.median;
  return {
    title: "One look at a diary of spasm counts: fit and verdicts",
    columns: ["days", "treatments", "median ms", "shortest ms", "ratio to first"],
    rows: timed.map(({ days, treatments, median, shortest }) => {
      return [days, treatments, median.toFixed(1), shortest.toFixed(1), (median / first).toFixed(1)];
    }),
  };
}

if (import.meta.main) {
  const { title, columns, rows } = await bench();
  console.log([title, columns.join("\t"), ...rows.map((row) => row.join("\t"))].join("\n"));
}

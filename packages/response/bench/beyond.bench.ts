import { seededRandom } from "@unclench/stats";
import {
  assessCycles,
  type DiaryDay,
  errorRates,
  fitDiary,
  planFairTest,
  sensitivity,
  type TreatmentCourse,
} from "../src/index.ts";

/** How long the further looks at a diary take: what an answer hangs on, injection cycles, a fair test. */
const REPEATS = 7;
/** The shape of a wave does not change the work: these knots are no figures of any drug. */
const KNOTS = [
  [0, 0],
  [14, 1],
  [28, 1],
  [84, 0],
] as const;

function diaryOf(days: number): DiaryDay[] {
  const random = seededRandom(days);
  let lasting = 0;
  return Array.from({ length: days }, (_, i): DiaryDay => {
    lasting = 0.6 * lasting + random.normal(0, 0.8);
    const rating = Math.min(10, Math.max(0, Math.round(6 + lasting + random.normal(0, 0.7))));
    return { day: i + 1, rating: random.chance(0.15) ? null : rating };
  });
}

const pill: TreatmentCourse = {
  kind: "on-off",
  id: "pill",
  tauOn: 3,
  tauOff: 4,
  timeScales: errorRates.speeds,
  spans: [
    { from: 40, to: 70, doseShare: 0.5 },
    { from: 90, to: null, doseShare: 1 },
  ],
};

function fitOf(days: number) {
  const result = fitDiary({ diary: diaryOf(days), treatments: [pill] });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function cyclesOf(count: number): () => void {
  const givenOn = Array.from({ length: count }, (_, j) => 29 + 91 * j);
  const today = 28 + 91 * count;
  const input = {
    diary: diaryOf(today),
    injection: { kind: "wave", id: "shot", givenOn, knots: KNOTS },
    today,
  } as const;
  return () => {
    if (!assessCycles(input).ok) throw new Error("no answer");
  };
}

export default async function bench() {
  const [year, decade] = [fitOf(365), fitOf(3650)];
  const cases: readonly (readonly [string, () => void])[] = [
    ["what an answer hangs on, a year", () => sensitivity(year, { weights: { pill: 1 }, mcid: 1 })],
    ["what an answer hangs on, ten years", () => sensitivity(decade, { weights: { pill: 1 }, mcid: 1 })],
    ["4 injection cycles, a year", cyclesOf(4)],
    ["12 injection cycles, three years", cyclesOf(12)],
    [
      "a fair test, after a year",
      () => {
        const input = { fit: year, treatment: "pill", mayPause: true, after: 365, mcid: 1, seed: 1 } as const;
        const planned = planFairTest(input);
        if (!planned.ok) throw new Error(planned.error.type);
      },
    ],
  ];
  const timed = cases.map(([what, run]) => {
    run();
    const times = Array.from({ length: REPEATS }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return { what, median: times[Math.floor(REPEATS / 2)]!, shortest: times[0]! };
  });
  const first = timed[0]!.median;
  return {
    title: "Further looks at a diary",
    columns: ["what", "median ms", "shortest ms", "ratio to first"],
    rows: timed.map(({ what, median, shortest }) => {
      return [what, median.toFixed(1), shortest.toFixed(1), (median / first).toFixed(1)];
    }),
  };
}

if (import.meta.main) {
  const { title, columns, rows } = await bench();
  console.log([title, columns.join("\t"), ...rows.map((row) => row.join("\t"))].join("\n"));
}

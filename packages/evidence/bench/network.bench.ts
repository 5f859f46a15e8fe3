import { seededRandom } from "@unclench/stats";
import {
  isNetworkFault,
  type NetworkContrast,
  type NetworkStudy,
  network,
  poolEffects,
  type StudyEffect,
} from "../src/index.ts";

/** How long pooling takes: one pair over 13 trials, a network of 40 trials, and a dozen of them, as on one screen. */
const REPEATS = 41;
/** The first runs compile; they are not the product's speed after its first second. */
const WARM = 15;

/** Trials of two or three arms, one in four with three, whose arms differ by treatment, by trial and by chance. */
export function networkOf(trials: number, treatments: number, seed: number): NetworkStudy[] {
  const random = seededRandom(seed);
  return Array.from({ length: trials }, (_, trial) => {
    // Every treatment against the first in turn, then any two: the network hangs together.
    const first = trial < treatments - 1 ? 0 : random.below(treatments);
    const second =
      trial < treatments - 1 ? trial + 1 : (first + 1 + random.below(treatments - 1)) % treatments;
    const third = [0, 1, 2].find((one) => one !== first && one !== second) ?? 0;
    const arms = (trial % 4 === 3 ? [first, second, third] : [first, second]).map((treatment) => {
      const variance = 0.02 + 0.1 * random.uniform();
      return {
        treatment,
        variance,
        mean: 0.3 * treatment + random.normal(0, 0.2) + random.normal(0, Math.sqrt(variance)),
      };
    });
    const contrasts = arms.flatMap((one, i) =>
      arms.slice(i + 1).map((other): NetworkContrast => {
        const [treatment, versus] = [`treatment ${one.treatment}`, `treatment ${other.treatment}`];
        return {
          treatment,
          versus,
          estimate: one.mean - other.mean,
          variance: one.variance + other.variance,
        };
      }),
    );
    return { study: `trial ${trial}`, contrasts };
  });
}

export function pairOf(trials: number): StudyEffect[] {
  const random = seededRandom(trials);
  return Array.from({ length: trials }, (_, trial) => {
    const variance = 0.02 + 0.2 * random.uniform();
    return {
      study: `trial ${trial}`,
      estimate: random.normal(-0.5, 0.3) + random.normal(0, Math.sqrt(variance)),
      variance,
    };
  });
}

function fit(studies: readonly NetworkStudy[]): void {
  const answer = network(studies, "REML");
  if (isNetworkFault(answer)) throw new Error(JSON.stringify(answer));
  if (answer.networks.length !== 1) throw new Error("the network fell apart");
}

export interface NetworkRow {
  readonly what: string;
  readonly medianMs: number;
  readonly minMs: number;
  /** median ÷ median of the first row */
  readonly ratio: number;
}

export function rows(repeats = REPEATS): NetworkRow[] {
  const pair = pairOf(13);
  const one = networkOf(40, 8, 1);
  const dozen = Array.from({ length: 12 }, (_, i) => networkOf(40, 8, 2 + i));
  const tasks: [string, () => void][] = [
    [
      "13 trials of one pair, REML, Knapp-Hartung",
      () => void poolEffects(pair, { method: "REML", ci: "knha" }),
    ],
    ["network of 40 trials, 8 treatments, REML", () => fit(one)],
    ["12 such networks", () => dozen.forEach(fit)],
  ];
  const timed = tasks.map(([what, run]) => {
    for (let i = 0; i < WARM; i++) run();
    const times = Array.from({ length: repeats }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return { what, medianMs: times[Math.floor(repeats / 2)]!, minMs: times[0]! };
  });
  const reference = timed[0]!.medianMs;
  return timed.map((row) => ({ ...row, ratio: row.medianMs / reference }));
}

export default async function bench() {
  const columns = ["what", "median ms", "min ms", "ratio to first"];
  const table = rows().map(({ what, medianMs, minMs, ratio }) => {
    return [what, medianMs.toFixed(2), minMs.toFixed(2), ratio.toFixed(1)];
  });
  return { title: "Pooling: pairs and networks", columns, rows: table };
}

if (import.meta.main) {
  const { title, columns, rows: table } = await bench();
  console.log([title, columns.join("\t"), ...table.map((row) => row.join("\t"))].join("\n"));
}

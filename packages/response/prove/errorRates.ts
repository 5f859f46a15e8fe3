/** How often a verdict is wrong, by simulation. `npm run prove` writes the tables and the picture; it takes long on purpose. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { errorRates as published } from "../src/errorRates.ts";
import type { CountRate, ErrorRate, ErrorRates, PowerRate } from "../src/errorRates.ts";
import type { Tally } from "./count.ts";
import { pageOf } from "./page.ts";
import { pictureOf } from "./picture.ts";
import { powerOf } from "./power.ts";
import { type CountSituation, countSituations } from "./countSituations.ts";
import { believed, DAYS, helping, illness, type Situation, useless, uselessTwinOf } from "./situations.ts";

const SEED = 20_271_000;
/** With fewer, the figures are too rough to publish. */
const ENOUGH_DIARIES = 2_000;

/** Counts of spasms are drawn from seeds far from those of the ratings. */
const COUNT_SEED = SEED + 10_000;

/** One line of a table; each has a seed of its own, so the order of the work changes nothing. */
type Job =
  | { readonly script: "./count.ts"; readonly situation: Situation; readonly seed: number }
  | { readonly script: "./countCounts.ts"; readonly situation: CountSituation; readonly seed: number };

const inWorker = ({ script, situation, seed }: Job, diaries: number): Promise<Tally | CountRate> =>
  new Promise((done, failed) => {
    const workerData = { situation, diaries, seed };
    const worker = new Worker(new URL(script, import.meta.url), { workerData });
    worker.once("message", done);
    worker.once("error", failed);
  });

/** All lines in one queue for all cores: none waits for the last line of a table. */
async function countAll(
  jobs: readonly Job[],
  diaries: number,
): Promise<Map<Job["situation"], Tally | CountRate>> {
  const found = new Map<Job["situation"], Tally | CountRate>();
  let next = 0;
  const began = Date.now();
  const work = async (): Promise<void> => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
      found.set(job.situation, await inWorker(job, diaries));
      const minutes = ((Date.now() - began) / 60_000).toFixed(1);
      console.error(`${found.size} of ${jobs.length} (${minutes} min): ${job.situation.name}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

const of100 = (share: number): number => Math.round(1000 * share) / 10;

function rateOf(situation: Situation, tally: Tally): ErrorRate {
  const share = (hits: number): number => of100(hits / tally.diaries);
  const { sized, covered, compared } = tally;
  const held = (level: 50 | 90 | 95): number => of100(covered[level] / sized);
  return {
    situation: situation.name,
    helping: share(tally.helping.none),
    helpingAfterSmallTrials: share(tally.helping.small),
    helpingAfterLargeTrials: share(tally.helping.large),
    helpingClearly: share(tally.helpingClearly),
    hint: share(tally.hint),
    worse: share(tally.worse),
    notEnoughAtEnd: share(tally.notEnoughAtEnd),
    withheldAtEnd: share(tally.withheldAtEnd),
    // Of a handful of diaries no mean is worth printing.
    meanAtEnd: sized < 100 ? null : Math.round((100 * tally.sum) / sized) / 100,
    covered: sized < 100 ? null : { 50: held(50), 90: held(90), 95: held(95) },
    welch: of100(tally.welch / compared),
    gls: of100(tally.gls / compared),
  };
}

function powerRateOf(situation: Situation, tallies: ReadonlyMap<Situation, Tally>): PowerRate {
  const tally = tallies.get(situation)!;
  const twin = uselessTwinOf(situation);
  const power = twin === undefined ? null : powerOf(tallies.get(twin)!, tally, situation.trueTau);
  const orNull = (share: number | undefined): number | null => (share === undefined ? null : of100(share));
  return {
    ...rateOf(situation, tally),
    effect: situation.effect,
    falseAlarms: orNull(power?.falseAlarms),
    oracle: orNull(power?.oracle),
    oracleFrom: orNull(power?.oracleFrom),
    oracleTo: orNull(power?.oracleTo),
    helpingAtFive: orNull(power?.oursAtFive),
    oracleAtFive: orNull(power?.oracleAtFive),
  };
}

const mainSituations: readonly Situation[] = [...useless, ...helping, ...believed];
const mainJobs = mainSituations.map(
  (situation, place): Job => ({ script: "./count.ts", situation, seed: SEED + place }),
);
/**
 * The lines that came after the first publication. Their seeds follow those of the others, so that a full run draws the same
 * diaries. The counts take longest and go first.
 */
const laterJobs: readonly Job[] = [
  ...countSituations.map(
    (situation, place): Job => ({ script: "./countCounts.ts", situation, seed: COUNT_SEED + place }),
  ),
  ...illness.map((situation, place): Job => {
    return { script: "./count.ts", situation, seed: SEED + mainSituations.length + place };
  }),
];

/** Pages and data by their path in the repository. `only: "later"` keeps what was published and adds the later lines. */
export default async function prove(
  diaries = ENOUGH_DIARIES,
  only: "all" | "later" = "all",
): Promise<Record<string, string>> {
  const found = await countAll(only === "later" ? laterJobs : [...laterJobs, ...mainJobs], diaries);
  // One queue gives one map; each kind of situation is only ever asked for its own kind of figures.
  const tallies = found as ReadonlyMap<Situation, Tally>;
  const rates = found as ReadonlyMap<CountSituation, CountRate>;
  const rated = (situation: Situation): ErrorRate => rateOf(situation, tallies.get(situation)!);
  const later = { illness: illness.map(rated), counts: countSituations.map((one) => rates.get(one)!) };
  if (only === "later") return pagesOf({ ...published, ...later });
  return pagesOf({
    diaries,
    compared: tallies.get(useless[0]!)!.compared,
    days: DAYS,
    seed: SEED,
    useless: useless.map(rated),
    helping: helping.map((situation) => powerRateOf(situation, tallies)),
    believed: believed.map(rated),
    ...later,
  });
}

const pagesOf = (rates: ErrorRates): Record<string, string> => ({
  "packages/response/src/errorRates.json": `${JSON.stringify(rates, null, 1)}\n`,
  "docs/proof/verdicts.md": pageOf(rates),
  "docs/proof/verdicts.svg": pictureOf(rates),
});

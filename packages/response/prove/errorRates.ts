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

const SEED = 20_261_126;
/** With fewer, the figures are too rough to publish. */
const ENOUGH_DIARIES = 2_000;

/** Counts of spasms are drawn from seeds far from those of the ratings. */
const COUNT_SEED = SEED + 10_000;

const inWorker = <Found>(
  script: "./count.ts" | "./countCounts.ts",
  situation: Situation | CountSituation,
  diaries: number,
  seed: number,
): Promise<Found> =>
  new Promise((done, failed) => {
    const workerData = { situation, diaries, seed };
    const worker = new Worker(new URL(script, import.meta.url), { workerData });
    worker.once("message", done);
    worker.once("error", failed);
  });

/** Each situation has a seed of its own, so the order of the work changes nothing. */
async function countAll<One extends Situation | CountSituation, Found>(
  script: "./count.ts" | "./countCounts.ts",
  situations: readonly One[],
  diaries: number,
  firstSeed: number,
): Promise<Map<One, Found>> {
  const found = new Map<One, Found>();
  let next = 0;
  const began = Date.now();
  const work = async (): Promise<void> => {
    for (let place = next++; place < situations.length; place = next++) {
      const situation = situations[place]!;
      found.set(situation, await inWorker<Found>(script, situation, diaries, firstSeed + place));
      const minutes = ((Date.now() - began) / 60_000).toFixed(1);
      console.error(`${found.size} of ${situations.length} (${minutes} min): ${situation.name}`);
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
  const power = twin === undefined ? null : powerOf(tallies.get(twin)!, tally);
  const orNull = (share: number | undefined): number | null => (share === undefined ? null : of100(share));
  return {
    ...rateOf(situation, tally),
    effect: situation.effect,
    falseAlarms: orNull(power?.falseAlarms),
    oracle: orNull(power?.oracle),
    helpingAtFive: orNull(power?.oursAtFive),
    oracleAtFive: orNull(power?.oracleAtFive),
  };
}

/**
 * Simulates the lines that came after the first publication. Their seeds follow those of the others, so that a full run
 * draws the same diaries.
 */
async function laterLines(diaries: number): Promise<Pick<ErrorRates, "illness" | "counts">> {
  const firstSeed = SEED + useless.length + helping.length + believed.length;
  const tallies = await countAll<Situation, Tally>("./count.ts", illness, diaries, firstSeed);
  const counts = await countAll<CountSituation, CountRate>(
    "./countCounts.ts",
    countSituations,
    diaries,
    COUNT_SEED,
  );
  return {
    illness: illness.map((situation) => rateOf(situation, tallies.get(situation)!)),
    counts: countSituations.map((situation) => counts.get(situation)!),
  };
}

/** Pages and data by their path in the repository. `only: "later"` keeps what was published and adds the later lines. */
export default async function prove(
  diaries = ENOUGH_DIARIES,
  only: "all" | "later" = "all",
): Promise<Record<string, string>> {
  const later = await laterLines(diaries);
  return pagesOf(only === "later" ? { ...published, ...later } : { ...(await mainLines(diaries)), ...later });
}

async function mainLines(diaries: number): Promise<Omit<ErrorRates, "illness" | "counts">> {
  const situations = [...useless, ...helping, ...believed];
  const tallies = await countAll<Situation, Tally>("./count.ts", situations, diaries, SEED);
  return {
    diaries,
    compared: tallies.get(useless[0]!)!.compared,
    days: DAYS,
    seed: SEED,
    useless: useless.map((situation) => rateOf(situation, tallies.get(situation)!)),
    helping: helping.map((situation) => powerRateOf(situation, tallies)),
    believed: believed.map((situation) => rateOf(situation, tallies.get(situation)!)),
  };
}

const pagesOf = (rates: ErrorRates): Record<string, string> => ({
  "packages/response/src/errorRates.json": `${JSON.stringify(rates, null, 1)}\n`,
  "docs/proof/verdicts.md": pageOf(rates),
  "docs/proof/verdicts.svg": pictureOf(rates),
});

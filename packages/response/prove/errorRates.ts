/** How often a verdict is wrong, by simulation. `npm run prove` writes the tables and the picture; it takes long on purpose. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ErrorRate, ErrorRates, PowerRate } from "../src/errorRates.ts";
import type { Tally } from "./count.ts";
import { pageOf } from "./page.ts";
import { pictureOf } from "./picture.ts";
import { powerOf } from "./power.ts";
import { believed, DAYS, helping, type Situation, useless, uselessTwinOf } from "./situations.ts";

const SEED = 20_261_126;
/** With fewer, the figures are too rough to publish. */
const ENOUGH_DIARIES = 2_000;

const inWorker = (situation: Situation, diaries: number, seed: number): Promise<Tally> =>
  new Promise((done, failed) => {
    const workerData = { situation, diaries, seed };
    const worker = new Worker(new URL("./count.ts", import.meta.url), { workerData });
    worker.once("message", done);
    worker.once("error", failed);
  });

/** Each situation has a seed of its own, so the order of the work changes nothing. */
async function countAll(situations: readonly Situation[], diaries: number): Promise<Map<Situation, Tally>> {
  const found = new Map<Situation, Tally>();
  let next = 0;
  const began = Date.now();
  const work = async (): Promise<void> => {
    for (let place = next++; place < situations.length; place = next++) {
      const situation = situations[place]!;
      found.set(situation, await inWorker(situation, diaries, SEED + place));
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

/** Pages and data by their path in the repository. */
export default async function prove(diaries = ENOUGH_DIARIES): Promise<Record<string, string>> {
  const tallies = await countAll([...useless, ...helping, ...believed], diaries);
  const rates: ErrorRates = {
    diaries,
    compared: tallies.get(useless[0]!)!.compared,
    days: DAYS,
    seed: SEED,
    useless: useless.map((situation) => rateOf(situation, tallies.get(situation)!)),
    helping: helping.map((situation) => powerRateOf(situation, tallies)),
    believed: believed.map((situation) => rateOf(situation, tallies.get(situation)!)),
  };
  return {
    "packages/response/src/errorRates.json": `${JSON.stringify(rates, null, 1)}\n`,
    "docs/proof/verdicts.md": pageOf(rates),
    "docs/proof/verdicts.svg": pictureOf(rates),
  };
}

/** How often a verdict is wrong, by simulation. `npm run prove` writes the tables and the picture; it takes long on purpose. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { errorRates as published, USUAL_SITUATION } from "../src/errorRates.ts";
import type {
  CountRange,
  CountRate,
  ErrorRate,
  ErrorRates,
  ForetoldRate,
  LongerRate,
  OwnCurveRate,
  PowerRate,
  RangeRate,
} from "../src/errorRates.ts";
import type { Tally } from "./count.ts";
import { pageOf } from "./page.ts";
import { pictureOf } from "./picture.ts";
import { powerOf } from "./power.ts";
import { type CountSituation, countsBelieved, countSituations } from "./countSituations.ts";
import { type ForetoldSituation, foretold } from "./foretold.ts";
import { longer } from "./longer.ts";
import { type OwnCurveSituations, ownCurves } from "./ownCurves.ts";
import { ASSUMED_TAU, SPEEDS } from "./situation.ts";
import {
  believed,
  DAYS,
  helping,
  illness,
  type Situation,
  together,
  useless,
  uselessTwinOf,
} from "./situations.ts";

const SEED = 20_401_000;
/** With fewer, the figures are too rough to publish. */
const ENOUGH_DIARIES = 2_000;
/** A few false alarms in 2,000 are too few to hold anyone to as many; … */
const TIMES_IF_HELD_AGAINST = 3;
/** … fewest of all in the usual diary, which every wrong curve is held against. */
const TIMES_OF_THE_USUAL = 20;
/** Where a curve is wrong, ours and the one who knows it differ most. */
const TIMES_IF_CURVE_WRONG = 3;
/** Where several things mislead at once, false alarms come nearest to what is allowed. */
const TIMES_IF_MISLEADING = 2;
/** Ranges have to be right from both sides, and only the last look is needed. */
const TIMES_FOR_RANGES = 4;

/** A plan takes long to make, and its chances are few figures. */
const TIMES_IF_FORETOLD = 0.5;
/** Half a year of looks takes long. */
const TIMES_IF_LONGER = 0.4;

/** Each kind of line that is no main one is drawn from seeds far from the others'. */
const COUNT_SEED = SEED + 10_000;
const FORETOLD_SEED = SEED + 20_000;
const OWN_CURVE_SEED = SEED + 30_000;
const LONGER_SEED = SEED + 40_000;

/** One line of a table; each has a seed of its own, so the order of the work changes nothing. */
type Job =
  | {
      readonly script: "./count.ts" | "./countLonger.ts";
      readonly situation: Situation;
      readonly seed: number;
    }
  | { readonly script: "./countCounts.ts"; readonly situation: CountSituation; readonly seed: number }
  | { readonly script: "./countForetold.ts"; readonly situation: ForetoldSituation; readonly seed: number };

/** How many times as many diaries a line needs. */
function timesFor(situation: Job["situation"]): number {
  if ("plan" in situation) return TIMES_IF_FORETOLD;
  if (situation.asBelieved) return TIMES_FOR_RANGES;
  if (heldForLonger.has(situation)) return TIMES_IF_LONGER;
  if (situation === usual) return TIMES_OF_THE_USUAL;
  if (heldAgainst.has(situation)) return TIMES_IF_HELD_AGAINST;
  if (misleading.has(situation)) return TIMES_IF_MISLEADING;
  return curveWrong.has(situation) ? TIMES_IF_CURVE_WRONG : 1;
}

const usual = useless.find(({ name }) => name === USUAL_SITUATION);
type Situations = ReadonlySet<Job["situation"] | undefined>;
const heldAgainst: Situations = new Set(helping.map(uselessTwinOf));
const misleading: Situations = new Set(together);
const heldForLonger: Situations = new Set(longer);
const curveWrong: Situations = new Set(helping.filter(({ trueTau }) => trueTau !== ASSUMED_TAU));

type Found = Tally | CountRate | CountRange | ForetoldRate | LongerRate;

const inWorker = ({ script, situation, seed }: Job, diaries: number): Promise<Found> =>
  new Promise((done, failed) => {
    const workerData = { situation, diaries, seed };
    const worker = new Worker(new URL(script, import.meta.url), { workerData });
    worker.once("message", done);
    worker.once("error", failed);
  });

/** All lines in one queue for all cores: none waits for the last line of a table. */
async function countAll(jobs: readonly Job[], diaries: number): Promise<Map<Job["situation"], Found>> {
  const found = new Map<Job["situation"], Found>();
  let next = 0;
  const began = Date.now();
  const work = async (): Promise<void> => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
      found.set(job.situation, await inWorker(job, Math.ceil(timesFor(job.situation) * diaries)));
      const minutes = ((Date.now() - began) / 60_000).toFixed(1);
      console.error(`${found.size} of ${jobs.length} (${minutes} min): ${job.situation.name}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

const of100 = (share: number): number => Math.round(1000 * share) / 10;

function rangeRateOf(situation: Situation, { diaries, sized, covered, sum }: Tally): RangeRate {
  const held = (level: 50 | 90 | 95): number => of100(covered[level] / sized);
  // Of a handful of diaries no mean is worth printing.
  const few = sized < 100;
  return {
    situation: situation.name,
    diaries,
    meanAtEnd: few ? null : Math.round((100 * sum) / sized) / 100,
    covered: few ? null : { 50: held(50), 90: held(90), 95: held(95) },
  };
}

function rateOf(situation: Situation, tally: Tally): ErrorRate {
  const share = (hits: number): number => of100(hits / tally.diaries);
  const { compared } = tally;
  return {
    ...rangeRateOf(situation, tally),
    helping: share(tally.helping.none),
    helpingAfterSmallTrials: share(tally.helping.small),
    helpingAfterLargeTrials: share(tally.helping.large),
    helpingClearly: share(tally.helpingClearly),
    hint: share(tally.hint),
    worse: share(tally.worse),
    notEnoughAtEnd: share(tally.notEnoughAtEnd),
    withheldAtEnd: share(tally.withheldAtEnd),
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
    untold: orNull(power?.untold),
    commonRate: orNull(power?.commonRate),
    helpingAtCommonRate: orNull(power?.oursAtCommonRate),
    oracleAtCommonRate: orNull(power?.oracleAtCommonRate),
  };
}

const ownCurveRateOf = (
  one: OwnCurveSituations,
  rated: (situation: Situation) => ErrorRate,
): OwnCurveRate => ({
  curves: one.curves,
  given: one.given,
  useless: rated(one.useless),
  misled: rated(one.misled),
  helping: rated(one.helping),
});

const mainSituations: readonly Situation[] = [...useless, ...helping, ...believed];
const mainJobs = mainSituations.map(
  (situation, place): Job => ({ script: "./count.ts", situation, seed: SEED + place }),
);
/**
 * The lines that came after the first publication. Their seeds follow those of the others, so that a full run draws the same
 * diaries. The counts take longest and go first.
 */
const laterJobs: readonly Job[] = [
  ...[...countSituations, ...countsBelieved].map(
    (situation, place): Job => ({ script: "./countCounts.ts", situation, seed: COUNT_SEED + place }),
  ),
  ...foretold.map((situation, place): Job => {
    return { script: "./countForetold.ts", situation, seed: FORETOLD_SEED + place };
  }),
  ...illness.map((situation, place): Job => {
    return { script: "./count.ts", situation, seed: SEED + mainSituations.length + place };
  }),
  ...ownCurves
    .flatMap(({ useless, misled, helping }) => [useless, misled, helping])
    .map((situation, place): Job => ({ script: "./count.ts", situation, seed: OWN_CURVE_SEED + place })),
  ...longer.map((situation, place): Job => {
    return { script: "./countLonger.ts", situation, seed: LONGER_SEED + place };
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
  const ranges = found as ReadonlyMap<CountSituation, CountRange>;
  const plans = found as ReadonlyMap<ForetoldSituation, ForetoldRate>;
  const overHalfAYear = found as ReadonlyMap<Situation, Tally | LongerRate>;
  const rated = (situation: Situation): ErrorRate => rateOf(situation, tallies.get(situation)!);
  const later = {
    illness: illness.map(rated),
    counts: countSituations.map((one) => rates.get(one)!),
    countsBelieved: countsBelieved.map((one) => ranges.get(one)!),
    foretold: foretold.map((one) => plans.get(one)!),
    ownCurves: ownCurves.map((one) => ownCurveRateOf(one, rated)),
    longer: longer.map((one) => overHalfAYear.get(one) as LongerRate),
  };
  if (only === "later") return pagesOf({ ...published, ...later });
  return pagesOf({
    diaries,
    compared: tallies.get(useless[0]!)!.compared,
    days: DAYS,
    seed: SEED,
    speeds: SPEEDS,
    useless: useless.map(rated),
    helping: helping.map((situation) => powerRateOf(situation, tallies)),
    believed: believed.map((situation) => rangeRateOf(situation, tallies.get(situation)!)),
    ...later,
  });
}

const pagesOf = (rates: ErrorRates): Record<string, string> => ({
  "packages/response/src/errorRates.json": `${JSON.stringify(rates, null, 1)}\n`,
  "docs/proof/verdicts.md": pageOf(rates),
  "docs/proof/verdicts.svg": pictureOf(rates),
});

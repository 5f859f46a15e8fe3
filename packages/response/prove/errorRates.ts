/** How often a verdict is wrong, by simulation. `npm run prove` writes the table; it takes long on purpose. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ErrorRate, ErrorRates } from "../src/errorRates.ts";
import type { Counted } from "./count.ts";
import { DAYS, helping, type Situation, useless } from "./situations.ts";

const DIARIES = 2_000;
const SEED = 20_261_124;

const inWorker = (situation: Situation, seed: number): Promise<Counted> =>
  new Promise((done, failed) => {
    const workerData = { situation, diaries: DIARIES, seed };
    const worker = new Worker(new URL("./count.ts", import.meta.url), { workerData });
    worker.once("message", done);
    worker.once("error", failed);
  });

async function countAll(situations: readonly Situation[], seed: number): Promise<Counted[]> {
  const found: Counted[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let place = next++; place < situations.length; place = next++) {
      found[place] = await inWorker(situations[place]!, seed + place);
      console.error(`${place + 1} of ${situations.length}: ${situations[place]!.name}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

const of100 = (hits: number): number => Math.round((1000 * hits) / DIARIES) / 10;

const rounded = (one: Counted): ErrorRate => ({
  situation: one.name,
  helping: of100(one.helping),
  hint: of100(one.hint),
  worse: of100(one.worse),
  notEnoughAtEnd: of100(one.notEnoughAtEnd),
  meanAtEnd: Math.round(100 * one.meanAtEnd) / 100,
});

/** Pages and data by their path in the repository. */
export default async function prove(): Promise<Record<string, string>> {
  const rates: ErrorRates = {
    diaries: DIARIES,
    days: DAYS,
    seed: SEED,
    useless: (await countAll(useless, SEED)).map(rounded),
    helping: (await countAll(helping, SEED + 1_000)).map(rounded),
  };
  return {
    "packages/response/src/errorRates.json": `${JSON.stringify(rates, null, 1)}\n`,
    "docs/error-rates.md": pageOf(rates),
  };
}

function pageOf({ diaries, seed, useless: nothing, helping: something }: ErrorRates): string {
  const head = (first: string): string[] => [
    `| ${first} | ever “helping” | ever at least “may be helping” | ever “worse” | “not enough” at the end | mean effect found |`,
    "| --- | --- | --- | --- | --- | --- |",
  ];
  const row = (one: ErrorRate): string =>
    `| ${one.situation} | ${one.helping.toFixed(1)} | ${one.hint.toFixed(1)} | ${one.worse.toFixed(1)} | ${one.notEnoughAtEnd.toFixed(1)} | ${one.meanAtEnd.toFixed(2)} |`;
  const alarms = nothing.map(({ helping: ever }) => ever);
  return [
    "# How often a verdict is wrong",
    "",
    `Written by \`npm run prove\`: ${diaries} simulated diaries of 84 days for each line (seed ${seed}), looked at every week`,
    "from day 28 on, as the app does. Figures are of 100 diaries. “Ever” counts a diary in which the verdict stood at any of the",
    "weekly looks, so that looking again and again is paid for. The standard error of a figure is at most",
    `${(100 * Math.sqrt(0.25 / diaries)).toFixed(1)}.`,
    "",
    "## A treatment that does nothing",
    "",
    `“Very probably helping” was ever said in ${Math.min(...alarms).toFixed(1)} to ${Math.max(...alarms).toFixed(1)} of 100 such diaries, depending on how the days went.`,
    "",
    ...head("how the days went"),
    ...nothing.map(row),
    "",
    "## A treatment that helps",
    "",
    ...head("what it does"),
    ...something.map(row),
    "",
    "## What this does not show",
    "",
    "One treatment, whose curve is known; one rating a day; made-up people. The rules were chosen with simulations of the same",
    "kind ([methods.md](methods.md) §5), with other seeds and another program. A person who knows what they take may also feel",
    "better because they expect to: no diary can tell that apart, and no figure here counts it.",
    "",
  ].join("\n");
}

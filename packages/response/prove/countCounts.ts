/** Worker: one situation of spasm counts. */
import { parentPort, workerData } from "node:worker_threads";
import { type CountSituation, countRangeOf, countRateOf } from "./countSituations.ts";

const { situation, diaries, seed } = workerData as {
  situation: CountSituation;
  diaries: number;
  seed: number;
};
const found = situation.asBelieved ? countRangeOf : countRateOf;
parentPort?.postMessage(found(situation, diaries, seed));

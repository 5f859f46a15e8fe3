/** Worker: one situation of spasm counts. */
import { parentPort, workerData } from "node:worker_threads";
import { type CountSituation, countRateOf } from "./countSituations.ts";

const { situation, diaries, seed } = workerData as {
  situation: CountSituation;
  diaries: number;
  seed: number;
};
parentPort?.postMessage(countRateOf(situation, diaries, seed));

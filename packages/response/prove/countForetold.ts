/** Worker: one situation of what is said beforehand. */
import { parentPort, workerData } from "node:worker_threads";
import { type ForetoldSituation, foretoldRateOf } from "./foretold.ts";

const { situation, diaries, seed } = workerData as {
  situation: ForetoldSituation;
  diaries: number;
  seed: number;
};
parentPort?.postMessage(foretoldRateOf(situation, diaries, seed));

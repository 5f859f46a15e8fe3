/** Worker: one situation of diaries that are kept for longer. */
import { parentPort, workerData } from "node:worker_threads";
import { longerRateOf } from "./longer.ts";
import type { Situation } from "./situation.ts";

const { situation, diaries, seed } = workerData as { situation: Situation; diaries: number; seed: number };
parentPort?.postMessage(longerRateOf(situation, diaries, seed));

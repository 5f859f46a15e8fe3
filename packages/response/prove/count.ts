/** Worker: in how many simulated diaries of one situation a verdict was ever shown at the looks of twelve weeks. */
import { parentPort, workerData } from "node:worker_threads";
import { seededRandom } from "@unclench/stats";
import { assess, type VerdictName } from "../src/verdict.ts";
import { DAYS, diaryOf, type Situation } from "./situations.ts";

export type Counted = {
  readonly name: string;
  readonly diaries: number;
  /** ever, at any look: "helping" or "helping clearly" */
  readonly helping: number;
  /** ever: those or "leaning" */
  readonly hint: number;
  readonly worse: number;
  /** at the end: "not enough" */
  readonly notEnoughAtEnd: number;
  readonly meanAtEnd: number;
};

export function count(situation: Situation, diaries: number, seed: number): Counted {
  const random = seededRandom(seed);
  const found = { helping: 0, hint: 0, worse: 0, notEnoughAtEnd: 0 };
  let sum = 0;
  for (let i = 0; i < diaries; i++) {
    const input = diaryOf(random, situation);
    const shown = new Set<VerdictName>();
    let last: VerdictName = "not-yet";
    for (let today = 28; today <= DAYS; today += 7) {
      const result = assess({ ...input, today });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const verdict = result.value.verdicts[0]!;
      last = verdict.verdict;
      shown.add(last);
      if (today === DAYS) sum += verdict.effect?.mean ?? 0;
    }
    const helps = shown.has("helping") || shown.has("helping-clearly");
    if (helps) found.helping += 1;
    if (helps || shown.has("leaning")) found.hint += 1;
    if (shown.has("worse")) found.worse += 1;
    if (last === "not-enough") found.notEnoughAtEnd += 1;
  }
  return { name: situation.name, diaries, ...found, meanAtEnd: sum / diaries };
}

if (parentPort !== null) {
  const { situation, diaries, seed } = workerData as { situation: Situation; diaries: number; seed: number };
  parentPort.postMessage(count(situation, diaries, seed));
}

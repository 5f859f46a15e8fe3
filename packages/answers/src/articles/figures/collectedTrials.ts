/** `of="collected-trials"`: how many of the randomised trials that were collected ran how long, and what they measured. */
import { trials } from "@unclench/knowledge/trials";
import { fault, type FigureKind, made } from "./kind.ts";

const HALF_A_YEAR_WEEKS = 26;
const randomised = trials.filter(({ design }) => design !== null && design !== "single-arm");

const lengths = randomised.flatMap(({ weeks }) => (typeof weeks === "number" ? [weeks] : []));

const measures = (wanted: RegExp): number =>
  randomised.filter(({ outcomes }) => outcomes.some(({ measure }) => wanted.test(measure ?? ""))).length;

const shown: Readonly<Record<string, () => number>> = {
  all: () => randomised.length,
  "length-known": () => lengths.length,
  "over-half-a-year": () => lengths.filter((weeks) => weeks > HALF_A_YEAR_WEEKS).length,
  "examiner-felt": () => measures(/ashworth|^tardieu/),
  "spasms-counted": () => measures(/spasm/),
};

export const collectedTrials: FigureKind = {
  of: "collected-trials",
  about: "How many of the randomised trials that were collected ran how long, and what they measured.",
  places: ["inline"],
  arguments: [{ name: "show", about: "which of them", required: true, choices: Object.keys(shown) }],
  make({ show = "all" }) {
    const count = shown[show]?.();
    return count === undefined
      ? fault(`there is no “${show}”.`)
      : made("The trials that were collected", String(count));
  },
};

/** `of="example-verdict"`: the engine's own demonstration, its verdict on the made-up diary that the app shows. */
import { exampleDiary, EXAMPLE_MEDICINE, parseLocalDate } from "@unclench/record";
import { isItHelping } from "../../isItHelping/index.ts";
import { fault, type FigureKind, type FigureResult, made } from "./kind.ts";

/** Any day will do: a diary is read by its own days. */
const FIRST_DAY = "2026-01-05";

/** Nothing is certain, so no chance is rounded up to that. */
const chance = (share: number): string =>
  share > 0.99 ? "more than 99 of 100" : `${Math.round(100 * share)} of 100`;

let known: FigureResult | undefined;

function verdictOnTheExample(): FigureResult {
  const first = parseLocalDate(FIRST_DAY);
  if (!first.ok) throw new Error(`${FIRST_DAY} is no day`);
  const { checkIns, treatments } = exampleDiary(first.value);
  const result = isItHelping({ diary: checkIns, treatments, measure: "stiffness" });
  if (!result.ok) return fault(result.error.sentence);
  const answer = result.value.treatments.find(({ treatment }) => treatment === EXAMPLE_MEDICINE);
  if (answer?.effect == null || answer.probabilities === null)
    return fault("the example diary has no verdict any more.");
  const { effect, probabilities, hill, days, sentence } = answer;
  const points = (value: number): string => Math.abs(value).toFixed(1);
  return made(
    "What the app says of a made-up diary",
    `${sentence} The diary has ${days.before} days without the medicine and ${days.on} with it. The hill shows how likely each change is: the higher, the more likely. Everything left of 0 is better.`,
    {
      picture: {
        type: "hill",
        title: `${sentence} Most likely ${points(effect.q50)} points better; the likely range is from ${points(effect.q95)} to ${points(effect.q05)} points better.`,
        points: hill,
        before: [],
        smallestThatMatters: result.value.baseline.smallestThatMatters,
        less: "less stiff",
        more: "stiffer",
      },
      table: {
        caption: "The same in figures, in points of 10",
        head: ["What", "How much"],
        rows: [
          ["Most likely change", `${points(effect.q50)} better`],
          ["90 of 100 likely between", `${points(effect.q95)} and ${points(effect.q05)} better`],
          ["Chance of any help", chance(probabilities.helps)],
          ["Chance of a help that matters", chance(probabilities.helpsEnough)],
        ],
      },
      more: { to: "/is-it-helping", text: "Look at the whole example, or start with your own days" },
    },
  );
}

export const exampleVerdict: FigureKind = {
  of: "example-verdict",
  about: "The verdict of the app on its made-up diary, with the hill.",
  places: ["block"],
  arguments: [],
  make() {
    known ??= verdictOnTheExample();
    return known;
  },
};

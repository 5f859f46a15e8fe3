/**
 * `of="starters"`: what a trial of chosen people means for everyone who started.
 *
 * [Note: From chosen people to all who started] Such a trial lets everybody try the treatment and goes on with those who got better.
 * Of 100 people who start, as many reach the goal as go on, times the share that reaches it afterwards. Whoever did not go on counts
 * as not helped, with the treatment and with the dummy alike. That is our arithmetic, not the trial's.
 */
import { treatmentFactById } from "@unclench/knowledge/treatment-facts";
import { sourceLines } from "../../avoid/sourceLines.ts";
import { comparisonPath, outcomeOf, sourcesOf } from "./compared.ts";
import { fault, type FigureKind, made } from "./kind.ts";

/** The trials whose number of starters was collected, with the fact that holds it: began, went on. */
const startersFact: Readonly<Record<string, string>> = { "savant-2019": "tf-nabiximols-savant" };

const shown = ["with", "without", "more", "went-on"] as const;

export const starters: FigureKind = {
  of: "starters",
  about: "What a trial of people who had already improved means for everyone who began: our arithmetic.",
  places: ["inline", "block"],
  arguments: [
    { name: "treatment", about: "the id of the treatment", required: true },
    { name: "condition", about: "the condition", required: true },
    { name: "pattern", about: "where", required: true },
    { name: "outcome", about: "what was counted", required: true },
    { name: "show", about: "within a line: which number", required: false, choices: shown },
  ],
  make(given, place) {
    const found = outcomeOf({ ...given, trials: "enriched" });
    if (!found.ok) return found;
    const { row, outcome } = found.value;
    const [study, ...others] = outcome.studies;
    const fact = treatmentFactById.get(startersFact[study?.trial ?? ""] ?? "");
    const [began, wentOn] = fact?.figures ?? [];
    if (
      study?.active == null ||
      study.control === null ||
      others.length > 0 ||
      began === undefined ||
      wentOn === undefined
    )
      return fault(`how many people began was not collected for this trial of ${row.name}.`);
    const kept = wentOn / began;
    const of100 = ([events, people]: readonly [number, number]): number =>
      Math.round((100 * kept * events) / people);
    const withIt = of100(study.active);
    const without = of100(study.control);
    const say = {
      with: `${withIt} of 100`,
      without: `${without} of 100`,
      more: `${withIt - without} of 100`,
      "went-on": `${Math.round(100 * kept)} of 100`,
    } as const;
    const sources = [...sourcesOf(outcome), ...sourceLines(fact?.sources ?? [])];
    const title = `${row.name}: of 100 people who start`;
    if (place === "inline") {
      const show = shown.find((one) => one === given.show) ?? "with";
      return made(title, say[show], { sources });
    }
    return made(
      title,
      `Of 100 people who start, ${Math.round(100 * kept)} got far enough to go on. With the treatment ${withIt} of 100 starters ended up clearly less stiff, with ${outcome.comparator.name} ${without} of 100. Whoever did not go on is counted as not helped. This is our arithmetic from the counts of one trial, not a result that the trial prints.`,
      {
        picture: {
          type: "people",
          blocks: [
            { count: withIt, side: outcome.side, words: "of 100 who start, with it" },
            {
              count: without,
              side: outcome.side,
              words: `of 100 who start, with ${outcome.comparator.name}`,
            },
          ],
        },
        sources,
        more: { to: comparisonPath(given), text: "The trial behind it, in the comparison" },
      },
    );
  },
};

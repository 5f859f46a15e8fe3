/** `of="effect"`: one pooled figure of one treatment, in the words of the comparison. */
import type { Outcome } from "../../whatWorks/index.ts";
import { midSentence } from "../../whatWorks/words.ts";
import { comparisonPath, outcomeArguments, outcomeOf, placeArguments, sourcesOf } from "./compared.ts";
import { counted, fault, type FigureKind, made, withoutStop } from "./kind.ts";
import type { Picture } from "./pictures.ts";

const ofHundred = (count: number): string => `${count} of 100`;

/** What may be shown within a line; null where this figure has none of it. */
const shown: Readonly<Record<string, (outcome: Outcome) => string | null>> = {
  sentence: ({ sentence }) => withoutStop(sentence),
  range: ({ rangeSentence }) => withoutStop(rangeSentence),
  with: ({ per100 }) => (per100 === null ? null : ofHundred(per100.with)),
  without: ({ per100 }) => (per100 === null ? null : ofHundred(per100.without)),
  more: ({ per100 }) => (per100 === null ? null : ofHundred(Math.abs(per100.with - per100.without))),
  lowest: ({ per100 }) => (per100 === null ? null : String(per100.withLower)),
  highest: ({ per100 }) => (per100 === null ? null : String(per100.withUpper)),
  sure: ({ certainty }) => certainty.words,
  trials: ({ trials }) => counted(trials.length, "trial"),
  people: ({ people }) =>
    people === null ? null : people === 1 ? "one person" : `${people.toLocaleString("en")} people`,
};

const peoplePicture = (outcome: Outcome, treatment: string): Picture | null =>
  outcome.per100 === null
    ? null
    : {
        type: "people",
        blocks: [
          {
            count: outcome.per100.with,
            side: outcome.side,
            words: `of 100 with ${midSentence(treatment)}`,
          },
          {
            count: outcome.per100.without,
            side: outcome.side,
            words: `of 100 with ${outcome.comparator.name}`,
          },
        ],
      };

const forestPicture = (outcome: Outcome, title: string): Picture => ({
  type: "forest",
  title: `${title}, trial by trial. ${outcome.studies.map(({ label, estimate, ciLower, ciUpper }) => `${label}: ${numbers(outcome, estimate, ciLower, ciUpper)}`).join("; ")}`,
  studies: outcome.studies.map(({ label, estimate, ciLower, ciUpper, weight }) => ({
    label,
    estimate,
    ciLower,
    ciUpper,
    weight,
  })),
  pooled: outcome,
  ratio: outcome.measure === "OR",
  lessLabel: outcome.measure === "OR" ? "fewer with it" : "lower with it",
  moreLabel: outcome.measure === "OR" ? "more with it" : "higher with it",
});

const numbers = (
  { measure }: Outcome,
  ...[estimate, lower, upper]: readonly [number, number, number]
): string => {
  const say = (value: number) => (measure === "OR" ? Math.exp(value) : value).toFixed(2).replace("-", "−");
  return `${say(estimate)} (${say(lower)} to ${say(upper)})`;
};

/** Trial by trial, as the picture shows it. */
const forestTable = (outcome: Outcome) => ({
  caption:
    outcome.measure === "OR"
      ? "Odds with the treatment, as a multiple of the odds without it; in brackets where the true one may lie."
      : "Difference in points; in brackets where the true one may lie.",
  head: ["Trial", "With it", "Without it", "Result"],
  rows: [
    ...outcome.studies.map(({ label, active, control, estimate, ciLower, ciUpper }) => [
      label,
      active === null ? "not printed" : `${active[0]} of ${active[1]}`,
      control === null ? "not printed" : `${control[0]} of ${control[1]}`,
      numbers(outcome, estimate, ciLower, ciUpper),
    ]),
    ["All together", "", "", numbers(outcome, outcome.estimate, outcome.ciLower, outcome.ciUpper)],
  ],
});

export const effect: FigureKind = {
  of: "effect",
  about: "One pooled figure of one treatment, as in the comparison.",
  places: ["inline", "block"],
  arguments: [
    { name: "treatment", about: "the id of the treatment", required: true },
    ...placeArguments,
    ...outcomeArguments,
    {
      name: "show",
      about: "within a line: which part of it",
      required: false,
      choices: Object.keys(shown),
    },
    {
      name: "picture",
      about: "on a line of its own: 100 people, or trial by trial",
      required: false,
      choices: ["people", "forest"],
    },
  ],
  make(given, place) {
    const found = outcomeOf(given);
    if (!found.ok) return found;
    const { row, outcome } = found.value;
    const sources = sourcesOf(outcome);
    const title = `${row.name}: ${midSentence(outcome.label)}`;
    if (place === "inline") {
      const show = given.show ?? "sentence";
      const text = shown[show]?.(outcome) ?? null;
      if (text === null)
        return fault(`this figure of ${row.name} has no “${show}”: how many of 100 is not known.`);
      return made(title, text, { sources });
    }
    const people = outcome.people === null ? "" : `, ${outcome.people.toLocaleString("en")} people`;
    const isForest = given.picture === "forest";
    return made(
      title,
      [
        ...(isForest ? [] : [outcome.sentence]),
        outcome.rangeSentence,
        `How sure: ${outcome.certainty.words} (${counted(outcome.trials.length, "trial")}${people}).`,
        outcome.measuredIn.words,
        ...(isForest ? [] : outcome.certainty.reasons),
      ]
        .filter((part) => part !== null)
        .join(" "),
      {
        picture: isForest ? forestPicture(outcome, title) : peoplePicture(outcome, row.name),
        table: isForest ? forestTable(outcome) : null,
        sources,
        more: { to: comparisonPath(given), text: "The trials behind it, in the comparison" },
      },
    );
  },
};

/** `of="side-by-side"`: several treatments and the same outcome, as a small table. */
import type { Row } from "../../whatWorks/index.ts";
import type { SourceLine } from "../../sources.ts";
import {
  comparisonOf,
  comparisonPath,
  outcomeArguments,
  outcomesOf,
  placeArguments,
  rowOf,
  sourcesOf,
} from "./compared.ts";
import { counted, type FigureKind, type Given, made } from "./kind.ts";

/** [AN-72] Numbers of different rows come from different people. */
const READING =
  "Look along a row, at the gap between its two numbers. The people of one row were not those of another, so a larger number is no proof of a better treatment.";

const without: Readonly<Record<Row["status"], string>> = {
  figures: "no figure of this",
  "reviews-only": "only what others have pooled",
  "trials-without-figures": "trials, but no figure to pool",
  "no-trial": "no trial found",
};

function linesOf(
  row: Row,
  given: Given,
  isOne: boolean,
): { readonly cells: string[]; readonly sources: SourceLine[] }[] {
  const found = outcomesOf(row, given);
  if (found.length === 0) return [{ cells: [row.name, without[row.status], "", "", ""], sources: [] }];
  return found.map((outcome) => {
    const { per100, comparator, certainty, trials, people } = outcome;
    return {
      cells: [
        row.name,
        per100 === null ? outcome.sentence : `${per100.with} of 100`,
        per100 === null ? "" : `${per100.without} of 100${isOne ? "" : `, ${comparator.name}`}`,
        certainty.words,
        `${counted(trials.length, "trial")}${people === null ? "" : `, ${people.toLocaleString("en")} people`}`,
      ],
      sources: sourcesOf(outcome),
    };
  });
}

export const sideBySideFigure: FigureKind = {
  of: "side-by-side",
  about: "Several treatments and the same outcome, as a table.",
  places: ["block"],
  arguments: [
    { name: "treatments", about: "ids with commas between them", required: true },
    ...placeArguments,
    ...outcomeArguments,
  ],
  make(given) {
    const answer = comparisonOf(given);
    if (!answer.ok) return answer;
    const rows: Row[] = [];
    for (const id of (given.treatments ?? "").split(",")) {
      const row = rowOf(given, id.trim());
      if (!row.ok) return row;
      rows.push(row.value);
    }
    const against = new Set(
      rows.flatMap((row) => outcomesOf(row, given).map(({ comparator }) => comparator.name)),
    );
    const lines = rows.flatMap((row) => linesOf(row, given, against.size === 1));
    const label = rows.flatMap((row) => outcomesOf(row, given)).map((outcome) => outcome.label)[0];
    const { condition, pattern } = answer.value.about;
    return made(
      `${condition.name}, ${pattern.name.toLowerCase()}: ${label?.toLowerCase() ?? "no figure for any of them"}`,
      READING,
      {
        table: {
          caption: `${label ?? given.outcome}, people of 100${against.size === 1 ? `. Without it: ${[...against].join("")}` : ""}`,
          head: ["Treatment", "With it", "Without it", "How sure", "From"],
          rows: lines.map(({ cells }) => cells),
        },
        sources: lines.flatMap(({ sources }) => sources),
        more: { to: comparisonPath(given), text: "All treatments for this, in the comparison" },
      },
    );
  },
};

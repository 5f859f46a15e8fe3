/** The answer to "What works?" for a terminal. Its sentences come with the answer; here they get an order and a place. */
import type { Outcome, PublishedReview, Row, SourceLine, WhatWorks } from "@unclench/answers/what-works";
import { counted, indented, oneLine, sections, stopping } from "./lines.ts";

/** "one" was asked for by name and gets everything; in the list of all, trials without figures are only counted. */
export type Detail = "all" | "one";

const noRanking =
  "Each treatment stands against a dummy or usual care, never against the others: the people in these trials differ too much for a ranking.";
const noFiguresMeans = "No figures does not mean no effect, and it does not mean safe.";
export function whatWorksText(answer: WhatWorks, detail: Detail): string {
  const withFigures = answer.rows.filter((row) => row.status === "figures");
  const without = answer.rows.filter((row) => row.status !== "figures");
  const enriched = answer.rows.filter((row) => row.enriched.length > 0);
  return sections(
    [
      `What works? ${answer.about.condition.name}, worst ${answer.about.pattern.where}`,
      ...(withFigures.length > 0
        ? [noRanking]
        : detail === "one"
          ? []
          : [
              `No trial in ${answer.about.condition.people} with stiffness ${answer.about.pattern.where} printed figures that can be used. That is not the same as "does not work": nobody has shown it either way.`,
            ]),
    ],
    ...withFigures.map((row) => rowLines(row, detail)),
    without.length > 0 ? ["WITHOUT FIGURES", noFiguresMeans] : [],
    ...without.map((row) => rowLines(row, detail)),
    enriched.length > 0 ? ["ONLY PEOPLE WHO HAD ALREADY IMPROVED", answer.enrichedSentence] : [],
    ...enriched.map((row) => [
      headOf(row),
      ...row.enriched.flatMap((outcome) => outcomeLines(outcome, detail)),
      ...sourceLines(row.enriched),
    ]),
    detail === "one" ? [] : clockLines(answer.clock),
    [
      ...(answer.doingNothing === null
        ? []
        : [
            `Doing nothing more${detail === "one" ? ", from the trials of all treatments here" : ""}: ${oneLine(answer.doingNothing)}`,
          ]),
      stopping,
    ],
  );
}

function clockLines({ searched, missing, wouldChange }: WhatWorks["clock"]): string[] {
  return [
    "HOW OLD, AND WHAT IS MISSING",
    indented(1, `Trials searched and read up to ${searched}.`),
    ...missing.map(({ words, reference }) =>
      indented(1, `Not found: ${words}${reference === null ? "" : ` (${reference})`}`),
    ),
    ...wouldChange.map((sentence) => indented(1, sentence)),
  ];
}

const headOf = (row: Row): string => `${row.name} [${row.treatment}], ${row.groupName.toLowerCase()}`;

function rowLines(row: Row, detail: Detail): string[] {
  const lines = [headOf(row)];
  if (row.statusSentence !== "") lines.push(indented(1, row.statusSentence));
  if (row.status === "figures" && row.outcomes.length === 0)
    lines.push(indented(1, "Further below: people who had already improved on it."));
  lines.push(
    ...row.outcomes.flatMap((outcome) => outcomeLines(outcome, detail)),
    ...sourceLines(row.outcomes),
  );
  lines.push(...row.reviews.map((review) => indented(1, reviewText(review))));
  if (detail === "one") {
    lines.push(
      ...row.unused.map((trial) =>
        indented(1, `No figure from ${trial.trial}: ${trial.reason}. ${sourceText(trial.source)}`),
      ),
    );
    if (row.elsewhere.length > 0) {
      const places = row.elsewhere.map(
        ({ condition, pattern }) => `${condition.id} ${pattern.id} (${condition.name}, ${pattern.name})`,
      );
      lines.push(indented(1, `There are figures for ${places.join("; ")}.`));
    }
  } else if (row.unused.length > 0) {
    lines.push(
      indented(
        1,
        `${counted(row.unused.length, "more trial")} without a figure for this answer: --treatment ${row.treatment} names ${row.unused.length === 1 ? "it" : "them"}.`,
      ),
    );
  }
  return lines;
}

function outcomeLines(outcome: Outcome, detail: Detail): string[] {
  const { certainty, measuredIn } = outcome;
  const people = outcome.people === null ? "number of people not printed" : `${outcome.people} people`;
  const lines = [
    indented(1, `${outcome.side === "gain" ? "Gain" : "Harm"}: ${outcome.label}`),
    indented(2, outcome.sentence),
    indented(2, outcome.rangeSentence),
    ...(outcome.anotherGroupSentence === null ? [] : [indented(2, outcome.anotherGroupSentence)]),
    indented(2, `How sure: ${certainty.words}. ${certainty.reasons.join(" ")}`),
    indented(2, `${counted(outcome.trials.length, "trial")}, ${people}: ${outcome.trials.join(", ")}.`),
  ];
  if (detail === "one" && outcome.numberNeededSentence !== null)
    lines.push(indented(2, outcome.numberNeededSentence));
  if (measuredIn.words !== null) lines.push(indented(2, measuredIn.words));
  const beside = outcome.beside.map((study) =>
    indented(2, `Beside it: ${study.label} (${study.trial}). ${study.notes.join(" ")}`),
  );
  // Two doses of one trial may read the same in words.
  return [...lines, ...new Set(beside)];
}

const two = (value: number): string => value.toFixed(2).replace("-", "−");

/** The sources of a treatment's trials, each once, however many outcomes it has. */
function sourceLines(outcomes: readonly Outcome[]): string[] {
  const lineByKey = new Map<string, string>();
  for (const study of outcomes.flatMap((outcome) => [...outcome.studies, ...outcome.beside])) {
    const line = indented(2, `${study.trial}: ${sourceText(study.source)}`);
    lineByKey.set(`${study.trial} ${study.source.id}`, line);
  }
  return lineByKey.size === 0 ? [] : [indented(1, "Sources"), ...lineByKey.values()];
}

function sourceText({ authors, journal, year, title, link, readWords }: SourceLine): string {
  const who = authors?.replace(/\.$/, "") ?? title;
  const place = [journal, year].filter(Boolean).join(" ");
  return `${[who, place, link].filter(Boolean).join(", ")} (${readWords})`;
}

function reviewText(review: PublishedReview): string {
  const trials = review.trials === null ? null : counted(review.trials, "trial");
  const people = review.people === null ? null : `${review.people} people`;
  const size = [trials, people].filter(Boolean).join(", ");
  return `Pooled by others: ${review.sentence} ${review.detail}: ${review.scale} ${two(review.estimate)} (95 % ${two(review.ciLower)} to ${two(review.ciUpper)})${size === "" ? "" : `, ${size}`}, in ${review.population}. ${sourceText(review.source)}`;
}

/** What trials found, what others pooled, what could not be used, what people report, and the others beside it. */
import { conditions, patterns } from "@unclench/knowledge";
import { experiences } from "@unclench/knowledge/experiences";
import { knownGaps } from "@unclench/knowledge/practical";
import { sourceLines } from "../avoid/sourceLines.ts";
import { sureWords } from "../avoid/sureWords.ts";
import { reportedAbout } from "../experiences/index.ts";
import { whoSentence } from "../experiences/words.ts";
import { reviewWords, shortSource } from "../sideBySide/words.ts";
import { sourceLine } from "../sources.ts";
import { everyComparison } from "../whatWorks/everywhere.ts";
import { NEITHER, statusWords } from "../whatWorks/words.ts";
import { namedReview } from "./answer.ts";
import { block, type PageContext, part, plain } from "./context.ts";
import { factLines } from "./facts.ts";
import { figuresMet, placeName, reviewsOf, rowsHere, statusOf, unusedOf } from "./figures.ts";
import type { BesideTable, Line, Part, Reported } from "./types.ts";

const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id;

/** What happened to people on dummies: once for each different count, with all the places in which it stands. */
function doingNothing(): Line[] {
  const placesByWords = new Map<string, string[]>();
  for (const { condition, pattern, doingNothing: words } of everyComparison()) {
    if (words === null) continue;
    const key = `${nameOf(conditions, condition)}|${words}`;
    placesByWords.set(key, [...(placesByWords.get(key) ?? []), nameOf(patterns, pattern).toLowerCase()]);
  }
  const told = [...placesByWords].map(([key, places]) => {
    const [condition = "", words = ""] = key.split("|");
    const end = words.indexOf(".") + 1;
    return { condition, places, count: words.slice(0, end), after: words.slice(end).trim() };
  });
  return [
    ...told.map(({ condition, places, count }) => plain(`${condition} (${places.join(", ")}): ${count}`)),
    ...[...new Set(told.map(({ after }) => after))].map(plain),
  ];
}

const reviewLines = ({ treatment, cite }: PageContext): Line[] =>
  reviewsOf(treatment.id).map((review) => ({
    text: reviewWords(namedReview(review)),
    sure: null,
    sources: cite([review.source]),
  }));

const unusedLines = ({ treatment, cite }: PageContext): Line[] =>
  unusedOf(treatment.id).map(({ reason, source }) => ({
    text: `${shortSource(source)}: ${reason}.`,
    sure: null,
    sources: cite([source]),
  }));

const gapLines = ({ treatment, cite }: PageContext): Line[] =>
  knownGaps
    .filter((gap) => gap.treatments.includes(treatment.id))
    .map(({ words, source }) => ({
      text: words,
      sure: null,
      sources: source === null ? [] : cite([sourceLine(source, null)]),
    }));

/** What missing figures mean. Where reviews were read, "no trial" would not be true. */
function statusSentence(treatment: string, read: readonly Line[]): string | null {
  const status = statusOf(treatment);
  if (status === "no-trial" && read.length > 0)
    return `None of its trials gave a figure that could be pooled; what was read of them stands below. ${NEITHER}`;
  const sides = new Set(
    figuresMet(treatment)
      .filter(({ apart }) => !apart)
      .map(({ outcome }) => outcome.side),
  );
  const words = statusWords(status, sides);
  return words === "" ? null : words;
}

/** [AN-451, AN-452] The words around the figures; the figures themselves stand in `places`. */
export function trialsPart(context: PageContext): Part {
  const { treatment, cite } = context;
  if (treatment.group === "nothing")
    return part("trials", "What happened to people on a dummy", block(null, doingNothing()), null);
  const read = factLines(treatment.id, "found", cite);
  const unused = unusedLines(context);
  return part(
    "trials",
    "What trials found",
    [
      ...block("Also read", read),
      ...block("Pooled by others", reviewLines(context)),
      ...block("What is missing", gapLines(context)),
      ...block(`Trials that gave no figure, and why (${unused.length})`, unused, "folded"),
    ],
    statusSentence(treatment.id, read),
    [{ to: "/what-works", text: "All treatments for my condition, side by side" }],
  );
}

const MOST_REPORTED = 5;

export const reportedLines = ({ treatment, cite }: PageContext): Reported[] =>
  experiences
    .filter(({ treatments: about }) => about.includes(treatment.id))
    .slice(0, MOST_REPORTED)
    .map((experience) => ({
      text: experience.claim,
      who: whoSentence(experience),
      sure: sureWords(experience.certainty),
      sources: cite(sourceLines(experience.sources)),
    }));

/** [AN-459] Answers of people, said to be no effects before the first of them. */
export function reportedPart({ treatment }: PageContext): Part {
  const about = reportedAbout(treatment.id);
  const heading = "What people report";
  if (about === null)
    return part("reported", heading, [], "No survey and no interview that we read asked about it.");
  return part(
    "reported",
    heading,
    block(null, [
      plain(
        "These are answers of people in surveys and interviews. They are not effects: they do not show what it does.",
      ),
    ]),
    null,
    [
      {
        to: about.path,
        text: `What people report about it: ${about.count === 1 ? "one finding" : `all ${about.count} findings`}`,
      },
    ],
  );
}

/** [AN-460] The treatments with a gain counted in the same place; in the order of the catalogue, not by size. */
export function besideTables(treatment: string): BesideTable[] {
  const places = new Map(
    figuresMet(treatment)
      .filter(({ apart, outcome }) => !apart && outcome.side === "gain")
      .map(({ condition, pattern }) => [`${condition} ${pattern}`, { condition, pattern }]),
  );
  return [...places.values()].flatMap(({ condition, pattern }) => {
    const rows = rowsHere(condition, pattern)
      .map((row) => ({
        treatment: row.treatment,
        name: row.name,
        path: `/treatments/${row.treatment}`,
        own: row.treatment === treatment,
        cells: row.outcomes
          .filter(({ side }) => side === "gain")
          .slice(0, 1)
          .map(({ label, sentence, certainty }) => ({ label, text: sentence, sure: certainty.words })),
      }))
      .filter(({ cells }) => cells.length > 0);
    if (rows.length < 2) return [];
    const path = `/what-works/${condition}/${pattern}/side-by-side`;
    return [{ place: placeName(condition, pattern), path, rows }];
  });
}

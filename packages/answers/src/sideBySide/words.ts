/** The sentences of the view side by side. */
import type { SourceLine } from "../sources.ts";
import type { PublishedReview } from "../whatWorks/context.ts";
import type { Outcome, Row } from "../whatWorks/types.ts";

export const notFoundWords = "Not found in what we read.";
export const noFigureWords = "No figure.";
export const nothingMoreFigureWords =
  "The second number in the other columns: what happened to people who were not given it.";

/** [AN-72] Numbers of different columns come from different people. */
export const readingSentence =
  "Read down, not across: look at the gap between the two numbers inside one column. The people in the trials of one column were not those of another, so a larger number is no proof of a better treatment.";

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

const signed = (value: number): string => value.toFixed(2).replace("-", "−");

/** "Less stiffness than with a dummy. Legs: SMD −0.71 (−1.11 to −0.30), 7 trials; people with this condition." */
export const reviewWords = (review: PublishedReview): string => {
  const size = [
    review.trials === null ? null : counted(review.trials, "trial"),
    review.people === null ? null : `${review.people} people`,
  ].filter((part) => part !== null);
  const figure = `${review.scale} ${signed(review.estimate)} (${signed(review.ciLower)} to ${signed(review.ciUpper)})`;
  const measured = review.detail.charAt(0).toUpperCase() + review.detail.slice(1);
  return `${review.sentence} ${measured}: ${[figure, ...size].join(", ")}; ${review.population}.`;
};

/** How sure the figures of a treatment are: the least and the most certain of them. */
const surenessRange = (outcomes: readonly Outcome[]): string => {
  const byDots = outcomes.map(({ certainty }) => certainty).sort((left, right) => left.dots - right.dots);
  const [least, most] = [byDots[0], byDots.at(-1)];
  if (least === undefined || most === undefined) return "";
  return least.dots === most.dots ? most.words : `from ${least.words} to ${most.words}`;
};

/** [AN-73] How much is known of a treatment here, and what its missing figures mean. */
export function evidenceWords(row: Row): string {
  const trials = new Set(row.outcomes.flatMap((outcome) => outcome.trials));
  const parts: string[] = [];
  if (row.outcomes.length > 0) {
    parts.push(
      `${counted(row.outcomes.length, "figure")} from ${counted(trials.size, "trial")}. How sure: ${surenessRange(row.outcomes)}.`,
    );
  }
  if (row.statusSentence !== "") parts.push(row.statusSentence);
  if (row.enriched.length > 0)
    parts.push("Trials that kept only people who had already improved are not counted here.");
  return parts.join(" ");
}

export const nothingMoreEvidence = (doingNothing: string | null): string =>
  doingNothing ?? "No trial on this page counted what happened to people on dummy treatment.";

export const notFoundSentence = (
  titles: readonly string[],
  where: "here" | "for any of these" = "for any of these",
): string | null =>
  titles.length === 0
    ? null
    : `Not found in what we read${where === "here" ? "" : `, ${where}`}: ${titles.map((title) => title.charAt(0).toLowerCase() + title.slice(1)).join("; ")}.`;

const SHORTEST_CUT = 24;
const LONGEST = 44;

/** "Gracies 2015"; where authors are not known, the beginning of the title, cut between words. */
export function shortSource({
  authors,
  year,
  title,
}: Pick<SourceLine, "authors" | "year" | "title">): string {
  const named = authors === null || /\bnot (on|shown|read)\b/i.test(authors) ? null : authors;
  const when = year === null ? "" : ` ${year}`;
  const first = named?.split(/,| et al/)[0]?.trim() ?? "";
  if (first !== "" && first.length <= LONGEST) return `${first}${when}`;
  const whole = title.replace(/\s*\(.*?\)/g, "");
  if (whole.length <= LONGEST) return `${whole}${when}`;
  const cut = whole.lastIndexOf(" ", LONGEST);
  return `${whole.slice(0, cut < SHORTEST_CUT ? LONGEST : cut).replace(/[,:;]$/, "")} …${when}`;
}

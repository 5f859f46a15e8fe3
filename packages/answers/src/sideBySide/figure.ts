/** A pooled outcome as a cell of the table side by side and the page of a treatment show it. */
import type { Outcome } from "../whatWorks/types.ts";
import type { Figure } from "./types.ts";

/** `sources`: as in `Figure`. */
export const figureOf = (outcome: Outcome, sources: readonly number[]): Figure => ({
  label: outcome.label,
  side: outcome.side,
  sentence: outcome.sentence,
  rangeSentence: outcome.rangeSentence,
  anotherGroupSentence: outcome.anotherGroupSentence,
  per100:
    outcome.per100 === null
      ? null
      : {
          with: outcome.per100.with,
          without: outcome.per100.without,
          withLower: outcome.per100.withLower,
          withUpper: outcome.per100.withUpper,
        },
  versus: outcome.comparator.name,
  measuredIn: outcome.measuredIn.words,
  certainty: outcome.certainty,
  studyCount: outcome.studyCount,
  trialCount: outcome.trials.length,
  people: outcome.people,
  sources,
});

/**
 * "What works?": every treatment for one condition and pattern, gains and harms in one frame, from the trials as they
 * are, pooled here and now. The screen draws this object, the page prints it, the CLI writes it.
 */
import {
  conditions,
  medicineNames,
  patterns,
  readUntil,
  type Treatment,
  treatments,
} from "@unclench/knowledge";
import { evidenceClock } from "./clock.ts";
import { cellsFor, elsewhere } from "./cells.ts";
import { publishedReviews, unusedTrials } from "./context.ts";
import { outcomeOf } from "./estimate.ts";
import { groupNames } from "./groupNames.ts";
import { outcomeOrder } from "./outcomeOrder.ts";
import type { Outcome, Row, WhatWorks } from "./types.ts";
import { enrichedSentence, statusWords } from "./words.ts";

export type { SourceLine } from "../sources.ts";
export type { PublishedReview, UnusedTrial } from "./context.ts";
export type { EvidenceClock, Outcome, Per100, Place, Row, StudyLine, WhatWorks } from "./types.ts";

export type WhatWorksError =
  | { readonly type: "UnknownCondition"; readonly sentence: string }
  | { readonly type: "UnknownPattern"; readonly sentence: string };

export type WhatWorksResult =
  | { readonly ok: true; readonly value: WhatWorks }
  | { readonly ok: false; readonly error: WhatWorksError };

function brandsOf(treatment: Treatment): string[] {
  const names = medicineNames.find((entry) => entry.medicine === treatment.medicine);
  if (names === undefined) return [];
  const intrathecal = treatment.group === "pump";
  return names.brands
    .filter((brand) =>
      treatment.medicine === "baclofen" ? (brand.route === "intrathecal") === intrathecal : true,
    )
    .map((brand) => brand.name);
}

/** Without the remark behind it ("baclofeno (ES/PT)"). */
const synonymsOf = ({ medicine }: Treatment): string[] =>
  (medicineNames.find((entry) => entry.medicine === medicine)?.synonyms ?? []).map((synonym) =>
    synonym.replace(/\s*\(.*\)$/, ""),
  );

function rowOf(treatment: Treatment, condition: string, pattern: string): Row {
  const cells = cellsFor(treatment, condition, pattern);
  const outcomes: Outcome[] = [];
  const enriched: Outcome[] = [];
  const used = new Set<string>();
  for (const cell of cells) {
    const outcome = outcomeOf(cell, treatment, pattern);
    if (outcome === null) continue;
    for (const study of [...outcome.studies, ...outcome.beside]) used.add(study.trial);
    (cell.stratum === "enriched" ? enriched : outcomes).push(outcome);
  }
  const place = (outcome: Outcome): number => outcomeOrder.indexOf(outcome.outcome);
  outcomes.sort((left, right) => place(left) - place(right));
  enriched.sort((left, right) => place(left) - place(right));
  const reviews = publishedReviews(treatment, condition, pattern);
  const unused = unusedTrials(treatment, condition, pattern, used);
  const status: Row["status"] =
    outcomes.length > 0 || enriched.length > 0
      ? "figures"
      : reviews.length > 0
        ? "reviews-only"
        : unused.length > 0
          ? "trials-without-figures"
          : "no-trial";
  const nameOf = (list: readonly { id: string; name: string }[], id: string) => ({
    id,
    name: list.find((entry) => entry.id === id)?.name ?? id,
  });
  return {
    treatment: treatment.id,
    name: treatment.name,
    group: treatment.group,
    groupName: groupNames[treatment.group],
    form: treatment.form,
    brands: brandsOf(treatment),
    synonyms: synonymsOf(treatment),
    status,
    statusSentence: statusWords(status, new Set(outcomes.map(({ side }) => side))),
    outcomes,
    enriched,
    reviews,
    unused,
    elsewhere: elsewhere(treatment, condition, cells).map((other) => ({
      condition: nameOf(conditions, other.condition),
      pattern: nameOf(patterns, other.pattern),
    })),
  };
}

/** What happened in the control groups of this page: that is what "doing nothing more" looked like in trials. */
function doingNothing(rows: readonly Row[]): string | null {
  const shares = rows
    .flatMap((row) => row.outcomes)
    .filter((outcome) => outcome.outcome === "spasticity-responder" && outcome.comparator.id === "placebo")
    .flatMap((outcome) => (outcome.per100 === null ? [] : [outcome.per100.without]));
  if (shares.length === 0) return null;
  const low = Math.min(...shares);
  const high = Math.max(...shares);
  const range = low === high ? `${low}` : `${low} to ${high}`;
  return `On dummy treatment, ${range} of 100 people in these trials were clearly less stiff all the same. Time, hope and chance can do that; the gain of a treatment is what comes on top. That is not a reason to stop what you take: stopping suddenly can be dangerous.`;
}

/**
 * The comparison for a condition (`ms`, `stroke`, …) and pattern (`generalised`, `upper-limb`, …).
 *
 * @example
 * const answer = whatWorks("stroke", "upper-limb");
 * // answer.ok && answer.value.rows.find((row) => row.treatment === "botulinum-toxin-a")
 */
export function whatWorks(conditionId: string, patternId: string): WhatWorksResult {
  const condition = conditions.find((entry) => entry.id === conditionId);
  if (condition === undefined) {
    const known = conditions.map((entry) => entry.id).join(", ");
    return {
      ok: false,
      error: {
        type: "UnknownCondition",
        sentence: `There is no condition "${conditionId}". Known: ${known}.`,
      },
    };
  }
  const pattern = patterns.find((entry) => entry.id === patternId);
  if (pattern === undefined) {
    const known = patterns.map((entry) => entry.id).join(", ");
    return {
      ok: false,
      error: { type: "UnknownPattern", sentence: `There is no pattern "${patternId}". Known: ${known}.` },
    };
  }
  const rows = treatments
    .filter((treatment) => treatment.group !== "nothing")
    .map((treatment) => rowOf(treatment, condition.id, pattern.id));
  return {
    ok: true,
    value: {
      question: "what-works",
      format: 1,
      condition: condition.id,
      pattern: pattern.id,
      about: { condition, pattern },
      rows,
      enrichedSentence,
      readUntil,
      doingNothing: doingNothing(rows),
      clock: evidenceClock({ condition, pattern }, rows),
    },
  };
}

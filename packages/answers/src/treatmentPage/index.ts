/** Everything that is known of one treatment on one page, and the list of all treatments. */
import { exposures, readUntil, type Treatment, treatments } from "@unclench/knowledge";
import { routines } from "@unclench/knowledge/routines";
import { ownWordsSentence } from "../avoid/stopping.ts";
import { otherNames } from "../avoid/names.ts";
import { type Callable, treatmentCalled } from "../sideBySide/called.ts";
import { createSourceList } from "../sideBySide/sourceList.ts";
import { readingSentence } from "../sideBySide/words.ts";
import { sourceLine } from "../sources.ts";
import { groupNames } from "../whatWorks/groupNames.ts";
import { enrichedSentence } from "../whatWorks/words.ts";
import { type PageContext, part } from "./context.ts";
import { type Cite, figuresByPlace } from "./figures.ts";
import { sideEffectsPart, stoppingPart, watchPart } from "./harms.ts";
import { askPart, effortPart, forWhomPart, ifNotPart, takenPart, whatPart } from "./living.ts";
import { answerOf } from "./answer.ts";
import { besideTables, reportedLines, reportedPart, trialsPart } from "./trials.ts";
import type { Answer, BesideTable, Course, PageRoutine, Part, TreatmentPageResult, Way } from "./types.ts";

export type * from "./types.ts";

/** The kinds of routines that are a treatment's own. */
const routineKinds: Readonly<Record<string, readonly string[]>> = {
  stretch: ["stretch"],
  "strength-training": ["strength"],
  exercise: ["cardio"],
  standing: ["standing"],
};
const routineIds: Readonly<Record<string, readonly string[]>> = {
  physiotherapy: ["constraint-practice", "reciprocal-arms", "gentle-range-round", "walking-practice"],
  splint: ["splint-wear"],
  nmes: ["fes-drop-foot", "nmes-add-on"],
  "fes-cycling": ["cycling-active", "cycling-motor"],
  hydrotherapy: ["water-exercise"],
};

const routinesOf = (treatment: string): PageRoutine[] =>
  routines
    .filter(
      ({ id, kind }) =>
        routineKinds[treatment]?.includes(kind) === true || routineIds[treatment]?.includes(id) === true,
    )
    .map(({ id, name }) => ({ id, name, path: `/relief/${id}` }));

/** The course of an injection; a treatment that is there or not has no curve worth a picture. */
function courseOf(treatment: string, cite: Cite): Course | null {
  const found = exposures.find(({ treatments: ids, kind }) => ids.includes(treatment) && kind === "wave");
  if (found?.knots == null) return null;
  return {
    points: found.knots.map(([day, share]) => ({ day, share })),
    words: found.words,
    sources: cite(found.sources.map((id) => sourceLine(id, null))),
  };
}

function besidePart({ treatment }: PageContext, tables: readonly BesideTable[]): Part {
  const like = treatments.filter(({ group, id }) => group === treatment.group && id !== treatment.id);
  const ways: Way[] = [
    ...tables.map(({ place, path }) => ({ to: path, text: `Put two to four side by side: ${place}` })),
    ...like.map(({ id, name }) => ({ to: `/treatments/${id}`, text: name })),
    { to: "/treatments", text: "All treatments" },
  ];
  return part(
    "beside",
    "Beside other treatments",
    [],
    tables.length > 0 || treatment.group === "nothing"
      ? null
      : "No other treatment has a figure from the same people, so no table can put them beside each other honestly.",
    ways,
  );
}

/** A part that has nothing to say about doing nothing more is left out; everywhere else it says what was not read. */
const hasWords = ({ blocks, missing }: Part): boolean => blocks.length > 0 || missing !== null;
const notForNothing: readonly string[] = ["for-whom", "reported", "taken", "side-effects", "effort"];

/** Everything that has a page, with all that it is called. */
const called = (): readonly Callable[] =>
  treatments.map(({ id, name }) => ({ treatment: id, name, ...otherNames(id, []) }));

function partsOf(context: PageContext, beside: readonly BesideTable[]): Part[] {
  const { treatment } = context;
  const parts = [
    whatPart(context),
    forWhomPart(context),
    trialsPart(context),
    reportedPart(context),
    takenPart(context),
    sideEffectsPart(context),
    watchPart(context),
    stoppingPart(context),
    effortPart(context),
    ifNotPart(context),
    askPart(context),
    besidePart(context, beside),
  ];
  if (treatment.group === "nothing") return parts.filter(({ id }) => !notForNothing.includes(id));
  return parts.filter((one) => one.id === "beside" || hasWords(one));
}

/**
 * [AN-450 to AN-460] The page of one treatment; an id, a name or a brand will do.
 *
 * @example
 * const page = treatmentPage("Baclosign");
 * // page.ok && page.value.treatment // "baclofen-oral"
 */
export function treatmentPage(name: string): TreatmentPageResult {
  const found = treatmentCalled(called(), name.trim());
  if ("type" in found) return { ok: false, error: found };
  const treatment = treatments.find(({ id }) => id === found.treatment);
  if (treatment === undefined) throw new Error(`no treatment ${found.treatment}`);
  const { places: cite, list } = createSourceList();
  // Numbers begin with 1, in the order in which the page first meets each source.
  const numbered: Cite = (lines) =>
    cite(lines)
      .map((place) => place + 1)
      .sort((left, right) => left - right);
  const context: PageContext = { treatment, cite: numbered };
  const places = figuresByPlace(treatment.id, numbered);
  const beside = besideTables(treatment.id);
  const parts = partsOf(context, beside);
  return {
    ok: true,
    value: {
      question: "treatment",
      format: 1,
      treatment: treatment.id,
      name: treatment.name,
      group: treatment.group,
      groupName: groupNames[treatment.group],
      form: treatment.form,
      brands: found.brands,
      synonyms: found.synonyms.filter((synonym) => synonym !== treatment.name),
      answer: answerOf(treatment.id),
      parts,
      places,
      apartSentence: places.some(({ apart }) => apart.length > 0) ? enrichedSentence : null,
      reported: reportedLines(context),
      routines: routinesOf(treatment.id),
      course: courseOf(treatment.id, numbered),
      beside,
      readingSentence,
      sources: list.map((source, place) => ({ ...source, number: place + 1 })),
      readUntil,
      ownWords: ownWordsSentence,
    },
  };
}

export type ListedTreatment = {
  readonly treatment: string;
  readonly name: string;
  readonly path: string;
  readonly brands: readonly string[];
  readonly answer: Answer;
};

/** [AN-461] Every treatment once, by kind, with the answer first. */
export const treatmentGroups = (): {
  readonly id: Treatment["group"];
  readonly name: string;
  readonly treatments: readonly ListedTreatment[];
}[] => {
  const names = called();
  return [...new Set(treatments.map(({ group }) => group))].map((group) => ({
    id: group,
    name: groupNames[group],
    treatments: treatments
      .filter((one) => one.group === group)
      .map(({ id, name }) => ({
        treatment: id,
        name,
        path: `/treatments/${id}`,
        brands: names.find(({ treatment }) => treatment === id)?.brands ?? [],
        answer: answerOf(id),
      })),
  }));
};

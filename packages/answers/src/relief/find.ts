/** "How do I find relief today?": at most three routines for this place, position, time and company. */
import { conditions } from "@unclench/knowledge";
import { doesNotHelp, mayHelp, type ReliefPlace, reliefPlaces } from "@unclench/knowledge/relief";
import { contraindicationById, type Routine } from "@unclench/knowledge/routines";
import type { LocalDate, Result } from "@unclench/record";
import { sureWords } from "../avoid/sureWords.ts";
import { type BodyAnswer, type BodyQuestion, questionsFor, standing } from "./bodyCheck.ts";
import {
  companies,
  minuteChoices,
  minutesNames,
  positionNames,
  positions,
  positionWords,
} from "./choices.ts";
import { basisShort } from "./doseWords.ts";
import {
  atPlace,
  type Chosen,
  FILL,
  type Holds,
  isNear,
  peopleOf,
  type Ranked,
  ranked,
  ruledOut,
  whyListed,
  whyNot,
} from "./fits.ts";
import { minutesWords, type RoutineMinutes, routineMinutes } from "./minutes.ts";
import { type Moment, moments } from "./moments.ts";

export type FindInput = {
  /** id of a place */
  readonly where: string;
  readonly position: string;
  readonly minutes: number;
  readonly company: string;
  readonly condition?: string | null;
  readonly bodyCheck: readonly BodyAnswer[];
  /** the day it is; without one, answers never grow old and no moment is told */
  readonly now?: LocalDate | null;
  /** as they are written down */
  readonly medicines?: readonly string[];
  readonly injections?: readonly { readonly date: LocalDate; readonly product: string }[];
};

export type FindError = { readonly type: "UnknownChoice"; readonly sentence: string };

export type Proposal = {
  readonly id: string;
  readonly name: string;
  /** why this one, in sentences */
  readonly because: readonly string[];
  readonly minutes: RoutineMinutes | null;
  readonly minutesWords: string;
  readonly needs: readonly string[];
  readonly needsWords: string;
  /** what speaks against it or is to be watched, in sentences */
  readonly against: readonly string[];
};

export type LeftOut = { readonly id: string; readonly name: string; readonly why: string };

/** One choice changed, and how many routines there would be; only those that were not ruled out. */
export type Change = {
  readonly choice: "position" | "minutes" | "company";
  readonly to: string;
  readonly words: string;
  readonly count: number;
};

export type ReliefFound = {
  readonly question: "relief";
  readonly format: 1;
  readonly chosen: Chosen;
  readonly sentence: string;
  /** to be answered before anything is proposed; empty: nothing is open */
  readonly ask: readonly BodyQuestion[];
  readonly proposals: readonly Proposal[];
  /** routines for this place that were left out, and why */
  readonly leftOut: readonly LeftOut[];
  /** what was answered yes and cannot wait */
  readonly urgent: readonly string[];
  /** where fewer than three were found: what would find more */
  readonly changes: readonly Change[];
  readonly moments: readonly Moment[];
  /** what is known about routines like these, gains and what does not help */
  readonly known: readonly {
    readonly id: string;
    readonly text: string;
    readonly findings: readonly string[];
  }[];
};

export const MOST_PROPOSALS = 3;

/**
 * [AN-301] At most three routines, the nearest to the place first. None whose contraindication is answered yes, or is not
 * answered (then it is asked before anything is proposed); none that needs a helper for someone alone; none that takes
 * longer, another position, or things that a clinic fits.
 *
 * @example
 * findRoutines({ where: "calf", position: "lying", minutes: 8, company: "alone", bodyCheck: [] })
 * // { ok: true, value: { ask: [{ id: "fracture-or-thin-bones", … }, …], proposals: [], … } }
 */
export function findRoutines(input: FindInput): Result<ReliefFound, FindError> {
  const read = readChoices(input);
  if (!read.ok) return read;
  const { place, chosen } = read.value;
  const { bodyCheck, now = null, medicines = [], injections = [] } = input;
  const holds: Holds = (id) => {
    const found = contraindicationById.get(id);
    return found === undefined ? "unknown" : standing(bodyCheck, found, now);
  };
  const at = atPlace(place);
  const fitting = at.filter(({ routine }) => whyNot(routine, chosen) === null);
  const free = fitting.filter(({ routine }) => ruledOut(routine, chosen.company, holds) === null);
  const openOf = (list: readonly Ranked[]): string[] =>
    list.flatMap(({ routine }) =>
      routine.contraindications.filter((id) => holds(id) === "unknown" && matters(id, chosen)),
    );
  // One round of questions for the place: another position or more time then asks nothing anew.
  const open = new Set(
    openOf(free).length === 0
      ? []
      : openOf([...free, ...at.filter(({ routine, fit }) => fit < FILL && isAnswerable(routine, chosen))]),
  );
  const proposed = open.size > 0 ? [] : ranked(free).slice(0, MOST_PROPOSALS);
  const evidence = new Set(proposed.flatMap(({ routine }) => routine.evidence));
  const ask = questionsFor(open, bodyCheck);
  const value: ReliefFound = {
    question: "relief",
    format: 1,
    chosen,
    sentence: sentenceFor(place, chosen, proposed.length, ask.length),
    ask,
    proposals: proposed.map((one) => proposal(one, place, chosen, holds)),
    leftOut: at
      .filter(({ fit }) => fit < FILL)
      .flatMap(({ routine }): LeftOut[] => {
        const why = whyListed(routine, chosen) ?? ruledOut(routine, chosen.company, holds);
        return why === null || !isNear(routine, chosen) ? [] : [{ id: routine.id, name: routine.name, why }];
      }),
    urgent: [...contraindicationById.values()]
      .filter(
        ({ id, urgent }) =>
          urgent !== null &&
          holds(id) === "yes" &&
          at.some(({ routine }) => routine.contraindications.includes(id)),
      )
      .map(({ urgent }) => urgent ?? ""),
    changes:
      open.size > 0 || proposed.length === MOST_PROPOSALS ? [] : changes(at, chosen, holds, proposed.length),
    moments: proposed.length === 0 ? [] : moments(medicines, injections, now),
    known: [...mayHelp, ...doesNotHelp]
      .filter(({ findings }) => findings.some((id) => evidence.has(id)))
      // What was tested in other people only is left to the page of the routine.
      .filter(
        ({ conditions: testedIn }) =>
          testedIn === null || chosen.condition === null || testedIn.includes(chosen.condition),
      )
      .map(({ id, text, findings }) => ({ id, text, findings })),
  };
  return { ok: true, value };
}

/** May it be proposed at all, in some position and time? */
const isAnswerable = (routine: Routine, { condition }: Chosen): boolean =>
  routine.notForNow === null && (condition === null || routine.conditions.includes(condition));

/** With someone beside the person, what only asks for a helper changes nothing. */
const matters = (id: string, { company }: Chosen): boolean =>
  company === "alone" || contraindicationById.get(id)?.effect !== "helper-only";

function readChoices(
  input: FindInput,
): Result<{ readonly place: ReliefPlace; readonly chosen: Chosen }, FindError> {
  const unknown = (what: string, text: string, list: readonly (string | number)[]) =>
    ({
      ok: false,
      error: {
        type: "UnknownChoice",
        sentence: `There is no ${what} "${text}"; there is: ${list.join(", ")}.`,
      },
    }) as const;
  const place = reliefPlaces.find(({ id }) => id === input.where);
  if (place === undefined)
    return unknown(
      "place",
      input.where,
      reliefPlaces.map(({ id }) => id),
    );
  const position = positions.find((one) => one === input.position);
  if (position === undefined) return unknown("position", input.position, positions);
  const minutes = minuteChoices.find((one) => one === input.minutes);
  if (minutes === undefined) return unknown("time of minutes", String(input.minutes), minuteChoices);
  const company = companies.find((one) => one === input.company);
  if (company === undefined) return unknown("company", input.company, companies);
  const condition = input.condition ?? null;
  if (condition !== null && !conditions.some(({ id }) => id === condition))
    return unknown(
      "condition",
      condition,
      conditions.map(({ id }) => id),
    );
  const strange = input.bodyCheck.find(({ about }) => !contraindicationById.has(about));
  if (strange !== undefined)
    return unknown("reason against a routine called", strange.about, [...contraindicationById.keys()]);
  return { ok: true, value: { place, chosen: { where: place.id, position, minutes, company, condition } } };
}

const kindSentence: Readonly<Record<Routine["kind"], (where: string) => string>> = {
  stretch: (where) => `A slow stretch for ${where}.`,
  position: (where) => `A resting position for ${where}.`,
  comfort: (where) => `Something gentle for ${where}.`,
  strength: (where) => `Strengthening for ${where}.`,
  practice: (where) => `Practice for ${where}.`,
  cardio: (where) => `Easy movement for ${where}.`,
  standing: (where) => `Standing, for ${where}.`,
  device: (where) => `A device for ${where}.`,
};

/** By how near it is; see `fitAt`. */
const whereWords: Readonly<Record<number, (where: string) => string>> = {
  1: (where) => `${where}, among others`,
  2: (where) => `what is often seen at ${where}`,
  [FILL]: (where) => `the whole body, so for ${where} too`,
};

function proposal({ routine, fit }: Ranked, place: ReliefPlace, chosen: Chosen, holds: Holds): Proposal {
  const takes = routineMinutes(routine);
  const where = whereWords[fit]?.(place.inWords) ?? place.inWords;
  const { condition, company } = chosen;
  return {
    id: routine.id,
    name: routine.name,
    because: [
      kindSentence[routine.kind](where),
      `Done ${positionWords[chosen.position]}${company === "helper" ? (routine.alone ? ", with or without help" : ", by whoever helps") : ", alone"}.`,
      ...(condition === null ? [] : [`Collected for ${peopleOf(condition)}, too.`]),
      ...(routine.why === null ? [] : [routine.why]),
    ],
    minutes: takes,
    minutesWords: minutesWords(takes),
    needs: routine.equipment,
    needsWords: routine.equipment.length === 0 ? "nothing" : routine.equipment.join("; "),
    against: [
      ...routine.contraindications
        .filter((id) => holds(id) === "yes")
        .map((id) => contraindicationById.get(id)?.text ?? id),
      `How sure about what it does: ${sureWords(routine.certainty)}. ${basisShort[routine.dose.basis]}`,
      ...routine.avoid.slice(0, 2),
    ],
  };
}

/** [AN-306] What to change, with how many routines there would be then; only what finds more than now. */
function changes(at: readonly Ranked[], chosen: Chosen, holds: Holds, now: number): Change[] {
  const countFor = (other: Chosen): number =>
    at.filter(
      ({ routine }) => whyNot(routine, other) === null && ruledOut(routine, other.company, holds) === null,
    ).length;
  const tries: (Omit<Change, "count"> & { readonly other: Chosen })[] = [
    ...positions.map((position) => ({
      choice: "position" as const,
      to: position,
      words: positionNames[position],
      other: { ...chosen, position },
    })),
    ...minuteChoices
      .filter((minutes) => minutes > chosen.minutes)
      .map((minutes) => ({
        choice: "minutes" as const,
        to: String(minutes),
        words: minutesNames[minutes],
        other: { ...chosen, minutes },
      })),
    { choice: "company", to: "helper", words: "With a helper", other: { ...chosen, company: "helper" } },
  ];
  return tries
    .map(({ other, ...change }) => ({ ...change, count: countFor(other) }))
    .filter(({ count }) => count > now);
}

const numbers = ["No routine", "One routine", "Two routines", "Three routines"] as const;

function sentenceFor(place: ReliefPlace, chosen: Chosen, found: number, asked: number): string {
  const where = `for ${place.inWords}, ${positionWords[chosen.position]}, ${chosen.company === "alone" ? "alone" : "with a helper"}, in ${chosen.minutes} minutes`;
  if (asked > 0)
    return `Before the first routine ${where}: ${asked === 1 ? "one question" : `${asked} questions`}.`;
  if (found === 0) return `Nothing that we have fits ${where}.`;
  return `${numbers[found] ?? ""} ${where}.`;
}

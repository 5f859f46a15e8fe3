/** The readable page of a routine, and what the finder shows beside its list: everything with its sources. */
import { conditions } from "@unclench/knowledge";
import { doesNotHelp, mayHelp, type ReliefHonest, reliefPlaces } from "@unclench/knowledge/relief";
import {
  contraindicationById,
  type Routine,
  type RoutineFinding,
  routineById,
  routineFindingById,
  routines,
  stopSignById,
} from "@unclench/knowledge/routines";
import { areWeak, sourceLines } from "../avoid/sourceLines.ts";
import { sureWords } from "../avoid/sureWords.ts";
import type { SourceLine } from "../sources.ts";
import { positionWords } from "./choices.ts";
import { basisWords, doseLines } from "./doseWords.ts";
import { minutesWords, type RoutineMinutes, routineMinutes } from "./minutes.ts";

export type FindingLine = {
  readonly id: string;
  readonly claim: string;
  readonly certainty: string;
  /** written for clinicians: stands in the deeper layer */
  readonly forClinicians: boolean;
  readonly sources: readonly SourceLine[];
};

export type SignLine = {
  readonly id: string;
  readonly text: string;
  /** no source was read for it: our own words */
  readonly ours: boolean;
  readonly sources: readonly SourceLine[];
};

type Named = { readonly id: string; readonly name: string };

export type RoutinePage = Named & {
  readonly question: "routine";
  readonly format: 1;
  readonly kind: Routine["kind"];
  readonly kindWords: string;
  readonly why: string | null;
  /** one sentence: where it is for, in which position, with whom, how long */
  readonly lead: string;
  /** why it is never proposed for now; null: it may be */
  readonly notForNow: string | null;
  readonly steps: readonly string[];
  /** the steps told to whoever helps; null: `steps` speak to the helper already */
  readonly forHelper: readonly string[] | null;
  readonly helperWords: string;
  readonly minutes: RoutineMinutes | null;
  readonly minutesWords: string;
  readonly dose: {
    readonly lines: readonly string[];
    readonly basis: Routine["dose"]["basis"];
    readonly basisWords: string;
    readonly note: string | null;
    readonly sources: readonly SourceLine[];
  };
  /** wrong forms */
  readonly wrong: readonly string[];
  readonly stop: readonly SignLine[];
  readonly askFirst: readonly (SignLine & { readonly withHelperOnly: boolean })[];
  readonly effect: {
    readonly certainty: string;
    readonly findings: readonly FindingLine[];
    /** said where no finding was read */
    readonly none: string | null;
    /** what was tested about such routines and did not help */
    readonly honest: readonly string[];
  };
  readonly equipment: readonly string[];
  readonly moments: readonly FindingLine[];
  readonly forPeople: string;
  readonly places: readonly Named[];
  readonly related: readonly Named[];
  readonly notChecked: string;
};

export type RoutineError = { readonly type: "UnknownRoutine"; readonly sentence: string };

const kindWords: Readonly<Record<Routine["kind"], string>> = {
  stretch: "A stretch",
  position: "A way to lie or sit",
  comfort: "Something to calm down with",
  strength: "Strengthening",
  practice: "Practice",
  cardio: "Easy movement",
  standing: "Standing",
  device: "A device",
};

const helperWords: Readonly<Record<Routine["helper"], string>> = {
  "not-needed": "No helper is needed.",
  useful: "Alone, or with someone who helps.",
  needed: "Someone has to help.",
};

const NOT_CHECKED =
  "No physiotherapist has checked these words yet. Let one show you the movement once, and ask what is different for you.";

/** Moments are about muscles that work or are pulled on; lying well has none. */
const withMoments: readonly Routine["kind"][] = ["stretch", "strength", "practice", "cardio"];
const momentFindings = ["re-bont-window", "re-timing-after-medicine-unknown"] as const;
const MOST_RELATED = 4;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

const ONLY_WEAK = "Only a source we trust little says so: take it as a question for your team.";

/** A finding with its certainty in words and its sources; an unknown id is a fault of the data. */
export function findingLine(id: string): FindingLine {
  const finding: RoutineFinding | undefined = routineFindingById.get(id);
  if (finding === undefined) throw new Error(`no finding ${id}`);
  return {
    id,
    claim: areWeak(finding.sources) ? `${finding.claim} ${ONLY_WEAK}` : finding.claim,
    certainty: sureWords(finding.certainty),
    forClinicians: finding.audience === "clinician",
    sources: sourceLines(finding.sources),
  };
}

const signLine = (id: string, text: string, source: string | null): SignLine => ({
  id,
  text,
  ours: source === null,
  sources: source === null ? [] : sourceLines([{ id: source }]),
});

const placesOf = (routine: Routine) =>
  reliefPlaces.filter(({ targets }) => routine.targets.some((target) => targets.includes(target)));

/** Where its first target lies. */
const firstPlaceOf = ({ targets: [first = ""] }: Routine): string | undefined =>
  reliefPlaces.find(({ targets }) => targets.includes(first))?.id;

/** Others for the same places: those with the same first target, then any, in the order of the file. */
function relatedTo(routine: Routine): Named[] {
  const targets = new Set(placesOf(routine).flatMap((place) => place.targets));
  const [first = ""] = routine.targets;
  const others = routines.filter(
    (other) => other.id !== routine.id && other.targets.some((target) => targets.has(target)),
  );
  return [
    ...others.filter((other) => other.targets.includes(first)),
    ...others.filter((other) => !other.targets.includes(first)),
  ]
    .slice(0, MOST_RELATED)
    .map(({ id, name }) => ({ id, name }));
}

/**
 * [AN-304] Everything of the page of one routine: steps, for the person and for whoever helps, dose with where it comes from,
 * wrong forms, when to stop, what to ask first, what is known about its effect (also that it may do little), and its sources.
 *
 * @example
 * routinePage("calf-towel-sitting") // { ok: true, value: { name: "Calf stretch with a towel, sitting", … } }
 */
export function routinePage(
  id: string,
): { readonly ok: true; readonly value: RoutinePage } | { readonly ok: false; readonly error: RoutineError } {
  const routine = routineCalled(id);
  if (routine === null)
    return {
      ok: false,
      error: {
        type: "UnknownRoutine",
        sentence: `There is no routine "${id}"; there is: ${routines.map((one) => one.id).join(", ")}.`,
      },
    };
  const { dose, contraindications, stopSigns, evidence, kind, positions, helper } = routine;
  const minutes = routineMinutes(routine);
  const places = placesOf(routine);
  const value: RoutinePage = {
    question: "routine",
    format: 1,
    id: routine.id,
    name: routine.name,
    kind,
    kindWords: kindWords[kind],
    why: routine.why,
    lead: `${kindWords[kind]} for ${listed(places.map(({ inWords }) => inWords))}. ${capital(listed(positions.map((one) => positionWords[one])))}; ${minutesWords(minutes)}. ${helperWords[helper]}`,
    notForNow: routine.notForNow,
    steps: routine.steps,
    forHelper: routine.forHelper,
    helperWords: helperWords[helper],
    minutes,
    minutesWords: minutesWords(minutes),
    dose: {
      lines: doseLines(routine),
      basis: dose.basis,
      basisWords: basisWords[dose.basis],
      note: dose.note,
      sources: sourceLines(dose.sources),
    },
    wrong: routine.avoid,
    stop: stopSigns.flatMap((sign) => {
      const found = stopSignById.get(sign);
      return found === undefined ? [] : [signLine(sign, found.text, found.source)];
    }),
    askFirst: contraindications.flatMap((one) => {
      const found = contraindicationById.get(one);
      return found === undefined
        ? []
        : [
            {
              ...signLine(one, found.text, found.source),
              withHelperOnly: found.effect === "helper-only",
            },
          ];
    }),
    effect: {
      certainty: sureWords(routine.certainty),
      findings: evidence.map(findingLine),
      none:
        evidence.length === 0
          ? "No study of it was read: whether it does something is known from practice only."
          : null,
      honest: doesNotHelp
        .filter(({ findings }) => findings.some((one) => evidence.includes(one)))
        .map(({ text }) => text),
    },
    equipment: routine.equipment,
    moments: withMoments.includes(kind) ? momentFindings.map(findingLine) : [],
    forPeople: `It was collected for ${listed(routine.conditions.map((one) => conditions.find((condition) => condition.id === one)?.people ?? one))}.`,
    places: places.map(({ id: place, name }) => ({ id: place, name })),
    related: relatedTo(routine),
    notChecked: NOT_CHECKED,
  };
  return { ok: true, value };
}

/** By id, or by its name however it is capitalised. */
const routineCalled = (text: string): Routine | null =>
  routineById.get(text) ??
  routines.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase()) ??
  null;

export type HonestLine = Omit<ReliefHonest, "findings"> & { readonly findings: readonly FindingLine[] };

/** What stands on the page of the finder without a choice: every routine by place, and what was tested. */
export type ReliefFrame = {
  readonly byPlace: readonly (Named & { readonly routines: readonly Named[] })[];
  readonly doesNotHelp: readonly HonestLine[];
  readonly mayHelp: readonly HonestLine[];
  /** behind the good moments that the list may tell of */
  readonly moments: readonly FindingLine[];
};

const honestLine = ({ findings, ...line }: ReliefHonest): HonestLine => ({
  ...line,
  findings: findings.map(findingLine),
});

/** [AN-307] Every routine at the first place that it is for; what does not help, and what may, each with its findings. */
export function reliefFrame(): ReliefFrame {
  return {
    byPlace: reliefPlaces.map(({ id, name }) => ({
      id,
      name,
      routines: routines
        .filter((routine) => firstPlaceOf(routine) === id)
        .map((routine) => ({ id: routine.id, name: routine.name })),
    })),
    doesNotHelp: doesNotHelp.map(honestLine),
    mayHelp: mayHelp.map(honestLine),
    moments: momentFindings.map(findingLine),
  };
}

/** Which routines fit a place and what was chosen, and which of them are ruled out. */
import { conditions } from "@unclench/knowledge";
import { fillUp, type ReliefPlace } from "@unclench/knowledge/relief";
import { contraindicationById, type Routine, routines } from "@unclench/knowledge/routines";
import type { Standing } from "./bodyCheck.ts";
import { type Company, type Minutes, type Position, positionWords } from "./choices.ts";
import { minutesWords, routineMinutes } from "./minutes.ts";

export type Chosen = {
  readonly where: string;
  readonly position: Position;
  readonly minutes: Minutes;
  readonly company: Company;
  readonly condition: string | null;
};
export type Ranked = { readonly routine: Routine; readonly fit: number };
/** What was answered about a contraindication. */
export type Holds = (id: string) => Standing;

/** How near a routine is to a place: its first target, another one, the pattern seen there, or any place at all. */
export const FILL = 3;
function fitAt(routine: Routine, place: ReliefPlace): number | null {
  const [first = ""] = routine.targets;
  if (place.targets.includes(first)) return 0;
  if (routine.targets.some((target) => place.targets.includes(target))) return 1;
  if (routine.patterns.some((pattern) => place.patterns.includes(pattern))) return 2;
  return fillUp.kinds.includes(routine.kind) &&
    routine.targets.some((target) => fillUp.targets.includes(target))
    ? FILL
    : null;
}

export const atPlace = (place: ReliefPlace): Ranked[] =>
  routines.flatMap((routine) => {
    const fit = fitAt(routine, place);
    return fit === null ? [] : [{ routine, fit }];
  });

/** Why a routine does not fit what was chosen, in words; null: it fits. */
export function whyNot(routine: Routine, chosen: Chosen): string | null {
  if (!routine.positions.includes(chosen.position))
    return `it is done ${list(routine.positions.map((one) => positionWords[one]))}`;
  return whyListed(routine, chosen);
}

/** The same but for the position: in another one a routine is not missed. */
export function whyListed(routine: Routine, { minutes, company, condition }: Chosen): string | null {
  if (routine.notForNow !== null) return routine.notForNow;
  if (company === "alone" && !routine.alone) return "It needs someone to help.";
  if (condition !== null && !routine.conditions.includes(condition))
    return `It was collected for ${list(routine.conditions.map(peopleOf))}, not for ${peopleOf(condition)}.`;
  const takes = routineMinutes(routine);
  if (takes !== null && takes.from > minutes) return `It takes ${minutesWords(takes)}.`;
  return null;
}

/** Inside a sentence: "a blood clot in the leg". */
const midSentence = (text: string): string =>
  text.replace(/^\p{Lu}(?=[\p{Ll} ])/u, (letter) => letter.toLowerCase());

export const peopleOf = (condition: string): string =>
  conditions.find(({ id }) => id === condition)?.people ?? condition;

/** [AN-302] What was answered that speaks against it; null: nothing does. */
export function ruledOut({ contraindications }: Routine, company: Company, holds: Holds): string | null {
  const against = contraindications.filter(
    (id) =>
      holds(id) === "yes" && (contraindicationById.get(id)?.effect !== "helper-only" || company !== "helper"),
  );
  if (against.length === 0) return null;
  const said = against.map((id) => midSentence(contraindicationById.get(id)?.text ?? id)).join(" And: ");
  const helped = against.every((id) => contraindicationById.get(id)?.effect === "helper-only");
  return `Left out because you said: ${said}${helped ? " With someone beside you it may be done." : ""}`;
}

/** Left-out routines are named only if they could have been done in this position. */
export const isNear = (routine: Routine, { position }: Chosen): boolean =>
  routine.positions.includes(position);

/** Stretches, positions and what calms first; what makes stronger or fitter after them. */
const kindRank: Readonly<Record<Routine["kind"], number>> = {
  stretch: 0,
  position: 0,
  comfort: 0,
  strength: 1,
  practice: 1,
  cardio: 1,
  standing: 1,
  device: 2,
};
const basisRank: Readonly<Record<Routine["dose"]["basis"], number>> = { source: 0, adapted: 1, expert: 2 };

export function ranked(found: readonly Ranked[]): Ranked[] {
  const key = ({ routine, fit }: Ranked): readonly number[] => [
    fit,
    kindRank[routine.kind],
    routineMinutes(routine) === null ? 1 : 0,
    basisRank[routine.dose.basis],
  ];
  return found.toSorted((left, right) => {
    const [a, b] = [key(left), key(right)];
    const place = a.findIndex((value, index) => value !== b[index]);
    // Sorting is stable: what is equal stays in the order of the file.
    return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
  });
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** What has to be shown of an effect before it is called a help, and whether a look showed it. */
import type { TreatmentCourse } from "./exposure.ts";
import type { DiaryFit } from "./fit.ts";
import { type AssessmentInput, DAYS_BETWEEN_LOOKS, type LookBack, lookBack, type Phases } from "./look.ts";
import { type Marks, ratingMarks, upsAndDownsOf } from "./marks.ts";
import { type Mixture, mixtureCdf } from "./mixture.ts";
import type { GroupMember } from "./phases.ts";

/** An effect that was looked at: of a treatment, or of a group that cannot be told apart. */
interface Effect extends Phases {
  readonly members: readonly GroupMember[];
  /** its posterior, from the sceptical belief */
  readonly alone: Mixture;
}

/** [RS-12] What has to be shown of it. */
export const marksFor = (
  { posterior, bends }: DiaryFit,
  { completeness }: Pick<Phases, "completeness">,
): Marks => ratingMarks({ turns: completeness.turns, bends: bends.length, ...upsAndDownsOf(posterior) });

/**
 * The look a week before one; worked out only if somebody asks, once, and of the treatments alone that could be called a help
 * now.
 */
export function lookBefore(
  input: AssessmentInput,
  { look, fit, treatments }: LookBack,
): () => LookBack | null {
  let found: LookBack | null | undefined;
  return () => {
    if (found === undefined) {
      const inQuestion = treatments.filter(
        ({ alone, ...phases }) => alone !== null && isShown(shownFor(fit, { ...phases, alone })),
      );
      const ids = new Set(inQuestion.map(({ treatment }) => treatment.id));
      const looked = lookBack({ ...input, today: look.day - DAYS_BETWEEN_LOOKS }, ids);
      found = looked.ok ? looked.value : null;
    }
    return found;
  };
}

interface Shown {
  readonly chance: number;
  readonly mark: number;
}

const isShown = (shown: Shown | null): boolean => shown !== null && shown.chance >= shown.mark;

/**
 * [RS-12] What a look shows for the one that follows it: the chance of a help, and the mark it has to reach. Null with too few
 * days off or on. Gaps are no reason: the look that follows has to have few enough.
 */
export function shownFor(
  fit: DiaryFit,
  { alone, reasons, completeness }: Omit<Effect, "members">,
): Shown | null {
  if (reasons.some(({ type }) => type !== "daysFilled")) return null;
  const { size, helps } = marksFor(fit, { completeness });
  return { chance: mixtureCdf(alone, -size), mark: helps };
}

/** [RS-12] Did that look by itself show a help? What could not be told apart then was not shown. */
export function wasShown(looked: LookBack | null, members: readonly GroupMember[]): boolean {
  if (looked === null) return false;
  const effect = effectsOf(looked).find((one) => areSame(one.members, members));
  return effect !== undefined && isShown(shownFor(looked.fit, effect));
}

export const asMember = ({ id }: TreatmentCourse): GroupMember => ({ id, weight: 1 });

const effectsOf = ({ treatments, groups }: LookBack): Effect[] => [
  ...treatments.flatMap(({ treatment, alone, ...phases }) =>
    alone === null ? [] : [{ ...phases, alone, members: [asMember(treatment)] }],
  ),
  ...groups,
];

const areSame = (some: readonly GroupMember[], others: readonly GroupMember[]): boolean =>
  some.length === others.length &&
  some.every(({ id, weight }) => others.some((other) => other.id === id && other.weight === weight));

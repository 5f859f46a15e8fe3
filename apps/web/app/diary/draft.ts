/** What was chosen in a check-in and is not saved yet. */
import { type CheckIn, type GoalAttainment, type LocalDate, type Rating, ratings } from "@unclench/record";

export type DraftRatings = Readonly<Record<Rating, number | null>>;

/** `count` is what stands in the field: spasms counted, or nothing. */
export type Draft = DraftRatings & {
  readonly goals: readonly GoalAttainment[];
  readonly note: string;
  readonly count: string;
};

/** By the id of the check-in, or its day for a new one: looking at another day must not lose it. */
export type Drafts = Map<string, Draft>;

export const draftKey = (id: string | null, date: LocalDate): string => id ?? `new ${date}`;

export const ratingsOf = (entry: Partial<DraftRatings> | null): DraftRatings => ({
  stiffness: entry?.stiffness ?? null,
  spasms: entry?.spasms ?? null,
  pain: entry?.pain ?? null,
  sleep: entry?.sleep ?? null,
  tiredness: entry?.tiredness ?? null,
  mood: entry?.mood ?? null,
});

export const draftOf = (known: CheckIn | null): Draft => ({
  ...ratingsOf(known),
  goals: known?.goals ?? [],
  note: known?.note ?? "",
  count: String(known?.spasmCount ?? ""),
});

export const isEmptyDraft = (draft: Draft): boolean =>
  draft.note.trim() === "" &&
  draft.count.trim() === "" &&
  draft.goals.length === 0 &&
  ratings.every((rating) => draft[rating] === null);

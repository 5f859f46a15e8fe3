/**
 * The words of the record: what a check-in and a treatment are, and which way each measure points.
 *
 * [Note: Lower is better, everywhere] Stiffness, spasms, pain and sleep go from 0 to 10 and 0 is the good end of each:
 * no stiffness, no spasms, no pain, slept well. `sleep` is therefore trouble with sleep: 10 = did not sleep at all. One
 * direction for all four means that "the line went down" always means "it got better", on every screen.
 */
import type { LocalDate } from "./localDate.ts";

export const measures = ["stiffness", "spasms", "pain", "sleep"] as const;
export type Measure = (typeof measures)[number];

/** All 0–10 rows of a check-in: the four that verdicts are given on, and two that are only drawn. */
export const ratings = [...measures, "tiredness", "mood"] as const;
export type Rating = (typeof ratings)[number];

/** The two ends of each 0–10 row, in the words that screens and files use. */
export const measureEnds: Readonly<Record<Rating, { readonly zero: string; readonly ten: string }>> = {
  stiffness: { zero: "no stiffness", ten: "the worst stiffness" },
  spasms: { zero: "no spasms", ten: "the worst spasms" },
  pain: { zero: "no pain", ten: "the worst pain" },
  sleep: { zero: "slept well", ten: "did not sleep" },
  tiredness: { zero: "wide awake", ten: "worn out" },
  mood: { zero: "good mood", ten: "very low" },
};

export const treatmentKinds = ["medicine", "injection", "session", "other"] as const;
export type TreatmentKind = (typeof treatmentKinds)[number];

/** How far a goal of one's own was reached: -2 (much less than hoped) to +2 (much more than hoped), 0 as hoped. */
export type GoalAttainment = { readonly goal: string; readonly rating: number };

/** One check-in. A day may have several; `null` is "not known" and never zero. */
export type CheckIn = {
  /** the date of the first one of a day, date and time of further ones */
  readonly id: string;
  readonly date: LocalDate;
  /** "08:05", on the clock on the wall; null when it was written on another day or came from a file that does not say */
  readonly time: string | null;
  /** the time zone in which it was written, such as "Europe/Dublin" */
  readonly zone: string | null;
  readonly stiffness: number | null;
  readonly spasms: number | null;
  readonly pain: number | null;
  readonly sleep: number | null;
  readonly tiredness: number | null;
  readonly mood: number | null;
  /** of the goals that were rated; the goal's id */
  readonly goals: readonly GoalAttainment[];
  /** how many spasms were counted that day */
  readonly spasmCount: number | null;
  readonly note: string | null;
  /** written down on a later day, from memory */
  readonly backfilled: boolean;
  /** the instant of the first entry, ISO 8601 in UTC; null when it came from a file that does not say */
  readonly recordedAt: string | null;
};

/**
 * One dose period of a treatment, or one injection. Several rows with the same name are one treatment whose dose
 * changed. `stop` is the last day on it, null while it goes on.
 */
export type Treatment = {
  readonly id: string;
  /** the name as the person writes it */
  readonly treatment: string;
  readonly kind: TreatmentKind;
  /** the catalogue's id for it, if it was chosen from the catalogue */
  readonly treatmentId: string | null;
  readonly start: LocalDate;
  readonly stop: LocalDate | null;
  readonly dose: number | null;
  readonly unit: string | null;
  /** when in the day, and on which days, where doses differ: the line of takenAt.ts; `dose` then is that of a day */
  readonly taken: string | null;
};

/** Whose record it is, as far as trials tell people apart. Ids of the catalogue; null is "not said". */
export type Person = {
  readonly condition: string | null;
  /** where it is stiffest */
  readonly pattern: string | null;
};

/**
 * A fair test of something that may be paused: blocks with and without it, drawn by lot. The drawn order is kept, not only the
 * lot's number, so that it stays what it was whatever later versions draw.
 */
export type FairTest = {
  readonly id: string;
  /** the treatment as the person writes it */
  readonly treatment: string;
  readonly kind: TreatmentKind;
  /** the first day of the first block */
  readonly from: LocalDate;
  readonly blockDays: number;
  /** one sign per block: "+" with it, "-" without */
  readonly order: string;
  /** the number that the lot was drawn from */
  readonly seed: number;
  /** the last day of the test if it was ended early */
  readonly endedOn: LocalDate | null;
};

/** What a caller hands in: a date and whatever is known. What is left out stays as it was. */
export type CheckInEntry = Pick<CheckIn, "date"> & Partial<Omit<CheckIn, "date" | "id">>;
export type TreatmentEntry = Pick<Treatment, "treatment" | "kind" | "start"> & Partial<Omit<Treatment, "id">>;

/** A check-in of which nothing is known yet. */
export const emptyCheckIn = {
  time: null,
  zone: null,
  stiffness: null,
  spasms: null,
  pain: null,
  sleep: null,
  tiredness: null,
  mood: null,
  goals: [],
  spasmCount: null,
  note: null,
  backfilled: false,
  recordedAt: null,
} as const satisfies Omit<CheckIn, "id" | "date">;

export type PersonEntry = Partial<Person>;
export type FairTestEntry = Omit<FairTest, "id">;

export const isAttainment = (value: unknown): value is GoalAttainment => {
  if (typeof value !== "object" || value === null) return false;
  const { goal, rating } = value as { goal?: unknown; rating?: unknown };
  return (
    typeof goal === "string" &&
    typeof rating === "number" &&
    Number.isInteger(rating) &&
    rating >= -2 &&
    rating <= 2
  );
};

export const isTreatmentKind = (value: unknown): value is TreatmentKind =>
  (treatmentKinds as readonly unknown[]).includes(value);

export const LONGEST_BLOCK_DAYS = 28;

/** Pairs of blocks, each with one of either kind. */
export const isBlockOrder = (value: unknown): value is string =>
  typeof value === "string" && /^(?:\+-|-\+){2,12}$/.test(value);
export const isBlockDays = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 7 && value <= LONGEST_BLOCK_DAYS;
export const isSeed = (value: unknown): value is number => Number.isSafeInteger(value);

/** What a fair test may be of: never a medicine, never an injection. */
export const isTestableKind = (value: unknown): value is TreatmentKind =>
  value === "session" || value === "other";

/** A check-in that says nothing but its date is no check-in. */
export function saysSomething(checkIn: Pick<CheckIn, Rating | "goals" | "spasmCount" | "note">): boolean {
  return (
    ratings.some((measure) => checkIn[measure] !== null) ||
    checkIn.goals.length > 0 ||
    checkIn.spasmCount !== null ||
    checkIn.note !== null
  );
}

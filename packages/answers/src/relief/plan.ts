/**
 * The plan of routines: what is on today, how this week went, and the sheet for the wall. Plain counts and plain averages, said
 * without praise or blame.
 *
 *     const lines = planLines(record.rows(tables.planItem));
 *     planOn(lines, done, today); // what is on today, with how often it was done
 *     planWeek(lines, done, checkIns, today).sentence // "This week: 3 of 7 so far."
 */
import { routineById, routines, stopSignById } from "@unclench/knowledge/routines";
import {
  addDays,
  type CheckIn,
  checkInsByDay,
  dayRating,
  type LocalDate,
  type PlanItem,
  type RoutineDone,
  type Weekday,
  weekdayNames,
  weekdayOf,
  weekdays,
} from "@unclench/record";
import { type ChoiceLimits, choiceLimits, sessionChoices } from "./sessionChoices.ts";
import { sessionSource } from "./sessionSource.ts";

const shortDay = (day: Weekday): string => weekdayNames[day].slice(0, 3);

/** A routine of the plan as it is shown. */
export type PlanLine = {
  readonly item: Omit<PlanItem, "id">;
  readonly name: string;
  /** false: this version does not know the routine; it stays in the plan and cannot be started */
  readonly known: boolean;
  readonly days: readonly Weekday[];
  /** "Every day", "Mon, Thu" */
  readonly daysWords: string;
  /** "Hold 20 seconds, 3 times, left side" */
  readonly amountWords: string;
  /** times on each of its days */
  readonly times: number;
  /** the player with what the plan says, or the page where there is no player */
  readonly link: string | null;
};

/** [AN-362] Routines of the plan in its order, in words; numbers that it leaves open are those the routine begins with. */
export function planLines<Item extends Omit<PlanItem, "id">>(
  items: readonly Item[],
): (PlanLine & { readonly item: Item })[] {
  const placed = items.map((item, at) => ({ item, at, place: item.place ?? Number.POSITIVE_INFINITY }));
  return placed
    .toSorted((left, right) =>
      left.place === right.place ? left.at - right.at : left.place < right.place ? -1 : 1,
    )
    .map(({ item }) => ({ ...lineOf(item), item }));
}

function lineOf(item: Omit<PlanItem, "id">): PlanLine {
  const routine = routineById.get(item.routine);
  const chosen = weekdays.filter((day) => item.days.some((one) => one.day === day));
  const days = chosen.length === 0 ? weekdays : chosen;
  const times = item.times ?? 1;
  const often = times === 1 ? "" : `, ${times} times a day`;
  return {
    item,
    name: routine?.name ?? item.routine,
    known: routine !== undefined,
    days,
    daysWords: `${days.length === 7 ? "Every day" : days.map(shortDay).join(", ")}${often}`,
    amountWords: amountWords(item),
    times,
    link: routine === undefined ? null : linkOf(item),
  };
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

function amountWords(item: Omit<PlanItem, "id">): string {
  const routine = routineById.get(item.routine);
  const source = routine === undefined ? null : sessionSource(routine);
  const choices = source === null ? null : sessionChoices(source, item);
  const holdSeconds = choices === null ? item.holdSeconds : choices.holdSeconds;
  const repeats = choices === null ? item.repeats : choices.repeats;
  const minutes = choices === null ? item.minutes : choices.minutes;
  const words = [
    holdSeconds === null ? null : `hold ${plural(holdSeconds, "second")}`,
    repeats === null ? null : plural(repeats, "time"),
    minutes === null ? null : plural(minutes, "minute"),
    item.side === null ? null : item.side === "both" ? "both sides" : `${item.side} side`,
  ]
    .filter((part) => part !== null)
    .join(", ");
  return words === "" ? "As its page says" : words.charAt(0).toUpperCase() + words.slice(1);
}

function linkOf({ routine, holdSeconds, repeats, minutes, side }: Omit<PlanItem, "id">): string {
  const search = new URLSearchParams();
  for (const [name, value] of [
    ["side", side],
    ["hold", holdSeconds],
    ["repeats", repeats],
    ["minutes", minutes],
  ] as const)
    if (value !== null) search.set(name, String(value));
  const text = search.toString();
  return `/relief/${routine}/go${text === "" ? "" : `?${text}`}`;
}

/** [AN-363] What was done counts for a routine of the plan by its id and, where both name one, its side; pain ended it early. */
const countsFor = ({ item }: PlanLine, done: RoutineDone): boolean =>
  done.routineId === item.routine &&
  done.pain !== true &&
  (item.side === null || done.side === null || done.side === "both" || done.side === item.side);

export type PlannedToday = { readonly line: PlanLine; readonly done: number; readonly wanted: number };

/** [AN-363] What is on that day, with how often it was done. */
export function planOn(
  lines: readonly PlanLine[],
  done: readonly RoutineDone[],
  date: LocalDate,
): PlannedToday[] {
  const ofDay = done.filter((row) => row.date === date);
  return lines
    .filter(({ days }) => days.includes(weekdayOf(date)))
    .map((line) => ({ line, wanted: line.times, done: ofDay.filter((row) => countsFor(line, row)).length }));
}

export type PlanWeek = {
  readonly monday: LocalDate;
  readonly items: readonly { readonly line: PlanLine; readonly done: number; readonly wanted: number }[];
  readonly done: number;
  readonly wanted: number;
  readonly sentence: string;
  /** plain averages of this week and the one before; null: too little was filled in */
  readonly stiffness: string | null;
};

/**
 * [AN-364] This week from Monday on: how often each was done against what the plan wants until Sunday, once and kindly: no
 * row of days to break, no share of a hundred. [AN-365] Beside it the plain average of stiffness, said to show no cause.
 */
export function planWeek(
  lines: readonly PlanLine[],
  done: readonly RoutineDone[],
  checkIns: readonly CheckIn[],
  today: LocalDate,
): PlanWeek {
  const monday = addDays(today, -weekdays.indexOf(weekdayOf(today)));
  const week = done.filter(({ date }) => date >= monday && date <= today);
  const items = lines.map((line) => ({
    line,
    wanted: line.days.length * line.times,
    // More than the plan wants is fine, and makes up for nothing else.
    done: Math.min(week.filter((row) => countsFor(line, row)).length, line.days.length * line.times),
  }));
  const sum = (name: "done" | "wanted"): number => items.reduce((total, item) => total + item[name], 0);
  return {
    monday,
    items,
    done: sum("done"),
    wanted: sum("wanted"),
    sentence: weekSentence(sum("done"), sum("wanted")),
    stiffness: stiffnessWords(checkIns, monday, today),
  };
}

function weekSentence(done: number, wanted: number): string {
  if (wanted === 0) return "Nothing is planned yet.";
  if (done === 0)
    return `Nothing of the ${wanted} planned for this week is noted yet. Any day is a good day to begin.`;
  if (done >= wanted) return `All ${wanted} planned for this week are done.`;
  return `${done} of ${wanted} planned for this week are done. What you did counts.`;
}

/** Fewer days than this make no average worth showing. */
const LEAST_DAYS = 3;

function stiffnessWords(checkIns: readonly CheckIn[], monday: LocalDate, today: LocalDate): string | null {
  const averageOf = (from: LocalDate, to: LocalDate): { mean: number; days: number } | null => {
    const byDay = checkInsByDay(checkIns.filter(({ date }) => date >= from && date <= to));
    const ratings = [...byDay.values()].flatMap((day) => dayRating(day, "stiffness") ?? []);
    if (ratings.length < LEAST_DAYS) return null;
    return {
      mean: ratings.reduce((total, rating) => total + rating, 0) / ratings.length,
      days: ratings.length,
    };
  };
  const now = averageOf(monday, today);
  if (now === null) return null;
  const before = averageOf(addDays(monday, -7), addDays(monday, -1));
  const than = before === null ? "" : `; the week before ${before.mean.toFixed(1)} over ${before.days} days`;
  return `Stiffness this week: ${now.mean.toFixed(1)} of 10 on average over ${now.days} days${than}. Plain averages: they do not show what made the difference.`;
}

/** One routine on the printed sheet. */
export type SheetRoutine = {
  readonly line: PlanLine;
  readonly steps: readonly string[];
  /** signs to stop beside those that hold for all; empty: none */
  readonly stop: string;
};

const everyone = ["pain", "spasm-stays", "numb-or-colour", "dizzy"];
const signText = (id: string): string => stopSignById.get(id)?.text ?? "";
/** Signs to stop that are said once for the whole leaf. */
export const stopAlways: string = everyone.map(signText).join(" ");

/** A leaf of A4 holds as many. */
export const ROUTINES_A_LEAF = 6;

/** [AN-366] The sheet, leaf by leaf: at most six routines on one, each with its steps and when to stop. */
export function planSheet(lines: readonly PlanLine[]): SheetRoutine[][] {
  const all = lines.map((line): SheetRoutine => {
    const routine = routineById.get(line.item.routine);
    // Dysreflexia stands at the foot of every leaf, with what to do.
    const own = routine?.stopSigns.filter((id) => !everyone.includes(id) && id !== "dysreflexia") ?? [];
    return { line, steps: routine?.steps ?? [], stop: own.map(signText).join(" ") };
  });
  const leaves: SheetRoutine[][] = [];
  for (let place = 0; place < all.length; place += ROUTINES_A_LEAF)
    leaves.push(all.slice(place, place + ROUTINES_A_LEAF));
  return leaves;
}

/** A routine that can be put into a plan, with what can be set about it. */
export type Plannable = {
  readonly id: string;
  readonly name: string;
  readonly limits: ChoiceLimits;
  readonly hasSides: boolean;
};

/** [AN-367] Every routine may stand in a plan, also those without a player. */
export const plannable: readonly Plannable[] = routines.map((routine) => {
  const source = sessionSource(routine);
  return {
    id: routine.id,
    name: routine.name,
    limits: source === null ? { holdSeconds: null, repeats: null, minutes: null } : choiceLimits(source),
    hasSides: source !== null && source.sides !== "none",
  };
});

export const isKnownRoutine = (id: string): boolean => routineById.has(id);

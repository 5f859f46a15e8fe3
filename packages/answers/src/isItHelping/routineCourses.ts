/** From the routines that were done, session by session, to exposure courses: sessions whose effect builds up and fades. */
import { type Exposure, exposures } from "@unclench/knowledge";
import { type Routine, routineById, routines } from "@unclench/knowledge/routines";
import { type FairTest, fromDayNumber, type RoutineDone, sameNameKey, toDayNumber } from "@unclench/record";
import { catalogueTreatment } from "./catalogueTreatment.ts";
import type { Course, TreatmentEntry } from "./courses.ts";

/** One session of a routine, as the diary keeps it. */
export type SessionDone = Pick<RoutineDone, "date" | "routine" | "minutes">;

/** [AN-341] On fewer days a routine leaves no trace in a diary that could be told from chance; ours. */
export const FEWEST_DAYS = 5;
/** [AN-343] Routines that share this part of their days were done together; ours. */
const TOGETHER = 0.9;
/** [AN-344] More than this many usual days on one day is a slip of the pen and counts as this many; ours. */
const MOST_USUAL_DAYS = 14;

type Done = {
  readonly name: string;
  readonly routine: Routine | null;
  /** minutes by day number; null where a session of that day has none */
  readonly days: ReadonlyMap<number, number | null>;
  /** sessions by day number */
  readonly counts: ReadonlyMap<number, number>;
};

const routineByName = new Map(routines.map((routine) => [sameNameKey(routine.name), routine]));

/** A routine of ours by its id or its name; null: one that the person named. */
export const routineCalled = (text: string): Routine | null =>
  routineById.get(text.trim()) ?? routineByName.get(sameNameKey(text)) ?? null;

function grouped(sessions: readonly SessionDone[]): Done[] {
  const byName = new Map<string, { name: string; routine: Routine | null; rows: SessionDone[] }>();
  for (const row of [...sessions].sort((a, b) => toDayNumber(a.date) - toDayNumber(b.date))) {
    const routine = routineCalled(row.routine);
    const name = routine?.name ?? row.routine.trim();
    const same = byName.get(sameNameKey(name)) ?? { name, routine, rows: [] };
    same.rows.push(row);
    byName.set(sameNameKey(name), same);
  }
  return [...byName.values()].map(({ name, routine, rows }) => {
    const days = new Map<number, number | null>();
    const counts = new Map<number, number>();
    for (const { date, minutes } of rows) {
      const day = toDayNumber(date);
      const before = counts.has(day) ? (days.get(day) ?? null) : 0;
      days.set(day, before === null || minutes === null ? null : before + minutes);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    return { name, routine, days, counts };
  });
}

const shareOf = (a: Done, b: Done): number => {
  const both = [...a.counts.keys()].filter((day) => b.counts.has(day)).length;
  return both / (a.counts.size + b.counts.size - both);
};

/** What was done on the same days is one: no diary can tell its parts apart. */
function together(list: readonly Done[], apart: ReadonlySet<string>): Done[][] {
  const out: Done[][] = [];
  for (const one of list) {
    const same = apart.has(sameNameKey(one.name))
      ? undefined
      : out.find((group) => {
          const [first] = group;
          return (
            first !== undefined && !apart.has(sameNameKey(first.name)) && shareOf(first, one) >= TOGETHER
          );
        });
    if (same === undefined) out.push([one]);
    else same.push(one);
  }
  return out;
}

/** The middle of the amounts of the weeks with sessions, counted from the first session on; a week not yet over is left out. */
function usualWeek(amounts: ReadonlyMap<number, number>): number {
  const days = [...amounts.keys()];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const weeks = Array.from({ length: Math.max(1, Math.floor((last - first + 1) / 7)) }, (_, week) =>
    days
      .filter((day) => Math.floor((day - first) / 7) === week)
      .reduce((sum, day) => sum + (amounts.get(day) ?? 0), 0),
  )
    .filter((amount) => amount > 0)
    .sort((a, b) => a - b);
  const middle = weeks.length >> 1;
  const upper = weeks[middle] ?? 1;
  return weeks.length % 2 === 1 ? upper : ((weeks[middle - 1] ?? upper) + upper) / 2;
}

/** The assumed curve of what is done regularly: no source gives one of a routine. */
const curve = (): Exposure => {
  const found = exposures.find(({ treatments }) => treatments.length === 0);
  if (found === undefined) throw new Error("no exposure curve for a treatment without one of its own");
  return found;
};

/** Trials of the catalogue that were of such a routine; cycling without current is none of electrical cycling. */
function catalogueOf({ name, routine }: Done): string | null {
  if (routine === null) return catalogueTreatment(name, "session");
  if (routine.kind === "stretch") return "stretch";
  if (routine.kind === "standing") return "standing";
  return routine.id === "splint-wear" ? "splint" : null;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

function courseOf(group: readonly Done[]): Course {
  const days = [...new Set(group.flatMap(({ counts }) => [...counts.keys()]))].sort((a, b) => a - b);
  const inMinutes = group.every((one) => [...one.days.values()].every((minutes) => minutes !== null));
  const amounts = new Map(
    days.map((day) => [
      day,
      group.reduce(
        (sum, one) => sum + (inMinutes ? (one.days.get(day) ?? 0) : (one.counts.get(day) ?? 0)),
        0,
      ),
    ]),
  );
  const week = usualWeek(amounts);
  const usualPerDay = week / 7;
  const most = MOST_USUAL_DAYS * usualPerDay;
  const name = listed(group.map((one) => one.name));
  const exposure = curve();
  if (exposure.tauOffDays === null) throw new Error(`${exposure.id} has no time constants`);
  const amount = Math.round(week * 10) / 10;
  const unit = inMinutes ? (amount === 1 ? "minute" : "minutes") : amount === 1 ? "session" : "sessions";
  const assumed = [
    exposure.words,
    `A week with ${amount} ${unit} counts as full: that is the middle of your weeks with it. Half of it counts as half.`,
  ];
  if (!inMinutes && group.some((one) => [...one.days.values()].some((minutes) => minutes !== null)))
    assumed.push("Some sessions have no minutes, so each session counts the same.");
  if ([...amounts.values()].some((one) => one > most))
    assumed.push("A day with more than two usual weeks' worth counts as two usual weeks.");
  if (group.length > 1) assumed.push("They were done on the same days, so they count as one.");
  const catalogues = new Set(group.map(catalogueOf));
  const [catalogue = null] = catalogues;
  return {
    name,
    kind: "session",
    catalogue: catalogues.size === 1 ? catalogue : null,
    entries: days.map((day): TreatmentEntry => {
      const date = fromDayNumber(day);
      return {
        treatment: name,
        kind: "session",
        start: date,
        stop: date,
        dose: inMinutes ? (amounts.get(day) ?? null) : null,
        unit: inMinutes ? "min" : null,
      };
    }),
    course: {
      kind: "sessions",
      id: name,
      tau: exposure.tauOffDays,
      usualPerDay,
      sessions: days.map((day) => ({ day, amount: Math.min(most, amounts.get(day) ?? 0) })),
      timeScales: exposure.timeScales,
    },
    assumed,
    sources: exposure.sources,
  };
}

/**
 * [AN-341] … [AN-345] One course for each routine that was done on at least five days. What stands in the list of treatments
 * under the same name counts as the list says. Routines of the same days are one, unless a fair test is about one of them.
 *
 * @param room how many more treatments one diary can tell apart; those done most often come first
 * @example
 * routineCourses(record.rows(tables.routineDone), coursesOf(record.treatments()), [], 29)
 */
export function routineCourses(
  sessions: readonly SessionDone[],
  list: readonly Course[],
  tests: readonly Pick<FairTest, "treatment">[],
  room: number,
): Course[] {
  const taken = new Set(
    list.flatMap(({ name, entries }) =>
      [name, ...entries.map(({ treatment }) => treatment)].map(sameNameKey),
    ),
  );
  const apart = new Set(tests.map(({ treatment }) => sameNameKey(treatment)));
  const often = grouped(sessions).filter(
    ({ name, counts }) => counts.size >= FEWEST_DAYS && !taken.has(sameNameKey(name)),
  );
  return together(often, apart)
    .map(courseOf)
    .filter(({ name }) => !taken.has(sameNameKey(name)))
    .sort((a, b) => b.entries.length - a.entries.length)
    .slice(0, Math.max(0, room))
    .sort((a, b) => ((a.entries[0]?.start ?? "") < (b.entries[0]?.start ?? "") ? -1 : 1));
}

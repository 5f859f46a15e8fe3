import { fromDayNumber, type LocalDate, toDayNumber } from "@unclench/record";
import type { Course, TreatmentEntry } from "./courses.ts";
import { FEWEST_DAYS } from "./routineCourses.ts";
import type { HelpingInput, Timeline } from "./types.ts";
import { marksOf } from "./written.ts";

/** One day as the diary has it. */
export type Rated = {
  date: LocalDate;
  day: number;
  /** the mean of the day's check-ins */
  rating: number | null;
  /** how many said it */
  checkIns: number;
  later: boolean;
};
type Line = { day: number; mean: number; low: number; high: number };

const doseWords = ({ dose, unit }: TreatmentEntry): string | null =>
  dose === null ? null : `${dose} ${unit ?? ""}`.trim();

/** Sessions this near to each other, in days, are one bar. */
const SAME_BAR = 7;

const isOneDay = ({ start, stop }: TreatmentEntry): boolean => start === stop;
/** Days one by one, as routines are kept; a listed period may last one day, too. */
const inSessions = ({ kind, entries }: Course): boolean =>
  kind === "session" && entries.filter(isOneDay).length >= FEWEST_DAYS;
const isOneSession = (course: Course, entry: TreatmentEntry): boolean =>
  inSessions(course) && isOneDay(entry);

/** [AN-347] Sessions of a routine as bars: from the first to the last of those at most a week apart, with how many they are. */
function sessionSpans(course: Course, lastDate: LocalDate): Timeline["spans"][number][] {
  const bars: { from: LocalDate; to: LocalDate; count: number }[] = [];
  for (const entry of course.entries) {
    if (!isOneSession(course, entry) || entry.start > lastDate) continue;
    const bar = bars.at(-1);
    if (bar !== undefined && toDayNumber(entry.start) - toDayNumber(bar.to) <= SAME_BAR) {
      bar.to = entry.start;
      bar.count += 1;
    } else bars.push({ from: entry.start, to: entry.start, count: 1 });
  }
  return bars.map(({ from, to, count }) => ({
    treatment: course.name,
    dose: count === 1 ? "on one day" : `on ${count} days`,
    from,
    to,
  }));
}

/** What the picture shows, and the same week by week. */
export function timelineOf(
  rated: readonly Rated[],
  courses: readonly Course[],
  line: ReadonlyMap<number, Line>,
  end: number,
  written: Pick<HelpingInput, "missedDoses" | "triggers">,
): Timeline {
  const ratedByDay = new Map(rated.map((entry) => [entry.day, entry]));
  const begin = rated.find((entry) => entry.rating !== null)?.day ?? end;
  const days = Array.from({ length: end - begin + 1 }, (_, place) => {
    const day = begin + place;
    const entry = ratedByDay.get(day);
    const point = line.get(day);
    return {
      date: fromDayNumber(day),
      rating: entry?.rating ?? null,
      checkIns: entry?.checkIns ?? 0,
      filledLater: entry?.later ?? false,
      model: point === undefined ? null : { mean: point.mean, low: point.low, high: point.high },
    };
  });
  const spans: Timeline["spans"][number][] = [];
  const injections: Timeline["injections"][number][] = [];
  const lastDate = fromDayNumber(end);
  for (const course of courses) {
    spans.push(...sessionSpans(course, lastDate));
    for (const entry of course.entries) {
      if (isOneSession(course, entry)) continue;
      // What is planned for after the last check-in is not part of this picture.
      if (entry.start > lastDate) continue;
      if (course.kind === "injection")
        injections.push({ treatment: course.name, dose: doseWords(entry), date: entry.start });
      else {
        const stop = entry.stop === null || entry.stop > lastDate ? lastDate : entry.stop;
        spans.push({ treatment: course.name, dose: doseWords(entry), from: entry.start, to: stop });
      }
    }
  }
  const weeks: Timeline["weeks"][number][] = [];
  for (let place = 0; place < days.length; place += 7) {
    const week = days.slice(place, place + 7);
    const ratings = week.flatMap((day) => (day.rating === null ? [] : [day.rating]));
    const model = week.flatMap((day) => (day.model === null ? [] : [day.model.mean]));
    weeks.push({
      from: (week[0] as (typeof days)[number]).date,
      filled: ratings.length,
      mean: ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length,
      model: model.length === 0 ? null : model.reduce((sum, mean) => sum + mean, 0) / model.length,
    });
  }
  return { days, spans, injections, marks: marksOf(written, fromDayNumber(begin), lastDate), weeks };
}

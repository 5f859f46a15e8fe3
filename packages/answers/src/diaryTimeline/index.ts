/**
 * The diary left to right, as it was written: ratings, doses, injections, missed doses, triggers, gaps and pauses. No model and no
 * verdict: those are "Is it helping me?".
 */
import {
  addDays,
  type CheckIn,
  checkInsByDay,
  dayRating,
  daysBetween,
  type LocalDate,
  type Pause,
  type Rating,
  treatmentCourses,
} from "@unclench/record";
import type { HelpingInput } from "../isItHelping/types.ts";
import { allTreatments, marksOf } from "../isItHelping/written.ts";

export type DiaryTimelineInput = Pick<
  HelpingInput,
  "treatments" | "injections" | "missedDoses" | "triggers"
> & {
  readonly checkIns: readonly CheckIn[];
  readonly pauses?: readonly Pick<Pause, "from" | "until">[];
  readonly rating: Rating;
  /** the days that are looked at, both included */
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export type DiaryTimeline = {
  readonly rating: Rating;
  /** days that one point stands for: 1, or 7 where there are more days than a picture can show */
  readonly step: 1 | 7;
  readonly points: readonly {
    /** the first day of the point */
    readonly date: LocalDate;
    /** the mean of its days; null: not known */
    readonly rating: number | null;
    readonly checkIns: number;
    readonly filledLater: boolean;
    readonly paused: boolean;
  }[];
  readonly spans: readonly { treatment: string; dose: string | null; from: LocalDate; to: LocalDate }[];
  readonly injections: readonly { treatment: string; dose: string | null; date: LocalDate }[];
  readonly marks: readonly { date: LocalDate; kind: "missed-dose" | "trigger"; words: string }[];
  readonly pauses: readonly { from: LocalDate; to: LocalDate }[];
  /** three days or more without a check-in, pauses left out */
  readonly gaps: readonly { from: LocalDate; to: LocalDate; days: number }[];
  /** the same by weeks from the first day: how many days were filled in, and their mean */
  readonly weeks: readonly { from: LocalDate; filled: number; mean: number | null }[];
};

/** From here on a point is a week: a day would be narrower than a line. */
const MOST_DAYS = 400;
/** From so many days without a check-in on it is said. */
const GAP = 3;

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const doseWords = ({ dose, unit }: { dose: number | null; unit: string | null }): string | null =>
  dose === null ? null : `${dose} ${unit ?? ""}`.trim();

/** [AN-253] Everything that was written of these days, drawn or said. */
export function diaryTimeline(input: DiaryTimelineInput): DiaryTimeline {
  const { rating, from, to, pauses = [] } = input;
  const inside = input.checkIns.filter(({ date }) => date >= from && date <= to);
  const byDay = checkInsByDay(inside);
  const isPaused = (date: LocalDate): boolean =>
    pauses.some((pause) => pause.from <= date && (pause.until === null || pause.until >= date));
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, place) => {
    const date = addDays(from, place);
    const own = byDay.get(date) ?? [];
    return {
      date,
      rating: dayRating(own, rating),
      checkIns: own.length,
      filledLater: own.some(({ backfilled }) => backfilled),
      paused: isPaused(date),
    };
  });
  const step = days.length > MOST_DAYS ? 7 : 1;
  const weeks = chunks(days, 7);
  const points =
    step === 1
      ? days
      : weeks.map((week) => ({
          date: week[0].date,
          rating: meanOf(week.flatMap((day) => day.rating ?? [])),
          checkIns: week.reduce((sum, day) => sum + day.checkIns, 0),
          filledLater: false,
          paused: week.every((day) => day.paused),
        }));
  const spans: DiaryTimeline["spans"][number][] = [];
  const injections: DiaryTimeline["injections"][number][] = [];
  const rows = allTreatments(input).map((row, place) => ({
    ...row,
    id: String(place),
    treatmentId: null,
    taken: null,
  }));
  for (const { treatment, kind, periods } of treatmentCourses(rows)) {
    for (const period of periods) {
      const dose = doseWords(period);
      if (kind === "injection") {
        if (period.start >= from && period.start <= to)
          injections.push({ treatment, dose, date: period.start });
      } else if (period.start <= to && (period.stop === null || period.stop >= from)) {
        const end = period.stop === null || period.stop > to ? to : period.stop;
        spans.push({ treatment, dose, from: period.start < from ? from : period.start, to: end });
      }
    }
  }
  return {
    rating,
    step,
    points,
    spans,
    injections,
    marks: marksOf(input, from, to),
    pauses: pauses
      .filter((pause) => pause.from <= to && (pause.until === null || pause.until >= from))
      .map((pause) => ({
        from: pause.from < from ? from : pause.from,
        to: pause.until === null || pause.until > to ? to : pause.until,
      })),
    gaps: gapsOf(days),
    weeks: weeks.map((week) => {
      const said = week.flatMap((day) => day.rating ?? []);
      return { from: week[0].date, filled: said.length, mean: meanOf(said) };
    }),
  };
}

type Day = { readonly date: LocalDate; readonly checkIns: number; readonly paused: boolean };

/** Before the first check-in of these days nothing was missed. */
function gapsOf(days: readonly Day[]): DiaryTimeline["gaps"] {
  const gaps: { from: LocalDate; to: LocalDate; days: number }[] = [];
  let open: { from: LocalDate; to: LocalDate; days: number } | null = null;
  const begin = days.findIndex(({ checkIns }) => checkIns > 0);
  for (const day of begin === -1 ? [] : days.slice(begin)) {
    if (day.checkIns > 0 || day.paused) {
      open = null;
      continue;
    }
    if (open === null) {
      open = { from: day.date, to: day.date, days: 0 };
      gaps.push(open);
    }
    open.to = day.date;
    open.days += 1;
  }
  return gaps.filter((gap) => gap.days >= GAP);
}

function chunks<Item>(items: readonly Item[], size: number): [Item, ...Item[]][] {
  const found: [Item, ...Item[]][] = [];
  for (let place = 0; place < items.length; place += size) {
    const [first, ...others] = items.slice(place, place + size);
    if (first !== undefined) found.push([first, ...others]);
  }
  return found;
}

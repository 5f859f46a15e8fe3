/** From the entries of another app to days of the diary and to measurements, by what the person chose. */
import { addDays, type LocalDate } from "../../localDate.ts";
import { LONGEST_NOTE, tidyNumber } from "../../limits.ts";
import { type CheckIn, emptyCheckIn, type Rating, ratings } from "../../vocabulary.ts";
import type { Edit } from "../../operation.ts";
import { measurement, tableEdit, type EntryFor, tableFields, tableRowId } from "../../tables.ts";
import type { CsvRowError } from "../csvErrors.ts";
import type { CsvRead, CsvReading } from "../diaryCsv.ts";
import { type ForeignChoices, openQuestion, ratingOf } from "./choices.ts";
import type { ForeignEntry, ForeignReading, ForeignSeries } from "./reading.ts";

type MeasurementEntry = EntryFor<typeof measurement>;

export type ForeignDays = {
  /** ready for `previewDiary` */
  readonly diary: CsvReading<CheckIn>;
  readonly measurements: readonly MeasurementEntry[];
  /** days on which a rating is the mean of several entries */
  readonly averagedDays: number;
};

/**
 * [RC-104] One check-in for each day: a rating is the mean of the day's entries, as everywhere here; notes stand one below
 * the other. Values outside of the chosen ends and days to come are named and left out. Single entries and their times
 * stay in the other app's file.
 */
export function foreignDays(reading: ForeignReading, choices: ForeignChoices, today: LocalDate): ForeignDays {
  const days = new Map<LocalDate, Day>();
  const unreadable: CsvRowError[] = [...reading.unreadable];
  const measurements: MeasurementEntry[] = [];
  // On the other side of the date line it may be tomorrow already.
  const latest = addDays(today, 1);
  const isTooLate = ({ line, date }: ForeignEntry<unknown>): boolean => {
    if (date <= latest) return false;
    unreadable.push({ type: "FutureDate", line, column: "date", text: date });
    return true;
  };
  const dayOf = ({ line, date }: ForeignEntry<unknown>): Day => {
    const day = days.get(date) ?? newDay(line);
    days.set(date, day);
    return day;
  };
  for (const [place, series] of reading.series.entries()) {
    const choice = choices.series[place];
    if (choice === undefined || choice.target === null || openQuestion(series, choice) !== null) continue;
    const { target, scale } = choice;
    if (target === "measurement") {
      if (series.kind === "amounts") measurements.push(...measured(series, today));
      continue;
    }
    for (const entry of series.entries) {
      if (isTooLate(entry)) continue;
      const rating = ratingOf(entry.value, scale);
      if (rating === "outside")
        unreadable.push({
          type: "OutsideOfEnds",
          line: entry.line,
          column: series.name,
          text: String(entry.value),
        });
      else if (rating !== null) dayOf(entry).values[target].push(rating);
    }
  }
  if (choices.notes)
    for (const note of reading.notes) if (!isTooLate(note)) dayOf(note).notes.add(note.value);
  const rows = [...days]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([date, day]) => checkInOf(date, day));
  return {
    diary: {
      rows,
      unreadable: unreadable.sort((left, right) => left.line - right.line),
      repeated: [],
      blankLines: [],
      ignoredColumns: [],
      absentColumns: [],
      delimiter: ",",
      encoding: "utf-8",
      isExample: false,
    },
    measurements,
    averagedDays: [...days.values()].filter(({ values }) =>
      ratings.some((rating) => values[rating].length > 1),
    ).length,
  };
}

type Day = {
  readonly line: number;
  readonly values: Record<Rating, number[]>;
  readonly notes: Set<string>;
};

const newDay = (line: number): Day => ({
  line,
  values: { stiffness: [], spasms: [], pain: [], sleep: [], tiredness: [], mood: [] },
  notes: new Set(),
});

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : tidyNumber(values.reduce((sum, value) => sum + value, 0) / values.length);

function checkInOf(date: LocalDate, { line, values, notes }: Day): CsvRead<CheckIn>[] {
  const rated = {
    stiffness: mean(values.stiffness),
    spasms: mean(values.spasms),
    pain: mean(values.pain),
    sleep: mean(values.sleep),
    tiredness: mean(values.tiredness),
    mood: mean(values.mood),
  };
  const written = [...notes].join("\n");
  const note = written === "" ? null : written.slice(0, LONGEST_NOTE).toWellFormed();
  const says = note !== null || ratings.some((rating) => rated[rating] !== null);
  return says ? [{ line, row: { ...emptyCheckIn, id: date, date, ...rated, note } }] : [];
}

/** One measurement a day: what was written several times a day is added up, as durations are. */
function measured(series: Extract<ForeignSeries, { kind: "amounts" }>, today: LocalDate): MeasurementEntry[] {
  const byDay = new Map<LocalDate, number>();
  for (const { date, value } of series.entries)
    if (date <= today) byDay.set(date, (byDay.get(date) ?? 0) + value);
  return [...byDay].map(([date, value]) => ({
    date,
    kind: "other",
    what: series.name,
    unit: series.unit,
    value: tidyNumber(value),
  }));
}

/** Measurements that are not in the record yet, and how many are. */
export type MeasurementsPreview = { readonly edits: readonly Edit[]; readonly known: number };

/** [RC-104] The same measurement of the same day twice is one; one that stands in the record already is not written again. */
export function previewMeasurements(
  entries: readonly MeasurementEntry[],
  existingIds: ReadonlySet<string>,
  today: LocalDate,
): MeasurementsPreview {
  const edits = new Map<string, Edit>();
  let known = 0;
  for (const entry of entries) {
    const fields = tableFields(measurement, entry, today);
    if (!fields.ok) continue;
    const id = tableRowId(measurement, fields.value);
    if (existingIds.has(id)) known += 1;
    else edits.set(id, tableEdit(measurement, id, fields.value));
  }
  return { edits: [...edits.values()], known };
}

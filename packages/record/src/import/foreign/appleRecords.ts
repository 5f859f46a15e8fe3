/** The samples of Apple Health that say how someone was, day by day. */
import { addDays, type LocalDate, localDateFrom } from "../../localDate.ts";
import { isPlausibleDate, tidyNumber } from "../../limits.ts";
import { type ForeignReading, SeriesCollector } from "./reading.ts";
import { attribute } from "./xmlTags.ts";

/** Symptoms that are rated by severity and have to do with what is rated here. */
const symptoms: ReadonlyMap<string, string> = new Map([
  ["HKCategoryTypeIdentifierFatigue", "Fatigue"],
  ["HKCategoryTypeIdentifierGeneralizedBodyAche", "Body and muscle ache"],
  ["HKCategoryTypeIdentifierLowerBackPain", "Lower back pain"],
]);
/** `Unspecified` is no rating. */
const severities: ReadonlyMap<string, string> = new Map([
  ["HKCategoryValueSeverityNotPresent", "Not present"],
  ["HKCategoryValueSeverityMild", "Mild"],
  ["HKCategoryValueSeverityModerate", "Moderate"],
  ["HKCategoryValueSeveritySevere", "Severe"],
]);
/** Quantities of which the mean of a day means something. Steps do not: a watch and a telephone count the same ones. */
const quantities: ReadonlyMap<string, string> = new Map([
  ["HKQuantityTypeIdentifierWalkingSpeed", "Walking speed"],
  ["HKQuantityTypeIdentifierSixMinuteWalkTestDistance", "Six-minute walk, estimated"],
]);
const SLEEP = "HKCategoryTypeIdentifierSleepAnalysis";
/** Asleep, and the stages of sleep; time in bed and awake is not time asleep. */
const ASLEEP = "HKCategoryValueSleepAnalysisAsleep";

type Moment = { readonly date: LocalDate; readonly hour: number; readonly milliseconds: number };

export class RecordCollector {
  readonly #collect = new SeriesCollector();
  readonly #sleep = new Map<LocalDate, [from: number, until: number][]>();
  readonly #means = new Map<
    string,
    { name: string; unit: string; byDay: Map<LocalDate, { sum: number; count: number }> }
  >();
  /** how many records were looked at */
  count = 0;

  /** Takes the start tag of one record. */
  take(tag: string): void {
    this.count += 1;
    const type = attribute(tag, "type") ?? "";
    const symptom = symptoms.get(type);
    const quantity = quantities.get(type);
    const isTaken =
      type === SLEEP
        ? this.#asleep(tag)
        : symptom !== undefined
          ? this.#symptom(symptom, tag)
          : quantity !== undefined
            ? this.#quantity(quantity, tag)
            : false;
    if (!isTaken) this.#collect.leaveOut(type.replace(/^HK\w+TypeIdentifier/, ""));
  }

  reading(): ForeignReading {
    for (const [date, spans] of this.#sleep)
      this.#collect.amount("Time asleep", "hours", { line: 0, date, value: hoursCovered(spans) });
    for (const { name, unit, byDay } of this.#means.values()) {
      for (const [date, { sum, count }] of byDay)
        this.#collect.amount(name, unit, { line: 0, date, value: tidyNumber(sum / count) });
    }
    const { leftOut } = this.#collect;
    return { app: "Apple Health", series: this.#collect.series(), notes: [], unreadable: [], leftOut };
  }

  #asleep(tag: string): boolean {
    const from = moment(attribute(tag, "startDate"));
    const until = moment(attribute(tag, "endDate"));
    if (from === null || until === null || !(attribute(tag, "value") ?? "").startsWith(ASLEEP)) return false;
    const length = until.milliseconds - from.milliseconds;
    if (length <= 0 || length > LONGEST_SLEEP) return false;
    // A night counts to the day of waking: what ends after six in the evening is the beginning of the next night.
    const night = until.hour >= 18 ? addDays(until.date, 1) : until.date;
    const spans = this.#sleep.get(night) ?? [];
    this.#sleep.set(night, spans);
    spans.push([from.milliseconds, until.milliseconds]);
    return true;
  }

  #symptom(name: string, tag: string): boolean {
    const start = moment(attribute(tag, "startDate"));
    const severity = severities.get(attribute(tag, "value") ?? "");
    if (start === null || severity === undefined) return false;
    this.#collect.word(name, { line: 0, date: start.date, value: severity });
    return true;
  }

  #quantity(name: string, tag: string): boolean {
    const start = moment(attribute(tag, "startDate"));
    const unit = attribute(tag, "unit") ?? "";
    const written = attribute(tag, "value") ?? "";
    if (start === null || unit === "" || unit.length > 20 || !/^\d{1,9}(?:\.\d{1,20})?$/.test(written))
      return false;
    const key = `${name} ${unit}`;
    const means = this.#means.get(key) ?? { name, unit, byDay: new Map() };
    this.#means.set(key, means);
    const { sum, count } = means.byDay.get(start.date) ?? { sum: 0, count: 0 };
    means.byDay.set(start.date, { sum: sum + Number(written), count: count + 1 });
    return true;
  }
}

const HOUR = 3_600_000;
const LONGEST_SLEEP = 24 * HOUR;

/** "2026-01-05 22:10:00 +0100": the day and hour on the clock on the wall, and the instant. */
function moment(text: string | null): Moment | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/.exec(text ?? "");
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const date = localDateFrom(year, month, day);
  if (!isPlausibleDate(date)) return null;
  const offset = (parts[7] === "-" ? -1 : 1) * (Number(parts[8]) * 60 + Number(parts[9])) * 60_000;
  return { date, hour, milliseconds: Date.UTC(year, month - 1, day, hour, minute, second) - offset };
}

/** Watch and telephone may both have recorded the same night: what overlaps counts once. */
function hoursCovered(spans: [from: number, until: number][]): number {
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, until] of spans.sort(([left], [right]) => left - right)) {
    covered += Math.max(0, until - Math.max(from, end));
    end = Math.max(end, until);
  }
  return tidyNumber(covered / HOUR);
}

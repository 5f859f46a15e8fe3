/**
 * Doses that differ by the time of the day or the day of the week, as one line that can be typed with one hand:
 * "08:00 5; 14:00 5; mon wed 22:00 10". The line is what is kept; this reads it.
 */
import { readClockTime } from "./clockTime.ts";
import { err, ok, type Result } from "./result.ts";
import { type Weekday, weekdayNames, weekdays } from "./weekdays.ts";

export type TakenAt = {
  /** none: every day */
  readonly days: readonly Weekday[];
  /** on the clock on the wall, "08:00" */
  readonly at: string;
  /** in the unit of the treatment */
  readonly dose: number;
};

export type TakenFault =
  | { readonly type: "NoTime" | "NoDose"; readonly text: string }
  /** the same time twice on one day */
  | { readonly type: "Twice"; readonly text: string }
  | { readonly type: "TwoUnits"; readonly text: string }
  | { readonly type: "TooMany"; readonly most: number };

export type Taken = {
  readonly doses: readonly TakenAt[];
  /** the unit that was typed behind the doses; null: none was */
  readonly unit: string | null;
};

export const MOST_DOSES = 40;
const LARGEST = 1_000_000;
const DAYS_IN_WEEK = 7;

const weekdayIn = (word: string): Weekday | undefined =>
  weekdays.find((day) => word.length >= 3 && word.toLowerCase().startsWith(day));

const isDayWord = (word: string): boolean => /^[a-z]{3,}$/i.test(word) && weekdayIn(word) !== undefined;

/** One dose: days, a time, an amount, perhaps a unit. */
function readOne(text: string): Result<TakenAt & { readonly unit: string | null }, TakenFault> {
  const words = text.split(/\s+/);
  const days: Weekday[] = [];
  while (words[0] !== undefined && isDayWord(words[0])) {
    const day = weekdayIn(words.shift() ?? "");
    if (day !== undefined && !days.includes(day)) days.push(day);
  }
  const half = /^(\d{1,2})([ap]m)$/i.exec(words[0] ?? "");
  const clock = half === null ? (words[0] ?? "").replace(".", ":") : `${half[1]}:00${half[2]}`;
  const at = readClockTime(clock);
  if (at === null) return err({ type: "NoTime", text });
  const amount = /^(\d+(?:[.,]\d+)?)\s*(\D.*)?$/.exec(words.slice(1).join(" "));
  const dose = Number(amount?.[1]?.replace(",", ".") ?? Number.NaN);
  if (amount === null || !(dose >= 0 && dose <= LARGEST)) return err({ type: "NoDose", text });
  const unit = amount[2]?.trim() ?? "";
  const sorted = weekdays.filter((day) => days.includes(day));
  return ok({
    days: sorted.length === DAYS_IN_WEEK ? [] : sorted,
    at,
    dose: Math.round(dose * 1e6) / 1e6,
    unit: unit === "" ? null : unit,
  });
}

const falls = ({ days }: TakenAt, day: Weekday): boolean => days.length === 0 || days.includes(day);

/**
 * [RC-86] Reads the line. Doses stand apart by semicolons, new lines, or a comma and a blank (a comma alone is a decimal sign).
 * @example readTaken("8am 2,5 mg") // { ok: true, value: { doses: [{ days: [], at: "08:00", dose: 2.5 }], unit: "mg" } }
 */
export function readTaken(line: string): Result<Taken, TakenFault> {
  const parts = line
    .split(/[;\n]|,\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length > MOST_DOSES) return err({ type: "TooMany", most: MOST_DOSES });
  const doses: TakenAt[] = [];
  let unit: string | null = null;
  for (const part of parts) {
    const read = readOne(part);
    if (!read.ok) return read;
    const { unit: its, ...dose } = read.value;
    if (its !== null && unit !== null && its !== unit) return err({ type: "TwoUnits", text: part });
    unit ??= its;
    if (
      doses.some((one) => one.at === dose.at && weekdays.some((day) => falls(one, day) && falls(dose, day)))
    )
      return err({ type: "Twice", text: part });
    doses.push(dose);
  }
  const placeOf = ({ days, at }: TakenAt): string => `${at} ${days.join(" ")}`;
  return ok({ doses: doses.sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1)), unit });
}

/** The line as it is kept: the same doses always make the same line. */
export const takenLine = (doses: readonly TakenAt[]): string | null =>
  doses.length === 0
    ? null
    : doses.map(({ days, at, dose }) => [...days, at, String(dose)].join(" ")).join("; ");

/** The dose of a day; of doses that differ by the day of the week the mean of a week's days. */
export const dailyDose = (doses: readonly TakenAt[]): number => {
  const week = doses.reduce(
    (sum, { days, dose }) => sum + dose * (days.length === 0 ? DAYS_IN_WEEK : days.length),
    0,
  );
  return Math.round((week / DAYS_IN_WEEK) * 1e6) / 1e6;
};

/**
 * The kept line in words; null if there is none or it cannot be read.
 * @example takenWords("08:00 5; mon 22:00 10", "mg") // "08:00 5 mg, Monday 22:00 10 mg"
 */
export function takenWords(line: string | null, unit: string | null): string | null {
  if (line === null) return null;
  const read = readTaken(line);
  if (!read.ok || read.value.doses.length === 0) return null;
  return read.value.doses
    .map(({ days, at, dose }) => {
      const when = days.map((day) => weekdayNames[day]).join(" and ");
      return [when, at, String(dose), unit ?? ""].filter((word) => word !== "").join(" ");
    })
    .join(", ");
}

/** What is wrong with the line, as a sentence. */
export function takenFaultSentence(fault: TakenFault): string {
  switch (fault.type) {
    case "NoTime":
      return `In “${fault.text}” there is no time of day: write it first, as 08:00.`;
    case "NoDose":
      return `In “${fault.text}” there is no dose behind the time: write 08:00 5 for a dose of 5 at eight.`;
    case "Twice":
      return `“${fault.text}” names a time that another dose of the same day has: put the two together.`;
    case "TwoUnits":
      return `“${fault.text}” has another unit than the doses before it: write all in one unit.`;
    case "TooMany":
      return `More than ${fault.most} doses: write only what differs.`;
  }
}

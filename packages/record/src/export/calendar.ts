/**
 * Reminders that need no server: a calendar file (iCalendar, RFC 5545) that any calendar opens. Times are those on the clock
 * on the wall ("floating"): a dose at 8 stays at 8 when the person travels.
 */
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  ICalEventRepeatingFreq,
  ICalWeekday,
} from "ical-generator";
import { addDays, type LocalDate } from "../localDate.ts";
import { type Weekday, weekdayOf, weekdays } from "../weekdays.ts";
import type { Appointment, Injection, Settings } from "../tables.ts";

/** A medicine at times of the day, as the person wishes to be reminded of it. */
export type DoseReminder = {
  /** as the person writes it */
  readonly medicine: string;
  /** "08:00", one or more */
  readonly times: readonly string[];
  readonly from: LocalDate;
  /** the last day; null while it goes on */
  readonly until: LocalDate | null;
};

/** A routine of the plan on its days of the week. */
export type RoutineReminder = {
  readonly name: string;
  /** none: every day */
  readonly days: readonly Weekday[];
  /** "08:00"; null: all day, without an alarm */
  readonly at: string | null;
  /** "Hold 20 seconds, 3 times" */
  readonly amount: string;
};

export type CalendarWishes = {
  readonly routines?: readonly RoutineReminder[];
  readonly doses: readonly DoseReminder[];
  readonly injections: readonly Pick<Injection, "product" | "next">[];
  readonly appointments: readonly Appointment[];
  /** the day on which the pump is refilled at the latest */
  readonly refillOn: LocalDate | null;
  /** when and how often a check-in is wished; null: not at all */
  readonly checkIns: Pick<Settings, "reminderTime" | "rhythmDays"> | null;
  /** a calendar is read over shoulders and on locked screens: false leaves out names of medicines, people and places */
  readonly withNames: boolean;
  /** reminders begin on this day; what lies before is over and not written */
  readonly today: LocalDate;
  /** the instant at which the file is written */
  readonly now: Date;
};

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
/** How long the mark of a moment stands in a calendar, which knows no moments. */
const MARK_MINUTES = 10;

/**
 * [RC-106] One event for each thing. Its id is made of what it is about, so that the same file brought in twice is there
 * once in calendars that keep to the standard; without names it is made of its place, because ids are in the file too.
 * @example
 *   calendarFile({ ...nothing, appointments: record.rows(tables.appointment), today });
 */
export function calendarFile(wishes: CalendarWishes): string {
  const calendar = ical({ name: "Unclench", prodId: "//Unclench//Reminders//EN" });
  const { today, withNames } = wishes;
  for (const [place, dose] of wishes.doses.entries()) addDose(calendar, dose, place, wishes);
  for (const [place, routine] of (wishes.routines ?? []).entries())
    addRoutine(calendar, routine, place, wishes);
  for (const { product, next } of wishes.injections) {
    if (next === null || next < today) continue;
    addDay(calendar, `injection-${next}`, next, withNames ? `Injection: ${product}` : "Injection", null);
  }
  const { refillOn, checkIns } = wishes;
  if (refillOn !== null && refillOn >= today)
    addDay(calendar, `refill-${refillOn}`, refillOn, "Pump: refill by today", null);
  for (const [place, appointment] of wishes.appointments.entries())
    if (appointment.date >= today) addAppointment(calendar, appointment, place + 1, withNames);
  if (checkIns?.reminderTime != null)
    addRepeating(
      calendar,
      "check-in",
      today,
      checkIns.reminderTime,
      null,
      checkIns.rhythmDays ?? 1,
      "Check in",
    );
  for (const event of calendar.events()) event.stamp(wishes.now);
  return calendar.toString();
}

/** True if there is nothing to write: a calendar without events is refused by some programs. */
export const isEmptyCalendar = (file: string): boolean => !file.includes("BEGIN:VEVENT");

function addDose(
  calendar: ICalCalendar,
  { medicine, times, from, until }: DoseReminder,
  place: number,
  { today, withNames }: CalendarWishes,
): void {
  if (until !== null && until < today) return;
  const start = from < today ? today : from;
  const key = `dose-${withNames ? idPart(medicine) : place + 1}`;
  for (const time of new Set(times))
    addRepeating(calendar, key, start, time, until, 1, withNames ? medicine : "Reminder");
}

/**
 * [RC-126] A routine repeats on its days of the week, from the first of them on. Without names it is "Exercise": what a
 * person trains tells what they have.
 */
function addRoutine(
  calendar: ICalCalendar,
  { name, days, at, amount }: RoutineReminder,
  place: number,
  { today, withNames }: CalendarWishes,
): void {
  const on = days.length === 0 ? weekdays : days;
  const from = [0, 1, 2, 3, 4, 5, 6]
    .map((ahead) => addDays(today, ahead))
    .find((day) => on.includes(weekdayOf(day)));
  if (from === undefined) return;
  const key = `routine-${withNames ? idPart(name) : place + 1}-${place}`;
  const event = calendar.createEvent({
    id: uid(at === null ? key : `${key}-${at.replace(":", "")}`),
    start: moment(from, at ?? "00:00"),
    end: at === null ? moment(addDays(from, 1), "00:00") : moment(from, at, MARK_MINUTES),
    ...(at === null ? { allDay: true } : { floating: true }),
    summary: withNames ? name : "Exercise",
    ...(withNames ? { description: amount } : {}),
    repeating: { freq: ICalEventRepeatingFreq.WEEKLY, byDay: on.map((day) => icalDays[day]) },
  });
  if (at !== null)
    event.createAlarm({ type: ICalAlarmType.display, trigger: 0 }).relatesTo(ICalAlarmRelatesTo.start);
}

const icalDays: Readonly<Record<Weekday, ICalWeekday>> = {
  mon: ICalWeekday.MO,
  tue: ICalWeekday.TU,
  wed: ICalWeekday.WE,
  thu: ICalWeekday.TH,
  fri: ICalWeekday.FR,
  sat: ICalWeekday.SA,
  sun: ICalWeekday.SU,
};

function addAppointment(
  calendar: ICalCalendar,
  appointment: Appointment,
  ordinal: number,
  withNames: boolean,
): void {
  const { id, date, time, place, note } = appointment;
  const summary = withNames ? `Appointment: ${appointment.with}` : "Appointment";
  const key = `appointment-${withNames ? idPart(id) : `${date}-${ordinal}`}`;
  if (time === null) {
    addDay(calendar, key, date, summary, withNames ? note : null, withNames ? place : null);
    return;
  }
  const event = calendar.createEvent({
    id: uid(key),
    start: moment(date, time),
    end: moment(date, time, 60),
    floating: true,
    summary,
    ...(withNames && place !== null ? { location: place } : {}),
    ...(withNames && note !== null ? { description: note } : {}),
  });
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY });
}

/** An event of a whole day, with a reminder at nine in the morning of the day before. */
function addDay(
  calendar: ICalCalendar,
  key: string,
  date: LocalDate,
  summary: string,
  description: string | null,
  place: string | null = null,
): void {
  const event = calendar.createEvent({
    id: uid(key),
    start: moment(date, "00:00"),
    // The end of an event of whole days is the day after its last.
    end: moment(addDays(date, 1), "00:00"),
    allDay: true,
    summary,
    ...(description === null ? {} : { description }),
    ...(place === null ? {} : { location: place }),
  });
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: 15 * 60 * MINUTE });
}

function addRepeating(
  calendar: ICalCalendar,
  key: string,
  from: LocalDate,
  time: string,
  until: LocalDate | null,
  everyDays: number,
  summary: string,
): void {
  const event = calendar.createEvent({
    id: uid(`${key}-${time.replace(":", "")}`),
    start: moment(from, time),
    end: moment(from, time, MARK_MINUTES),
    floating: true,
    summary,
    repeating: {
      freq: ICalEventRepeatingFreq.DAILY,
      interval: everyDays,
      ...(until === null ? {} : { until: moment(until, "23:59") }),
    },
  });
  event.createAlarm({ type: ICalAlarmType.display, trigger: 0 }).relatesTo(ICalAlarmRelatesTo.start);
}

/**
 * [Note: Which clock the library reads] It writes floating times and whole days by the UTC hands of a date. Each is made that
 * way here, so that the file is the same wherever it is written; the tests write it in several zones.
 */
function moment(date: LocalDate, time: string, minutesLater = 0): Date {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute + minutesLater));
}

const uid = (key: string): string => `unclench-${key}`;

/** Letters of any script, digits and hyphens, so that an id is one word. */
const idPart = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 100);

import { addDays, type CheckIn, checkInsByDay, dayRating, type LocalDate } from "@unclench/record";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";
import { monthWords } from "@unclench/answers/dates";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

const firstOf = (month: string): LocalDate => `${month}-01` as LocalDate;
export const monthOf = (date: LocalDate): string => date.slice(0, 7);
export const monthBefore = (month: string): string => monthOf(addDays(firstOf(month), -1));
export const monthAfter = (month: string): string => monthOf(addDays(firstOf(month), 31));

/** The weeks of a month from Monday on; days of other months are null. */
function weeksOf(month: string): (LocalDate | null)[][] {
  const first = firstOf(month);
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (LocalDate | null)[] = Array.from({ length: weekday }, () => null);
  for (let day = first; monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

type MonthProps = {
  month: string;
  today: LocalDate;
  /** the months from the first check-in to today, newest first */
  months: readonly string[];
  /** the check-ins of this month */
  checkIns: readonly CheckIn[];
  onChange: (month: string) => void;
};

/** One month as a table: each day leads to its check-in. Only this month is drawn. */
export function Month({ month, today, months, checkIns, onChange }: MonthProps) {
  const byDay = checkInsByDay(checkIns);
  return (
    <section className="stack" aria-label="Calendar">
      <div className="row">
        <Press isDisabled={month <= (months.at(-1) ?? month)} onPress={() => onChange(monthBefore(month))}>
          Earlier month
        </Press>
        <Press isDisabled={month >= monthOf(today)} onPress={() => onChange(monthAfter(month))}>
          Later month
        </Press>
        <label className="field inline">
          Month
          <select value={month} onChange={({ target }) => onChange(target.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {monthWords(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <table className="month">
        <caption>
          {monthWords(month)}. Each number below a day is its stiffness; a dot is a day with something else
          written down.
        </caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, place) => (
                <td key={day ?? weekdays[place]}>
                  {day === null ? null : <Day day={day} today={today} checkIns={byDay.get(day) ?? []} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type DayProps = { day: LocalDate; today: LocalDate; checkIns: readonly CheckIn[] };

function Day({ day, today, checkIns }: DayProps) {
  const number = Number(day.slice(8));
  if (day > today) return <span className="day-number soft">{number}</span>;
  const stiffness = dayRating(checkIns, "stiffness");
  const figure = stiffness === null ? null : Number(stiffness.toFixed(1));
  const said = checkIns.length === 0 ? ", nothing written" : figure === null ? ", filled in" : ", stiffness ";
  return (
    <Link className="day-number" to={`/diary?day=${day}`}>
      <span>{number}</span>
      <span className="hidden">
        {` ${monthWords(monthOf(day))}`}
        {said}
      </span>
      {figure === null ? <b aria-hidden="true">{checkIns.length === 0 ? "" : "•"}</b> : <b>{figure}</b>}
    </Link>
  );
}

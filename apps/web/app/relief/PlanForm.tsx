import { type Plannable, plannable } from "@unclench/answers/relief-plan";
import {
  type EntryFor,
  type PlanItem,
  type tables,
  type Weekday,
  weekdayNames,
  weekdays,
} from "@unclench/record";
import { type FormEvent, useState } from "react";
import { Press } from "../controls/Press.tsx";

export type PlanEntry = EntryFor<typeof tables.planItem>;

type PlanFormProps = {
  /** what is changed; null: a new one */
  item: PlanItem | null;
  /** the place of a new one */
  place: number;
  onSave: (entry: PlanEntry) => void;
  onCancel: () => void;
};

const amounts = [
  ["holdSeconds", "Seconds of a hold"],
  ["repeats", "Repetitions"],
  ["minutes", "Minutes"],
] as const;
type Amounts = Readonly<Record<(typeof amounts)[number][0] | "times", string>>;

const text = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
const number = (value: string): number | null => (value.trim() === "" ? null : Number(value));

/** One routine of the plan: which, when, how much. What is left empty is as the routine begins. */
export function PlanForm({ item, place, onSave, onCancel }: PlanFormProps) {
  const [routine, setRoutine] = useState(item?.routine ?? plannable[0]?.id ?? "");
  const [days, setDays] = useState<readonly Weekday[]>(item?.days.map(({ day }) => day) ?? []);
  const [side, setSide] = useState(item?.side ?? "");
  const [note, setNote] = useState(item?.note ?? "");
  const [at, setAt] = useState(item?.at ?? "");
  const [counts, setCounts] = useState<Amounts>({
    times: text(item?.times),
    holdSeconds: text(item?.holdSeconds),
    repeats: text(item?.repeats),
    minutes: text(item?.minutes),
  });
  const chosen: Plannable | undefined = plannable.find(({ id }) => id === routine);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const counted = (name: (typeof amounts)[number][0]) =>
      chosen === undefined || chosen.limits[name] === null ? null : number(counts[name]);
    onSave({
      routine,
      days: days.length === 7 ? [] : days.map((day) => ({ day })),
      times: number(counts.times),
      holdSeconds: counted("holdSeconds"),
      repeats: counted("repeats"),
      minutes: counted("minutes"),
      side: side === "" || chosen?.hasSides !== true ? null : (side as "left" | "right" | "both"),
      note,
      at,
      place: item?.place ?? place,
    });
  };
  const toggle = (day: Weekday): void =>
    setDays(
      days.includes(day)
        ? days.filter((one) => one !== day)
        : weekdays.filter((one) => one === day || days.includes(one)),
    );
  return (
    <form
      className="card plan-form"
      onSubmit={save}
      aria-label={item === null ? "Add a routine" : "Change this routine"}
    >
      <label className="field">
        Routine
        <select value={routine} onChange={({ target }) => setRoutine(target.value)}>
          {plannable.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="plain">
        <legend className="field-name">Days (none: every day)</legend>
        <div className="row">
          {weekdays.map((day) => (
            <Press key={day} pressed={days.includes(day)} onPress={() => toggle(day)}>
              {weekdayNames[day]}
            </Press>
          ))}
        </div>
      </fieldset>
      <div className="plan-numbers">
        <Count
          label="Times a day"
          value={counts.times}
          least={1}
          most={10}
          onChange={(times) => setCounts({ ...counts, times })}
        />
        {amounts.map(([name, label]) => {
          const limit = chosen?.limits[name] ?? null;
          return limit === null ? null : (
            <Count
              key={name}
              label={`${label} (${limit.least} to ${limit.most})`}
              value={counts[name]}
              least={limit.least}
              most={limit.most}
              onChange={(value) => setCounts({ ...counts, [name]: value })}
            />
          );
        })}
        {chosen?.hasSides === true ? (
          <label className="field">
            Side
            <select value={side} onChange={({ target }) => setSide(target.value)}>
              <option value="">Not named</option>
              <option value="left">Left</option>
              <option value="right">Right</option>
              <option value="both">Both sides</option>
            </select>
          </label>
        ) : null}
        <label className="field">
          Reminder at
          <input type="time" value={at} onChange={({ target }) => setAt(target.value)} />
        </label>
      </div>
      <label className="field">
        Note
        <input
          value={note}
          maxLength={300}
          autoComplete="off"
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <p className="small soft">What you leave empty is as the routine begins: the lower end of its dose.</p>
      <div className="row">
        <button type="submit" className="react-aria-Button primary">
          {item === null ? "Add to the plan" : "Save the change"}
        </button>
        <Press onPress={onCancel}>Cancel</Press>
      </div>
    </form>
  );
}

type CountProps = {
  label: string;
  value: string;
  least: number;
  most: number;
  onChange: (value: string) => void;
};

function Count({ label, value, least, most, onChange }: CountProps) {
  return (
    <label className="field">
      {label}
      <input
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

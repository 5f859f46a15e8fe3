import { type LocalDate, type RoutineDone, sameNameKey, type Table, tables } from "@unclench/record";
import { type FormEvent, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { type Diary, saved, useRows } from "../record/useDiary.ts";
import { triggerNames, triggerWords } from "./triggerNames.ts";

type WhatElseProps = { diary: Diary; date: LocalDate; today: LocalDate; say: (what: string) => void };

const afterwards = [
  ["easier", "Easier afterwards"],
  ["same", "The same afterwards"],
  ["worse", "Worse afterwards"],
] as const;

/** Triggers, missed doses and routines of the day. Each touch is kept at once, and a second one takes it back. */
export function WhatElse({ diary, date, today, say }: WhatElseProps) {
  const triggers = useRows(diary, tables.trigger).filter((row) => row.date === date);
  const missed = useRows(diary, tables.missedDose).filter((row) => row.date === date);
  const allDone = useRows(diary, tables.routineDone);
  const done = allDone.filter((row) => row.date === date);
  const [problem, setProblem] = useState<string | null>(null);
  const { record } = diary;
  if (record === null) return null;
  const running = diary.treatments.filter(
    ({ start, stop }) => start <= date && (stop === null || stop >= date),
  );
  const named = (kind: string): string[] =>
    running.filter((row) => row.kind === kind).map((row) => row.treatment);
  const taken = named("medicine");
  const listed = taken.length > 0 ? taken : diary.medicines.map(({ text }) => text);
  const medicines = distinct([...listed, ...missed.map(({ medicine }) => medicine)]);
  const routines = distinct([...named("session"), ...allDone.slice(-40).map(({ routine }) => routine)]);
  const own = distinct(triggers.map(({ trigger }) => trigger)).filter((name) => !(name in triggerNames));
  const keep = async (what: Promise<string | null>, words: string) => {
    const failed = await what;
    setProblem(failed);
    if (failed === null) say(words);
  };
  const toggle = (table: Table, entry: object, row: { id: string } | undefined, words: string) =>
    row === undefined
      ? keep(saved(record.put(table, { ...entry, date }, today)), `${words}: kept.`)
      : keep(saved(record.remove(table, row.id)), `${words}: taken back.`);
  const after = (row: RoutineDone, value: NonNullable<RoutineDone["after"]>) =>
    keep(
      saved(
        record.put(tables.routineDone, { ...row, after: row.after === value ? null : value }, today, row.id),
      ),
      `${row.routine}: kept.`,
    );
  /** Kept as the field is left; nothing in it is "not known". */
  const minutesOf = (row: RoutineDone, typed: string) => {
    const minutes = typed.trim() === "" ? null : Number(typed);
    return minutes === row.minutes
      ? undefined
      : keep(
          saved(record.put(tables.routineDone, { ...row, minutes }, today, row.id)),
          `${row.routine}: kept.`,
        );
  };
  return (
    <details className="card">
      <summary>What else happened: triggers, missed doses, routines</summary>
      <p className="soft">Each touch is kept at once. A second touch takes it back. None of it is needed.</p>
      <Problem>{problem}</Problem>
      <div className="card-rows">
        <fieldset className="plain stack">
          <legend>
            <h2>What may have made it worse?</h2>
          </legend>
          <div className="row">
            {[...Object.keys(triggerNames), ...own].map((trigger) => {
              const row = triggers.find((one) => one.trigger === trigger);
              return (
                <Press
                  key={trigger}
                  pressed={row !== undefined}
                  isDisabled={diary.readOnly}
                  onPress={() => void toggle(tables.trigger, { trigger }, row, triggerWords(trigger))}
                >
                  {triggerWords(trigger)}
                </Press>
              );
            })}
          </div>
          <OwnWords
            label="Something else"
            onKeep={(trigger) => void toggle(tables.trigger, { trigger }, undefined, trigger)}
          />
        </fieldset>
        <fieldset className="plain stack">
          <legend>
            <h2>Was a dose missed?</h2>
          </legend>
          <div className="row">
            {medicines.map((medicine) => {
              const row = missed.find((one) => sameNameKey(one.medicine) === sameNameKey(medicine));
              return (
                <Press
                  key={medicine}
                  pressed={row !== undefined}
                  isDisabled={diary.readOnly}
                  onPress={() => void toggle(tables.missedDose, { medicine }, row, `${medicine} missed`)}
                >
                  Missed: {medicine}
                </Press>
              );
            })}
          </div>
          <OwnWords
            label="Another medicine that was missed"
            onKeep={(medicine) =>
              void toggle(tables.missedDose, { medicine }, undefined, `${medicine} missed`)
            }
          />
        </fieldset>
        <fieldset className="plain stack">
          <legend>
            <h2>Which routine was done?</h2>
          </legend>
          <div className="row">
            {routines.map((routine) => {
              const row = done.find((one) => sameNameKey(one.routine) === sameNameKey(routine));
              return (
                <Press
                  key={routine}
                  pressed={row !== undefined}
                  isDisabled={diary.readOnly}
                  onPress={() => void toggle(tables.routineDone, { routine }, row, routine)}
                >
                  Done: {routine}
                </Press>
              );
            })}
          </div>
          {done.map((row) => (
            <fieldset key={row.id} className="plain row">
              <legend className="field-name">{row.routine}, afterwards</legend>
              {afterwards.map(([value, words]) => (
                <Press
                  key={value}
                  pressed={row.after === value}
                  isDisabled={diary.readOnly}
                  onPress={() => void after(row, value)}
                >
                  {words}
                </Press>
              ))}
              <label className="field minutes-done">
                Minutes of {row.routine}
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={1440}
                  disabled={diary.readOnly}
                  defaultValue={row.minutes ?? ""}
                  onBlur={({ target }) => void minutesOf(row, target.value)}
                />
              </label>
            </fieldset>
          ))}
          <OwnWords
            label="Another routine"
            onKeep={(routine) => void toggle(tables.routineDone, { routine }, undefined, routine)}
          />
        </fieldset>
      </div>
    </details>
  );
}

/** Names that differ but for capitals and blanks, as they were first written. */
const distinct = (names: readonly string[]): string[] =>
  [...new Map(names.toReversed().map((name) => [sameNameKey(name), name])).values()].toReversed();

type OwnWordsProps = { label: string; onKeep: (text: string) => void };

function OwnWords({ label, onKeep }: OwnWordsProps) {
  const [text, setText] = useState("");
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    onKeep(text.trim());
    setText("");
  };
  return (
    <form className="row own-words" onSubmit={keep}>
      <label className="field">
        {label}
        <input
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <button type="submit" className="react-aria-Button" aria-label={`Keep: ${label}`}>
        Keep
      </button>
    </form>
  );
}

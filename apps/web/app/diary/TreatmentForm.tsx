import { treatmentNames } from "@unclench/knowledge";
import {
  isLocalDate,
  type LocalDate,
  type PersonalRecord,
  type Treatment,
  type TreatmentKind,
  treatmentKinds,
} from "@unclench/record";
import { useId, useRef, useState } from "react";
import { FormEnd } from "../controls/FormEnd.tsx";
import { Press } from "../controls/Press.tsx";
import { saved } from "../record/useDiary.ts";
import { numberOf } from "../words/numbers.ts";
import { kindWords } from "./kindWords.ts";

type TreatmentFormProps = {
  record: PersonalRecord;
  /** The row that is changed, or null for a new one. */
  row: Treatment | null;
  /** A new row of the same treatment: another dose, another injection. */
  like: Treatment | null;
  today: LocalDate;
  /** Names that the person has written before. */
  known: readonly string[];
  onSaved: (name: string) => void;
  /** a new one turned out to be an injection, which has a form of its own */
  onInjection: (name: string) => void;
  onCancel: () => void;
};

export function TreatmentForm({
  record,
  row,
  like,
  today,
  known,
  onSaved,
  onInjection,
  onCancel,
}: TreatmentFormProps) {
  const names = useId();
  const [name, setName] = useState(row?.treatment ?? like?.treatment ?? "");
  const [kind, setKind] = useState<TreatmentKind>(row?.kind ?? like?.kind ?? "medicine");
  const [start, setStart] = useState<string>(row?.start ?? today);
  const [stop, setStop] = useState<string>(row?.stop ?? "");
  const [dose, setDose] = useState(row?.dose?.toString() ?? "");
  const [unit, setUnit] = useState(row?.unit ?? like?.unit ?? "");
  const [taken, setTaken] = useState(row?.taken ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useRef(false);
  const injection = kind === "injection";
  const save = async () => {
    if (saving.current) return;
    const amount = numberOf(dose);
    if (!isLocalDate(start)) {
      setProblem(injection ? "The day it was given is missing." : "The first day is missing.");
      return;
    }
    if (!injection && stop !== "" && !isLocalDate(stop)) {
      setProblem("The last day is not a date: correct it, or leave it empty if it goes on.");
      return;
    }
    if (Number.isNaN(amount)) {
      setProblem(`The dose “${dose.trim()}” is not a number: write digits only and the unit beside it.`);
      return;
    }
    saving.current = true;
    const failed = await saved(
      record.putTreatment(
        {
          treatment: name,
          kind,
          start,
          stop: injection || !isLocalDate(stop) ? null : stop,
          dose: amount,
          unit,
          taken: injection ? null : taken,
          treatmentId: row?.treatmentId ?? null,
        },
        row?.id,
      ),
    );
    saving.current = false;
    setProblem(failed);
    if (failed === null) onSaved(name.trim());
  };
  return (
    <form
      className="card"
      aria-label={row === null ? "A new treatment" : `Change ${row.treatment}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="field">
        Name, as you call it
        <input
          value={name}
          list={names}
          autoComplete="off"
          maxLength={200}
          onChange={({ target: { value } }) => setName(value)}
        />
      </label>
      <datalist id={names}>
        {[...new Set([...known, ...treatmentNames])].map((entry) => (
          <option key={entry} value={entry} />
        ))}
      </datalist>
      <fieldset className="plain stack">
        <legend className="field-name">What is it?</legend>
        <div className="row">
          {treatmentKinds.map((entry) => (
            <Press
              key={entry}
              pressed={entry === kind}
              onPress={() =>
                entry === "injection" && row === null ? onInjection(name.trim()) : setKind(entry)
              }
            >
              {kindWords[entry]}
            </Press>
          ))}
        </div>
      </fieldset>
      <div className="columns">
        <label className="field">
          {injection ? "Day it was given" : "First day"}
          <input type="date" value={start} onChange={({ target: { value } }) => setStart(value)} />
        </label>
        {injection ? null : (
          <label className="field">
            Last day (empty: it goes on)
            <input type="date" value={stop} onChange={({ target: { value } }) => setStop(value)} />
          </label>
        )}
      </div>
      <div className="columns">
        <label className="field">
          {injection ? "Dose (may be empty)" : "Dose a day (may be empty)"}
          <input
            inputMode="decimal"
            autoComplete="off"
            value={dose}
            onChange={({ target: { value } }) => setDose(value)}
          />
        </label>
        <label className="field">
          Unit, such as mg, units or minutes
          <input
            value={unit}
            autoComplete="off"
            maxLength={50}
            onChange={({ target: { value } }) => setUnit(value)}
          />
        </label>
      </div>
      {injection ? null : (
        <div className="stack">
          <label className="field">
            When in the day, if doses differ (may be empty)
            <textarea
              rows={2}
              value={taken}
              aria-describedby={`${names}-taken`}
              onChange={({ target: { value } }) => setTaken(value)}
            />
          </label>
          <p className="soft small" id={`${names}-taken`}>
            A time and its dose: 08:00 5; 14:00 5; 22:00 10. A dose of some days only: mon thu 22:00 20. It is
            added up for you, so the field above may stay empty.
          </p>
        </div>
      )}
      <p className="soft small">
        Write down what was agreed with the people who treat you. This page never suggests a dose.
      </p>
      <FormEnd problem={problem} onCancel={onCancel} />
    </form>
  );
}

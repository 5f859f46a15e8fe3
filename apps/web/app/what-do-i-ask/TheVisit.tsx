import { wishChoices } from "@unclench/answers/wish-choices";
import { isLocalDate, type LocalDate, type PersonalRecord, tables } from "@unclench/record";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { saved, useRows } from "../record/useDiary.ts";

type TheVisitProps = {
  record: PersonalRecord;
  today: LocalDate;
  disabled: boolean;
  say: (what: string) => void;
};

/** When the visit is, and what the person wants to speak about: both change what is offered. */
export function TheVisit({ record, today, disabled, say }: TheVisitProps) {
  const [sheet] = useRows({ record }, tables.visitSheet);
  const [problem, setProblem] = useState<string | null>(null);
  const wished = sheet?.wishes.map(({ situation }) => situation) ?? [];
  const wish = async (situation: string, wanted: boolean) => {
    const next = wanted ? [...wished, situation] : wished.filter((one) => one !== situation);
    const failed = await saved(
      record.put(tables.visitSheet, { wishes: next.map((id) => ({ situation: id })) }, today),
    );
    setProblem(failed);
    if (failed === null) say("Saved.");
  };
  return (
    <section className="card no-print" aria-labelledby="visit">
      <h2 id="visit">My visit</h2>
      <NextVisit record={record} today={today} disabled={disabled} say={say} />
      <fieldset className="plain">
        <legend>I want to speak about</legend>
        <div className="ticks">
          {wishChoices.map(({ id, name }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                disabled={disabled}
                checked={wished.includes(id)}
                onChange={({ target }) => void wish(id, target.checked)}
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <Problem>{problem}</Problem>
    </section>
  );
}

function NextVisit({ record, today, disabled, say }: TheVisitProps) {
  const [date, setDate] = useState("");
  const [person, setPerson] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (!isLocalDate(date)) {
      setProblem("The day is missing: choose it.");
      return;
    }
    const failed = await saved(record.put(tables.appointment, { date, with: person }, today));
    setProblem(failed);
    if (failed !== null) return;
    setDate("");
    setPerson("");
    say("The visit is written down.");
  };
  return (
    <details>
      <summary>Write down a visit</summary>
      <div className="stack">
        <label className="field">
          Day
          <input type="date" value={date} min={today} onChange={({ target }) => setDate(target.value)} />
        </label>
        <label className="field">
          Whom I see
          <input
            type="text"
            value={person}
            autoComplete="off"
            onChange={({ target }) => setPerson(target.value)}
          />
        </label>
        <Problem>{problem}</Problem>
        <p>
          <Press isDisabled={disabled} onPress={() => void save()}>
            Save the visit
          </Press>
        </p>
      </div>
    </details>
  );
}

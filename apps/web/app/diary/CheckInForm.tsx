import { measureWords } from "@unclench/answers/measure-words";
import {
  type CheckIn,
  type LocalDate,
  type Measure,
  measures,
  type PersonalRecord,
  sameAsYesterday,
} from "@unclench/record";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { ZeroToTen } from "../controls/ZeroToTen.tsx";
import { saved } from "../record/useDiary.ts";

type Ratings = Record<Measure, number | null>;
/** `count` is what stands in the field: spasms counted that day, or nothing. */
export type Draft = Ratings & { note: string; count: string };

/** What was chosen for a day and not saved yet: looking at another day must not lose it. */
export type Drafts = Map<LocalDate, Draft>;

type CheckInFormProps = {
  record: PersonalRecord;
  date: LocalDate;
  today: LocalDate;
  known: CheckIn | null;
  drafts: Drafts;
  disabled: boolean;
  onSaved: () => void;
};

const questions: Readonly<Record<Measure, string>> = {
  stiffness: "Stiffness",
  spasms: "Spasms",
  pain: "Pain",
  sleep: "Trouble with sleep",
};

const ratingsOf = (entry: Partial<Ratings> | null): Ratings => ({
  stiffness: entry?.stiffness ?? null,
  spasms: entry?.spasms ?? null,
  pain: entry?.pain ?? null,
  sleep: entry?.sleep ?? null,
});

/** Two rows and Save; pain, sleep and a note one touch below, and open at once for whoever uses them. */
export function CheckInForm({ record, date, today, known, drafts, disabled, onSaved }: CheckInFormProps) {
  const [draft, setDraft] = useState<Draft>(
    () =>
      drafts.get(date) ?? {
        ...ratingsOf(known),
        note: known?.note ?? "",
        count: String(known?.spasmCount ?? ""),
      },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [usesMore] = useState(() =>
    record
      .checkIns()
      .some(({ pain, sleep, note, spasmCount }) =>
        [pain, sleep, note, spasmCount].some((value) => value !== null),
      ),
  );
  const dayBefore = sameAsYesterday(record.checkIns(), date);
  const empty =
    draft.note.trim() === "" &&
    draft.count.trim() === "" &&
    measures.every((measure) => draft[measure] === null);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    drafts.set(date, next);
    setDraft(next);
    setProblem(null);
  };
  const save = async () => {
    if (empty && known === null) {
      setProblem("Nothing is filled in yet: choose a number in at least one row.");
      return;
    }
    const { count, ...rest } = draft;
    const spasmCount = count.trim() === "" ? null : Number(count);
    if (!/^\s*\d*\s*$/.test(count)) {
      setProblem("The number of spasms must be a whole number.");
      return;
    }
    // A day from which everything was taken away is a day that is not filled in.
    const failed = await saved(
      empty ? record.removeCheckIn(date) : record.putCheckIn({ date, ...rest, spasmCount }, today),
    );
    setProblem(failed);
    if (failed !== null) return;
    drafts.delete(date);
    onSaved();
  };
  const row = (measure: Measure) => (
    <ZeroToTen
      label={questions[measure]}
      low={measureWords[measure].low}
      high={measureWords[measure].high}
      value={draft[measure]}
      onChange={(value) => change({ [measure]: value })}
    />
  );
  return (
    <section className="card" aria-label="The day in numbers">
      {dayBefore !== null && known === null ? (
        <div className="row">
          <Press onPress={() => change(ratingsOf(dayBefore))}>Same as the day before</Press>
        </div>
      ) : null}
      {row("stiffness")}
      {row("spasms")}
      <details open={usesMore}>
        <summary>Pain, sleep and a note</summary>
        <div className="card-rows">
          {row("pain")}
          {row("sleep")}
          <label className="field">
            Spasms counted, if you count them
            <input
              inputMode="numeric"
              value={draft.count}
              onChange={({ target: { value } }) => change({ count: value })}
            />
          </label>
          <label className="field">
            Note
            <textarea
              rows={2}
              value={draft.note}
              onChange={({ target: { value } }) => change({ note: value })}
            />
          </label>
        </div>
      </details>
      {problem === null ? null : (
        <p className="notice warn" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Press primary isDisabled={disabled} onPress={() => void save()}>
          {known === null ? "Save" : "Save the change"}
        </Press>
        {known?.backfilled ? <span className="soft small">Filled in later, from memory.</span> : null}
      </div>
    </section>
  );
}

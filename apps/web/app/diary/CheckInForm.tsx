import { type CheckIn, type LocalDate, type PersonalRecord, sameAsYesterday, tables } from "@unclench/record";
import { useCallback, useEffect, useRef, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { useSettings } from "../hands/useSettings.ts";
import { saved } from "../record/useDiary.ts";
import { CheckInMore, RatingRow } from "./CheckInMore.tsx";
import { type Draft, type Drafts, draftOf, isEmptyDraft, ratingsOf } from "./draft.ts";
import { askAhead, nowHere } from "./now.ts";

type CheckInFormProps = {
  record: PersonalRecord;
  date: LocalDate;
  today: LocalDate;
  /** the check-in that is changed, or null for a new one */
  known: CheckIn | null;
  /** the day has another one already */
  further: boolean;
  drafts: Drafts;
  disabled: boolean;
  /** the id of what was saved, or null if it was taken away */
  onSaved: (id: string | null) => void;
};

/** Two rows and Save; everything else one touch below, and open at once for whoever uses it. */
export function CheckInForm(props: CheckInFormProps) {
  const { record, date, today, known, further, drafts, disabled, onSaved } = props;
  const key = known?.id ?? `new ${date}`;
  const [draft, setDraft] = useState<Draft>(() => drafts.get(key) ?? draftOf(known));
  const [problem, setProblem] = useState<string | null>(null);
  const [usesMore, setUsesMore] = useState(() => record.checkIns().slice(-60).some(saysMore));
  useEffect(askAhead, []);
  const { plainMode } = useSettings();
  const [step, setStep] = useState<"stiffness" | "spasms" | "rest">("stiffness");
  const dayBefore = sameAsYesterday(record.checkIns(), date);
  const goals = record
    .rows(tables.goal)
    .filter(({ from, until }) => from <= date && (until === null || until >= date));
  const empty = isEmptyDraft(draft);
  const latest = useRef(draft);
  // The same function for as long as the form is that of one check-in, so that a row that did not change is not drawn again.
  const change = useCallback(
    (part: Partial<Draft>) => {
      latest.current = { ...latest.current, ...part };
      drafts.set(key, latest.current);
      setDraft(latest.current);
      setProblem(null);
      // One thing at a time: the answer to one question brings the next.
      setStep((now) => {
        if (part.stiffness !== undefined && now === "stiffness") return "spasms";
        return part.spasms !== undefined && now !== "stiffness" ? "rest" : now;
      });
    },
    [drafts, key],
  );
  const write = async (): Promise<{ failed: string | null; id: string | null }> => {
    const { count, ...rest } = draft;
    const spasmCount = count.trim() === "" ? null : Number(count);
    const entry = { date, ...rest, spasmCount };
    if (known !== null)
      // A check-in from which everything was taken away is none.
      return empty
        ? { failed: await saved(record.removeCheckIn(known.id)), id: null }
        : { failed: await saved(record.putCheckIn(entry, today, known.id)), id: known.id };
    if (date !== today) return { failed: await saved(record.putCheckIn(entry, today)), id: date };
    const added = record.addCheckIn({ ...entry, ...nowHere() }, today);
    const failed = await saved(added);
    const done = await added;
    return { failed, id: done.ok ? done.value : null };
  };
  const save = async () => {
    if (empty && known === null) {
      setProblem("Nothing is filled in yet: choose a number in at least one row.");
      return;
    }
    if (!/^\s*\d*\s*$/.test(draft.count)) {
      setProblem("The number of spasms must be a whole number.");
      return;
    }
    const { failed, id } = await write();
    setProblem(failed);
    if (failed !== null) return;
    drafts.delete(key);
    onSaved(id);
  };
  const shows = (row: typeof step): boolean => !plainMode || step === row;
  return (
    <section className="card" aria-label="The day in numbers">
      {dayBefore !== null && known === null && !further ? (
        <div className="row">
          <Press
            onPress={() => {
              change(ratingsOf(dayBefore));
              setStep("rest");
            }}
          >
            Same as the day before
          </Press>
        </div>
      ) : null}
      {shows("stiffness") ? <RatingRow rating="stiffness" value={draft.stiffness} onChange={change} /> : null}
      {shows("spasms") ? <RatingRow rating="spasms" value={draft.spasms} onChange={change} /> : null}
      {plainMode && step !== "rest" ? (
        <div className="row">
          <Press onPress={() => setStep(step === "stiffness" ? "spasms" : "rest")}>Leave it out</Press>
        </div>
      ) : null}
      {plainMode && step === "rest" ? (
        <p>
          Stiffness: {draft.stiffness ?? "left out"}. Spasms: {draft.spasms ?? "left out"}.
        </p>
      ) : null}
      {shows("rest") ? (
        <details open={usesMore && !plainMode} onToggle={(event) => setUsesMore(event.currentTarget.open)}>
          <summary>More: pain, sleep, tiredness, mood, a note</summary>
          {usesMore ? <CheckInMore draft={draft} goals={goals} further={further} onChange={change} /> : null}
        </details>
      ) : null}
      {problem === null ? null : (
        <p className="notice warn" role="alert">
          {problem}
        </p>
      )}
      {shows("rest") ? (
        <div className="row">
          <Press primary isDisabled={disabled} onPress={() => void save()}>
            {known === null ? "Save" : "Save the change"}
          </Press>
          {plainMode ? <Press onPress={() => setStep("stiffness")}>Begin again</Press> : null}
          {known?.backfilled ? <span className="soft small">Filled in later, from memory.</span> : null}
        </div>
      ) : null}
    </section>
  );
}

const saysMore = ({ pain, sleep, tiredness, mood, note, spasmCount }: CheckIn): boolean =>
  [pain, sleep, tiredness, mood, note, spasmCount].some((value) => value !== null);

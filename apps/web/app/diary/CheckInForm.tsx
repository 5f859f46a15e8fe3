import { type CheckIn, type LocalDate, type PersonalRecord, sameAsYesterday, tables } from "@unclench/record";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { useSettings } from "../hands/useSettings.ts";
import { ownRecord } from "../record/ownRecord.ts";
import { saved } from "../record/useDiary.ts";
import { CheckInMore, RatingRow } from "./CheckInMore.tsx";
import { type Draft, type Drafts, draftKey, draftOf, isEmptyDraft, ratingsOf } from "./draft.ts";
import { askAhead, nowHere } from "./now.ts";

type CheckInFormProps = {
  /** null until the diary is open */
  record: PersonalRecord | null;
  date: LocalDate;
  today: LocalDate;
  /** the check-in that is changed, or null for a new one */
  known: CheckIn | null;
  /** the day has another one already */
  further: boolean;
  drafts: Drafts;
  disabled: boolean;
  say: (what: string) => void;
  /** whether "More" was opened or closed by hand, for every form of the page; null: it was not touched */
  moreOpened: boolean | null;
  onMore: (open: boolean) => void;
  /** the id of what was saved, or null if it was taken away */
  onSaved: (id: string | null) => void;
};

/** Two rows and Save; everything else one touch below, and open at once for whoever uses it. */
export function CheckInForm(props: CheckInFormProps) {
  const { record, date, today, known, further, drafts, disabled, say, moreOpened, onMore, onSaved } = props;
  const key = draftKey(known?.id ?? null, date);
  const [draft, setDraft] = useState<Draft>(() => drafts.get(key) ?? draftOf(known));
  const [problem, setProblem] = useState<string | null>(null);
  const saysMoreLately = useMemo(() => record?.checkIns().slice(-60).some(saysMore) ?? false, [record]);
  // Nothing unfolds by itself under a hand that has begun.
  const usesMore = moreOpened ?? (saysMoreLately && !drafts.has(key));
  useEffect(askAhead, []);
  const fold = useRef<HTMLDetailsElement>(null);
  // It may have been opened before the page was awake.
  useEffect(() => {
    if (fold.current?.open === true) onMore(true);
  }, [onMore]);
  const { plainMode } = useSettings();
  const [step, setStep] = useState<"stiffness" | "spasms" | "rest">("stiffness");
  const dayBefore = record === null ? null : sameAsYesterday(record.checkIns(), date);
  const goals =
    record
      ?.rows(tables.goal)
      .filter(({ from, until }) => from <= date && (until === null || until >= date)) ?? [];
  const latest = useRef(draft);
  const [touched, setTouched] = useState(false);
  // Nothing was begun yet: the form takes in the check-in that is there.
  const [shownKey, setShownKey] = useState(key);
  if (key !== shownKey) {
    setShownKey(key);
    if (!touched) {
      latest.current = drafts.get(key) ?? draftOf(known);
      setDraft(latest.current);
    }
  }
  // The written page does not know the day: what was begun in it belongs to the day that it turns out to be.
  useEffect(() => {
    if (touched) drafts.set(key, latest.current);
  }, [drafts, key, touched]);
  // The same function for as long as the form is that of one check-in, so that a row that did not change is not drawn again.
  const change = useCallback(
    (part: Partial<Draft>) => {
      setTouched(true);
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
  const write = async (record: PersonalRecord): Promise<{ failed: string | null; id: string | null }> => {
    const { count, ...rest } = latest.current;
    const spasmCount = count.trim() === "" ? null : Number(count);
    const entry = { date, ...rest, spasmCount };
    if (known !== null)
      // A check-in from which everything was taken away is none.
      return isEmptyDraft(latest.current)
        ? { failed: await saved(record.removeCheckIn(known.id)), id: null }
        : { failed: await saved(record.putCheckIn(entry, today, known.id)), id: known.id };
    if (date !== today) return { failed: await saved(record.putCheckIn(entry, today)), id: date };
    const added = record.addCheckIn({ ...entry, ...nowHere() }, today);
    const failed = await saved(added);
    const done = await added;
    return { failed, id: done.ok ? done.value : null };
  };
  const notSaved = (why: string) => {
    setProblem(why);
    say("Not saved.");
  };
  const save = async () => {
    if (isEmptyDraft(latest.current) && known === null) {
      setProblem("Nothing is filled in yet: choose a number in at least one row.");
      return;
    }
    if (!/^\s*\d*\s*$/.test(latest.current.count)) {
      setProblem("The number of spasms must be a whole number.");
      return;
    }
    say("Saving …");
    const own = record === null ? await ownRecord() : { ok: true as const, record };
    if (!own.ok) {
      notSaved(own.sentence);
      return;
    }
    const { failed, id } = await write(own.record);
    if (failed !== null) {
      notSaved(failed);
      return;
    }
    setProblem(null);
    drafts.delete(key);
    // What is saved is begun no longer: the form follows what the diary holds.
    setTouched(false);
    onSaved(id);
  };
  const shows = (row: typeof step): boolean => !plainMode || step === row;
  return (
    <section className="card" aria-label="The day in numbers">
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
        <details
          ref={fold}
          open={usesMore && !plainMode}
          onToggle={(event) => onMore(event.currentTarget.open)}
        >
          <summary>More: pain, sleep, tiredness, mood, a note</summary>
          {usesMore ? <CheckInMore draft={draft} goals={goals} further={further} onChange={change} /> : null}
        </details>
      ) : null}
      <Problem>{problem}</Problem>
      {shows("rest") ? (
        <div className="row">
          <Press primary isDisabled={disabled} onPress={() => void save()}>
            {known === null ? "Save" : "Save the change"}
          </Press>
          {dayBefore !== null && known === null && !further ? (
            <Press
              onPress={() => {
                change(ratingsOf(dayBefore));
                setStep("rest");
              }}
            >
              Same as the day before
            </Press>
          ) : null}
          {plainMode ? <Press onPress={() => setStep("stiffness")}>Begin again</Press> : null}
          {known?.time == null ? null : <span className="soft small">The check-in of {known.time}.</span>}
          {known?.backfilled ? <span className="soft small">Filled in later, from memory.</span> : null}
        </div>
      ) : null}
    </section>
  );
}

const saysMore = ({ pain, sleep, tiredness, mood, note, spasmCount }: CheckIn): boolean =>
  [pain, sleep, tiredness, mood, note, spasmCount].some((value) => value !== null);

import type { CheckIn, LocalDate } from "@unclench/record";
import { useState } from "react";
import { Link } from "react-router";
import { Press } from "../../controls/Press.tsx";
import { saved } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { dayWords } from "../../words/dates.ts";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "My days · Unclench" },
  { name: "description", content: "Every day that you have filled in, to read, change or remove." },
];

const PAGE = 30;

const figure = (rating: number | null): string => (rating === null ? "–" : String(rating));

/** All days, newest first. */
export default function Entries() {
  const { diary, today, say } = useDiaryScreen();
  const hydrated = useHydrated();
  const [shown, setShown] = useState(PAGE);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = diary.entries.toReversed();
  const remove = async (date: LocalDate) => {
    if (diary.record === null) return;
    const failed = await saved(diary.record.removeCheckIn(date));
    setProblem(failed);
    if (failed === null) say(`${dayWords(date, today)} is removed.`);
  };
  return (
    <>
      <div className="intro">
        <h1>My days</h1>
      </div>
      {problem === null ? null : (
        <p className="notice warn" role="alert">
          {problem}
        </p>
      )}
      {!hydrated || diary.state !== "ready" ? null : newest.length === 0 ? (
        <section className="card">
          <p>Nothing yet: three check-ins draw your first line.</p>
          <div className="row">
            <Link className="button primary" to="/diary">
              Check in
            </Link>
            <Link className="button" to="/diary/data">
              Bring in a file
            </Link>
          </div>
        </section>
      ) : (
        <>
          <ul className="days">
            {newest.slice(0, shown).map((entry) => (
              <Day
                key={entry.date}
                entry={entry}
                today={today}
                disabled={diary.readOnly}
                onRemove={() => void remove(entry.date)}
              />
            ))}
          </ul>
          <p className="soft">
            {Math.min(shown, newest.length)} of {newest.length} {newest.length === 1 ? "day" : "days"} shown.
          </p>
          {shown < newest.length ? (
            <p>
              <Press onPress={() => setShown((before) => before + PAGE)}>Show older days</Press>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

type DayProps = { entry: CheckIn; today: LocalDate; disabled: boolean; onRemove: () => void };

function Day({ entry, today, disabled, onRemove }: DayProps) {
  const name = dayWords(entry.date, today);
  return (
    <li className="card day">
      <h2>{name}</h2>
      <dl>
        <div>
          <dt>Stiffness</dt>
          <dd>{figure(entry.stiffness)}</dd>
        </div>
        <div>
          <dt>Spasms</dt>
          <dd>{figure(entry.spasms)}</dd>
        </div>
        <div>
          <dt>Pain</dt>
          <dd>{figure(entry.pain)}</dd>
        </div>
        <div>
          <dt>Sleep</dt>
          <dd>{figure(entry.sleep)}</dd>
        </div>
        {entry.spasmCount === null ? null : (
          <div>
            <dt>Counted</dt>
            <dd>{entry.spasmCount}</dd>
          </div>
        )}
      </dl>
      <div className="row">
        <Link className="button" to={`/diary?day=${entry.date}`} aria-label={`Change ${name}`}>
          Change
        </Link>
        <Press aria-label={`Remove ${name}`} isDisabled={disabled} onPress={onRemove}>
          Remove
        </Press>
      </div>
      {entry.note === null ? null : <p className="note">{entry.note}</p>}
      {entry.backfilled ? <p className="soft small">Filled in later, from memory.</p> : null}
    </li>
  );
}

import type { CheckIn, LocalDate } from "@unclench/record";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { DayCard } from "../../diary/DayCard.tsx";
import { Month, monthBefore, monthOf } from "../../diary/Month.tsx";
import { saved } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { dayWords } from "@unclench/answers/dates";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "My days · Unclench" },
  { name: "description", content: "Every day that you have filled in, to read, change or remove." },
];

/** Check-ins that are drawn at once: ten years stay fluid. */
const PAGE = 30;

/** From the first check-in's month to this one, newest first. */
function monthsOf(entries: readonly CheckIn[], today: LocalDate): string[] {
  const first = monthOf(entries[0]?.date ?? today);
  const months: string[] = [];
  const last = monthOf(entries.at(-1)?.date ?? today);
  for (let month = last > monthOf(today) ? last : monthOf(today); month >= first; month = monthBefore(month))
    months.push(month);
  return months;
}

/** A month as a calendar, and the days up to its end, newest first. */
export default function Entries() {
  const { diary, today, say } = useDiaryScreen();
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState(PAGE);
  const [problem, setProblem] = useState<string | null>(null);
  const { entries } = diary;
  const month = chosen ?? monthOf(today);
  const months = useMemo(() => monthsOf(entries, today), [entries, today]);
  const days = useMemo(() => new Set(entries.map(({ date }) => date)).size, [entries]);
  const { newest, older } = useMemo(() => {
    // Days written for tomorrow, as files may hold them, stand on top of the newest month.
    const until = chosen === null ? entries : entries.filter(({ date }) => monthOf(date) <= month);
    return { newest: until.slice(-shown).toReversed(), older: until.length - shown };
  }, [entries, chosen, month, shown]);
  const ofMonth = useMemo(() => entries.filter(({ date }) => monthOf(date) === month), [entries, month]);
  const daysShown = new Set(newest.map(({ date }) => date)).size;
  const remove = async (entry: CheckIn) => {
    if (diary.record === null) return;
    const failed = await saved(diary.record.removeCheckIn(entry.id));
    setProblem(failed);
    if (failed === null) say(`${dayWords(entry.date, today)} is removed.`);
  };
  return (
    <>
      <div className="intro">
        <h1>My days</h1>
      </div>
      <Problem>{problem}</Problem>
      {!hydrated || diary.state !== "ready" ? null : entries.length === 0 ? (
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
          <Month
            month={month}
            today={today}
            months={months}
            checkIns={ofMonth}
            onChange={(next) => {
              setChosen(next);
              setShown(PAGE);
            }}
          />
          <ul className="days">
            {newest.map((entry) => (
              <DayCard
                key={entry.id}
                entry={entry}
                today={today}
                disabled={diary.readOnly}
                onRemove={() => void remove(entry)}
              />
            ))}
          </ul>
          <p className="soft">
            {daysShown} of {days} {days === 1 ? "day" : "days"} shown.
          </p>
          {older > 0 ? (
            <p>
              <Press onPress={() => setShown((before) => before + PAGE)}>Show older days</Press>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

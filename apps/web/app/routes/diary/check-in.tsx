import { addDays, isLocalDate, type LocalDate } from "@unclench/record";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { CheckInForm, type Drafts } from "../../diary/CheckInForm.tsx";
import { DayChoice } from "../../diary/DayChoice.tsx";
import { TestToday } from "../../is-it-helping/KeptTests.tsx";
import { useHydrated } from "../../record/useHydrated.ts";
import { dayWords } from "../../words/dates.ts";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "Check in · Unclench" },
  {
    name: "description",
    content: "Rate today from 0 to 10. It takes under ten seconds and stays on this device.",
  },
];

/** One question: how was the day? */
export default function CheckIn() {
  const { diary, today, say, undone } = useDiaryScreen();
  const [search, setSearch] = useSearchParams();
  const hydrated = useHydrated();
  const [drafts] = useState<Drafts>(() => new Map());
  const wanted = search.get("day");
  const date: LocalDate = isLocalDate(wanted) && wanted <= today ? wanted : today;
  const known = diary.record?.checkIn(date) ?? null;
  const yesterday = addDays(today, -1);
  const missedYesterday =
    date === today && diary.entries.length > 0 && !diary.entries.some((entry) => entry.date === yesterday);
  const title =
    date === today
      ? "How was today?"
      : date === yesterday
        ? "How was yesterday?"
        : `How was ${dayWords(date, today)}?`;
  return (
    <>
      <div className="intro">
        <h1>{hydrated ? title : "How was today?"}</h1>
        <p className="lead">0 is the good end of every row. What you leave out counts as not known.</p>
      </div>
      {hydrated && diary.state === "ready" && diary.record !== null ? (
        <>
          <TestToday diary={diary} today={today} />
          <DayChoice
            date={date}
            today={today}
            onChange={(day) => setSearch(day === today ? {} : { day }, { preventScrollReset: true })}
          />
          <CheckInForm
            // A new form for another day, and after an undo: it starts from what is saved.
            key={`${date} ${undone}`}
            record={diary.record}
            date={date}
            today={today}
            known={known}
            drafts={drafts}
            disabled={diary.readOnly}
            onSaved={() => say(`Saved for ${dayWords(date, today)}.`)}
          />
          <p className="soft">
            {diary.entries.length === 0
              ? "Nothing yet: three check-ins draw your first line."
              : `${diary.entries.length} ${diary.entries.length === 1 ? "day" : "days"} in your diary.`}{" "}
            {missedYesterday ? (
              <Link to={`/diary?day=${yesterday}`}>Yesterday is still empty: fill it in</Link>
            ) : null}
          </p>
          <div className="row">
            <Link className="button" to="/is-it-helping">
              Is it helping me?
            </Link>
            {diary.entries.length === 0 ? (
              <Link className="button" to="/is-it-helping?example">
                Look at an example
              </Link>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}

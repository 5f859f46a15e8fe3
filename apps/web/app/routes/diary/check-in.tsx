import {
  addDays,
  type CheckIn,
  checkInsOf,
  daysWritten,
  isLocalDate,
  type LocalDate,
  localDateOf,
} from "@unclench/record";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { ForCarer } from "../../settings/ForCarer.tsx";
import { Press } from "../../controls/Press.tsx";
import { CheckInForm } from "../../diary/CheckInForm.tsx";
import { DayChoice } from "../../diary/DayChoice.tsx";
import { type Drafts, draftKey } from "../../diary/draft.ts";
import { minutesOf, timeNow } from "../../diary/now.ts";
import { Rhythm } from "../../diary/Rhythm.tsx";
import { WhatElse } from "../../diary/WhatElse.tsx";
import { TestToday } from "../../is-it-helping/KeptTests.tsx";
import { useHydrated } from "../../record/useHydrated.ts";
import { dayWords } from "@unclench/answers/dates";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "Check in · Unclench" },
  {
    name: "description",
    content: "Rate today from 0 to 10. It takes under ten seconds and stays on this device.",
  },
];

/**
 * Who comes back soon means the check-in that is there; who comes back much later means another one. Either can be chosen
 * with one touch, so a wrong guess costs nothing.
 */
const SOON_MINUTES = 240;

const NEW = "new";

/**
 * A new check-in that was saved stays in the form in which it was made: nothing is drawn anew, and whoever goes by keyboard
 * stays where they are.
 */
type Grown = { readonly id: string; readonly form: string; readonly undone: number };

/** Which check-in of the day is shown at first: an id, or a new one. */
function firstShown(ofDay: readonly CheckIn[], date: LocalDate, today: LocalDate): string {
  const last = ofDay.at(-1);
  if (last === undefined) return NEW;
  if (date !== today || last.time === null) return last.id;
  return minutesOf(timeNow()) - minutesOf(last.time) > SOON_MINUTES ? NEW : last.id;
}

/**
 * One question: how was the day?
 *
 * [Note: The form is there first] It is part of the written page and takes numbers before any script runs (finish/wake.ts gives
 * them again) and before the diary is open, which takes a while once it holds ten years. What is begun in it stays in it;
 * nothing that comes later moves it, and saving waits until the diary is open.
 */
export default function CheckInScreen() {
  const { diary, say, undone, ...screen } = useDiaryScreen();
  const [search, setSearch] = useSearchParams();
  const hydrated = useHydrated();
  const [drafts] = useState<Drafts>(() => new Map());
  const [firstDay] = useState(() => localDateOf(new Date()));
  // The written page shows no day; whoever presses Save while it is taken over means the day it is.
  const today = hydrated ? screen.today : firstDay;
  const wanted = search.get("day");
  const date: LocalDate = isLocalDate(wanted) && wanted <= today ? wanted : today;
  const [firstDate] = useState(date);
  const ofDay = checkInsOf(diary.entries, date);
  const [picked, setPicked] = useState<{ date: LocalDate; id: string } | null>(null);
  const [grown, setGrown] = useState<Grown | null>(null);
  const [saves, setSaves] = useState(0);
  const [moreOpened, setMoreOpened] = useState<boolean | null>(null);
  const begun = drafts.has(draftKey(null, date));
  const shownFirst = begun ? NEW : firstShown(ofDay, date, today);
  const asked = picked?.date === date ? picked.id : (search.get("entry") ?? shownFirst);
  const known = ofDay.find(({ id }) => id === asked) ?? null;
  // A new form for another check-in, and after an undo: it starts from what is saved.
  const grew = grown !== null && grown.id === known?.id && grown.undone === undone;
  const day = date === firstDate ? "first" : date;
  // The form of the written page takes in the check-in that the day turns out to have; it is not put in its place.
  const isFirst = day === "first" && picked === null && saves === 0 && undone === 0 && !search.has("entry");
  const form = grew ? grown.form : isFirst ? NEW : `${day} ${known?.id ?? `${NEW} ${saves}`} ${undone}`;
  const yesterday = addDays(today, -1);
  const title =
    date === today
      ? "How was today?"
      : date === yesterday
        ? "How was yesterday?"
        : `How was ${dayWords(date, today)}?`;
  const opened = diary.state === "ready" && diary.record !== null;
  const days = daysWritten(diary.entries);
  return (
    <>
      <div className="intro">
        <h1>{hydrated ? title : "How was today?"}</h1>
      </div>
      {diary.state === "failed" ? null : (
        <div className="needs-script card-rows" data-early={hydrated ? undefined : ""}>
          <CheckInForm
            key={form}
            record={opened ? diary.record : null}
            date={date}
            today={today}
            known={known}
            further={ofDay.some(({ id }) => id !== known?.id)}
            drafts={drafts}
            disabled={diary.readOnly}
            say={say}
            moreOpened={moreOpened}
            onMore={setMoreOpened}
            onSaved={(id) => {
              setPicked(id === null ? null : { date, id });
              setGrown(id === null ? null : { id, form, undone });
              setSaves(saves + 1);
              say(`Saved for ${dayWords(date, today)}.`);
            }}
          />
          <DayChoice
            date={hydrated ? date : null}
            today={today}
            onChange={(chosen) =>
              setSearch(chosen === today ? {} : { day: chosen }, { preventScrollReset: true })
            }
          />
          <p className="soft">0 is the good end of every row. What you leave out counts as not known.</p>
          <ForCarer on="checkIn" />
          <p className="soft" role="status">
            {opened ? daysWords(days) : "Opening your diary …"}
          </p>
        </div>
      )}
      {opened ? (
        <>
          <TestToday diary={diary} today={today} />
          <Several
            ofDay={ofDay}
            shown={known?.id ?? NEW}
            mayAdd={date === today}
            onPick={(id) => setPicked({ date, id })}
          />
          <WhatElse key={date} diary={diary} date={date} today={today} say={say} />
          <Rhythm diary={diary} today={today} say={say} />
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

const daysWords = (days: number): string | null =>
  days === 0 ? null : `${days} ${days === 1 ? "day" : "days"} in your diary.`;

type SeveralProps = {
  ofDay: readonly CheckIn[];
  shown: string;
  mayAdd: boolean;
  onPick: (id: string) => void;
};

const timeWords = ({ time }: CheckIn): string => (time === null ? "no time" : time);

/** The check-ins that the day has, and another one. */
function Several({ ofDay, shown, mayAdd, onPick }: SeveralProps) {
  if (ofDay.length === 0 || (ofDay.length === 1 && !mayAdd)) return null;
  return (
    <fieldset className="plain row">
      <legend className="field-name">This day’s check-ins</legend>
      {ofDay.map((entry) => (
        <Press key={entry.id} pressed={entry.id === shown} onPress={() => onPick(entry.id)}>
          {timeWords(entry)}: stiffness {entry.stiffness ?? "–"}, spasms {entry.spasms ?? "–"}
        </Press>
      ))}
      {mayAdd ? (
        <Press pressed={shown === NEW} onPress={() => onPick(NEW)}>
          Another check-in
        </Press>
      ) : null}
    </fieldset>
  );
}

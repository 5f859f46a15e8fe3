import type { LocalDate } from "@unclench/record";
import { useState } from "react";
import { createSaying, type Saying, useSaid } from "../../record/saying.ts";
import { Link, NavLink, Outlet, useLocation, useOutletContext } from "react-router";
import { CannotWrite, WorthKnowing } from "../../record/RecordNotices.tsx";
import { UndoBar } from "../../record/UndoBar.tsx";
import { type Diary, useDiary, useToday } from "../../record/useDiary.ts";

/** What each screen of the diary works with. */
export type DiaryScreen = {
  readonly diary: Diary;
  readonly today: LocalDate;
  /** Says what was just saved, beside Undo. */
  readonly say: (what: string) => void;
  /** Rises with every undo, so that a form shows again what is saved. */
  readonly undone: number;
};

export const useDiaryScreen = (): DiaryScreen => useOutletContext<DiaryScreen>();

/** The frame of all diary screens: the way between them, what is not as usual, and Undo. */
export default function DiaryFrame() {
  const { pathname } = useLocation();
  // Pages are written with a slash at the end and read without one; both are this screen.
  const checkingIn = pathname.replace(/\/$/, "") === "/diary";
  const diary = useDiary(false);
  const today = useToday();
  const [saying] = useState(createSaying);
  const [undone, setUndone] = useState(0);
  const context: DiaryScreen = { diary, today, say: saying.say, undone };
  return (
    <>
      <nav className="tabs" aria-label="Diary">
        <Link to="/diary" aria-current={checkingIn ? "page" : undefined}>
          Check in
        </Link>
        <NavLink to="/diary/entries">My days</NavLink>
        <NavLink to="/diary/timeline">Timeline</NavLink>
        <NavLink to="/diary/treatments">My treatments</NavLink>
        <NavLink to="/diary/measurements">Measurements</NavLink>
        <NavLink to="/diary/appointments">Appointments</NavLink>
        <NavLink to="/diary/data">Save or bring in</NavLink>
      </nav>
      <CannotWrite diary={diary} />
      {checkingIn ? null : <WorthKnowing diary={diary} />}
      <noscript>
        <p className="notice">Your diary is kept by this browser itself, so this page needs JavaScript.</p>
      </noscript>
      {diary.state === "loading" && !checkingIn ? (
        <p role="status" className="needs-script">
          Opening your diary …
        </p>
      ) : null}
      <Outlet context={context} />
      {/* A form that is in use already must not move down. */}
      {checkingIn ? <WorthKnowing diary={diary} /> : null}
      <SaidAndUndo diary={diary} saying={saying} onUndone={() => setUndone((before) => before + 1)} />
    </>
  );
}

type SaidAndUndoProps = { diary: Diary; saying: Saying; onUndone: () => void };

/** Listens by itself: what is said must not draw the screen above anew. */
function SaidAndUndo({ diary, saying, onUndone }: SaidAndUndoProps) {
  return (
    <UndoBar
      diary={diary}
      said={useSaid(saying)}
      onUndone={() => {
        saying.say("Taken back.");
        onUndone();
      }}
    />
  );
}

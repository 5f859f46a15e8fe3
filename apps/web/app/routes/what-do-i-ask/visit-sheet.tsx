import "../../styles/ask.css";
import "@unclench/answers/visit-sheet.css";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { ExampleBanner } from "../../record/ExampleBanner.tsx";
import { RecordNotices } from "../../record/RecordNotices.tsx";
import { UndoBar } from "../../record/UndoBar.tsx";
import { useDiary, useToday } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { SheetChoices } from "../../what-do-i-ask/SheetChoices.tsx";
import { SheetView } from "../../what-do-i-ask/SheetView.tsx";
import { useAsking, useSnapshot } from "../../worker/useAsking.ts";

export const meta = () => [
  { title: "Visit sheet · Unclench" },
  {
    name: "description",
    content: "One page for your next appointment: questions, trend, doses, verdicts. It prints on one leaf.",
  },
];

export default function VisitSheetPage() {
  const [search, setSearch] = useSearchParams();
  const hydrated = useHydrated();
  const example = hydrated && search.has("example");
  const diary = useDiary(example);
  const today = useToday();
  const snapshot = useSnapshot(diary.record);
  const { found, failed } = useAsking(snapshot, today);
  const [said, setSaid] = useState<string | null>(null);
  const back = example ? "/what-do-i-ask?example" : "/what-do-i-ask";
  return (
    <div className="visit stack">
      <div className="intro no-print">
        <h1>Visit sheet</h1>
        <p className="lead">
          One page for ten minutes, and one with the figures for the clinician. It is made on this device.
          Look at it before you hand it over.
        </p>
      </div>
      <div className="no-print stack">
        {example ? <ExampleBanner onClose={() => setSearch({})} /> : null}
        <RecordNotices diary={diary} />
      </div>
      <noscript>
        <p className="notice">
          The sheet is made by this browser itself, so this page needs JavaScript. Questions to choose from
          can be read without it: <a href="/what-do-i-ask">What do I ask?</a>
        </p>
      </noscript>
      {failed === null ? null : (
        <p className="notice warn" role="alert">
          The sheet could not be made ({failed}). Load the page again.
        </p>
      )}
      {hydrated && diary.record !== null && found !== null ? (
        <>
          {snapshot?.role === "caring" ? (
            <p className="notice no-print">
              The sheet shows what the person you care for wrote down. Ask them what may stand on it.
            </p>
          ) : null}
          <PrintButton>Print the sheet</PrintButton>
          <SheetView sheet={found.sheet} />
          <SheetChoices
            record={diary.record}
            entries={diary.entries}
            today={today}
            disabled={diary.readOnly}
            say={setSaid}
          />
        </>
      ) : failed === null && diary.state !== "failed" ? (
        <p role="status" className="needs-script no-print">
          Making your sheet …
        </p>
      ) : null}
      <p className="no-print">
        <Link className="button" to={back}>
          Change the questions
        </Link>
      </p>
      <UndoBar diary={diary} said={said} onUndone={() => setSaid("Taken back.")} />
    </div>
  );
}

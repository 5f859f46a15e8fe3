import { ForCarer } from "../../settings/ForCarer.tsx";
import { type EmergencyCardSheet, emergencyCardSheet } from "@unclench/answers/emergency-card";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { CardForm } from "../../avoid/CardForm.tsx";
import { LOCK_SCREEN, lockScreenPng, lockScreenSvg, svgAddress } from "../../avoid/lockScreen.ts";
import { downloadBlob } from "../../controls/download.ts";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { RecordNotices } from "../../record/RecordNotices.tsx";
import { UndoBar } from "../../record/UndoBar.tsx";
import { type Diary, saved, useDiary, useToday } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";

export const meta = () => [
  { title: "Emergency card · Unclench" },
  {
    name: "description",
    content: "Pump, medicines, contacts and what to tell the crew: on paper and on your lock screen.",
  },
];

export default function EmergencyCardPage() {
  const diary = useDiary(false);
  const today = useToday();
  const hydrated = useHydrated();
  const [said, setSaid] = useState<string | null>(null);
  const [undone, setUndone] = useState(0);
  const sheet = useMemo(() => emergencyCardSheet(diary.emergencyCard, today), [diary.emergencyCard, today]);
  return (
    <div className="on-card">
      <div className="intro">
        <h1>Emergency card</h1>
        <p className="lead">
          What a crew needs to know when you cannot tell. It stays on this device, saves itself, and works
          without a connection.
        </p>
        <ForCarer on="card" />
      </div>
      <RecordNotices diary={diary} />
      <noscript>
        <p className="notice">
          The card is kept by this browser itself, so this page needs JavaScript. What to say stands in “Needs
          help today?”, which works without.
        </p>
      </noscript>
      {!hydrated || diary.state === "loading" ? (
        <p role="status" className="needs-script">
          Opening your card …
        </p>
      ) : null}
      {!hydrated || diary.record === null ? null : (
        <>
          {sheet.due.map((sentence) => (
            <p key={sentence} className="notice warn no-print">
              {sentence}
            </p>
          ))}
          <CardForm key={undone} record={diary.record} disabled={diary.readOnly} say={setSaid} />
          <FromMyList
            diary={diary}
            onTaken={() => {
              setSaid("Your list of medicines is on the card.");
              setUndone((before) => before + 1);
            }}
          />
          <Card sheet={sheet} />
          <LockScreen sheet={sheet} />
          <p className="small soft no-print">
            What to tell the crew is in our own words; no doctor, pharmacist or physiotherapist has checked
            them yet. More: <Link to="/help-today">Needs help today?</Link>
          </p>
        </>
      )}
      <UndoBar
        diary={diary}
        said={said}
        onUndone={() => {
          setSaid("Taken back.");
          setUndone((before) => before + 1);
        }}
      />
    </div>
  );
}

/** The list of "My medicines", onto the card at one touch; the card keeps its own words afterwards. */
function FromMyList({ diary, onTaken }: { diary: Diary; onTaken: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { record, medicines, emergencyCard } = diary;
  const listed = medicines.map(({ text }) => text).join("\n");
  if (record === null || listed === "" || listed === emergencyCard.medicines) return null;
  const take = async () => {
    const failed = await saved(record.putEmergencyCard({ medicines: listed }));
    setProblem(failed);
    if (failed === null) onTaken();
  };
  return (
    <div className="stack no-print">
      <p>
        <Press isDisabled={diary.readOnly} onPress={() => void take()}>
          {emergencyCard.medicines === null
            ? "Put my list of medicines on the card"
            : "Replace the medicines on the card by my list"}
        </Press>
      </p>
      <Problem>{problem}</Problem>
    </div>
  );
}

/** The card as it comes on paper. */
function Card({ sheet }: { sheet: EmergencyCardSheet }) {
  return (
    <section className="stack" aria-labelledby="card">
      <h2 id="card" className="no-print">
        The card
      </h2>
      {sheet.empty ? (
        <p className="card">Nothing yet. What you write above appears here at once.</p>
      ) : (
        <>
          <article className="paper-card" aria-label="Emergency card">
            <h3>In an emergency</h3>
            {sheet.tell.map(({ id, title, text }) => (
              <p key={id} className="tell">
                <b>{title}.</b> {text}
              </p>
            ))}
            <dl>
              {sheet.lines.map(({ id, label, text }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </article>
          <p className="no-print">
            <Press primary onPress={() => window.print()}>
              Print the card
            </Press>
          </p>
          <p className="small soft no-print">It prints on a page of A6, a quarter of a sheet of A4.</p>
        </>
      )}
    </section>
  );
}

function LockScreen({ sheet }: { sheet: EmergencyCardSheet }) {
  const [problem, setProblem] = useState<string | null>(null);
  const svg = useMemo(() => lockScreenSvg(sheet), [sheet]);
  if (sheet.empty) return null;
  const save = async () => {
    const png = await lockScreenPng(svg);
    if (png === null) {
      setProblem("This browser could not draw the picture. Print the card, or try another browser.");
      return;
    }
    setProblem(null);
    downloadBlob("unclench-emergency-card.png", png);
  };
  return (
    <section className="card no-print" aria-labelledby="lock">
      <h2 id="lock">For your lock screen</h2>
      <div className="lock-screen">
        <img
          src={svgAddress(svg)}
          alt="The text of the card, white on black, below room for the clock"
          width={LOCK_SCREEN.width}
          height={LOCK_SCREEN.height}
        />
        <div className="stack">
          <p>
            Save the picture and set it as the picture of your lock screen. Whoever picks up your phone can
            then read it without a code: strangers, too.
          </p>
          <p>
            <Press onPress={() => void save()}>Save the picture</Press>
          </p>
          <p className="small soft">It does not change with the card: save it again after a change.</p>
          <Problem>{problem}</Problem>
        </div>
      </div>
    </section>
  );
}

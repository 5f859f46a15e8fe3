import { diaryCsv, type ImportChoice, recordJson, treatmentsCsv } from "@unclench/record";
import { useRef, useState } from "react";
import { download } from "../../controls/download.ts";
import { Press } from "../../controls/Press.tsx";
import { ImportPreview } from "../../diary/ImportPreview.tsx";
import { type Incoming, receive } from "../../diary/incoming.ts";
import { saved } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "Save a copy or bring in a file · Unclench" },
  {
    name: "description",
    content: "Take your diary with you as CSV or JSON, or bring in a file. Nothing is sent.",
  },
];

export default function Data() {
  const { diary, today, say } = useDiaryScreen();
  const hydrated = useHydrated();
  const { record } = diary;
  if (!hydrated || diary.state !== "ready" || record === null) return <Title />;
  const exports = [
    {
      label: "Days as CSV",
      save: () => download(`unclench-days-${today}.csv`, "text/csv", diaryCsv(diary.entries)),
    },
    {
      label: "Treatments as CSV",
      save: () => download(`unclench-treatments-${today}.csv`, "text/csv", treatmentsCsv(diary.treatments)),
    },
    {
      label: "Everything as JSON",
      save: () => download(`unclench-${today}.json`, "application/json", recordJson(record)),
    },
  ];
  const nothing = record.isEmpty;
  return (
    <>
      <Title />
      <section className="card" aria-labelledby="copy">
        <h2 id="copy">Save a copy</h2>
        <p>
          {nothing
            ? "There is nothing to save yet."
            : "Tables open in any spreadsheet. The JSON file holds everything and can be brought in again, here or on another device."}
        </p>
        <div className="row">
          {exports.map(({ label, save }) => (
            <Press key={label} isDisabled={nothing} onPress={save}>
              {label}
            </Press>
          ))}
        </div>
      </section>
      <BringIn />
      <Remove onRemoved={() => say("Everything was removed from this device.")} />
    </>
  );
}

function Title() {
  return (
    <div className="intro">
      <h1>Save or bring in</h1>
      <p className="lead">Your diary is yours: take it with you. Nothing is sent anywhere.</p>
    </div>
  );
}

function BringIn() {
  const { diary, today, say } = useDiaryScreen();
  const picker = useRef<HTMLInputElement>(null);
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const [choice, setChoice] = useState<ImportChoice["changes"]>("keep-mine");
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const { record } = diary;
  const take = async (file: File) => {
    if (record === null) return;
    setIncoming(null);
    setProblem(null);
    setReading(true);
    try {
      const received = receive(file.name, new Uint8Array(await file.arrayBuffer()), record, today);
      if (received.ok) setIncoming(received.incoming);
      else setProblem(`${received.sentence} Nothing was changed.`);
    } catch {
      // The file was moved or taken away between choosing and reading.
      setProblem(`${file.name} could not be opened: choose it again. Nothing was changed.`);
    }
    setReading(false);
    setChoice("keep-mine");
  };
  const confirm = async () => {
    if (incoming === null) return;
    const failed = await saved(incoming.write(choice));
    setProblem(failed);
    if (failed !== null) return;
    say(`${incoming.name} was brought in.`);
    setIncoming(null);
  };
  return (
    <>
      <section className="card" aria-labelledby="bring">
        <h2 id="bring">Bring in a file</h2>
        <p>
          A diary (<code>date,stiffness,spasms,pain,sleep,note</code>), a list of treatments (
          <code>treatment,kind,start,stop,dose,unit</code>) or a JSON copy. You see what it would change
          first.
        </p>
        <label className="field">
          File (CSV or JSON)
          <input
            ref={picker}
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            disabled={diary.readOnly}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) void take(file);
              // The same file, once corrected, can be chosen again.
              target.value = "";
            }}
          />
        </label>
        <p role="status" aria-live="polite">
          {reading ? "Reading …" : ""}
        </p>
        {problem === null ? null : (
          <p className="notice warn" role="alert">
            {problem}
          </p>
        )}
      </section>
      {incoming === null ? null : (
        <ImportPreview
          incoming={incoming}
          choice={choice}
          disabled={diary.readOnly}
          onChoose={setChoice}
          onConfirm={() => void confirm()}
          onCancel={() => {
            setIncoming(null);
            picker.current?.focus();
          }}
        />
      )}
    </>
  );
}

function Remove({ onRemoved }: { onRemoved: () => void }) {
  const { diary } = useDiaryScreen();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (diary.record === null || diary.record.isEmpty) return null;
  const remove = async () => {
    const failed = await diary.wipe();
    setProblem(failed);
    if (failed !== null) return;
    setAsked(false);
    onRemoved();
  };
  return (
    <section className="card" aria-labelledby="remove">
      <h2 id="remove">Remove everything from this device</h2>
      {problem === null ? null : (
        <p className="notice warn" role="alert">
          {problem}
        </p>
      )}
      {asked ? (
        <>
          <p>
            <b>This cannot be undone.</b> All days, treatments and the emergency card are deleted from this
            browser. Save a copy first if you may want them again.
          </p>
          <div className="row">
            <Press onPress={() => setAsked(false)}>Keep everything</Press>
            <Press onPress={() => void remove()}>Delete all of it</Press>
          </div>
        </>
      ) : (
        <p>
          <Press isDisabled={diary.readOnly} onPress={() => setAsked(true)}>
            Remove everything …
          </Press>
        </p>
      )}
    </section>
  );
}

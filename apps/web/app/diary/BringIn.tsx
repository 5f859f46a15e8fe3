import { type ImportChoice, isBackup } from "@unclench/record";
import type { FhirPreview, ForeignReading } from "@unclench/record/in";
import { useEffect, useRef, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { saved } from "../record/useDiary.ts";
import { useDiaryScreen } from "../routes/diary/frame.tsx";
import { type Reading, startReading } from "../worker/bringing.ts";
import { OpenBackup } from "./Backup.tsx";
import { FhirChoices } from "./FhirChoices.tsx";
import { ForeignImport } from "./ForeignImport.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import { type Incoming, receive } from "./incoming.ts";

type Waiting = { readonly name: string } & (
  | { readonly kind: "ready"; readonly incoming: Incoming }
  | { readonly kind: "foreign"; readonly reading: ForeignReading }
  | { readonly kind: "locked"; readonly bytes: Uint8Array }
  | { readonly kind: "fhir"; readonly preview: FhirPreview }
);

/** Enough to see that a file is a sealed backup. */
const START_BYTES = 64;

/** A file on its way in: read in a worker, shown, chosen, and only then written. */
export function BringIn() {
  const { diary, today, say } = useDiaryScreen();
  const picker = useRef<HTMLInputElement>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [choice, setChoice] = useState<ImportChoice["changes"]>("keep-mine");
  const [problem, setProblem] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const reading = useRef<Reading | null>(null);
  useEffect(() => () => reading.current?.stop(), []);
  const { record } = diary;
  const take = async (file: File) => {
    if (record === null) return;
    reading.current?.stop();
    setWaiting(null);
    setProblem(null);
    setChoice("keep-mine");
    setShare(0);
    try {
      if (isBackup(new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer()))) {
        setWaiting({ name: file.name, kind: "locked", bytes: new Uint8Array(await file.arrayBuffer()) });
        setShare(null);
        return;
      }
    } catch {
      // It went away meanwhile; the reading below says so.
    }
    const started = startReading(file, today, setShare);
    reading.current = started;
    try {
      const read = await started.read;
      if (reading.current !== started) return;
      const received = receive(file.name, read, record);
      if (received.ok) setWaiting({ name: file.name, ...received });
      else setProblem(`${received.sentence} Nothing was changed.`);
    } catch {
      // The file was moved or taken away between choosing and reading.
      setProblem(`${file.name} could not be opened: choose it again. Nothing was changed.`);
    }
    setShare(null);
  };
  const write = async (name: string, writing: ReturnType<Incoming["write"]>) => {
    const failed = await saved(writing);
    setProblem(failed);
    if (failed !== null) return;
    say(`${name} was brought in.`);
    setWaiting(null);
  };
  const cancel = () => {
    setWaiting(null);
    picker.current?.focus();
  };
  return (
    <>
      <section className="card" aria-labelledby="bring">
        <h2 id="bring">Bring in a file</h2>
        <p>
          A diary (<code>date,stiffness,spasms,pain,sleep,note</code>), a list of treatments (
          <code>treatment,kind,start,stop,dose,unit</code>) a JSON copy or a backup; an export of Daylio,
          Bearable, Track &amp; Graph or Apple Health; or medicines and conditions from your hospital (FHIR).
          You see what it would change first.
        </p>
        <label className="field">
          File (CSV or JSON), or the zip file of Apple Health
          <input
            ref={picker}
            type="file"
            accept=".csv,.tsv,.txt,.json,.age,.zip,.xml,text/csv,application/json,application/zip,text/xml"
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
          {share === null ? "" : share === 0 ? "Reading …" : `Reading … ${Math.round(share * 100)} %`}
        </p>
        {share === null ? null : <Press onPress={() => reading.current?.stop()}>Stop reading</Press>}
        <Problem>{problem}</Problem>
      </section>
      {waiting?.kind === "locked" ? (
        <OpenBackup
          name={waiting.name}
          bytes={waiting.bytes}
          onOpened={(content) => void take(new File([content], waiting.name))}
          onCancel={cancel}
        />
      ) : null}
      {waiting?.kind === "ready" ? (
        <ImportPreview
          incoming={waiting.incoming}
          choice={choice}
          disabled={diary.readOnly}
          onChoose={setChoice}
          onConfirm={() => void write(waiting.name, waiting.incoming.write(choice))}
          onCancel={cancel}
        />
      ) : null}
      {waiting?.kind === "foreign" && record !== null ? (
        <ForeignImport
          name={waiting.name}
          reading={waiting.reading}
          record={record}
          today={today}
          choice={choice}
          disabled={diary.readOnly}
          onChoose={setChoice}
          onConfirm={(incoming) => void write(waiting.name, incoming.write(choice))}
          onCancel={cancel}
        />
      ) : null}
      {waiting?.kind === "fhir" && record !== null ? (
        <FhirChoices
          name={waiting.name}
          preview={waiting.preview}
          disabled={diary.readOnly}
          onConfirm={(edits) => void write(waiting.name, record.write(edits))}
          onCancel={cancel}
          record={record}
        />
      ) : null}
    </>
  );
}

import { backupErrorSentence, recordJson, suggestPassphrase } from "@unclench/record";
import { type FormEvent, useEffect, useState } from "react";
import { downloadBlob } from "../controls/download.ts";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import type { Diary } from "../record/useDiary.ts";
import { openedInWorker, sealedInWorker } from "../worker/backups.ts";

const NOT_STARTED =
  "The backup needs a part of this app that could not be loaded: reload the page, then try again.";

/** Everything in one file that opens with a passphrase only. Offered from the first day on. */
export function Backup({ diary, today, nothing }: { diary: Diary; today: string; nothing: boolean }) {
  const [passphrase, setPassphrase] = useState("");
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const kept = useKept();
  const { record } = diary;
  const save = async () => {
    if (record === null || working) return;
    setProblem(null);
    setWorking(true);
    setSaid("Sealing. This takes a few seconds …");
    try {
      const sealed = await sealedInWorker(recordJson(record), passphrase);
      if (sealed.ok) {
        downloadBlob(`unclench-${today}.age`, new Blob([sealed.value], { type: "application/octet-stream" }));
        setSaid(`unclench-${today}.age was handed to your browser. Keep it away from this device.`);
      } else {
        setSaid("");
        setProblem(backupErrorSentence(sealed.error));
      }
    } catch {
      setSaid("");
      setProblem(NOT_STARTED);
    }
    setWorking(false);
  };
  return (
    <section className="card" aria-labelledby="backup">
      <h2 id="backup">Backup with a passphrase</h2>
      <p>
        Your diary is on this device only. If the device is lost, so is the diary. Make a backup on the first
        day, and a new one now and then.
      </p>
      {kept === false ? (
        <p>
          <b>This browser has not promised to keep your diary</b> when the device runs short of room. A backup
          is the answer to that.
        </p>
      ) : null}
      <label className="field">
        Passphrase for the backup
        <input
          type="text"
          value={passphrase}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="passphrase-help"
          onChange={({ target }) => setPassphrase(target.value)}
        />
      </label>
      <p id="passphrase-help">
        Four words of your own, or press the button for one that nobody can guess. Write it down. Without it
        nobody can open the file, and we can't either.
      </p>
      <div className="row">
        <Press
          isDisabled={working}
          onPress={() => setPassphrase(suggestPassphrase(crypto.getRandomValues(new Uint8Array(64))))}
        >
          Suggest a passphrase
        </Press>
        <Press isDisabled={nothing || working} onPress={() => void save()}>
          Save a backup
        </Press>
      </div>
      {nothing ? <p>There is nothing to back up yet.</p> : null}
      <p role="status" aria-live="polite">
        {said}
      </p>
      <Problem>{problem}</Problem>
      <details>
        <summary>How to open it without this app</summary>
        <p>
          The file is an age file, as anyone’s <code>age</code> program opens it:{" "}
          <code>age -d -o diary.json unclench-{today}.age</code>. Inside is the JSON copy.
        </p>
      </details>
    </section>
  );
}

/** A backup that was chosen and waits for its passphrase. Nothing is changed yet. */
export function OpenBackup({
  name,
  bytes,
  onOpened,
  onCancel,
}: {
  name: string;
  bytes: Uint8Array;
  /** What was inside. */
  onOpened: (content: Uint8Array<ArrayBuffer>) => void;
  onCancel: () => void;
}) {
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const open = async () => {
    if (working) return;
    setProblem(null);
    setWorking(true);
    try {
      const opened = await openedInWorker(bytes, passphrase);
      if (opened.ok) return onOpened(opened.value);
      setProblem(`${backupErrorSentence(opened.error, name)} Nothing was changed.`);
    } catch {
      setProblem(NOT_STARTED);
    }
    setWorking(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open();
  };
  return (
    <section className="card" aria-labelledby="locked">
      <h2 id="locked">{name} is a backup with a passphrase</h2>
      <form className="stack" onSubmit={submit}>
        <label className="field">
          Its passphrase
          <input
            type="text"
            value={passphrase}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={({ target }) => setPassphrase(target.value)}
          />
        </label>
        <div className="row">
          <Press primary isDisabled={working} onPress={() => void open()}>
            Open the backup
          </Press>
          <Press onPress={onCancel}>Cancel</Press>
        </div>
      </form>
      <p role="status" aria-live="polite">
        {working ? "Opening. This takes a few seconds …" : ""}
      </p>
      <Problem>{problem}</Problem>
    </section>
  );
}

/** Has the browser promised to keep what is stored? null while it is not known or cannot be asked. */
function useKept(): boolean | null {
  const [kept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setKept, () => {});
  }, []);
  return kept;
}

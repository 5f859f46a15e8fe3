import { diaryCsv, recordJson, treatmentsCsv } from "@unclench/record";
import { useState } from "react";
import { download } from "../../controls/download.ts";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { Backup } from "../../diary/Backup.tsx";
import { BringIn } from "../../diary/BringIn.tsx";
import { TakeOut } from "../../diary/TakeOut.tsx";
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
      <Backup diary={diary} today={today} nothing={nothing} />
      <BringIn />
      <TakeOut />
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
      <Problem>{problem}</Problem>
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

import { useState } from "react";
import { download } from "../controls/download.ts";
import { Press } from "../controls/Press.tsx";
import { useDiaryScreen } from "../routes/diary/frame.tsx";
import { CalendarFile } from "./CalendarFile.tsx";

/** The record for other programs: tables, a clinic's system, a calendar. */
export function TakeOut() {
  const { diary, today } = useDiaryScreen();
  const [name, setName] = useState("");
  const { record } = diary;
  if (record === null) return null;
  const saveTables = async () => {
    const { csvZip, recordCsvFiles } = await import("@unclench/record/out");
    download(`unclench-tables-${today}.zip`, "application/zip", csvZip(recordCsvFiles(record)));
  };
  const saveFhir = async () => {
    const { fhirBundle, fhirContentsOf } = await import("@unclench/record/out");
    const bundle = fhirBundle(fhirContentsOf(record), {
      today,
      now: new Date(),
      newId: () => crypto.randomUUID(),
      ...(name.trim() === "" ? {} : { name: name.trim() }),
    });
    download(`unclench-${today}.fhir.json`, "application/fhir+json", JSON.stringify(bundle));
  };
  return (
    <>
      <section className="card" aria-labelledby="others">
        <h2 id="others">For other programs</h2>
        <p>
          The tables hold everything you wrote, one file for each kind. FHIR is what hospitals’ programs read:
          check-ins, medicines, injections, measurements and conditions.
        </p>
        <div className="row">
          <Press onPress={() => void saveTables()}>All tables (CSV in a zip)</Press>
        </div>
        <label className="field">
          Your name in the FHIR file (empty: none)
          <input
            value={name}
            autoComplete="name"
            maxLength={200}
            onChange={({ target: { value } }) => setName(value)}
          />
        </label>
        <div className="row">
          <Press onPress={() => void saveFhir()}>For a clinic (FHIR)</Press>
        </div>
      </section>
      <CalendarFile record={record} medicines={diary.medicines} today={today} />
    </>
  );
}

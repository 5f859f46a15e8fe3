import type { ImportChoice, LocalDate, PersonalRecord } from "@unclench/record";
import {
  type ForeignChoices,
  type ForeignReading,
  openQuestion,
  type SeriesChoice,
  suggestedChoices,
} from "@unclench/record/in";
import { useMemo, useState } from "react";
import { ForeignScale } from "./ForeignScale.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import { foreignIncoming, type Incoming } from "./incoming.ts";

type ForeignImportProps = {
  name: string;
  reading: ForeignReading;
  record: PersonalRecord;
  today: LocalDate;
  choice: ImportChoice["changes"];
  disabled: boolean;
  onChoose: (choice: ImportChoice["changes"]) => void;
  onConfirm: (incoming: Incoming) => void;
  onCancel: () => void;
};

/** The file of another app: what its values mean here, and under it what that would change. */
export function ForeignImport(props: ForeignImportProps) {
  const { name, reading, record, today } = props;
  const [choices, setChoices] = useState<ForeignChoices>(() => suggestedChoices(reading));
  const incoming = useMemo(
    () => foreignIncoming(name, reading, choices, record, today),
    [name, reading, choices, record, today],
  );
  const open = reading.series.flatMap((series, place) => {
    const choice = choices.series[place];
    return (choice === undefined ? null : openQuestion(series, choice)) ?? [];
  });
  const change = (place: number, choice: SeriesChoice) =>
    setChoices({ ...choices, series: choices.series.with(place, choice) });
  return (
    <>
      <section className="card" aria-labelledby="foreign">
        <h2 id="foreign">{reading.app}: what is what here?</h2>
        <p>
          Every rating here goes from 0, the good end, to 10. {reading.app} counts in its own way, so you say
          what its values mean. What you leave out stays in {reading.app}.
        </p>
        {reading.series.map((series, place) => {
          const choice = choices.series[place];
          return choice === undefined ? null : (
            <ForeignScale
              key={JSON.stringify([series.name, series.kind])}
              series={series}
              choice={choice}
              onChange={(next) => change(place, next)}
            />
          );
        })}
        {reading.notes.length === 0 ? null : (
          <label className="check">
            <input
              type="checkbox"
              checked={choices.notes}
              onChange={({ target }) => setChoices({ ...choices, notes: target.checked })}
            />
            Bring in the notes too
          </label>
        )}
        <div role="status" className="stack">
          {open.map((question) => (
            <p className="notice" key={question}>
              {question}
            </p>
          ))}
        </div>
      </section>
      <ImportPreview
        incoming={incoming}
        choice={props.choice}
        disabled={props.disabled}
        onChoose={props.onChoose}
        onConfirm={() => props.onConfirm(incoming)}
        onCancel={props.onCancel}
      />
    </>
  );
}

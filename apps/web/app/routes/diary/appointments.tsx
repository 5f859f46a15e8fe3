import { tables } from "@unclench/record";
import type { FieldSpec } from "../../diary/rows/FieldInput.tsx";
import { type AnyRow, RowsSection } from "../../diary/rows/RowsSection.tsx";
import { dateWords } from "@unclench/answers/dates";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "Appointments · Unclench" },
  { name: "description", content: "Whom you see and when, kept on this device." },
];

const fields: readonly FieldSpec[] = [
  { name: "date", label: "Day", as: "day" },
  { name: "time", label: "Time (may be empty)", as: "time" },
  {
    name: "with",
    label: "Whom you see",
    as: "line",
    offered: ["Neurologist", "Family doctor", "Physiotherapist", "Injection clinic", "Pump clinic"],
  },
  { name: "place", label: "Where (may be empty)", as: "line" },
  { name: "note", label: "Note (may be empty)", as: "long" },
];

const words = ({ date, time, with: whom, place }: AnyRow): string =>
  [
    dateWords(String(date)) + (time === null ? "" : `, ${String(time)}`),
    String(whom),
    ...(place === null ? [] : [String(place)]),
  ].join(", ");

export default function Appointments() {
  const { today } = useDiaryScreen();
  return (
    <>
      <div className="intro">
        <h1>Appointments</h1>
        <p className="lead">Whom you see and when. Nothing here is sent to anyone.</p>
      </div>
      <RowsSection
        table={tables.appointment}
        title="Your appointments"
        lead="The latest day stands first."
        add="Add an appointment"
        fields={fields}
        words={words}
        start={{ date: today }}
        note={({ note }) => (typeof note === "string" ? <p className="note small">{note}</p> : null)}
        newestFirst
      />
    </>
  );
}

import {
  type LocalDate,
  type Medicine,
  type PersonalRecord,
  readTaken,
  tables,
  type Treatment,
} from "@unclench/record";
import { useState } from "react";
import { download } from "../controls/download.ts";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { dateWords } from "@unclench/answers/dates";

type CalendarFileProps = {
  record: PersonalRecord;
  medicines: readonly Medicine[];
  /** from the emergency card */
  refillOn: LocalDate | null;
  today: LocalDate;
};

/** Reminders for the person's own calendar: chosen one by one, written into a file, never sent. */
export function CalendarFile({ record, medicines, refillOn, today }: CalendarFileProps) {
  const [settings] = record.rows(tables.settings);
  const [checkInAt, setCheckInAt] = useState(settings?.reminderTime ?? "");
  const [appointments, setAppointments] = useState(true);
  const [injections, setInjections] = useState(true);
  const [refill, setRefill] = useState(true);
  const [timesById, setTimesById] = useState<Readonly<Record<string, string>>>(() =>
    timesWritten(record.treatments(), medicines, today),
  );
  const [withNames, setWithNames] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const { calendarFile, isEmptyCalendar, timesOfDay } = await import("@unclench/record/out");
    const doses = [];
    for (const { id, text } of medicines) {
      const times = timesOfDay(timesById[id] ?? "");
      if (!times.ok) {
        setProblem(
          `“${times.error.text}” is no time of day for ${text}: write it as 08:00, several with commas.`,
        );
        return;
      }
      if (times.value.length > 0)
        doses.push({ medicine: text, times: times.value, from: today, until: null });
    }
    const file = calendarFile({
      doses,
      injections: injections ? record.rows(tables.injection) : [],
      appointments: appointments ? record.rows(tables.appointment) : [],
      refillOn: refill ? refillOn : null,
      checkIns:
        checkInAt === "" ? null : { reminderTime: checkInAt, rhythmDays: settings?.rhythmDays ?? null },
      withNames,
      today,
      now: new Date(),
    });
    if (isEmptyCalendar(file)) {
      setProblem("There is nothing to be reminded of yet: write a time, or add an appointment first.");
      return;
    }
    setProblem(null);
    download(`unclench-reminders-${today}.ics`, "text/calendar", file);
  };
  return (
    <section className="card" aria-labelledby="calendar">
      <h2 id="calendar">Reminders for your calendar</h2>
      <p>
        A calendar file that you open with your own calendar. It reminds you even when this page is closed, as
        far as your calendar and your device do; nothing here can promise that. Change something, and save and
        open the file again.
      </p>
      <label className="field">
        Check in at (empty: no reminder)
        <input type="time" value={checkInAt} onChange={({ target: { value } }) => setCheckInAt(value)} />
      </label>
      {medicines.map(({ id, text }) => (
        <label className="field" key={id}>
          {text}: at what times? (empty: no reminder)
          <input
            value={timesById[id] ?? ""}
            autoComplete="off"
            inputMode="text"
            maxLength={200}
            onChange={({ target: { value } }) => setTimesById({ ...timesById, [id]: value })}
          />
        </label>
      ))}
      <Check label="Appointments" checked={appointments} onChange={setAppointments} />
      <Check label="The next injection" checked={injections} onChange={setInjections} />
      {refillOn === null ? null : (
        <Check label={`Refill of the pump by ${dateWords(refillOn)}`} checked={refill} onChange={setRefill} />
      )}
      <Check
        label="Write names of medicines, people and places into it"
        checked={withNames}
        onChange={setWithNames}
      />
      <p>
        Calendars are often copied to a company’s servers and shown on locked screens. Without names they say
        no more than “Reminder”, “Appointment”, “Injection” or “Pump”.
      </p>
      <Problem>{problem}</Problem>
      <div className="row">
        <Press onPress={() => void save()}>Save the calendar file</Press>
      </div>
    </section>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

/** The times that "My treatments" has for a medicine of the list; what is left empty can be filled in here. */
function timesWritten(
  treatments: readonly Treatment[],
  medicines: readonly Medicine[],
  today: LocalDate,
): Readonly<Record<string, string>> {
  const times = medicines.map(({ id, text }): [string, string] => {
    const row = treatments.find(
      ({ treatment, start, stop }) =>
        text.toLowerCase().startsWith(treatment.toLowerCase()) && start <= today && (stop ?? today) >= today,
    );
    const read = readTaken(row?.taken ?? "");
    return [id, read.ok ? [...new Set(read.value.doses.map(({ at }) => at))].join(", ") : ""];
  });
  return Object.fromEntries(times.filter(([, written]) => written !== ""));
}

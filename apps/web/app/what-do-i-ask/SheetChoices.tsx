import { type CheckIn, type LocalDate, type PersonalRecord, tables } from "@unclench/record";
import { useId, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { saved, useRows } from "../record/useDiary.ts";
import { dateWords } from "@unclench/answers/dates";

type SheetChoicesProps = {
  record: PersonalRecord;
  entries: readonly CheckIn[];
  today: LocalDate;
  disabled: boolean;
  say: (what: string) => void;
};

const ticks = [
  ["withSideEffects", "What got worse"],
  ["withAlerts", "Warnings of the check"],
  ["withClinicianPage", "The second page, for the clinician"],
] as const;
/** So many of the latest notes are offered. */
const NOTES_OFFERED = 12;

/** What stands on the sheet. Nothing personal does unless it is chosen here. */
export function SheetChoices({ record, entries, today, disabled, say }: SheetChoicesProps) {
  const [sheet] = useRows({ record }, tables.visitSheet);
  const [problem, setProblem] = useState<string | null>(null);
  const put = async (set: Parameters<typeof record.put<typeof tables.visitSheet.fields>>[1]) => {
    const failed = await saved(record.put(tables.visitSheet, set, today));
    setProblem(failed);
    if (failed === null) say("Saved.");
  };
  const chosen = sheet?.notes.map(({ checkIn }) => checkIn) ?? [];
  const noted = entries
    .filter(({ note }) => note !== null)
    .slice(-NOTES_OFFERED)
    .reverse();
  return (
    <section className="card no-print" aria-labelledby="choices">
      <h2 id="choices">What stands on it</h2>
      <TextField
        label="Name on the sheet"
        hint="As you wish; empty: no name"
        value={sheet?.name ?? ""}
        disabled={disabled}
        onSave={(name) => void put({ name })}
      />
      <TextField
        label="What the visit is about"
        hint="One line"
        value={sheet?.about ?? ""}
        disabled={disabled}
        onSave={(about) => void put({ about })}
      />
      <div className="ticks">
        {ticks.map(([field, label]) => (
          <label key={field} className="check">
            <input
              type="checkbox"
              disabled={disabled}
              checked={sheet?.[field] !== false}
              onChange={({ target }) => void put({ [field]: target.checked })}
            />
            {label}
          </label>
        ))}
      </div>
      {noted.length === 0 ? null : (
        <details>
          <summary>Notes of the diary to print ({chosen.length})</summary>
          <p className="soft">
            A note is printed only if you choose it here. Whoever holds the sheet can read it.
          </p>
          <div className="stack">
            {noted.map(({ id, date, note }) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  disabled={disabled}
                  checked={chosen.includes(id)}
                  onChange={({ target }) => {
                    const next = target.checked ? [...chosen, id] : chosen.filter((one) => one !== id);
                    void put({ notes: next.map((checkIn) => ({ checkIn })) });
                  }}
                />
                <span>
                  {dateWords(date)}: {note}
                </span>
              </label>
            ))}
          </div>
        </details>
      )}
      <Problem>{problem}</Problem>
    </section>
  );
}

type TextFieldProps = {
  label: string;
  hint: string;
  value: string;
  disabled: boolean;
  onSave: (text: string | null) => void;
};

function TextField({ label, hint, value, disabled, onSave }: TextFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const shown = text ?? value;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={shown}
        disabled={disabled}
        maxLength={200}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setText(target.value)}
      />
      <span className="soft small" id={`${id}-hint`}>
        {hint}
      </span>
      {text === null || text === value ? null : (
        <Press
          onPress={() => {
            onSave(text.trim() === "" ? null : text);
            setText(null);
          }}
        >
          {`Save: ${label.toLowerCase()}`}
        </Press>
      )}
    </div>
  );
}

import { type Medicine, type MedicineStatus, medicineStatuses, type PersonalRecord } from "@unclench/record";
import { useId, useRef, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { saved } from "../record/useDiary.ts";
import { useMedicineRead } from "../worker/useAvoiding.ts";
import { DayAmounts } from "./DayAmounts.tsx";
import { statusWords } from "./statusWords.ts";

type MedicineFormProps = {
  record: PersonalRecord;
  /** The medicine that is changed, or null for a new one. */
  medicine: Medicine | null;
  onSaved: (text: string) => void;
  onCancel: (() => void) | null;
};

/** One medicine in the person's own words; how it is read stands below while it is typed. */
export function MedicineForm({ record, medicine, onSaved, onCancel }: MedicineFormProps) {
  const hint = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(medicine?.text ?? "");
  const [status, setStatus] = useState<MedicineStatus>(medicine?.status ?? "current");
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useRef(false);
  const read = useMedicineRead(text);
  const save = async () => {
    if (saving.current) return;
    if (text.trim() === "") {
      setProblem("Write the name of the medicine first, as it stands on the pack.");
      field.current?.focus();
      return;
    }
    saving.current = true;
    const failed = await saved(record.putMedicine({ text, status }, medicine?.id));
    saving.current = false;
    setProblem(failed);
    if (failed !== null) return;
    onSaved(text.trim());
    if (medicine === null) {
      setText("");
      setStatus("current");
      field.current?.focus();
    }
  };
  return (
    <form
      className="card"
      aria-label={medicine === null ? "Add a medicine" : `Change ${medicine.text}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="field">
        Medicine, with how much and how often
        <input
          ref={field}
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          aria-describedby={hint}
          onChange={({ target: { value } }) => setText(value)}
        />
      </label>
      <div id={hint} className="stack" role="status" aria-live="polite">
        {read === null ? (
          <p className="soft small">
            As on the pack: brand or plain name. For example: baclofen 10 mg three times a day.
          </p>
        ) : (
          <p className="small">
            {read.medicines.length === 0 ? "" : "Read as: "}
            {read.readAs}.
          </p>
        )}
      </div>
      {read === null || read.suggestions.length === 0 ? null : (
        <div className="row">
          {read.suggestions.map(({ name, text: instead }) => (
            <Press key={name} onPress={() => setText(instead)}>
              I mean {name}
            </Press>
          ))}
        </div>
      )}
      <DayAmounts
        key={medicine?.id ?? ""}
        onAmounts={(amounts) => setText((before) => `${before.trim()} ${amounts}`.trim())}
      />
      <fieldset className="plain stack">
        <legend className="field-name">How is it with this medicine?</legend>
        <div className="row">
          {medicineStatuses.map((entry) => (
            <Press key={entry} pressed={entry === status} onPress={() => setStatus(entry)}>
              {statusWords[entry]}
            </Press>
          ))}
        </div>
      </fieldset>
      <Problem>{problem}</Problem>
      <div className="row">
        <button type="submit" className="react-aria-Button primary">
          {medicine === null ? "Add" : "Save"}
        </button>
        {onCancel === null ? null : <Press onPress={onCancel}>Cancel</Press>}
      </div>
    </form>
  );
}

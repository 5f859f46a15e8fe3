import { type EmergencyCard, isLocalDate, type PersonalRecord } from "@unclench/record";
import { useEffect, useId, useRef, useState } from "react";
import { Problem } from "../controls/Problem.tsx";
import { saved } from "../record/useDiary.ts";

type Kind = "text" | "lines" | "date" | "tel";
type FieldOf = {
  readonly id: keyof EmergencyCard;
  readonly label: string;
  readonly kind: Kind;
  readonly hint?: string;
};

const sections: readonly { readonly title: string; readonly fields: readonly FieldOf[] }[] = [
  {
    title: "You",
    fields: [
      { id: "holder", label: "Your name", kind: "text" },
      { id: "contacts", label: "People to call", kind: "lines", hint: "One a line, with the number" },
      { id: "emergencyNumber", label: "Emergency number of your country", kind: "tel" },
    ],
  },
  {
    title: "Pump",
    fields: [
      { id: "pump", label: "Maker and model", kind: "text" },
      { id: "pumpDrug", label: "Medicine in it and its strength", kind: "text" },
      { id: "pumpDose", label: "Dose a day, with its unit", kind: "text" },
      { id: "refillOn", label: "Refill due on", kind: "date" },
      { id: "alarmOn", label: "Alarm date", kind: "date", hint: "On the sheet from your last refill" },
      { id: "pumpClinicPhone", label: "Phone of the pump clinic", kind: "tel" },
    ],
  },
  {
    title: "Spinal cord injury",
    fields: [
      { id: "injuryLevel", label: "Level of the injury", kind: "text", hint: "Like T4" },
      {
        id: "usualPressure",
        label: "Usual blood pressure",
        kind: "text",
        hint: "When you are well, like 100/60",
      },
    ],
  },
  {
    title: "Medicines and allergies",
    fields: [
      {
        id: "medicines",
        label: "Medicines",
        kind: "lines",
        hint: "One a line: name, dose, how often. They are not checked here.",
      },
      { id: "allergies", label: "Allergies", kind: "lines" },
    ],
  },
];

/** Typing rests for this long before it is saved; leaving the field saves at once. */
const REST_MS = 1_000;

type CardFormProps = {
  readonly record: PersonalRecord;
  readonly disabled: boolean;
  readonly say: (what: string) => void;
};

/** The fields of the emergency card. Each is saved by itself, as it is left or when typing rests. */
export function CardForm({ record, disabled, say }: CardFormProps) {
  return sections.map(({ title, fields }) => (
    <section className="card no-print" key={title} aria-label={title}>
      <h2>{title}</h2>
      <div className="card-fields">
        {fields.map((field) => (
          <CardField key={field.id} field={field} record={record} disabled={disabled} say={say} />
        ))}
      </div>
    </section>
  ));
}

function CardField({ field, record, disabled, say }: CardFormProps & { readonly field: FieldOf }) {
  const { id, label, kind, hint } = field;
  const [text, setText] = useState<string>(() => record.emergencyCard()[id] ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const fieldId = useId();
  const hintId = useId();
  useEffect(() => () => clearTimeout(timer.current), []);
  const save = async (typed: string) => {
    clearTimeout(timer.current);
    const value = typed.trim() === "" ? null : typed;
    if (value === record.emergencyCard()[id]) return;
    if (kind === "date" && value !== null && !isLocalDate(value)) return;
    const failed = await saved(record.putEmergencyCard({ [id]: value }));
    setProblem(failed);
    if (failed === null) say(`${label}: saved.`);
  };
  const given = {
    id: fieldId,
    value: text,
    disabled,
    autoComplete: "off",
    "aria-describedby": hint === undefined ? undefined : hintId,
    onChange: ({ target }: { target: { value: string } }) => {
      const typed = target.value;
      setText(typed);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(typed), REST_MS);
    },
    onBlur: () => void save(text),
  };
  return (
    <div className="field">
      <label htmlFor={fieldId}>{label}</label>
      {kind === "lines" ? <textarea rows={3} {...given} /> : <input type={kind} {...given} />}
      {hint === undefined ? null : (
        <span className="soft small light" id={hintId}>
          {hint}
        </span>
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}

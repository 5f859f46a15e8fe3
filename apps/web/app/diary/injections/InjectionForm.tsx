import { treatmentNames } from "@unclench/knowledge";
import { type Injection, isLocalDate, type LocalDate, type PersonalRecord, tables } from "@unclench/record";
import { type FormEvent, useRef, useState } from "react";
import { FormEnd } from "../../controls/FormEnd.tsx";
import { saved } from "../../record/useDiary.ts";
import { numberOf } from "../../words/numbers.ts";
import { type Draft, FieldInput, type FieldSpec } from "../rows/FieldInput.tsx";
import { type ChosenMuscle, MuscleChoice, muscleWords } from "./MuscleChoice.tsx";

type InjectionFormProps = {
  record: PersonalRecord;
  row: Injection | null;
  /** a new one of the same product, or with a name that was typed already */
  like: Partial<Pick<Injection, "product" | "muscles" | "guidance" | "clinic">> | null;
  today: LocalDate;
  known: readonly string[];
  onSaved: (product: string) => void;
  onCancel: () => void;
};

export const guidanceWords = {
  ultrasound: "Ultrasound",
  emg: "Muscle sound (EMG)",
  stimulation: "Small currents (stimulation)",
  none: "By hand only",
} as const;

const after: readonly FieldSpec[] = [
  {
    name: "guidance",
    label: "How was the muscle found? (may be empty)",
    as: "choice",
    choices: Object.entries(guidanceWords),
  },
  { name: "clinic", label: "Clinic (may be empty)", as: "line" },
  { name: "next", label: "Next one planned for (may be empty)", as: "day" },
  { name: "note", label: "Note (may be empty)", as: "long" },
];

/** An injection as it was given. Everything but the day and the product may be left out. */
export function InjectionForm({ record, row, like, today, known, onSaved, onCancel }: InjectionFormProps) {
  const [draft, setDraft] = useState<Draft>(() => ({
    date: row?.date ?? today,
    product: row?.product ?? like?.product ?? "",
    guidance: row?.guidance ?? like?.guidance ?? "",
    clinic: row?.clinic ?? like?.clinic ?? "",
    next: row?.next ?? "",
    note: row?.note ?? "",
  }));
  const [muscles, setMuscles] = useState<readonly ChosenMuscle[]>(() =>
    (row?.muscles ?? like?.muscles ?? []).map(({ muscle, side, units }) => ({
      muscle,
      side,
      // Of a new one the units are not those of the last.
      text: row === null ? "" : String(units ?? ""),
    })),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useRef(false);
  const set = (name: string) => (value: string) => setDraft((before) => ({ ...before, [name]: value }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving.current) return;
    const { date = "", product = "", guidance = "", clinic = "", next = "", note = "" } = draft;
    if (!isLocalDate(date)) {
      setProblem("The day it was given is missing.");
      return;
    }
    const wrong = muscles.find(({ text }) => Number.isNaN(numberOf(text)));
    if (wrong !== undefined) {
      setProblem(`${muscleWords(wrong)}: “${wrong.text.trim()}” is not a number. Write digits only.`);
      return;
    }
    saving.current = true;
    const failed = await saved(
      record.put(
        tables.injection,
        {
          date,
          product,
          muscles: muscles.map(({ text, ...muscle }) => ({ ...muscle, units: numberOf(text) })),
          guidance: guidance in guidanceWords ? (guidance as keyof typeof guidanceWords) : null,
          clinic: clinic.trim() === "" ? null : clinic,
          next: isLocalDate(next) ? next : null,
          note: note.trim() === "" ? null : note,
        },
        today,
        row?.id,
      ),
    );
    saving.current = false;
    setProblem(failed);
    if (failed === null) onSaved(product.trim());
  };
  const product: FieldSpec = {
    name: "product",
    label: "Product, as it was called",
    as: "line",
    offered: [...new Set([...known, ...treatmentNames])],
  };
  return (
    <form
      className="card"
      aria-label={row === null ? "A new injection" : `Change ${row.product}`}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <FieldInput spec={product} value={draft.product ?? ""} onChange={set("product")} />
      <FieldInput
        spec={{ name: "date", label: "Day it was given", as: "day" }}
        value={draft.date ?? ""}
        onChange={set("date")}
      />
      <MuscleChoice muscles={muscles} onChange={setMuscles} />
      {after.map((spec) => (
        <FieldInput key={spec.name} spec={spec} value={draft[spec.name] ?? ""} onChange={set(spec.name)} />
      ))}
      <p className="soft small">
        Write down what was given. Units of different products are not the same, and this page never suggests
        any.
      </p>
      <FormEnd problem={problem} onCancel={onCancel} />
    </form>
  );
}

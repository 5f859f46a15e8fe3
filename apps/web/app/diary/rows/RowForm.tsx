import type { EntryError, LocalDate, PersonalRecord, Table, WriteError } from "@unclench/record";
import { type FormEvent, useRef, useState } from "react";
import { FormEnd } from "../../controls/FormEnd.tsx";
import { saved } from "../../record/useDiary.ts";
import { numberOf } from "../../words/numbers.ts";
import { type Draft, FieldInput, type FieldSpec } from "./FieldInput.tsx";

type RowFormProps = {
  record: PersonalRecord;
  table: Table;
  fields: readonly FieldSpec[];
  /** what a new one begins with, or the row that is changed */
  start: Readonly<Record<string, unknown>>;
  /** null: a new row */
  id: string | null;
  title: string;
  today: LocalDate;
  onSaved: () => void;
  onCancel: () => void;
};

const draftOf = (fields: readonly FieldSpec[], row: Readonly<Record<string, unknown>>): Draft =>
  Object.fromEntries(
    fields.map(({ name }) => {
      const value = row[name];
      return [name, value === null || value === undefined ? "" : String(value)];
    }),
  );

/** The form of one row of a table. What is wrong is said by the record; nothing is lost by it. */
export function RowForm({ record, table, fields, start, id, title, today, onSaved, onCancel }: RowFormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(fields, start));
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useRef(false);
  const asked = fields.filter(({ when }) => when === undefined || when(draft));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving.current) return;
    const entry: Record<string, string | number | null> = {};
    for (const { name, as, label } of asked) {
      const text = draft[name] ?? "";
      const value = as === "number" ? numberOf(text) : text.trim() === "" ? null : text;
      if (Number.isNaN(value)) {
        setProblem(`${label}: “${text.trim()}” is not a number. Write digits only.`);
        return;
      }
      entry[name] = value;
    }
    // Fields that no form asks for stay as they were.
    const kept = Object.fromEntries(
      Object.keys(table.fields)
        .filter((name) => !fields.some((field) => field.name === name))
        .map((name) => [name, start[name] ?? null]),
    );
    saving.current = true;
    const written: Promise<{ ok: true; value: string } | { ok: false; error: WriteError | EntryError }> =
      record.put(table, { ...kept, ...entry }, today, id ?? undefined);
    const failed = await saved(written);
    saving.current = false;
    setProblem(failed);
    if (failed === null) onSaved();
  };
  return (
    <form className="card" aria-label={title} noValidate onSubmit={(event) => void save(event)}>
      <h3>{title}</h3>
      {asked.map((spec) => (
        <FieldInput
          key={spec.name}
          spec={spec}
          value={draft[spec.name] ?? ""}
          onChange={(value) => setDraft((before) => ({ ...before, [spec.name]: value }))}
        />
      ))}
      <FormEnd problem={problem} onCancel={onCancel} />
    </form>
  );
}

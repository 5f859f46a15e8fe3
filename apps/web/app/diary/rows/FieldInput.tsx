import { useId } from "react";
import { Press } from "../../controls/Press.tsx";

/** How a field of a table is asked for on the screen. */
export type FieldSpec = {
  /** as in the table */
  readonly name: string;
  readonly label: string;
  readonly as: "line" | "long" | "day" | "time" | "number" | "choice";
  /** of a choice: value and what stands on its button; pressing the chosen one again takes it back */
  readonly choices?: readonly (readonly [value: string, words: string])[];
  /** offered while typing */
  readonly offered?: readonly string[];
  /** asked only if this holds */
  readonly when?: (draft: Draft) => boolean;
  readonly most?: number;
};

/** What stands in each field, as text; empty is "not known". */
export type Draft = Readonly<Record<string, string>>;

const inputTypes = { line: "text", day: "date", time: "time", number: "text" } as const;

type FieldInputProps = { spec: FieldSpec; value: string; onChange: (value: string) => void };

export function FieldInput({ spec, value, onChange }: FieldInputProps) {
  const list = useId();
  const { as, label, choices = [], offered = [], most } = spec;
  if (as === "choice") {
    return (
      <fieldset className="plain stack">
        <legend className="field-name">{label}</legend>
        <div className="row">
          {choices.map(([choice, words]) => (
            <Press
              key={choice}
              pressed={choice === value}
              onPress={() => onChange(choice === value ? "" : choice)}
            >
              {words}
            </Press>
          ))}
        </div>
      </fieldset>
    );
  }
  if (as === "long") {
    return (
      <label className="field">
        {label}
        <textarea rows={3} value={value} onChange={({ target }) => onChange(target.value)} />
      </label>
    );
  }
  return (
    <>
      <label className="field">
        {label}
        <input
          type={inputTypes[as]}
          value={value}
          autoComplete="off"
          {...(as === "number" ? { inputMode: "decimal" as const } : {})}
          {...(as === "line" ? { maxLength: most ?? 200 } : {})}
          {...(offered.length > 0 ? { list } : {})}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      {offered.length > 0 ? (
        <datalist id={list}>
          {offered.map((entry) => (
            <option key={entry} value={entry} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

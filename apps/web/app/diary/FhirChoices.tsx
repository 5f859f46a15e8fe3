import type { Edit, PersonalRecord } from "@unclench/record";
import {
  confirmFhir,
  type FhirChoice,
  type FhirDoubt,
  type FhirPreview,
  fhirSentences,
} from "@unclench/record/in";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";

const doubtWords: Readonly<Record<FhirDoubt, string>> = {
  "status-unknown": "the file does not say whether this is still so",
  "not-confirmed": "not confirmed, says the file",
  finding: "a finding or a circumstance, no illness",
};

type FhirChoicesProps = {
  name: string;
  preview: FhirPreview;
  record: PersonalRecord;
  disabled: boolean;
  onConfirm: (edits: readonly Edit[]) => void;
  onCancel: () => void;
};

/** Medicines and conditions of a file, each to be taken or left. */
export function FhirChoices({ name, preview, record, disabled, onConfirm, onCancel }: FhirChoicesProps) {
  const { choices } = preview;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(choices.filter(({ suggested }) => suggested).map(({ id }) => id)),
  );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const list = (kind: FhirChoice["kind"], title: string) => {
    const ofKind = choices.filter((choice) => choice.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <fieldset className="plain stack">
        <legend className="field-name">{title}</legend>
        {ofKind.map(({ id, text, status, doubt }) => (
          <label className="check" key={id}>
            <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
            <span>
              {text}
              {status === "starting" ? ", to be started" : ""}
              {doubt === null ? null : <i> ({doubtWords[doubt]})</i>}
            </span>
          </label>
        ))}
      </fieldset>
    );
  };
  return (
    <section className="card" aria-labelledby="fhir">
      <h2 id="fhir">{name}: what belongs in your list?</h2>
      <p>
        Medicines go into your list under “What should I avoid?”, conditions into what is said about you
        there. Nothing is changed yet.
      </p>
      {list("medicine", "Medicines")}
      {list("condition", "Conditions")}
      {choices.length === 0 ? <p>There is nothing to bring in.</p> : null}
      {fhirSentences(preview).length === 0 ? null : (
        <ul>
          {fhirSentences(preview).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {choices.length < 2 ? null : (
        <div className="row">
          <Press onPress={() => setChosen(new Set(choices.map(({ id }) => id)))}>Choose all</Press>
          <Press onPress={() => setChosen(new Set())}>Choose none</Press>
        </div>
      )}
      <div className="row">
        {choices.length === 0 ? null : (
          <Press
            primary
            isDisabled={disabled || chosen.size === 0}
            onPress={() =>
              onConfirm(confirmFhir(preview, chosen, record.medicines(), record.circumstances()))
            }
          >
            Bring in what is chosen
          </Press>
        )}
        <Press onPress={onCancel}>{choices.length === 0 ? "Close" : "Cancel"}</Press>
      </div>
    </section>
  );
}

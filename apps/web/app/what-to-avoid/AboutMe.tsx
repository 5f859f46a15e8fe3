import { circumstanceChoices } from "@unclench/answers/circumstances";
import { countryChoices } from "@unclench/answers/country-choices";
import type { Circumstances, CircumstancesEntry, PersonalRecord } from "@unclench/record";
import { type Ref, useRef, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { saved } from "../record/useDiary.ts";

type AboutMeProps = {
  ref: Ref<HTMLDetailsElement>;
  record: PersonalRecord;
  circumstances: Circumstances;
  disabled: boolean;
  say: (what: string) => void;
};

type NumberField = "age" | "egfr" | "alt" | "systolic";
const numbers: readonly (readonly [NumberField, string, string])[] = [
  ["age", "Age in years", ""],
  ["egfr", "Kidney value (eGFR)", "From your last blood test, in ml/min"],
  [
    "alt",
    "Liver test (ALT), as times the upper limit",
    "1 is the upper limit of your laboratory, 2 is twice that",
  ],
  ["systolic", "Upper blood pressure", "The first of the two numbers"],
];

type YesNoField = "pregnant" | "breastfeeding" | "alcohol" | "driving";
const questions: readonly (readonly [YesNoField, string])[] = [
  ["pregnant", "Pregnant?"],
  ["breastfeeding", "Breastfeeding?"],
  ["alcohol", "Do you drink alcohol?"],
  ["driving", "Do you drive?"],
];

const answers = [
  [null, "Not said"],
  [true, "Yes"],
  [false, "No"],
] as const;

/** What changes what to avoid. Each part may stay empty; what is filled in is kept at once. */
export function AboutMe({ ref, record, circumstances, disabled, say }: AboutMeProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async (entry: CircumstancesEntry): Promise<void> => {
    const failed = await saved(record.putCircumstances(entry));
    setProblem(failed);
    if (failed === null) say("Saved.");
  };
  return (
    <details ref={ref}>
      <summary>About me: what changes what to avoid</summary>
      <div className="stack roomy">
        <p className="soft small">Leave empty what you do not know or do not want to say.</p>
        <Problem>{problem}</Problem>
        <div className="columns">
          {numbers.map(([field, label, hint]) => (
            <NumberInput
              key={`${field} ${circumstances[field]}`}
              field={field}
              label={label}
              hint={hint}
              value={circumstances[field]}
              disabled={disabled}
              onValue={(value) => void keep({ [field]: value })}
              onProblem={setProblem}
            />
          ))}
          <label className="field">
            Sex
            <select
              value={circumstances.sex ?? ""}
              disabled={disabled}
              onChange={({ target: { value } }) =>
                void keep({ sex: value === "f" || value === "m" ? value : null })
              }
            >
              <option value="">not said</option>
              <option value="f">female</option>
              <option value="m">male</option>
            </select>
          </label>
          <label className="field">
            Country, for its labels
            <select
              value={circumstances.country ?? ""}
              disabled={disabled}
              onChange={({ target: { value } }) => void keep({ country: value === "" ? null : value })}
            >
              <option value="">not said: the strictest label counts</option>
              {countryChoices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        {questions.map(([field, question]) => (
          <fieldset key={field} className="plain stack">
            <legend className="field-name">{question}</legend>
            <div className="row">
              {answers.map(([value, word]) => (
                <Press
                  key={word}
                  pressed={circumstances[field] === value}
                  isDisabled={disabled}
                  onPress={() => void keep({ [field]: value })}
                >
                  {word}
                </Press>
              ))}
            </div>
          </fieldset>
        ))}
        <WordList
          legend="What I have"
          label="Another condition, in your own words"
          choices={circumstanceChoices.conditions}
          words={circumstances.conditions}
          disabled={disabled}
          onWords={(conditions) => keep({ conditions })}
        />
        <WordList
          legend="What else matters"
          label="Anything else, such as an allergy"
          choices={circumstanceChoices.context}
          words={circumstances.context}
          disabled={disabled}
          onWords={(context) => keep({ context })}
        />
      </div>
    </details>
  );
}

type NumberInputProps = {
  field: NumberField;
  label: string;
  hint: string;
  value: number | null;
  disabled: boolean;
  onValue: (value: number | null) => void;
  onProblem: (sentence: string) => void;
};

function NumberInput({ field, label, hint, value, disabled, onValue, onProblem }: NumberInputProps) {
  const [text, setText] = useState(value?.toString() ?? "");
  const keep = (): void => {
    const tidy = text.trim().replace(",", ".");
    if (tidy === (value?.toString() ?? "")) return;
    if (tidy === "") onValue(null);
    else if (/^\d+(\.\d+)?$/.test(tidy)) onValue(Number(tidy));
    else onProblem(`${label}: “${text.trim()}” is not a number. Write digits only, or leave it empty.`);
  };
  return (
    <label className="field" htmlFor={`about-${field}`}>
      {label}
      <input
        id={`about-${field}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        disabled={disabled}
        aria-describedby={hint === "" ? undefined : `about-${field}-hint`}
        onChange={({ target }) => setText(target.value)}
        onBlur={keep}
        onKeyDown={({ key }) => {
          if (key === "Enter") keep();
        }}
      />
      {hint === "" ? null : (
        <span id={`about-${field}-hint`} className="soft small">
          {hint}
        </span>
      )}
    </label>
  );
}

type WordListProps = {
  legend: string;
  label: string;
  choices: readonly { readonly id: string; readonly name: string }[];
  words: readonly string[];
  disabled: boolean;
  /** Settles once they are saved, or refused. */
  onWords: (words: readonly string[]) => Promise<void>;
};

/** Common ones to tick, and own words beside; both are kept as words. */
function WordList({ legend, label, choices, words: saved, disabled, onWords }: WordListProps) {
  const [own, setOwn] = useState("");
  // Two quick ticks are both meant: the second does not wait for the first to be saved.
  const [ahead, setAhead] = useState<readonly string[] | null>(null);
  const writing = useRef(0);
  const words = ahead ?? saved;
  const change = (next: readonly string[]): void => {
    setAhead(next);
    writing.current += 1;
    void onWords(next).finally(() => {
      writing.current -= 1;
      if (writing.current === 0) setAhead(null);
    });
  };
  const others = words.filter((word) => !choices.some(({ name }) => name === word));
  const add = (): void => {
    if (own.trim() === "") return;
    change([...words, own.trim()]);
    setOwn("");
  };
  return (
    <fieldset className="plain stack">
      <legend className="field-name">{legend}</legend>
      <div className="ticks">
        {choices.map(({ id, name }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={words.includes(name)}
              disabled={disabled}
              onChange={({ target }) =>
                change(target.checked ? [...words, name] : words.filter((word) => word !== name))
              }
            />
            {name}
          </label>
        ))}
      </div>
      {others.map((word) => (
        <div key={word} className="row">
          <span className="grow">{word}</span>
          <Press
            isDisabled={disabled}
            aria-label={`Remove ${word}`}
            onPress={() => change(words.filter((other) => other !== word))}
          >
            Remove
          </Press>
        </div>
      ))}
      <div className="row">
        <label className="field grow">
          {label}
          <input
            value={own}
            autoComplete="off"
            maxLength={200}
            disabled={disabled}
            onChange={({ target }) => setOwn(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
        </label>
        <Press isDisabled={disabled || own.trim() === ""} aria-label={`Add: ${label}`} onPress={add}>
          Add
        </Press>
      </div>
    </fieldset>
  );
}

import { Press } from "../controls/Press.tsx";

type ChoiceProps<Value> = {
  legend: string;
  hint: string | null;
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  disabled: boolean;
  onChoose: (value: Value) => void;
};

/** One of a few, as a row of buttons. */
export function Choice<Value extends string | number | boolean | null>(props: ChoiceProps<Value>) {
  const { legend, hint, options, value, disabled, onChoose } = props;
  return (
    <fieldset className="plain stack">
      <legend>
        <b>{legend}</b>
      </legend>
      {hint === null ? null : <p className="soft">{hint}</p>}
      <div className="row">
        {options.map(({ value: option, label }) => (
          <Press
            key={String(option)}
            pressed={option === value}
            isDisabled={disabled}
            onPress={() => onChoose(option)}
          >
            {label}
          </Press>
        ))}
      </div>
    </fieldset>
  );
}

import { useId } from "react";
import { Press } from "./Press.tsx";

type ZeroToTenProps = {
  label: string;
  low: string;
  high: string;
  value: number | null;
  onChange: (value: number | null) => void;
};

const values = Array.from({ length: 11 }, (_, value) => value);

/** A row of eleven buttons, never a slider. A second touch on the chosen value takes it back: "not known". */
export function ZeroToTen({ label, low, high, value, onChange }: ZeroToTenProps) {
  const id = useId();
  return (
    <fieldset className="plain stack" aria-describedby={id}>
      <legend>
        <h2>{label}</h2>
      </legend>
      <div className="scale-row">
        {values.map((choice) => (
          <Press
            key={choice}
            pressed={choice === value}
            aria-label={choice === 0 ? `0, ${low}` : choice === 10 ? `10, ${high}` : String(choice)}
            onPress={() => onChange(choice === value ? null : choice)}
          >
            {choice}
          </Press>
        ))}
      </div>
      <p className="ends" id={id}>
        <span>0 = {low}</span>
        <span>10 = {high}</span>
      </p>
    </fieldset>
  );
}

import { useState } from "react";
import { Press } from "../controls/Press.tsx";

const times = ["Morning", "Noon", "Evening", "Night"] as const;
const units = ["mg", "tablets", "ml", "sprays"] as const;

/** Digits, or empty for none at that time. */
const isAmount = (text: string): boolean => /^\d{0,4}([.,]\d{1,3})?$/.test(text.trim());

/** A dose that differs over the day, written behind the name as people and pharmacies write it: 10-0-20-0 mg. */
export function DayAmounts({ onAmounts }: { onAmounts: (text: string) => void }) {
  const [amounts, setAmounts] = useState<readonly string[]>(["", "", "", ""]);
  const [unit, setUnit] = useState<(typeof units)[number]>("mg");
  const wrong = amounts.some((amount) => !isAmount(amount));
  const empty = amounts.every((amount) => amount.trim() === "");
  return (
    <details>
      <summary>Different amounts over the day</summary>
      <div className="stack">
        <p className="soft small">
          Leave the dose out above, fill in what you take at each time, and write it in. On other days a
          different amount? Add the medicine once more for those days.
        </p>
        <div className="row">
          {times.map((time, place) => (
            <label key={time} className="field amount">
              {time}
              <input
                inputMode="decimal"
                autoComplete="off"
                value={amounts[place]}
                aria-invalid={!isAmount(amounts[place] ?? "")}
                onChange={({ target: { value } }) =>
                  setAmounts((before) => before.map((amount, at) => (at === place ? value : amount)))
                }
              />
            </label>
          ))}
          <label className="field amount">
            Unit
            <select
              value={unit}
              onChange={({ target: { value } }) => setUnit(units.find((one) => one === value) ?? "mg")}
            >
              {units.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        </div>
        {wrong ? <p className="notice warn">Write digits only, such as 10 or 2.5.</p> : null}
        <p>
          <Press
            isDisabled={wrong || empty}
            onPress={() => {
              onAmounts(`${amounts.map((amount) => amount.trim() || "0").join("-")} ${unit}`);
              setAmounts(["", "", "", ""]);
            }}
          >
            Write it in
          </Press>
        </p>
      </div>
    </details>
  );
}

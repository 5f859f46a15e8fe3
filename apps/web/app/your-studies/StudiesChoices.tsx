import { measureChoices, methodChoices } from "@unclench/answers/studies-choices";
import type { YourStudiesRequest } from "@unclench/answers/your-studies";
import { Press } from "../controls/Press.tsx";

type StudiesChoicesProps = {
  request: YourStudiesRequest;
  treatments: readonly string[];
  disabled: boolean;
  onChange: (part: Partial<YourStudiesRequest>) => void;
};

/** What to compare and how; each change is worked out at once. */
export function StudiesChoices({ request, treatments, disabled, onChange }: StudiesChoicesProps) {
  const { measure, method, model, smallValues, reference } = request;
  return (
    <section className="card no-print needs-script" aria-labelledby="how">
      <h2 id="how">How to compare</h2>
      <div className="choices-grid">
        <label className="field">
          Measure
          <select
            value={measure}
            disabled={disabled}
            onChange={({ target }) => {
              const found = measureChoices.find(({ id }) => id === target.value);
              if (found !== undefined) onChange({ measure: found.id });
            }}
          >
            {measureChoices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          Compare with
          <select
            value={reference ?? ""}
            disabled={disabled}
            onChange={({ target }) => onChange({ reference: target.value === "" ? null : target.value })}
          >
            <option value="">The one in most studies</option>
            {treatments.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          How alike are the studies?
          <select
            value={model === "common" ? "common" : method}
            disabled={disabled}
            onChange={({ target }) => {
              const found = methodChoices.find(({ id }) => id === target.value);
              if (found === undefined) return;
              onChange(found.id === "common" ? { model: "common" } : { model: "random", method: found.id });
            }}
          >
            {methodChoices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <fieldset className="plain">
          <legend className="field-name">Small values are</legend>
          <div className="row">
            <Press
              pressed={smallValues === "good"}
              isDisabled={disabled}
              onPress={() => onChange({ smallValues: "good" })}
            >
              Good
            </Press>
            <Press
              pressed={smallValues === "bad"}
              isDisabled={disabled}
              onPress={() => onChange({ smallValues: "bad" })}
            >
              Bad
            </Press>
          </div>
        </fieldset>
      </div>
    </section>
  );
}

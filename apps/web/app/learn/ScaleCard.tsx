import type { ScaleLine } from "@unclench/answers/learn-scales";
import { useState } from "react";
import { Sources } from "../avoid/Sources.tsx";
import { Press } from "../controls/Press.tsx";
import { FactLine } from "./FactLine.tsx";
import { ScaleDrawing } from "./ScaleDrawing.tsx";

/** One picture at a time, by buttons; no hurry, nothing to drag. */
function Steps({ scale: { name, steps } }: { scale: ScaleLine }) {
  const [place, setPlace] = useState(0);
  const step = steps[place] ?? steps[0];
  if (step === undefined) return null;
  return (
    <div className="grade-steps no-print">
      <fieldset className="row" aria-label={`${name}, choose`}>
        {steps.map(({ label }, at) => (
          <Press key={label} pressed={at === place} onPress={() => setPlace(at)}>
            {label}
          </Press>
        ))}
      </fieldset>
      <div className="grade-now">
        <ScaleDrawing drawn={step.drawn} />
        <p aria-live="polite">
          <b>{step.label}:</b> {step.words}
        </p>
      </div>
    </div>
  );
}

/** A scale: its grades one by one and as a list, what it cannot say, and how large a change has to be. */
export function ScaleCard({ scale }: { scale: ScaleLine }) {
  const { id, name, who, steps, sources, more, cannot, change, missing } = scale;
  return (
    <section className="card scale-card" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>{who}</p>
      <Steps scale={scale} />
      <details className="grade-list" open>
        <summary>All of them in a list</summary>
        <dl>
          {steps.map(({ label, words, drawn }) => (
            <div key={label}>
              <ScaleDrawing drawn={drawn} />
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Sources sources={sources} />
      {more.length === 0 ? null : (
        <ul className="facts">
          {more.map((fact) => (
            <FactLine key={fact.id} fact={fact} />
          ))}
        </ul>
      )}
      <h3>What it cannot say</h3>
      <ul className="facts">
        {cannot.map((fact) => (
          <FactLine key={fact.id} fact={fact} />
        ))}
      </ul>
      <h3>How large a change has to be</h3>
      {missing === null ? null : <p className="notice">{missing}</p>}
      {change.length === 0 ? null : (
        <ul className="facts">
          {change.map((fact) => (
            <FactLine key={fact.id} fact={fact} />
          ))}
        </ul>
      )}
    </section>
  );
}

import type { PlayerPage } from "@unclench/answers/relief-player";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";

type PainPanelProps = {
  page: PlayerPage;
  /** null: it is being noted */
  noted: string | null;
  onSlip: () => void;
};

/** It hurts: the set is over. What to do comes first, what needs help soonest on top. */
export function PainPanel({ page: { pain, routine }, noted, onSlip }: PainPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { dysreflexia } = pain;
  return (
    <div className="stack pain-panel">
      <h2 ref={heading} tabIndex={-1}>
        {pain.first}
      </h2>
      <p>Do not go on with this routine today.</p>
      {pain.groups.map(({ urgency, title, signs }) => (
        <section
          key={urgency}
          className={urgency === "emergency" ? "notice warn" : "card"}
          aria-labelledby={`pain-${urgency}`}
        >
          <h3 id={`pain-${urgency}`}>{title}</h3>
          <dl>
            {signs.map(({ id, text, whatToDo, ours }) => (
              <div key={id}>
                <dt>{text}</dt>
                <dd>
                  {whatToDo}
                  {ours ? <span className="soft"> (Our own words, from no source.)</span> : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section className="notice warn" aria-labelledby="pain-dysreflexia">
        <h3 id="pain-dysreflexia">Spinal cord injury at T6 or above: {dysreflexia.title.toLowerCase()}?</h3>
        <ol>
          {dysreflexia.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <b>Call:</b> {dysreflexia.call}
        </p>
        <p>
          Signs: {dysreflexia.signs.join("; ")}. {dysreflexia.who}
        </p>
      </section>
      {noted === null ? null : <p>{noted}</p>}
      <div className="row">
        <Link className="button" to="/help-today">
          Needs help today?
        </Link>
        <Press onPress={onSlip}>It was a slip: nothing hurts</Press>
        <Link className="button" to={`/relief/${routine}`}>
          About this routine
        </Link>
      </div>
    </div>
  );
}

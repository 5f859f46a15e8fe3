import type { AlertCard, WhatToAvoid } from "@unclench/answers/what-to-avoid";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";
import { Source } from "../pictures/Source.tsx";

/** The report: the gravest first, each with what to do; then what could not be checked. */
export function Alerts({ answer, onFillIn }: { answer: WhatToAvoid; onFillIn: () => void }) {
  // A name that nobody knows stands below, among what could not be checked.
  const known = answer.alerts.filter(({ kind }) => kind !== "unknown-medicine");
  return (
    <>
      <section className="stack" aria-labelledby="found">
        <h2 id="found">What we found</h2>
        <p role="status" aria-live="polite">
          {answer.sentence}
        </p>
        {known.map((alert) => (
          <AlertArticle key={`${alert.ruleId} ${alert.medicines.join()}`} alert={alert} />
        ))}
      </section>
      <section className="card" aria-labelledby="not-checked">
        <h2 id="not-checked">What we could not check</h2>
        <ul>
          {answer.notChecked.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {answer.notChecked.some(({ rules }) => rules.length > 0) ? (
          <p className="no-print">
            <Press onPress={onFillIn}>Fill in what is missing</Press>
          </p>
        ) : null}
      </section>
    </>
  );
}

function AlertArticle({ alert }: { alert: AlertCard }) {
  const id = `alert-${alert.ruleId}`;
  return (
    <article className={`card alert ${alert.grade}`} aria-labelledby={id}>
      <p className="grade">
        <span>{alert.gradeName}</span> <span className="soft">{alert.kindName}</span>
      </p>
      <h3 id={id}>{alert.title}</h3>
      <p>{alert.text}</p>
      <p className="do">{alert.action}</p>
      {alert.assumption === null ? null : <p>{alert.assumption}</p>}
      {alert.grade === "emergency" ? (
        <p className="no-print">
          <Link className="button urgent" to="/help-today">
            Needs help today? All signs and steps
          </Link>
        </p>
      ) : null}
      {alert.sources.length === 0 ? null : (
        <details>
          <summary>How sure is this, and who says so?</summary>
          <div className="stack">
            {alert.sureness === null ? null : <p>{alert.sureness}</p>}
            {alert.conflict === null ? null : <p>{alert.conflict}</p>}
            {alert.sources.map((source) => (
              <Source key={`${source.id} ${source.where}`} source={source} />
            ))}
            <p className="soft small">
              Rule {[alert.ruleId, ...alert.also].join(", ")}. Not yet checked by a pharmacist.
            </p>
          </div>
        </details>
      )}
    </article>
  );
}

import type { HonestLine, ReliefFrame } from "@unclench/answers/relief-page";
import { Link } from "react-router";
import { Sources } from "../avoid/Sources.tsx";

function Lines({ lines }: { lines: readonly HonestLine[] }) {
  return (
    <ul className="wrong-right">
      {lines.map(({ id, title, text, findings }) => (
        <li key={id} className="stack tight">
          <p>
            <b>{title}.</b> {text}{" "}
            <span className="soft">
              How sure: {[...new Set(findings.map(({ certainty }) => certainty))].join("; ")}.
            </span>
          </p>
          <Sources sources={findings.flatMap(({ sources }) => sources)} />
        </li>
      ))}
    </ul>
  );
}

/** What was tested: what does not help, and what may. The page says it without a choice. */
export function WhatHelps({ frame }: { frame: ReliefFrame }) {
  return (
    <>
      <section className="card" aria-labelledby="no-help">
        <h2 id="no-help">What does not help, or not enough to matter</h2>
        <Lines lines={frame.doesNotHelp} />
      </section>
      <section className="card" aria-labelledby="may-help">
        <h2 id="may-help">What may help</h2>
        <Lines lines={frame.mayHelp} />
        <p>
          What does harm has a page of its own:{" "}
          <Link to="/what-to-avoid/stretching">Stretching done wrong</Link>.
        </p>
      </section>
      <section className="card" aria-labelledby="every">
        <h2 id="every">Every routine</h2>
        <p>
          All of them as pictures: <Link to="/relief/all">all routines</Link>. On fixed days of the week:{" "}
          <Link to="/relief/plan">my plan</Link>. Or by place:
        </p>
        {frame.byPlace.map(({ id, name, routines }) => (
          <details key={id}>
            <summary>
              {name} ({routines.length})
            </summary>
            <ul className="choices">
              {routines.map((routine) => (
                <li key={routine.id}>
                  <Link to={`/relief/${routine.id}`}>{routine.name}</Link>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </>
  );
}

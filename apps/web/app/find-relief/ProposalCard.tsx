import type { Company, Proposal } from "@unclench/answers/relief";
import { Link } from "react-router";
import { RoutineFigure } from "../figure/RoutineFigure.tsx";
import { beginAtOnce } from "../relief/beginAtOnce.ts";

/** One proposal: how it looks, why this one, what it takes, what is to be watched, and the way into it. */
export function ProposalCard({ proposal, company }: { proposal: Proposal; company: Company }) {
  const { id, name, because, minutesWords, needsWords, against } = proposal;
  return (
    <article className="card proposal" aria-labelledby={`proposal-${id}`}>
      <div className="proposal-picture">
        <RoutineFigure routine={id} />
      </div>
      <div className="stack">
        <h3 id={`proposal-${id}`}>{name}</h3>
        <p>{because.join(" ")}</p>
        <dl className="takes">
          <div>
            <dt>Takes</dt>
            <dd>{minutesWords}</dd>
          </div>
          <div>
            <dt>Needs</dt>
            <dd>{needsWords}</dd>
          </div>
        </dl>
        <div className="row no-print">
          <Link
            className="button primary"
            to={`/relief/${id}/go?company=${company}`}
            aria-label={`Start: ${name}`}
            onClick={() => beginAtOnce(id)}
          >
            Start
          </Link>
          <Link className="button" to={`/relief/${id}`} aria-label={`Read it: ${name}`}>
            Read it
          </Link>
        </div>
        <p className="field-name">What to watch</p>
        <ul>
          {against.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </article>
  );
}

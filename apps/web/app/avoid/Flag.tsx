import type { RedFlagLine } from "@unclench/answers/red-flags";
import { Sources } from "./Sources.tsx";

/** One sign that cannot wait: whom to call, what to look for, what to do in this order. */
export function Flag({ flag, level }: { flag: RedFlagLine; level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  const Part = `h${level + 1}` as "h3" | "h4" | "h5";
  return (
    <article className="card flag" aria-labelledby={flag.id}>
      <Heading id={flag.id} className="flag-title">
        {flag.claim}
      </Heading>
      <p>{flag.why}</p>
      <p className="call">
        <b>Call:</b> {flag.call}
      </p>
      <div className="columns">
        <div className="stack">
          <Part>Signs</Part>
          <ul>
            {flag.signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
        </div>
        <div className="stack">
          <Part>Do this, in this order</Part>
          <ol>
            {flag.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      </div>
      {flag.extra.map((more) => (
        <p key={more} className="small">
          {more}
        </p>
      ))}
      <p className="soft small">Concerns: {flag.who}</p>
      <Sources sources={flag.sources} sure={flag.certainty} />
    </article>
  );
}

import type { SourceLine } from "@unclench/answers/what-works";
import { redFlagsToday } from "@unclench/answers/red-flags";
import { Source } from "../pictures/Source.tsx";
import type { Route } from "./+types/help-today";

export const meta = () => [
  { title: "Needs help today? · Unclench" },
  {
    name: "description",
    content: "Signs with spasticity and its treatments that cannot wait, and what to do.",
  },
];

export const loader = () => redFlagsToday();

type Flag = {
  id: string;
  claim: string;
  who: string | null;
  signs: readonly string[];
  steps: readonly string[];
  sources: readonly SourceLine[];
};

function Flags({ flags }: { flags: readonly Flag[] }) {
  return flags.map((flag) => (
    <article className="card" key={flag.id} aria-labelledby={flag.id}>
      <h3 id={flag.id}>{flag.claim}</h3>
      <div className="columns">
        <div className="stack">
          <h4>Signs</h4>
          <ul>
            {flag.signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
        </div>
        <div className="stack">
          <h4>Do this</h4>
          <ol>
            {flag.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      </div>
      {flag.who === null ? null : <p className="soft small">Concerns: {flag.who}.</p>}
      <details>
        <summary>Where this comes from</summary>
        {flag.sources.map((source) => (
          <Source key={source.id} source={source} />
        ))}
      </details>
    </article>
  ));
}

export default function HelpToday({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>Needs help today?</h1>
        <p className="lead">
          This page cannot see how you are. If you are worried about someone’s breathing, waking or thinking,
          call the emergency number of your country now.
        </p>
      </div>
      <section className="stack" aria-labelledby="now">
        <h2 id="now">Call an ambulance, or go now</h2>
        <Flags flags={loaderData.emergency} />
      </section>
      <section className="stack" aria-labelledby="today">
        <h2 id="today">Speak to someone today</h2>
        <Flags flags={loaderData.today} />
      </section>
    </>
  );
}

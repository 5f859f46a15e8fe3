import { redFlagsToday } from "@unclench/answers/red-flags";
import { ownWordsSentence } from "@unclench/answers/stopping";
import { Link } from "react-router";
import { Flag } from "../avoid/Flag.tsx";
import { PrintButton } from "../avoid/PrintButton.tsx";
import type { Route } from "./+types/help-today";

export const meta = () => [
  { title: "Needs help today? · Unclench" },
  {
    name: "description",
    content: "Signs with spasticity and its treatments that cannot wait, whom to call, and what to do.",
  },
];

export const loader = () => ({ ...redFlagsToday(), ownWords: ownWordsSentence });

/** Lines to fill in by hand on the printed card. */
const numbers = ["Emergency number", "Pump clinic or team", "Out-of-hours line"];

export default function HelpToday({ loaderData }: Route.ComponentProps) {
  return (
    <div className="red-card">
      <div className="intro">
        <h1>Needs help today?</h1>
        <p className="lead">{loaderData.lead}</p>
      </div>
      <section className="card no-print" aria-labelledby="which">
        <h2 id="which">Whom does it concern?</h2>
        <ul className="choices">
          {loaderData.groups.map(({ id, title }) => (
            <li key={id}>
              <a href={`#group-${id}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#today">Not an emergency, but today</a>
          </li>
        </ul>
      </section>
      <dl className="numbers paper-only" aria-label="Numbers to fill in">
        {numbers.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="line" />
            </dd>
          </div>
        ))}
      </dl>
      <section className="stack flags" aria-labelledby="now">
        <h2 id="now">Call an ambulance, or go now</h2>
        {loaderData.groups.map(({ id, title, flags }) => (
          <section className="stack flags" key={id} aria-labelledby={`group-${id}`}>
            <h3 id={`group-${id}`} className="group">
              {title}
            </h3>
            {flags.map((flag) => (
              <Flag key={flag.id} flag={flag} level={4} />
            ))}
          </section>
        ))}
      </section>
      <section className="stack flags" aria-labelledby="today">
        <h2 id="today">Speak to someone today</h2>
        {loaderData.today.map((flag) => (
          <Flag key={flag.id} flag={flag} level={3} />
        ))}
      </section>
      <section className="card no-print" aria-labelledby="carry">
        <h2 id="carry">To carry with you</h2>
        <p>
          This page prints as a card of A5 pages. For your own numbers, pump and medicines there is an{" "}
          <Link to="/what-to-avoid/emergency-card">emergency card</Link>. Both work without a connection after
          the first visit.
        </p>
        <PrintButton>Print as a card</PrintButton>
      </section>
      <p className="small soft">{loaderData.ownWords}</p>
    </div>
  );
}

import { ownWordsSentence } from "@unclench/answers/stopping";
import { suddenlyWorse, type TriggerLine } from "@unclench/answers/suddenly-worse";
import { Link } from "react-router";
import { Flag } from "../../avoid/Flag.tsx";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { Sources } from "../../avoid/Sources.tsx";
import type { Route } from "./+types/suddenly-worse";

export const meta = () => [
  { title: "Why is it suddenly worse? · Unclench" },
  {
    name: "description",
    content: "A check list of what makes spasticity worse, the dangerous things first. It prints.",
  },
];

export const loader = () => ({ ...suddenlyWorse(), ownWords: ownWordsSentence });

/** A box to tick, kept nowhere: it works without scripts and is gone with the page. */
function Trigger({ trigger }: { trigger: TriggerLine }) {
  return (
    <li className="card trigger">
      <label className="check">
        <input type="checkbox" />
        <b>{trigger.ask}</b>
      </label>
      <p>
        <b>Look:</b> {trigger.lookSentence}
      </p>
      <p>
        <b>Do:</b> {trigger.do}
      </p>
      {trigger.weak === null ? null : <p className="small">{trigger.weak}</p>}
      <Sources sources={trigger.sources} sure={trigger.certainty} />
    </li>
  );
}

export default function SuddenlyWorsePage({ loaderData }: Route.ComponentProps) {
  const { lead, before, first, groups, after, ownWords } = loaderData;
  return (
    <div className="trigger-list">
      <div className="intro">
        <h1>Why is it suddenly worse?</h1>
        <p className="lead">{lead}</p>
      </div>
      <p className="notice">
        <span>
          <b>{first.ask}</b> {first.lookSentence} Tick what you have looked at. Nothing is saved.
        </span>
      </p>
      <section className="stack" aria-labelledby="before">
        <h2 id="before">Before all: a high spinal injury?</h2>
        <Flag flag={before} level={3} />
      </section>
      {groups.map(({ id, title, triggers }) => (
        <section className="stack" key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <ul className="triggers">
            {triggers.map((trigger) => (
              <Trigger key={trigger.id} trigger={trigger} />
            ))}
          </ul>
        </section>
      ))}
      <p className="notice warn">
        <span>
          {after} <Link to="/help-today">Needs help today?</Link>
        </span>
      </p>
      <p className="no-print">
        Written down in your diary? <Link to="/diary/timeline">What goes with worse days?</Link>
      </p>
      <PrintButton>Print the list</PrintButton>
      <p className="small soft">{ownWords}</p>
    </div>
  );
}

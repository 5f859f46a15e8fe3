import "../styles/experiences.css";
import type { ExperiencesPage, Finding } from "@unclench/answers/experiences";
import { Link } from "react-router";
import { WaysOn } from "../controls/WaysOn.tsx";
import type { Ways } from "./waysOn.ts";
import { Sources } from "../avoid/Sources.tsx";
import { IconArray, IconArrayDefinitions } from "../pictures/IconArray.tsx";

/** Shares as 100 people each; the number stands above as text. */
const Shares = ({ shares }: Pick<Finding, "shares">) =>
  shares.length === 0 ? null : (
    <div className="told-shares">
      {shares.map(({ of100, text }) => (
        <div key={text}>
          <p className="small">{text}</p>
          <IconArray count={of100} side="told" />
        </div>
      ))}
    </div>
  );

/** The sentence first, then everything by which it can be judged. */
const Told = ({ finding }: { finding: Finding }) => (
  <li id={finding.id} className="finding">
    <p className="claim">{finding.claim}</p>
    <Shares shares={finding.shares} />
    <dl className="who-was-asked small">
      <div>
        <dt>Who:</dt> <dd>{finding.who}</dd>
      </div>
      <div>
        <dt>How:</dt> <dd>{finding.how}</dd>
      </div>
      <div>
        <dt>Who paid:</dt> <dd>{finding.paid}</dd>
      </div>
      <div>
        <dt>How sure:</dt> <dd>{finding.sure}.</dd>
      </div>
      {finding.careful === null ? null : (
        <div>
          <dt>Note:</dt> <dd>{finding.careful}</dd>
        </div>
      )}
    </dl>
    <Sources sources={finding.sources} />
  </li>
);

/** What has to be read before or beside a group, with the way there. */
const beside: Readonly<
  Record<string, { readonly text: string; readonly to: string; readonly link: string }>
> = {
  stopping: {
    text: "That others stopped is no reason to stop. A sudden stop can be dangerous:",
    to: "/what-to-avoid/stopping",
    link: "stopping a medicine",
  },
  "wearing-off": {
    text: "Does it wear off for you? Your own days can show it:",
    to: "/is-it-helping",
    link: "is it helping me?",
  },
  talking: {
    text: "To bring it up at the next visit:",
    to: "/what-do-i-ask",
    link: "what do I ask?",
  },
};

/** What people report, of all conditions or of one. The choice is made of links, so it works without scripts. */
export function Experiences({ page, ways }: { page: ExperiencesPage; ways: Ways }) {
  return (
    <>
      <IconArrayDefinitions sides={["told"]} />
      <div className="intro">
        <h1>{page.title}</h1>
        <p className="lead">
          What people with spasticity, and those who care for them, said in surveys and interviews.
        </p>
      </div>
      <div className="notice stack tight">
        <p>
          <b>{page.before.what}</b> For effects, go to <Link to="/what-works">What works?</Link>
        </p>
        <p>
          {page.before.who} {page.before.adding}
        </p>
      </div>
      <nav aria-label="Choose a condition" className="stack no-print">
        <ul className="choices few">
          <li>
            <Link
              to="/experiences"
              preventScrollReset
              aria-current={page.chosen === null ? "true" : undefined}
            >
              All conditions
            </Link>
          </li>
          {page.choices.map(({ id, name, count }) => (
            <li key={id}>
              <Link
                to={`/experiences/${id}`}
                preventScrollReset
                aria-current={page.chosen === id ? "true" : undefined}
              >
                {name} ({count})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p role="status">{page.shown}</p>
      <nav aria-label="On this page" className="no-print">
        <ul className="told-groups">
          {page.groups.map(({ id, name, findings }) => (
            <li key={id}>
              <a href={`#${id}`}>
                {name} ({findings.length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page.groups.map(({ id, name, findings }) => {
        const more = beside[id];
        return (
          <section className="card" key={id} aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            {more === undefined ? null : (
              <p>
                {more.text} <Link to={more.to}>{more.link}</Link>
              </p>
            )}
            <ul className="told-list">
              {findings.map((finding) => (
                <Told key={finding.id} finding={finding} />
              ))}
            </ul>
          </section>
        );
      })}
      <WaysOn id="read-on" heading="Read on" ways={ways} />
      <p className="small soft">
        The words are ours. Most studies were read in the abstract only; each source says so.
      </p>
    </>
  );
}

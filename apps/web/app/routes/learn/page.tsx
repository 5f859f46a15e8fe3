import "../../styles/learn.css";
import "../../styles/articles.css";
import { type LearnPage, learnPage } from "@unclench/answers/learn";
import { learnIds } from "@unclench/answers/learn-pages";
import { data, Link } from "react-router";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { About } from "../../articles/About.tsx";
import { FactLine } from "../../learn/FactLine.tsx";
import { SignsTable } from "../../learn/SignsTable.tsx";
import type { Route } from "./+types/page";

export function loader({ params }: Route.LoaderArgs): LearnPage {
  const page = learnPage(params.page);
  if (!page.ok) throw new Error(page.error.sentence);
  return page.value;
}

/** In the browser: an address that was never written as a page is said to be none, instead of being asked for. */
export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<LearnPage> {
  if (!learnIds.includes(params.page)) throw data("There is no such page.", { status: 404 });
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.title ?? "Learn"} · Unclench` },
  { name: "description", content: loaderData?.lead ?? "What spasticity is, in plain words, with sources." },
];

export default function Page({ loaderData: page }: Route.ComponentProps) {
  return (
    <div className="learn">
      <div className="intro">
        <p className="no-print">
          <Link to="/learn">Learn about spasticity</Link>
        </p>
        <h1>{page.title}</h1>
        <p className="lead">{page.lead}</p>
      </div>
      {page.signs === null ? null : <SignsTable signs={page.signs} />}
      {page.sections.map(({ id, heading, facts, missing, note }) => (
        <section className="card" key={id} aria-labelledby={id}>
          <h2 id={id}>{heading}</h2>
          {missing === null ? null : <p className="notice">{missing}</p>}
          {facts.length === 0 ? null : (
            <ul className="facts">
              {facts.map((fact) => (
                <FactLine key={fact.id} fact={fact} />
              ))}
            </ul>
          )}
          {note === null ? null : <p className="soft">{note}</p>}
        </section>
      ))}
      {page.routines.length === 0 ? null : (
        <section className="card no-print" aria-labelledby="routines">
          <h2 id="routines">Routines to look at</h2>
          <ul className="ways-on">
            {page.routines.map(({ to, text }) => (
              <li key={to}>
                <Link to={to}>{text}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card no-print" aria-labelledby="next">
        <h2 id="next">Where to go from here</h2>
        <ul className="ways-on">
          {page.next.map(({ to, text }) => (
            <li key={to}>
              <Link to={to}>{text}</Link>
            </li>
          ))}
        </ul>
        <PrintButton>Print this page</PrintButton>
      </section>
      <About page={page} />
    </div>
  );
}

import "../../styles/learn.css";
import "../../styles/articles.css";
import { type LearnPage, learnPage } from "@unclench/answers/learn";
import { learnIds } from "@unclench/answers/learn-pages";
import { Link } from "react-router";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { WaysOn } from "../../controls/WaysOn.tsx";
import { About } from "../../articles/About.tsx";
import { FactLine } from "../../learn/FactLine.tsx";
import { SignsTable } from "../../learn/SignsTable.tsx";
import { pageAtBuild, requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/page";

export const loader = ({ params }: Route.LoaderArgs): LearnPage => pageAtBuild(learnPage(params.page));

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<LearnPage> {
  requirePage(learnIds.includes(params.page));
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
      <WaysOn id="routines" heading="Routines to look at" ways={page.routines} />
      <WaysOn id="next" heading="Where to go from here" ways={page.next}>
        <PrintButton>Print this page</PrintButton>
      </WaysOn>
      <About page={page} />
    </div>
  );
}

import "../../styles/findRelief.css";
import {
  type FindingLine,
  type RoutinePage,
  routinePage,
  type SignLine,
} from "@unclench/answers/relief-page";
import { Link } from "react-router";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { Sources } from "../../avoid/Sources.tsx";
import { RoutineFigure, WrongFigure } from "../../figure/RoutineFigure.tsx";
import { pageAtBuild, requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/routine";

export const loader = ({ params }: Route.LoaderArgs): RoutinePage => pageAtBuild(routinePage(params.routine));

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<RoutinePage> {
  const { routineById } = await import("@unclench/knowledge/routines");
  requirePage(routineById.has(params.routine));
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.name ?? "A routine"} · Unclench` },
  {
    name: "description",
    content: loaderData?.lead ?? "A routine, step by step, with what is known about it.",
  },
];

function Steps({ id, title, steps }: { id: string; title: string; steps: readonly string[] }) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

const star = ({ ours }: SignLine): string => (ours ? " *" : "");

function Findings({ findings }: { findings: readonly FindingLine[] }) {
  return (
    <ul className="wrong-right">
      {findings.map(({ id, claim, certainty, sources }) => (
        <li key={id} className="stack tight">
          <p>
            {claim} <span className="soft">How sure: {certainty}.</span>
          </p>
          <Sources sources={sources} />
        </li>
      ))}
    </ul>
  );
}

export default function RoutineSheet({ loaderData: page }: Route.ComponentProps) {
  const { dose, effect } = page;
  const forAll = effect.findings.filter(({ forClinicians }) => !forClinicians);
  const forClinicians = effect.findings.filter((finding) => finding.forClinicians);
  return (
    <div className="routine-sheet">
      <div className="intro">
        <p className="no-print">
          <Link to="/relief">How do I find relief today?</Link>
        </p>
        <h1>{page.name}</h1>
        <p className="lead">{page.lead}</p>
        {page.why === null ? null : <p>{page.why}</p>}
      </div>
      {page.notForNow === null ? (
        <p className="no-print">
          <Link className="button primary" to={`/relief/${page.id}/go`}>
            Start
          </Link>
        </p>
      ) : (
        <p className="notice">
          <span>
            <b>Not proposed for now.</b> {page.notForNow}
          </span>
        </p>
      )}
      <figure className="routine-figures card">
        <div>
          <RoutineFigure routine={page.id} at={0} size="large" />
          <p className="small soft">At the start</p>
        </div>
        <div>
          <RoutineFigure routine={page.id} at={1} size="large" />
          <p className="small soft">At the end</p>
        </div>
        <WrongFigure routine={page.id} />
      </figure>
      <div className="columns">
        <Steps
          id="steps"
          title={page.forHelper === null ? "Steps, for whoever helps" : "Steps"}
          steps={page.steps}
        />
        {page.forHelper === null ? null : (
          <Steps id="helper" title="The same, for whoever helps" steps={page.forHelper} />
        )}
        <section className="card" aria-labelledby="stop">
          <h2 id="stop">Stop when</h2>
          <ul>
            {page.stop.map((sign) => (
              <li key={sign.id}>
                {sign.text}
                {star(sign)}
              </li>
            ))}
          </ul>
          <p className="no-print">
            Signs that cannot wait: <Link to="/help-today">Needs help today?</Link>
          </p>
          <Sources sources={page.stop.flatMap(({ sources }) => sources)} />
        </section>
        <section className="card" aria-labelledby="wrong">
          <h2 id="wrong">Wrong</h2>
          <ul>
            {page.wrong.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="no-print">
            More of it: <Link to="/what-to-avoid/stretching">Stretching done wrong</Link>
          </p>
        </section>
        {page.askFirst.length === 0 ? null : (
          <section className="card" aria-labelledby="first">
            <h2 id="first">Ask first, if there is</h2>
            <ul>
              {page.askFirst.map((sign) => (
                <li key={sign.id}>
                  {sign.text}
                  {star(sign)}
                </li>
              ))}
            </ul>
            <Sources sources={page.askFirst.flatMap(({ sources }) => sources)} />
          </section>
        )}
        <section className="card" aria-labelledby="dose">
          <h2 id="dose">How long, how often</h2>
          {dose.lines.length === 0 ? null : (
            <ul>
              {dose.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <p>{dose.basisWords}</p>
          {dose.note === null ? null : <p className="soft">Note: {dose.note}.</p>}
          <p>
            <b>Needs:</b> {page.equipment.length === 0 ? "nothing" : page.equipment.join("; ")}
          </p>
          <Sources sources={dose.sources} />
        </section>
      </div>
      <section className="card" aria-labelledby="known">
        <h2 id="known">What is known about it</h2>
        <p>
          How sure about what it does: <b>{effect.certainty}</b>.
          {effect.none === null ? "" : ` ${effect.none}`}
        </p>
        {effect.honest.map((line) => (
          <p key={line} className="notice">
            {line}
          </p>
        ))}
        <Findings findings={forAll} />
        {forClinicians.length === 0 ? null : (
          <details className="no-print">
            <summary>For clinicians ({forClinicians.length})</summary>
            <Findings findings={forClinicians} />
          </details>
        )}
      </section>
      {page.moments.length === 0 ? null : (
        <section className="card no-print" aria-labelledby="moments">
          <h2 id="moments">Good moments: inferences, not tested</h2>
          <Findings findings={page.moments} />
        </section>
      )}
      <section className="card no-print" aria-labelledby="others">
        <h2 id="others">Others for the same place</h2>
        <ul className="choices">
          {page.related.map(({ id, name }) => (
            <li key={id}>
              <Link to={`/relief/${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
        <PrintButton>Print this page</PrintButton>
      </section>
      <p className="small soft">
        {page.forPeople} {page.notChecked} * Common practice in our own words: no source was read for it.
      </p>
    </div>
  );
}

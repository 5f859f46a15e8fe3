import "../../styles/treatments.css";
import { type Part, type TreatmentPage, treatmentPage } from "@unclench/answers/treatment-page";
import { treatments } from "@unclench/knowledge";
import { Link } from "react-router";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { WayList } from "../../controls/WaysOn.tsx";
import { IconArrayDefinitions } from "../../pictures/IconArray.tsx";
import { Beside } from "../../treatments/Beside.tsx";
import { CoursePicture } from "../../treatments/CoursePicture.tsx";
import { PlaceFigures } from "../../treatments/Figures.tsx";
import { AnswerWords, TreatmentBlock } from "../../treatments/Lines.tsx";
import { TreatmentRoutines } from "../../treatments/Routines.tsx";
import { NumberedSources } from "../../what-works/NumberedSources.tsx";
import { SourceMarks } from "../../what-works/SideTable.tsx";
import { pageAtBuild, requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/treatment";

export const loader = ({ params }: Route.LoaderArgs): TreatmentPage =>
  pageAtBuild(treatmentPage(params.treatment));

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<TreatmentPage> {
  requirePage(treatments.some(({ id }) => id === params.treatment));
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.name ?? "A treatment"} · Unclench` },
  {
    name: "description",
    content: `${loaderData?.name ?? "One treatment"} against spasticity: how it works, what trials found, side effects, stopping, and what to ask.`,
  },
];

/** What a part holds beyond its sentences. */
function Extra({ part, page }: { part: Part["id"]; page: TreatmentPage }) {
  switch (part) {
    case "trials":
      return page.places.map((found) => (
        <PlaceFigures key={found.path} found={found} apartSentence={page.apartSentence} />
      ));
    case "reported":
      return page.reported.length === 0 ? null : (
        <ul className="treatment-lines">
          {page.reported.map(({ text, who, sure, sources }) => (
            <li key={text}>
              {text}{" "}
              <span className="soft">
                {who} How sure: {sure}.
              </span>
              <SourceMarks sources={sources} />
            </li>
          ))}
        </ul>
      );
    case "taken":
      return (
        <>
          {page.course === null ? null : <CoursePicture course={page.course} />}
          <TreatmentRoutines routines={page.routines} />
        </>
      );
    case "beside":
      return page.beside.length === 0 ? null : (
        <>
          <p>{page.readingSentence}</p>
          {page.beside.map((table) => (
            <Beside key={table.path} table={table} />
          ))}
        </>
      );
    default:
      return null;
  }
}

function PartCard({ part, page }: { part: Part; page: TreatmentPage }) {
  const { id, heading, missing, blocks, ways } = part;
  const extra = <Extra part={id} page={page} />;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {missing === null ? null : <p className="notice">{missing}</p>}
      {id === "trials" ? extra : null}
      {blocks.map((block) => (
        <TreatmentBlock key={`${block.heading} ${block.lines[0]?.text}`} block={block} />
      ))}
      {id === "trials" ? null : extra}
      {ways.length === 0 ? null : (
        <div className="no-print">
          <WayList ways={ways} />
        </div>
      )}
    </section>
  );
}

/** One treatment: the answer first, then everything that is known, in the order in which people ask. */
export default function Treatment({ loaderData: page }: Route.ComponentProps) {
  const { answer } = page;
  return (
    <div className="treatment-page">
      <IconArrayDefinitions />
      <div className="intro">
        <p className="no-print">
          <Link to="/treatments">All treatments</Link>
        </p>
        <h1>{page.name}</h1>
        <p className="lead">
          {page.groupName}: {page.form}.
        </p>
        {page.brands.length === 0 ? null : <p className="soft">Also sold as {page.brands.join(", ")}.</p>}
      </div>
      <section className="card treatment-answer" aria-labelledby="answer">
        <h2 id="answer">The answer first</h2>
        <AnswerWords line={answer.gain} />
        {answer.harm === null ? null : <AnswerWords line={answer.harm} />}
      </section>
      <nav aria-label="On this page" className="no-print">
        <ul className="ways-on">
          {page.parts.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {page.parts.map((part) => (
        <PartCard key={part.id} part={part} page={page} />
      ))}
      <NumberedSources sources={page.sources} />
      <PrintButton>Print this page</PrintButton>
      <p className="small soft">
        {page.ownWords} Trials searched and read up to {page.readUntil}.
      </p>
    </div>
  );
}

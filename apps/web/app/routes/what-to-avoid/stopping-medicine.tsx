import { stoppingIds } from "@unclench/answers/avoid-pages";
import { type StoppingSheet, stoppingSheet } from "@unclench/answers/stopping";
import { Link } from "react-router";
import { Flag } from "../../avoid/Flag.tsx";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { Sources } from "../../avoid/Sources.tsx";
import { pageAtBuild, requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/stopping-medicine";

export const loader = ({ params }: Route.LoaderArgs): StoppingSheet =>
  pageAtBuild(stoppingSheet(params.medicine));

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<StoppingSheet> {
  requirePage(stoppingIds.includes(params.medicine));
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.title ?? "Stopping a medicine"} · Unclench` },
  {
    name: "description",
    content: "What a sudden stop does, its signs, how labels say it is lowered, and what to ask.",
  },
];

export default function StoppingMedicine({ loaderData: sheet }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <p className="no-print">
          <Link to="/what-to-avoid/stopping">Stopping a medicine</Link>
        </p>
        <h1>{sheet.title}</h1>
        <p className="lead">{sheet.what}</p>
      </div>
      {sheet.missing === null ? null : <p className="notice">{sheet.missing}</p>}
      {sheet.urgent === null ? null : (
        <p className="notice warn">
          <b>Call at once.</b> {sheet.urgent}
        </p>
      )}
      {sheet.signs.length === 0 ? null : (
        <section className="card" aria-labelledby="signs">
          <h2 id="signs">Signs that it stopped too fast</h2>
          <ul>
            {sheet.signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
          {sheet.risk === null ? null : <p>{sheet.risk}</p>}
          <Sources sources={sheet.sources} />
        </section>
      )}
      <section className="card" aria-labelledby="lowered">
        <h2 id="lowered">How texts say it is usually lowered</h2>
        <p>{sheet.loweredSentence}</p>
        {sheet.lowered.length === 0 ? null : (
          <dl className="practice">
            {sheet.lowered.map(({ region, text, sources }) => (
              <div key={`${region} ${text}`}>
                <dt>{region}</dt>
                <dd>
                  {text}
                  <Sources sources={sources} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {sheet.note === null ? null : <p>{sheet.note}</p>}
        {sheet.signs.length === 0 ? <Sources sources={sheet.sources} /> : null}
      </section>
      <section className="card" aria-labelledby="ask">
        <h2 id="ask">What to ask</h2>
        <ul>
          {sheet.ask.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <PrintButton>Print this page</PrintButton>
      </section>
      {sheet.flags.length === 0 ? null : (
        <section className="stack" aria-labelledby="cannot-wait">
          <h2 id="cannot-wait">What cannot wait</h2>
          {sheet.flags.map((flag) => (
            <Flag key={flag.id} flag={flag} level={3} />
          ))}
        </section>
      )}
      <p className="small soft">{sheet.ownWords}</p>
    </>
  );
}

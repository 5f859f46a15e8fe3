import { sideEffectIds } from "@unclench/answers/avoid-pages";
import { type SideEffectsSheet, sideEffectsSheet } from "@unclench/answers/side-effects";
import { Link } from "react-router";
import { EffectTable } from "../../avoid/EffectTable.tsx";
import { Sources } from "../../avoid/Sources.tsx";
import { IconArrayDefinitions } from "../../pictures/IconArray.tsx";
import { pageAtBuild, requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/side-effects-treatment";

export const loader = ({ params }: Route.LoaderArgs): SideEffectsSheet =>
  pageAtBuild(sideEffectsSheet(params.treatment));

export async function clientLoader({
  params,
  serverLoader,
}: Route.ClientLoaderArgs): Promise<SideEffectsSheet> {
  requirePage(sideEffectIds.includes(params.treatment));
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `Side effects: ${loaderData?.name ?? "a treatment"} · Unclench` },
  { name: "description", content: "How often, with it and without it, out of the same 100 people." },
];

export default function SideEffectsOfOne({ loaderData: sheet }: Route.ComponentProps) {
  const compared = sheet.tables.filter(({ without }) => without !== null);
  const alone = sheet.tables.filter(({ without }) => without === null);
  return (
    <>
      <IconArrayDefinitions />
      <div className="intro">
        <p className="no-print">
          <Link to="/what-to-avoid/side-effects">Side effects</Link>
        </p>
        <h1>Side effects: {sheet.name}</h1>
        <p className="lead">
          {compared.length > 0
            ? "How many of 100 people had them with the treatment, and how many without it."
            : "No table with and without it could be read, so how much of it comes from the treatment is not known."}
        </p>
      </div>
      {sheet.missing === null ? null : <p className="notice">{sheet.missing}</p>}
      {compared.length === 0 ? null : (
        <section className="stack" aria-labelledby="compared">
          <h2 id="compared">Counted with it and without it</h2>
          {compared.map((table) => (
            <EffectTable key={table.id} table={table} />
          ))}
        </section>
      )}
      {sheet.pooled.length === 0 ? null : (
        <section className="card" aria-labelledby="pooled">
          <h2 id="pooled">From the pooled trials in spasticity</h2>
          <ul className="stack">
            {sheet.pooled.map(({ condition, pattern, place, sentence, rangeSentence, certainty }) => (
              <li key={sentence}>
                {sentence} <span className="soft">{rangeSentence}</span> How sure: {certainty.words}.{" "}
                <Link to={`/what-works/${condition}/${pattern}`}>
                  {place}: the trials behind it
                  <span className="hidden"> ({sentence})</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sheet.conflict === null ? null : (
        <section className="card" aria-labelledby="conflict">
          <h2 id="conflict">Where sources differ</h2>
          <p>{sheet.conflict}</p>
        </section>
      )}
      {sheet.serious === null ? null : (
        <section className="card" aria-labelledby="serious">
          <h2 id="serious">Rare or serious</h2>
          <p>
            Named in warnings; how often is not told. What cannot wait:{" "}
            <Link to="/help-today">Needs help today?</Link>
          </p>
          <ul>
            {sheet.serious.signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
          <Sources sources={sheet.serious.sources} />
        </section>
      )}
      <section className="card no-print" aria-labelledby="mine">
        <h2 id="mine">Did mine start after a dose changed?</h2>
        <p>
          What happened to others says little about you. If you note your dose and rate pain, sleep and spasms
          in the diary, it says whether they got worse since the dose changed, how sure that is, and what you
          gained for it.
        </p>
        <p className="row">
          <Link className="button" to="/is-it-helping">
            Gain and price in my diary
          </Link>
          <Link className="button" to="/what-to-avoid/my-medicines">
            Check my medicines
          </Link>
        </p>
      </section>
      {alone.length === 0 ? null : (
        <section className="stack" aria-labelledby="alone">
          <h2 id="alone">Without a comparison</h2>
          {alone.map((table) => (
            <EffectTable key={table.id} table={table} />
          ))}
        </section>
      )}
      {sheet.unconfirmed.length === 0 ? null : (
        <section className="stack" aria-labelledby="unconfirmed">
          <h2 id="unconfirmed">Read by a program only: to ask about</h2>
          {sheet.unconfirmed.map(({ question, table }) => (
            <div key={table.id} className="stack">
              <p>{question}</p>
              <details>
                <summary>
                  What the program read<span className="hidden"> ({table.title})</span>
                </summary>
                <EffectTable table={table} />
              </details>
            </div>
          ))}
        </section>
      )}
      <p className="small soft">{sheet.ownWords}</p>
    </>
  );
}

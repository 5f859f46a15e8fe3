import { type Row, type WhatWorks, whatWorks } from "@unclench/answers/what-works";
import { conditions, patterns } from "@unclench/knowledge";
import { Link, type ShouldRevalidateFunctionArgs } from "react-router";
import { IconArrayDefinitions } from "../../pictures/IconArray.tsx";
import { WhatMatters } from "../../what-matters/WhatMatters.tsx";
import { ChosenBar } from "../../what-works/ChosenBar.tsx";
import { ChosenProvider } from "../../what-works/chosen.tsx";
import { EvidenceClock } from "../../what-works/EvidenceClock.tsx";
import { FindTreatment } from "../../what-works/FindTreatment.tsx";
import { requirePlace } from "../../what-works/requirePlace.ts";
import { TreatmentCard, Ways } from "../../what-works/TreatmentCard.tsx";
import "../../styles/matters.css";
import { pageAtBuild } from "../../writtenPage.ts";
import type { Route } from "./+types/comparison";

export const loader = ({ params }: Route.LoaderArgs): WhatWorks =>
  pageAtBuild(whatWorks(params.condition, params.pattern));

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<WhatWorks> {
  requirePlace(params);
  return serverLoader();
}

/** Choices in the address change one figure, and that one is worked out here; the page itself stays as it is. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs): boolean =>
  currentUrl.pathname !== nextUrl.pathname;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: loaderData
      ? `${loaderData.about.condition.name}, ${loaderData.about.pattern.name.toLowerCase()}: what works? · Unclench`
      : "What works? · Unclench",
  },
  {
    name: "description",
    content:
      "Every treatment of spasticity side by side, gains and harms out of 100 people, with the trials behind each figure.",
  },
];

function Treatments({ rows, answer }: { rows: readonly Row[]; answer: WhatWorks }) {
  return rows.map((row) => <TreatmentCard key={row.treatment} row={row} answer={answer} />);
}

export default function Comparison({ loaderData: answer }: Route.ComponentProps) {
  const withFigures = answer.rows.filter((row) => row.status === "figures");
  const reviewed = answer.rows.filter((row) => row.status === "reviews-only");
  const without = answer.rows.filter(
    (row) => row.status === "trials-without-figures" || row.status === "no-trial",
  );
  const hasOutcomes = answer.rows.some(({ outcomes }) => outcomes.length > 0);
  const place = `/what-works/${answer.condition}/${answer.pattern}`;
  const nothingMore = { id: "nothing-more", name: "Doing nothing more" };
  const nameOf = (id: string): string =>
    answer.rows.find(({ treatment }) => treatment === id)?.name ?? nothingMore.name;
  return (
    <ChosenProvider known={[...answer.rows.map(({ treatment }) => treatment), nothingMore.id]}>
      <IconArrayDefinitions />
      <div className="intro">
        <h1>What works?</h1>
        <p className="lead">
          {answer.about.condition.name}, worst {answer.about.pattern.where}
        </p>
        <nav aria-label="Change the choice" className="stack no-print">
          <details>
            <summary>Choose another condition or place</summary>
            <div className="stack">
              <ul className="choices">
                {conditions.map((condition) => (
                  <li key={condition.id}>
                    <Link
                      to={`/what-works/${condition.id}/${answer.pattern}`}
                      aria-current={condition.id === answer.condition ? "true" : undefined}
                    >
                      {condition.name}
                    </Link>
                  </li>
                ))}
              </ul>
              <ul className="choices">
                {patterns.map((pattern) => (
                  <li key={pattern.id}>
                    <Link
                      to={`/what-works/${answer.condition}/${pattern.id}`}
                      aria-current={pattern.id === answer.pattern ? "true" : undefined}
                    >
                      {pattern.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          </details>
        </nav>
      </div>
      <p className="no-print">
        Choose two to four below to see them side by side, or start with{" "}
        <Link to={`${place}/side-by-side`}>a first pair side by side</Link>.{" "}
        {hasOutcomes ? (
          <>
            Or say <a href="#what-matters">what matters to you</a>.
          </>
        ) : null}
      </p>
      <FindTreatment rows={answer.rows} />
      <ChosenBar place={place} nameOf={nameOf} />
      <section className="stack" aria-labelledby="with-figures">
        <h2 id="with-figures">Tried, with figures</h2>
        {withFigures.length === 0 ? (
          <p>
            No trial in {answer.about.condition.people} with stiffness {answer.about.pattern.where} has
            printed figures that can be used. That is not the same as “does not work”: nobody has shown it
            either way.
          </p>
        ) : (
          <p className="soft">
            Each treatment against a dummy or usual care, never against the others: the people in these trials
            differ too much for a ranking.
          </p>
        )}
        {answer.doingNothing === null ? null : (
          <article className="card" aria-labelledby="nothing-more">
            <h3 id="nothing-more">Doing nothing more</h3>
            <p>{answer.doingNothing}</p>
            <Ways {...nothingMore} place={place} />
          </article>
        )}
        <Treatments rows={withFigures} answer={answer} />
      </section>
      {hasOutcomes ? (
        <WhatMatters place={{ condition: answer.condition, pattern: answer.pattern }} nameOf={nameOf} />
      ) : null}
      {reviewed.length === 0 ? null : (
        <section className="stack" aria-labelledby="reviewed">
          <h2 id="reviewed">Pooled by others</h2>
          <p className="soft">
            For these we hold the figure that a published review pooled, not the single trials.
          </p>
          <Treatments rows={reviewed} answer={answer} />
        </section>
      )}
      {without.length === 0 ? null : (
        <section className="stack" aria-labelledby="without-figures">
          <h2 id="without-figures">No figures for this</h2>
          <p className="soft">No figures does not mean no effect, and it does not mean safe.</p>
          <div className="compact">
            <Treatments rows={without} answer={answer} />
          </div>
        </section>
      )}
      <EvidenceClock clock={answer.clock} />
      <p className="soft small">
        How the figures are made: <Link to="/about">how this works</Link>.
      </p>
    </ChosenProvider>
  );
}

import type { Question } from "@unclench/answers/argue";
import type { Outcome, Row, WhatWorks } from "@unclench/answers/what-works";
import { FEWEST_SIDE_BY_SIDE } from "@unclench/answers/side-by-side/arrange";
import { Link } from "react-router";
import { Source } from "../pictures/Source.tsx";
import { CompareToggle, searchFor, useChosen } from "./chosen.tsx";
import { OutcomeCard } from "./OutcomeCard.tsx";

const signed = (value: number): string => value.toFixed(2).replace("-", "−");

function Reviews({ row }: { row: Row }) {
  if (row.reviews.length === 0) return null;
  return (
    <details open={row.status === "reviews-only"}>
      <summary>
        {row.reviews.length === 1
          ? "A figure that others pooled"
          : `${row.reviews.length} figures that others pooled`}
      </summary>
      <div className="stack">
        {row.reviews.map((review) => (
          <div key={`${review.trial}-${review.outcome}-${review.estimate}`} className="stack">
            <p>
              <b>{review.sentence}</b> {review.scale} {signed(review.estimate)} ({signed(review.ciLower)} to{" "}
              {signed(review.ciUpper)})
              {review.trials === null ? "" : `, ${review.trials} ${review.trials === 1 ? "trial" : "trials"}`}
              {review.people === null ? "" : `, ${review.people} people`}; {review.population}.
            </p>
            <p className="small soft">{review.detail}.</p>
            <Source source={review.source} />
          </div>
        ))}
      </div>
    </details>
  );
}

function Unused({ row }: { row: Row }) {
  if (row.unused.length === 0) return null;
  return (
    <details>
      <summary>
        {row.unused.length === 1 ? "One known trial" : `${row.unused.length} known trials`} without figures
        used here
      </summary>
      <div className="stack">
        {row.unused.map((trial) => (
          <div key={trial.trial}>
            <Source source={trial.source} />
            <p className="small soft">Not used: {trial.reason}.</p>
          </div>
        ))}
      </div>
    </details>
  );
}

/** Into the table side by side, on to that table as soon as there is one, and what the treatment is like in practice. */
export function Ways({ id, name, place }: { id: string; name: string; place: string }) {
  const { ids } = useChosen();
  return (
    <div className="row no-print">
      <CompareToggle id={id} name={name} />
      {ids.includes(id) && ids.length >= FEWEST_SIDE_BY_SIDE ? (
        <Link className="button primary" to={`${place}/side-by-side${searchFor(ids)}`}>
          Show side by side
        </Link>
      ) : null}
      <Link className="button" to={`/treatments/${id}`}>
        All about {name}
      </Link>
    </div>
  );
}

export function TreatmentCard({ row, answer }: { row: Row; answer: WhatWorks }) {
  const questionOf = ({ key }: Outcome): Question => ({
    condition: answer.condition,
    pattern: answer.pattern,
    treatment: row.treatment,
    key,
  });
  return (
    <article className="card" aria-labelledby={row.treatment}>
      <div className="stack">
        <h3 id={row.treatment}>{row.name}</h3>
        <p className="soft small">
          {row.form}
          {row.brands.length === 0 ? "" : `. Sold as ${row.brands.join(", ")}`}
        </p>
        {row.statusSentence === "" ? null : <p>{row.statusSentence}</p>}
        <Ways
          id={row.treatment}
          name={row.name}
          place={`/what-works/${answer.condition}/${answer.pattern}`}
        />
      </div>
      {row.outcomes.length === 0 ? null : (
        <div className="outcomes">
          {row.outcomes.map((outcome) => (
            <OutcomeCard
              key={outcome.key}
              outcome={outcome}
              treatment={row.name}
              question={questionOf(outcome)}
            />
          ))}
        </div>
      )}
      {row.enriched.length === 0 ? null : (
        <section
          className="stack apart"
          aria-label={`${row.name}: trials that kept only people who had already improved`}
        >
          <h4>Kept apart: people who had already improved</h4>
          <p className="notice warn">{answer.enrichedSentence}</p>
          <div className="outcomes">
            {row.enriched.map((outcome) => (
              <OutcomeCard
                key={outcome.key}
                outcome={outcome}
                treatment={row.name}
                question={questionOf(outcome)}
                apart
              />
            ))}
          </div>
        </section>
      )}
      <Reviews row={row} />
      <Unused row={row} />
      {row.elsewhere.length === 0 ? null : (
        <p className="small">
          Figures for other people:{" "}
          {row.elsewhere.map((place, index) => (
            <span key={`${place.condition.id}-${place.pattern.id}`}>
              {index > 0 ? ", " : ""}
              <Link to={`/what-works/${place.condition.id}/${place.pattern.id}#${row.treatment}`}>
                {place.condition.name.toLowerCase()}, {place.pattern.name.toLowerCase()}
              </Link>
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

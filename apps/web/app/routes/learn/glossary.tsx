import "../../styles/learn.css";
import "../../styles/articles.css";
import { explainedTerms } from "@unclench/answers/glossary";
import { Link } from "react-router";
import { Source } from "../../pictures/Source.tsx";
import type { Route } from "./+types/glossary";

export const meta = () => [
  { title: "Words explained · Unclench" },
  {
    name: "description",
    content:
      "The technical words of spasticity and of trials, each in plain words, from Ashworth to withdrawal.",
  },
];

export const loader = () => explainedTerms();

export default function Glossary({ loaderData: terms }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <p className="no-print">
          <Link to="/learn">Learn about spasticity</Link>
        </p>
        <h1>Words explained</h1>
        <p className="lead">
          The technical words of these pages, in plain ones. Where an explanation claims something about the
          world, it has its source.
        </p>
      </div>
      <dl className="word-list">
        {terms.map(({ id, term, plain, sources }) => (
          <div key={id} id={id}>
            <dt>{term}</dt>
            <dd>
              <p>{plain}</p>
              {sources.length === 0 ? null : (
                <details className="where-from how-sure">
                  <summary>Sources of “{term}”</summary>
                  {sources.map((source) => (
                    <Source key={`${source.id} ${source.where}`} source={source} />
                  ))}
                </details>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        The words are ours; no doctor, pharmacist or physiotherapist has checked them yet.
      </p>
    </>
  );
}

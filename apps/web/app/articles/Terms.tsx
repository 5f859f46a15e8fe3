import type { ArticlePage } from "@unclench/answers/articles";
import { Link } from "react-router";

/**
 * The words that a text explains: each a small window that its button opens, by the browser itself and so without
 * scripts. On paper, and in a browser that knows no such windows, they stand as a list.
 */
export function Terms({ terms }: { terms: ArticlePage["terms"] }) {
  if (terms.length === 0) return null;
  return (
    <section className="words-here" aria-label="Words explained">
      <h2 className="paper-only">Words explained</h2>
      {terms.map(({ id, term, plain }) => (
        <div key={id} id={`word-${id}`} popover="auto" className="word-window">
          <p>
            <b>{term}</b>
          </p>
          <p>{plain}</p>
          <div className="row no-print">
            <button
              type="button"
              className="button"
              popoverTarget={`word-${id}`}
              popoverTargetAction="hide"
              aria-label={`Close: ${term}`}
            >
              Close
            </button>
            <Link className="button" to={`/learn/glossary#${id}`}>
              All words explained
            </Link>
          </div>
        </div>
      ))}
    </section>
  );
}

import type { NumberedSource } from "@unclench/answers/side-by-side/arrange";

type Numbered = NumberedSource & { readonly number: number };

const mark = { full: "", abstract: "°", secondary: "*" } as const;

/** The list below a table: whole on the screen, in a few words each on paper. */
export function NumberedSources({ sources }: { sources: readonly Numbered[] }) {
  return (
    <>
      <details className="no-print">
        <summary>{sources.length} sources, and how much of each was read</summary>
        <ol className="small">
          {sources.map(({ number, title, authors, year, link, readWords }) => (
            <li key={number} value={number}>
              {link === null ? (
                title
              ) : (
                <a href={link} rel="noreferrer">
                  {title}
                </a>
              )}
              {authors === null ? "" : `, ${authors}`}
              {year === null ? "" : `, ${year}`}. <span className="soft">{readWords}.</span>
            </li>
          ))}
        </ol>
      </details>
      <p className="paper-only paper-sources">
        <b>Sources</b>{" "}
        {sources.map(({ number, short, read }) => (
          <span key={number}>
            {number} {short}
            {read === null ? "" : mark[read]};{" "}
          </span>
        ))}
        ° read in the abstract only; * not read itself, taken from another document.
      </p>
    </>
  );
}

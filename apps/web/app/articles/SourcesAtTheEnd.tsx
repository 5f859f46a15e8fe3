import type { ArticlePage } from "@unclench/answers/articles";

/** The numbered list at the end: what each source is and how much of it was read. The marks of the sentences lead here. */
export function SourcesAtTheEnd({ sources }: { sources: ArticlePage["sources"] }) {
  if (sources.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <p className="small soft">
        ° read in the abstract only. * not read itself, taken from another document.
      </p>
      <ol className="small cited">
        {sources.map(({ number, title, authors, year, link, readWords }) => (
          <li key={number} id={`source-${number}`} value={number}>
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
    </section>
  );
}

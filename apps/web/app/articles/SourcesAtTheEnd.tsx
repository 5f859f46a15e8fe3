import type { ArticlePage } from "@unclench/answers/articles";
import { CitedSource } from "../pictures/Source.tsx";

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
        {sources.map((source) => (
          <li key={source.number} id={`source-${source.number}`} value={source.number}>
            <CitedSource source={source} />
          </li>
        ))}
      </ol>
    </section>
  );
}

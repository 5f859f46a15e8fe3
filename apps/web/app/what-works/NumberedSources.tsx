import type { NumberedSource } from "@unclench/answers/side-by-side/arrange";
import { CitedSource, readMark } from "../pictures/Source.tsx";

type Numbered = NumberedSource & { readonly number: number };

/** The list below a table: whole on the screen, in a few words each on paper. */
export function NumberedSources({ sources }: { sources: readonly Numbered[] }) {
  return (
    <>
      <details className="no-print">
        <summary>{sources.length} sources, and how much of each was read</summary>
        <ol className="small">
          {sources.map((source) => (
            <li key={source.number} value={source.number}>
              <CitedSource source={source} />
            </li>
          ))}
        </ol>
      </details>
      <p className="paper-only paper-sources">
        <b>Sources</b>{" "}
        {sources.map(({ number, short, read }) => (
          <span key={number}>
            {number} {short}
            {read === null ? "" : readMark[read]};{" "}
          </span>
        ))}
        ° read in the abstract only; * not read itself, taken from another document.
      </p>
    </>
  );
}

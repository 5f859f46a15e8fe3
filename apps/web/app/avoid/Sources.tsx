import type { SourceLine } from "@unclench/answers/what-works";
import { Source } from "../pictures/Source.tsx";

/** Sources behind one touch, with how sure they are together; nothing where there are none. */
export function Sources({ sources, sure }: { sources: readonly SourceLine[]; sure?: string }) {
  if (sources.length === 0) return null;
  return (
    <details className="where-from">
      <summary>Where this comes from</summary>
      {sure === undefined ? null : <p className="small">How sure: {sure}.</p>}
      {sources.map((source) => (
        <Source key={`${source.id} ${source.where}`} source={source} />
      ))}
    </details>
  );
}

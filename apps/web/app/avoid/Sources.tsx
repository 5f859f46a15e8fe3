import type { SourceLine } from "@unclench/answers/what-works";
import { Source } from "../pictures/Source.tsx";

/** Sources behind one touch; nothing where there are none. */
export function Sources({ sources }: { sources: readonly SourceLine[] }) {
  if (sources.length === 0) return null;
  return (
    <details className="where-from">
      <summary>Where this comes from</summary>
      {sources.map((source) => (
        <Source key={`${source.id} ${source.where}`} source={source} />
      ))}
    </details>
  );
}

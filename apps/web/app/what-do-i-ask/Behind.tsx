import type { FactLine } from "@unclench/answers/what-to-ask";
import { Source } from "../pictures/Source.tsx";

/** What the reason of a question rests on, with how sure that is. */
export function Behind({ of, facts }: { of: string; facts: readonly FactLine[] }) {
  if (facts.length === 0) return null;
  return (
    <details>
      <summary aria-label={`What this rests on: ${of}`}>What this rests on</summary>
      <ul>
        {facts.map(({ id, text, sureness, sources }) => (
          <li key={id}>
            {text} <span className="soft">How sure: {sureness}.</span>
            {sources.map((source) => (
              <Source key={`${source.id} ${source.where}`} source={source} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

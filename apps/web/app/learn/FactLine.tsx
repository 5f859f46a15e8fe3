import type { LearnFactLine } from "@unclench/answers/learn";
import { Source } from "../pictures/Source.tsx";

type How = Pick<LearnFactLine, "sure" | "sources">;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How sure something is, and behind one touch what it rests on. */
export function HowSure({ sure, sources, lead = "How sure: " }: How & { lead?: string }) {
  return (
    <details className="where-from how-sure">
      <summary>{`${lead}${lead === "" ? capital(sure) : sure}. Sources`}</summary>
      {sources.map((source) => (
        <Source key={`${source.id} ${source.where}`} source={source} />
      ))}
    </details>
  );
}

/** One finding in plain words. */
export const FactLine = ({ fact }: { fact: LearnFactLine }) => (
  <li>
    <p>{fact.text}</p>
    <HowSure sure={fact.sure} sources={fact.sources} />
  </li>
);

import type { AnswerLine, Block, Line } from "@unclench/answers/treatment-page";
import { SourceMarks } from "../what-works/SideTable.tsx";

/** One sentence, how sure it is, and the numbers of its sources. */
const Told = ({ line: { text, sure, sources } }: { line: Line }) => (
  <>
    {text}
    {sure === null ? null : <span className="soft"> How sure: {sure}.</span>}
    <SourceMarks sources={sources} />
  </>
);

const Listed = ({ lines, className }: { lines: readonly Line[]; className: string }) => (
  <ul className={className}>
    {lines.map((line) => (
      <li key={line.text}>
        <Told line={line} />
      </li>
    ))}
  </ul>
);

/** Sentences under a heading of their own; what is urgent stands out, what is long is behind one touch. */
export function TreatmentBlock({ block: { heading, look, lines } }: { block: Block }) {
  if (look === "folded")
    return (
      <details className="treatment-folded">
        <summary>{heading}</summary>
        <Listed lines={lines} className="treatment-lines small" />
      </details>
    );
  return (
    <div className={look === "urgent" ? "treatment-block treatment-urgent" : "treatment-block"}>
      {heading === null ? null : <h3>{heading}</h3>}
      {lines.length === 1 && look !== "list" ? (
        <p>{lines[0] === undefined ? null : <Told line={lines[0]} />}</p>
      ) : (
        <Listed lines={lines} className={look === "list" ? "treatment-list" : "treatment-lines"} />
      )}
    </div>
  );
}

/** The people first, then what was found in them, then how sure that is. */
export const AnswerWords = ({ line: { people, text, about } }: { line: AnswerLine }) => (
  <div className="treatment-said">
    {people === null ? null : <p className="treatment-people">{people}:</p>}
    <p className="treatment-big">{text}</p>
    {about === null ? null : <p className="soft">{about}</p>}
  </div>
);

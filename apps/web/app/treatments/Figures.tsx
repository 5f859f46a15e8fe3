import type { FiguresOfPlace, PageFigure } from "@unclench/answers/treatment-page";
import { Link } from "react-router";
import { IconArray } from "../pictures/IconArray.tsx";
import { SourceMarks } from "../what-works/SideTable.tsx";
import { Sure } from "../what-works/Sure.tsx";

/** One pooled figure: the sentence, the same 100 people with and without, how sure, and the expert's line behind one touch. */
function Figure({ figure, name }: { figure: PageFigure; name: string }) {
  const { per100, certainty, versus, side } = figure;
  return (
    <li className="treatment-figure">
      <p>
        <span className={`side ${side}`}>{side === "gain" ? "Gain" : "Harm"}</span> <b>{figure.label}</b>
      </p>
      <p>
        {figure.sentence}
        <SourceMarks sources={figure.sources} />
      </p>
      {per100 === null ? null : (
        <div className="of-100" aria-hidden="true">
          <div>
            <strong>{per100.with}</strong>
            <span>of 100 with it</span>
            <IconArray count={per100.with} side={side} />
          </div>
          <div>
            <strong>{per100.without}</strong>
            <span>of 100 with {versus}</span>
            <IconArray count={per100.without} side={side} />
          </div>
        </div>
      )}
      <p className="small soft">
        {figure.rangeSentence} {figure.anotherGroupSentence}
      </p>
      {figure.measuredIn === null ? null : <p className="small notice">{figure.measuredIn}</p>}
      <Sure certainty={certainty} />
      <details>
        <summary>
          Why, and for experts
          <span className="hidden">: {[name, figure.label, versus].join(", ")}</span>
        </summary>
        <p className="small">{certainty.reasons.join(" ")}</p>
        <p className="small">{figure.expert}</p>
      </details>
    </li>
  );
}

/** The figures of people with one condition and place, and the way to the comparison in which they stand too. */
export function PlaceFigures({
  found,
  apartSentence,
}: {
  found: FiguresOfPlace;
  apartSentence: string | null;
}) {
  const { place, path, figures, apart } = found;
  return (
    <section className="treatment-place" aria-label={place}>
      <h3>{place}</h3>
      <ul className="treatment-figures">
        {figures.map((figure) => (
          <Figure key={figure.key} figure={figure} name={place} />
        ))}
      </ul>
      {apart.length === 0 ? null : (
        <div className="treatment-apart">
          <h4>Kept apart: only people it had already helped</h4>
          <p className="small">{apartSentence}</p>
          <ul className="treatment-figures">
            {apart.map((figure) => (
              <Figure key={figure.key} figure={figure} name={`${place}, kept apart`} />
            ))}
          </ul>
        </div>
      )}
      <p>
        <Link to={path}>
          The comparison, with each trial<span className="hidden"> ({place})</span>
        </Link>
      </p>
    </section>
  );
}

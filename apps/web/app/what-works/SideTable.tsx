import type { Figure, SideBySide, Told } from "@unclench/answers/side-by-side/arrange";
import { IconArray } from "../pictures/IconArray.tsx";

/** The numbers of a sentence's sources, as they stand in the list below the table. */
export function SourceMarks({ sources }: { sources: readonly number[] }) {
  if (sources.length === 0) return null;
  return (
    <span className="marks">
      {" "}
      <span className="hidden">{sources.length === 1 ? "Source" : "Sources"} </span>[{sources.join(", ")}]
    </span>
  );
}

const ToldLine = ({ told: { text, sources } }: { told: Told }) => (
  <p>
    {text}
    <SourceMarks sources={sources} />
  </p>
);

/** "a", "b", …: points to a note below the table, on paper. */
export const noteLetter = (place: number): string => String.fromCharCode(97 + place);

function SideFigure({ figure, notes }: { figure: Figure; notes: readonly string[] }) {
  const { per100, certainty, versus } = figure;
  return (
    <div className="side-figure">
      {per100 === null ? (
        <p>
          {figure.sentence}
          <SourceMarks sources={figure.sources} />
        </p>
      ) : (
        <div className="side-shares">
          <div>
            <p className="side-share">
              <strong>{per100.with}</strong> of 100 with it
            </p>
            <IconArray count={per100.with} side={figure.side} />
          </div>
          <div>
            <p className="side-share">
              <strong>{per100.without}</strong> of 100 with {versus}
            </p>
            <IconArray count={per100.without} side={figure.side} />
          </div>
        </div>
      )}
      <p className="small soft side-range">
        {figure.rangeSentence}
        {figure.measuredIn === null ? null : (
          <>
            <span className="no-print"> {figure.measuredIn}</span>
            <span className="paper-only" aria-hidden="true">
              {" "}
              ({noteLetter(notes.indexOf(figure.measuredIn))})
            </span>
          </>
        )}
        {per100 === null ? null : <SourceMarks sources={figure.sources} />}
      </p>
      <details>
        <summary>How sure: {certainty.words}</summary>
        <p className="small soft reasons">
          {[figure.anotherGroupSentence, ...certainty.reasons].filter((text) => text !== null).join(" ")}
        </p>
      </details>
    </div>
  );
}

/** Row headings are questions, columns are treatments; on a phone the treatments stand below each question. */
export function SideTable({ side }: { side: SideBySide }) {
  return (
    <table className={`abreast of-${side.treatments.length}`}>
      <caption>
        {side.about.condition.name}, worst {side.about.pattern.where}. {side.readingSentence}
      </caption>
      <thead>
        <tr>
          <td className="side-corner" />
          {side.treatments.map(({ treatment, name, form }) => (
            <th scope="col" className="side-name" key={treatment}>
              {name}
              <span className="small soft">{form}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {side.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="side-question">
              {row.side === null ? null : (
                <span className={`side-word ${row.side}`}>{row.side === "gain" ? "Gain" : "Harm"}: </span>
              )}
              {row.title}
            </th>
            {row.cells.map((cell, place) => (
              <td
                key={side.treatments[place]?.treatment}
                className={cell.found ? "side-cell" : "side-cell soft"}
              >
                <b className="cell-name">{side.treatments[place]?.name}</b>
                {cell.words.map((told) => (
                  <ToldLine key={told.text} told={told} />
                ))}
                {cell.figures.map((figure) => (
                  <SideFigure
                    key={`${figure.versus} ${figure.sentence}`}
                    figure={figure}
                    notes={side.measuredIn}
                  />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

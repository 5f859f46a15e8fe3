import type { ContributionRow, RankRow, SplitRow } from "@unclench/answers/your-studies";
import { Scrollable } from "../controls/Scrollable.tsx";

export function Ranks({ rows }: { rows: readonly RankRow[] }) {
  return (
    <>
      <p className="small soft">
        P-score: how sure it is, on average, that a treatment is better than another one (0 to 1).
      </p>
      <Scrollable label="How sure the order is">
        <table>
          <caption>The most certain first</caption>
          <thead>
            <tr>
              <th scope="col">Treatment</th>
              <th scope="col" className="figure">
                P-score
              </th>
              <th scope="col" className="figure">
                Comes first
              </th>
              <th scope="col" className="figure">
                Its place, 95 %
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ treatment, pScore, first, places }) => (
              <tr key={treatment}>
                <th scope="row">{treatment}</th>
                <td className="figure">{pScore}</td>
                <td className="figure">{first}</td>
                <td className="figure">{places}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <details>
        <summary>How probable is each place?</summary>
        <Scrollable label="How probable each place is">
          <table>
            <caption>Of 10,000 draws from these figures</caption>
            <thead>
              <tr>
                <th scope="col">Treatment</th>
                {rows.map((row, place) => (
                  <th scope="col" className="figure" key={row.treatment}>
                    {place + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ treatment, placeTexts }) => (
                <tr key={treatment}>
                  <th scope="row">{treatment}</th>
                  {rows.map((other, place) => (
                    <td className="figure" key={other.treatment}>
                      {placeTexts[place] ?? "–"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrollable>
      </details>
    </>
  );
}

export function Split({ rows }: { rows: readonly SplitRow[] }) {
  return (
    <details>
      <summary>Direct against indirect evidence, pair by pair</summary>
      <p className="small soft">
        Direct: studies that compared the two. Indirect: all ways round. p: of no difference between both.
      </p>
      <Scrollable label="Direct against indirect evidence">
        <table>
          <caption>Pair by pair</caption>
          <thead>
            <tr>
              <th scope="col">Pair</th>
              <th scope="col" className="figure">
                Studies
              </th>
              <th scope="col" className="figure">
                Direct share
              </th>
              <th scope="col" className="figure">
                Direct
              </th>
              <th scope="col" className="figure">
                Indirect
              </th>
              <th scope="col" className="figure">
                p
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.pair}>
                <th scope="row">{row.pair}</th>
                <td className="figure">{row.studies}</td>
                <td className="figure">{row.directShare}</td>
                <td className="figure">{row.direct}</td>
                <td className="figure">{row.indirect}</td>
                <td className="figure">{row.p}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </details>
  );
}

/** The share of each study in a figure; the bar says the same as the number. */
export function Contributions({ rows }: { rows: readonly ContributionRow[] }) {
  return rows.map(({ label, studies, rest }) => (
    <details key={label}>
      <summary>Which studies make up {label}</summary>
      <ul className="shares">
        {studies.map(({ study, share, text }) => (
          <li key={study}>
            <span>{study}</span>
            <span className="figure">{text}</span>
            <i aria-hidden="true" style={{ inlineSize: `${100 * share}%` }} />
          </li>
        ))}
        {rest === null ? null : <li className="soft">{rest}</li>}
      </ul>
    </details>
  ));
}

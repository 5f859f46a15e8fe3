import type { AlertRates } from "@unclench/answers/alert-rates";
import { Link } from "react-router";
import { Scrollable } from "../controls/Scrollable.tsx";

/** How often the warnings of "What should I avoid?" are right, with every miss. */
export function AlertRatesCard({ rates }: { rates: AlertRates }) {
  return (
    <section className="card stack" aria-labelledby="alerts">
      <h2 id="alerts">{rates.title}</h2>
      <p>{rates.lead}</p>
      {rates.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Scrollable label="Warnings given, and quiet where there is nothing">
        <table>
          <caption className="hidden">How often the warnings are right, of 100, with a likely range</caption>
          <thead>
            <tr>
              <th scope="col">What was looked at</th>
              <th scope="col" className="figure">
                count
              </th>
              <th scope="col" className="figure">
                of 100
              </th>
              <th scope="col" className="figure">
                likely range, middle 95 %
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.lines.map((line) => (
              <tr key={line.what}>
                <th scope="row">{line.what}</th>
                <td className="figure">{line.count}</td>
                <td className="figure">{line.of100}</td>
                <td className="figure">{line.range}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <h3>Warnings on 100 everyday lists</h3>
      <Scrollable label="Warnings on everyday lists">
        <table>
          <thead>
            <tr>
              {rates.everyday.map(({ grade }) => (
                <th scope="col" className="figure" key={grade}>
                  {grade}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {rates.everyday.map(({ grade, alerts }) => (
                <td className="figure" key={grade}>
                  {alerts}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scrollable>
      <h3>Where it falls short, and what this does not show</h3>
      {rates.limits.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <details>
        <summary>Each warning that was not as the sources ask</summary>
        <ul>
          {rates.misses.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <p>
        <Link to="/what-to-avoid/my-medicines">Look at your own list</Link>
      </p>
    </section>
  );
}

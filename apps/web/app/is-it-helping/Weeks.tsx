import type { IsItHelping } from "@unclench/answers/is-it-helping";
import { Scrollable } from "../controls/Scrollable.tsx";
import { dateWords } from "@unclench/answers/dates";

const oneDecimal = (value: number | null): string => (value === null ? "none" : value.toFixed(1));

const named = ({ treatment, dose }: { treatment: string; dose: string | null }): string =>
  dose === null ? treatment : `${treatment}, ${dose}`;

/** The timeline in words: a row per week. */
export function Weeks({ answer }: { answer: IsItHelping }) {
  return (
    <details>
      <summary>The same as a table, week by week</summary>
      <Scrollable label="Week by week">
        <table>
          <caption>Check-ins per week with their mean, and the line of the model</caption>
          <thead>
            <tr>
              <th scope="col">Week from</th>
              <th scope="col" className="figure">
                Check-ins
              </th>
              <th scope="col" className="figure">
                Mean
              </th>
              <th scope="col" className="figure">
                Model
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.timeline.weeks.map((week) => (
              <tr key={week.from}>
                <th scope="row">{dateWords(week.from)}</th>
                <td className="figure">{week.filled}</td>
                <td className="figure">{oneDecimal(week.mean)}</td>
                <td className="figure">{oneDecimal(week.model)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <ul>
        {answer.timeline.spans.map((span) => (
          <li key={`${span.treatment} ${span.from}`}>
            {named(span)}: {dateWords(span.from)} to {dateWords(span.to)}
          </li>
        ))}
        {answer.timeline.injections.map((injection) => (
          <li key={`${injection.treatment} ${injection.date}`}>
            {named(injection)}: injected {dateWords(injection.date)}
          </li>
        ))}
        {answer.timeline.marks.map((mark) => (
          <li key={`${mark.kind} ${mark.date} ${mark.words}`}>
            {mark.kind === "missed-dose" ? `${mark.words}: dose missed` : `Trigger: ${mark.words}`},{" "}
            {dateWords(mark.date)}
          </li>
        ))}
      </ul>
    </details>
  );
}

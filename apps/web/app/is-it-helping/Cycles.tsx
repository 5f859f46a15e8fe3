import type { CycleLine, CyclesAnswer, DateRange } from "@unclench/answers/is-it-helping";
import { measureWords } from "@unclench/answers/measure-words";
import { Scrollable } from "../controls/Scrollable.tsx";
import { CyclePicture } from "../pictures/CyclePicture.tsx";
import { Source } from "../pictures/Source.tsx";
import { dateWords } from "@unclench/answers/dates";

const signed = (value: number): string => value.toFixed(1).replace("-", "−");

function When({ range }: { range: DateRange | undefined }) {
  if (range === undefined) return <td>not told</td>;
  const { likely, from, to } = range.dates;
  return (
    <td>
      {dateWords(likely)}
      <br />
      <span className="soft small">
        {dateWords(from)} to {dateWords(to)}
      </span>
    </td>
  );
}

function CycleRow({ cycle }: { cycle: CycleLine }) {
  return (
    <tr>
      <th scope="row">
        {dateWords(cycle.date)}
        {cycle.dose === null ? "" : `, ${cycle.dose}`}
      </th>
      <td className="figure">{cycle.ratedDays}</td>
      <td className="figure">
        {cycle.effect === null
          ? "not told"
          : `${signed(cycle.effect.q50)} (${signed(cycle.effect.q05)} to ${signed(cycle.effect.q95)})`}
      </td>
      <When range={cycle.when?.onset} />
      <When range={cycle.when?.peak} />
      <When range={cycle.when?.wearOff} />
    </tr>
  );
}

/** One injected treatment, cycle by cycle: the sentence first, then the picture, then the dates. */
export function Cycles({ answer }: { answer: CyclesAnswer }) {
  const words = measureWords[answer.measure];
  const [latest] = answer.cycles.slice(-1);
  return (
    <article className="card" aria-label={`${answer.treatment}, injection by injection`}>
      <h3 className="verdict">{answer.headline}</h3>
      <div className="columns">
        <div className="stack">
          {answer.weakerSince === null ? null : <p>{answer.weakerSince.sentence}</p>}
          {latest === undefined ? null : <p>{latest.sentence}</p>}
          <p>{answer.next.sentence}</p>
        </div>
        <CyclePicture cycles={answer.cycles} less={words.less} more={words.more} />
      </div>
      <details>
        <summary>Every injection as a table</summary>
        <div className="stack">
          <Scrollable label="Every injection">
            <table>
              <caption>Change in points at the peak, negative is better, and when; 90 % ranges</caption>
              <thead>
                <tr>
                  <th scope="col">Injection</th>
                  <th scope="col" className="figure">
                    Check-ins
                  </th>
                  <th scope="col" className="figure">
                    At its peak
                  </th>
                  <th scope="col">Half there</th>
                  <th scope="col">Strongest</th>
                  <th scope="col">Half gone</th>
                </tr>
              </thead>
              <tbody>
                {answer.cycles.map((cycle) => (
                  <CycleRow key={cycle.date} cycle={cycle} />
                ))}
              </tbody>
            </table>
          </Scrollable>
          <ul>
            {answer.cycles.map(({ date, againstEarlier }) =>
              againstEarlier === null ? null : (
                <li key={date}>
                  {dateWords(date)}. {againstEarlier.sentence}
                </li>
              ),
            )}
            {answer.assumed.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </div>
      </details>
      <details>
        <summary>When an injection disappoints: what to ask</summary>
        <ul className="reasons">
          {answer.reasons.map((reason) => (
            <li key={reason.id}>
              <p>
                {reason.fits ? <strong>Your diary points here. </strong> : null}
                {reason.reason}
              </p>
              <p>
                <strong>Ask:</strong> {reason.ask}
              </p>
              <p className="small soft">{reason.certainty}</p>
              {reason.sources.map((source) => (
                <Source key={source.id} source={source} />
              ))}
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

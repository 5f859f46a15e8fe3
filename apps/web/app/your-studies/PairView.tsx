import type { PairAnswer, ShownEffect } from "@unclench/answers/your-studies";
import { Scrollable } from "../controls/Scrollable.tsx";
import { ForestPlot } from "../pictures/ForestPlot.tsx";
import { endsOf } from "./endsOf.ts";
import { shortName } from "./shortName.ts";

const LONGEST = 44;

/** Effects one below the other, as a picture and as a table. */
export function EffectTable({
  caption,
  rows,
  measureName,
  more,
}: {
  caption: string;
  rows: readonly (ShownEffect & { readonly more?: string })[];
  measureName: string;
  /** Name of a further column, `more` of each row. */
  more?: string;
}) {
  return (
    <Scrollable label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Which</th>
            <th scope="col" className="figure">
              {measureName} (95 % interval)
            </th>
            {more === undefined ? null : (
              <th scope="col" className="figure">
                {more}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td className="figure">{row.text}</td>
              {more === undefined ? null : <td className="figure">{row.more}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** Two treatments: every study, the pool, and how much it hangs on one of them. */
export function PairView({
  pair,
  ratio,
  measureName,
}: {
  pair: PairAnswer;
  ratio: boolean;
  measureName: string;
}) {
  const { title, studies, pooled, leaveOneOut, cumulative, withoutYear } = pair;
  const ends = endsOf(pair.measure);
  const short = <Row extends { label: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, label: shortName(row.label, LONGEST) }));
  return (
    <div className="card-rows studies">
      <p>{pair.sentence}</p>
      {pair.notes.map((note) => (
        <p key={note} className="notice small">
          {note}
        </p>
      ))}
      {pair.robustness === null ? null : <p>{pair.robustness}</p>}
      <ForestPlot
        title={`${title}: each study and the pooled figure. The table below says the same.`}
        studies={short(studies)}
        pooled={studies.length > 1 ? pooled : null}
        ratio={ratio}
        {...ends}
      />
      <EffectTable
        caption={`${title}: the same figures as in the picture`}
        measureName={measureName}
        more="Weight"
        rows={studies.map((study) => ({ ...study, more: study.weightText }))}
      />
      {pair.spread === null ? null : <p className="small">{pair.spread}</p>}
      {leaveOneOut.length === 0 ? null : (
        <details>
          <summary>Leave out one study: {title}</summary>
          <EffectTable
            caption="The pooled figure without each study in turn"
            measureName={measureName}
            more="p"
            rows={leaveOneOut.map((one) => ({ ...one, more: one.pText }))}
          />
        </details>
      )}
      {cumulative.length === 0 ? (
        <p className="small soft">With a column “year” the studies can also be added one after the other.</p>
      ) : (
        <details>
          <summary>One after the other by year: {title}</summary>
          <div className="stack">
            <ForestPlot
              title={`${title}: the pooled figure after each further study. The table below says the same.`}
              studies={short(cumulative).map((step) => ({ ...step, weight: null }))}
              pooled={null}
              ratio={ratio}
              {...ends}
            />
            <EffectTable
              caption="The pooled figure after each further study"
              measureName={measureName}
              rows={cumulative}
            />
            {withoutYear.length === 0 ? null : (
              <p className="small">
                Not in it, for want of one year of four digits: {withoutYear.join(", ")}.
              </p>
            )}
          </div>
        </details>
      )}
    </div>
  );
}

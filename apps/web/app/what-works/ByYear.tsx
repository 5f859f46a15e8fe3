import type { ByYear as Answer, PooledLine, Subgroups } from "@unclench/answers/argue";
import { Scrollable } from "../controls/Scrollable.tsx";
import { ForestPlot } from "../pictures/ForestPlot.tsx";

type Ends = { ratio: boolean; lessLabel: string; moreLabel: string };

function Lines({ caption, lines, ratio }: { caption: string; lines: readonly PooledLine[]; ratio: boolean }) {
  const isShare = lines.some(({ of100 }) => of100 !== null);
  return (
    <Scrollable label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Which</th>
            {isShare ? (
              <th scope="col" className="figure">
                Of 100 with it
              </th>
            ) : null}
            <th scope="col" className="figure">
              {ratio ? "Odds ratio" : "Difference"} (95 % interval)
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, of100, text }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {isShare ? <td className="figure">{of100}</td> : null}
              <td className="figure">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** The figure once each further trial was there: as a picture and as a table. */
export function ByYear({ answer, name, ...ends }: { answer: Answer; name: string } & Ends) {
  return (
    <details>
      <summary>By year: how the figure came about</summary>
      <div className="stack">
        <p>{answer.sentence}</p>
        <ForestPlot
          title={`${name}: the pooled figure after each further trial. The table below says the same.`}
          studies={answer.steps.map((step) => ({ ...step, label: `with ${step.label}`, weight: null }))}
          pooled={null}
          {...ends}
        />
        <Lines
          caption="The pooled figure after each further trial"
          lines={answer.steps.map((step) => ({ ...step, label: `with ${step.label}` }))}
          ratio={ends.ratio}
        />
        {answer.undated.length === 0 ? null : (
          <p className="small">Not in it, for want of a year: {answer.undated.join(", ")}.</p>
        )}
      </div>
    </details>
  );
}

/** Kinds of trials beside each other, where there are enough of each. */
export function Groups({ answer, ratio }: { answer: Subgroups; ratio: boolean }) {
  return (
    <details>
      <summary>
        {answer.by === "blinding" ? "By who knew what was given" : "By dose"}: do kinds of trials differ?
      </summary>
      <div className="stack">
        <p>{answer.sentence}</p>
        <Lines
          caption="Each group of trials pooled by itself"
          lines={answer.groups.map((group) => ({
            ...group,
            label: `${group.label} (${group.trials} trials)`,
          }))}
          ratio={ratio}
        />
      </div>
    </details>
  );
}

import type { Part, YourStudies } from "@unclench/answers/your-studies";
import { useState } from "react";
import { Scrollable } from "../controls/Scrollable.tsx";
import { ForestPlot } from "../pictures/ForestPlot.tsx";
import { endsOf } from "./endsOf.ts";
import { NetworkGraph } from "./NetworkGraph.tsx";
import { EffectTable, PairView } from "./PairView.tsx";
import { Contributions, Ranks, Split } from "./NetworkTables.tsx";
import { shortName } from "./shortName.ts";

/** Three and more treatments that hang together. */
export function NetworkView({ part, answer }: { part: Part; answer: YourStudies }) {
  const { network, forest } = part;
  const { ratio, measure, measureName } = answer;
  const { reference } = network;
  const predicted = forest.some(({ prediction }) => prediction !== null);
  return (
    <div className="card-rows studies">
      <section className="stack">
        <h3>Each treatment against {reference}</h3>
        <ForestPlot
          title={`${measureName} of each treatment against ${reference}. The table below says the same.`}
          studies={forest.map((row) => ({ ...row, label: shortName(row.label, 44), weight: null }))}
          pooled={null}
          ratio={ratio}
          {...endsOf(measure)}
        />
        <EffectTable
          caption={`Each treatment against ${reference}`}
          measureName={measureName}
          {...(predicted ? { more: "A further study might find" } : {})}
          rows={forest.map(({ prediction, ...row }) => ({ ...row, more: prediction ?? "–" }))}
        />
      </section>
      <section className="stack">
        <h3>How sure is the order?</h3>
        <p>{part.rankSentence}</p>
        <Ranks rows={part.ranks} />
      </section>
      <section className="stack">
        <h3>Do the studies agree?</h3>
        <p>{part.heterogeneity}</p>
        <p>{part.inconsistency}</p>
        {part.split.length === 0 ? null : <Split rows={part.split} />}
      </section>
      <section className="stack">
        <h3>What was compared with what</h3>
        <NetworkGraph title="The network of comparisons" nodes={part.nodes} edges={part.edges} />
      </section>
      <section className="stack">
        <h3>Every treatment against every other</h3>
        <p className="small soft">{measureName} of the row against the column, with its 95 % interval.</p>
        <League part={part} />
      </section>
      {part.contributions.length === 0 ? null : (
        <section className="stack">
          <h3>Where the figures come from</h3>
          <Contributions rows={part.contributions} />
        </section>
      )}
      <Pairs part={part} answer={answer} />
    </div>
  );
}

function League({ part }: { part: Part }) {
  const { treatments } = part.network;
  return (
    <Scrollable label="Every treatment against every other">
      <table className="league">
        <caption>Row against column</caption>
        <thead>
          <tr>
            <th scope="col">Against</th>
            {treatments.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {treatments.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {treatments.map((other, column) => (
                <td key={other}>{part.league[row]?.[column] ?? "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** The studies of one direct comparison, for those who want to see them. */
function Pairs({ part, answer }: { part: Part; answer: YourStudies }) {
  const [chosen, setChosen] = useState("");
  const pair = part.pairs.find(({ title }) => title === chosen);
  if (part.pairs.length === 0) return null;
  return (
    <section className="stack">
      <h3>The studies of one pair</h3>
      <label className="field">
        Which pair
        <select value={pair?.title ?? ""} onChange={({ target }) => setChosen(target.value)}>
          <option value="">Choose a pair</option>
          {part.pairs.map(({ title, pooled }) => (
            <option key={title} value={title}>
              {title} ({pooled.k === 1 ? "1 study" : `${pooled.k} studies`})
            </option>
          ))}
        </select>
      </label>
      {pair === undefined ? null : (
        <>
          <p className="small soft">
            From the studies that compared these two directly, and from them alone; the network above knows
            more.
          </p>
          <PairView pair={pair} ratio={answer.ratio} measureName={answer.measureName} />
        </>
      )}
    </section>
  );
}

import type { AllMeasures, ChangeLine } from "@unclench/answers/is-it-helping";
import { Scrollable } from "../controls/Scrollable.tsx";

const signed = (value: number): string => value.toFixed(1).replace("-", "−");

function Size({ line }: { line: ChangeLine }) {
  const { effect, unit } = line;
  if (effect === null) return <td className="figure">not told</td>;
  const text = (value: number): string => (unit === "ratio" ? `× ${value.toFixed(2)}` : signed(value));
  return (
    <td className="figure">
      {text(effect.q50)} ({text(effect.q05)} to {text(effect.q95)})
    </td>
  );
}

const percent = (chance: number | null): string =>
  chance === null ? "not told" : `${(100 * chance).toFixed(1)} %`;

/** What each treatment gave and what it cost, over all measures; the figures one level down. */
export function GainAndPrice({ all }: { all: AllMeasures }) {
  return (
    <section className="card" aria-labelledby="gain-and-price">
      <h2 id="gain-and-price">Gain and price</h2>
      {all.treatments.map(({ treatments, sentence }) => (
        <p key={treatments.join()} className="size">
          {sentence}
        </p>
      ))}
      <p className="soft small">{all.answersSentence}</p>
      <details>
        <summary>All measures in figures</summary>
        <Scrollable label="All measures">
          <table>
            <caption>
              Change in points of 10 with its 90 % range; negative is better. Of counts: times as many spasms.
            </caption>
            <thead>
              <tr>
                <th scope="col">Treatment</th>
                <th scope="col">Measure</th>
                <th scope="col" className="figure">
                  Change
                </th>
                <th scope="col" className="figure">
                  Chance of help
                </th>
                <th scope="col" className="figure">
                  Chance of harm
                </th>
              </tr>
            </thead>
            <tbody>
              {all.treatments.flatMap(({ treatments, lines }) =>
                lines.map((line) => (
                  <tr key={`${treatments.join()} ${line.of}`}>
                    <th scope="row">{treatments.join(", ")}</th>
                    <td>{line.name}</td>
                    <Size line={line} />
                    <td className="figure">{percent(line.helps)}</td>
                    <td className="figure">{percent(line.worse)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </Scrollable>
      </details>
    </section>
  );
}

import type { CombinedAnswer, HangsOn, IsItHelping, TreatmentAnswer } from "@unclench/answers/is-it-helping";
import { measureWords } from "@unclench/answers/measure-words";
import { Hill } from "../pictures/Hill.tsx";
import { Source } from "../pictures/Source.tsx";
import { Scrollable } from "../controls/Scrollable.tsx";
import { HangsOnDetails } from "./HangsOnDetails.tsx";

const signed = (value: number): string => value.toFixed(2).replace("-", "−");

function Figures({ answer, smallest }: { answer: TreatmentAnswer | CombinedAnswer; smallest: number }) {
  const { effect, probabilities } = answer;
  if (effect === null || probabilities === null) return null;
  return (
    <Scrollable label="The figures">
      <table>
        <caption>The same in figures. Negative is better.</caption>
        <tbody>
          <tr>
            <th scope="row">Most likely change, in points</th>
            <td className="figure">{signed(effect.q50)}</td>
          </tr>
          <tr>
            <th scope="row">90 % likely between</th>
            <td className="figure">
              {signed(effect.q05)} and {signed(effect.q95)}
            </td>
          </tr>
          <tr>
            <th scope="row">Mean and standard deviation</th>
            <td className="figure">
              {signed(effect.mean)} and {effect.sd.toFixed(2)}
            </td>
          </tr>
          <tr>
            <th scope="row">Chance of any help</th>
            <td className="figure">{(100 * probabilities.helps).toFixed(1)} %</td>
          </tr>
          <tr>
            <th scope="row">Chance of help of half a point or more</th>
            <td className="figure">{(100 * probabilities.helpsSome).toFixed(1)} %</td>
          </tr>
          {answer.asked === null ? null : (
            <tr>
              <th scope="row">The same, asked for at two looks in a row before “very probably helping”</th>
              <td className="figure">{(100 * answer.asked).toFixed(1)} %</td>
            </tr>
          )}
          <tr>
            <th scope="row">Chance of help of {smallest.toFixed(1)} points or more</th>
            <td className="figure">{(100 * probabilities.helpsEnough).toFixed(1)} %</td>
          </tr>
          <tr>
            <th scope="row">Chance of less help than that</th>
            <td className="figure">{(100 * probabilities.notEnough).toFixed(1)} %</td>
          </tr>
          <tr>
            <th scope="row">Chance of harm</th>
            <td className="figure">{(100 * probabilities.worse).toFixed(1)} %</td>
          </tr>
        </tbody>
      </table>
    </Scrollable>
  );
}

/** From what trials found for people like me to what my own days say. */
function FromTrials({ answer }: { answer: TreatmentAnswer }) {
  const { trials, noTrials, withoutTrials } = answer;
  if (trials === null) return noTrials === null ? null : <p className="soft small">{noTrials}</p>;
  return (
    <details>
      <summary>What trials found for people like you</summary>
      <div className="stack">
        <p>{trials.sentence}</p>
        {withoutTrials === null ? null : <p>Without the trials: {withoutTrials.sentence}</p>}
        <ul>
          {trials.sources.map((source) => (
            <li key={source.id}>
              <Source source={source} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** The checks of a card: `null` until they are there, `pending` while they are worked out. */
type Checks = { hangsOn: HangsOn | null; pending: boolean };

export function VerdictCard({
  answer,
  whole,
  checks,
}: {
  answer: TreatmentAnswer;
  whole: IsItHelping;
  checks: Checks;
}) {
  const words = measureWords[whole.measure];
  const early = answer.verdict === "not-yet";
  const drawn = answer.hill.length > 1 && !early;
  return (
    <article className="card" aria-label={answer.treatment}>
      <p className="soft small">
        {answer.treatment}: {answer.days.before} check-ins without it, {answer.days.on} while it was working
      </p>
      <div className={drawn ? "columns" : "stack"}>
        <div className="stack">
          <h3 className="verdict">{answer.headline}</h3>
          {answer.size === null ? null : <p className="size">{answer.size}</p>}
          {answer.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {answer.speedSentence === null ? null : <p>{answer.speedSentence}</p>}
          {early ? null : <p className="notice">{whole.expectation}</p>}
        </div>
        {drawn ? (
          <figure>
            <Hill
              points={answer.hill}
              before={answer.trials?.hill ?? []}
              smallestThatMatters={whole.baseline.smallestThatMatters}
              title={`What your diary says about ${answer.treatment}: ${answer.sentence}`}
              less={words.less}
              more={words.more}
            />
            <figcaption className="small soft">
              The higher the hill, the more likely that change, in points of 10. Solid: enough to matter.
              Dotted: a help too small to notice. Right of 0: harm.
              {answer.trials === null
                ? null
                : " Dashed line: what trials found for people like you, before your days spoke."}
            </figcaption>
          </figure>
        ) : null}
      </div>
      <FromTrials answer={answer} />
      {early ? null : <HangsOnDetails {...checks} />}
      <details>
        <summary>What was assumed, and the figures</summary>
        <div className="stack">
          <ul>
            {answer.assumed.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
            <li>
              Without treatment your {whole.measureName} would be about {whole.baseline.level.toFixed(1)} of
              10. A change of {whole.baseline.smallestThatMatters.toFixed(1)} points counts as enough to
              matter. {whole.baseline.words}
            </li>
            <li>{whole.startingBelief}</li>
          </ul>
          {early ? null : <Figures answer={answer} smallest={whole.baseline.smallestThatMatters} />}
        </div>
      </details>
    </article>
  );
}

export function CombinedCard({
  answer,
  whole,
  checks,
}: {
  answer: CombinedAnswer;
  whole: IsItHelping;
  checks: Checks;
}) {
  const words = measureWords[whole.measure];
  const early = answer.verdict === "not-yet";
  return (
    <article className="card" aria-label={answer.treatments.join(", ")}>
      <h3 className="verdict">{answer.headline}</h3>
      {answer.size === null ? null : <p className="size">{answer.size}</p>}
      {early ? null : (
        <>
          <Hill
            points={answer.hill}
            smallestThatMatters={whole.baseline.smallestThatMatters}
            title={answer.sentence}
            less={words.less}
            more={words.more}
          />
          <p className="notice">{whole.expectation}</p>
          <HangsOnDetails {...checks} />
          <details>
            <summary>The figures</summary>
            <Figures answer={answer} smallest={whole.baseline.smallestThatMatters} />
          </details>
        </>
      )}
    </article>
  );
}

import type { Question } from "@unclench/answers/argue";
import type { Outcome, StudyLine } from "@unclench/answers/what-works";
import { Scrollable } from "../controls/Scrollable.tsx";
import { ForestPlot } from "../pictures/ForestPlot.tsx";
import { Source } from "../pictures/Source.tsx";
import { Argue } from "./Argue.tsx";
import { Of100 } from "./Of100.tsx";
import { Sure } from "./Sure.tsx";
import { useIsLinked } from "./useIsLinked.ts";

const signed = (value: number, digits = 2): string => value.toFixed(digits).replace("-", "−");

export function Sureness({ certainty }: { certainty: Outcome["certainty"] }) {
  return (
    <div className="stack">
      <Sure certainty={certainty} />
      {certainty.reasons.length === 0 ? null : <p className="small soft">{certainty.reasons.join(" ")}</p>}
    </div>
  );
}

const people = (counts: readonly [number, number] | null): string =>
  counts === null ? "not printed" : `${counts[0]} of ${counts[1]}`;

function StudyTable({ outcome, treatment, name }: { outcome: Outcome; treatment: string; name: string }) {
  const ratio = outcome.measure === "OR";
  const shown = (value: number): string => signed(ratio ? Math.exp(value) : value);
  const lines: readonly StudyLine[] = [...outcome.studies, ...outcome.beside];
  return (
    <Scrollable label={`Trials: ${name}`}>
      <table>
        <caption>
          {outcome.label}, {treatment} against {outcome.comparator.name}: the same figures as in the picture
        </caption>
        <thead>
          <tr>
            <th scope="col">Trial</th>
            <th scope="col">With it</th>
            <th scope="col">Without</th>
            <th scope="col" className="figure">
              {ratio ? "Odds ratio" : "Difference"}
            </th>
            <th scope="col" className="figure">
              95 % interval
            </th>
            <th scope="col" className="figure">
              Weight
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((study) => (
            <tr key={study.label}>
              <th scope="row">{study.label}</th>
              <td>{ratio ? people(study.active) : "–"}</td>
              <td>{ratio ? people(study.control) : "–"}</td>
              <td className="figure">{shown(study.estimate)}</td>
              <td className="figure">
                {shown(study.ciLower)} to {shown(study.ciUpper)}
              </td>
              <td className="figure">{study.weight === null ? "beside" : `${study.weight.toFixed(0)} %`}</td>
            </tr>
          ))}
          {outcome.studies.length === 0 ? null : (
            <tr>
              <th scope="row">{outcome.trials.length === 1 ? "This one trial" : "All together"}</th>
              <td />
              <td />
              <td className="figure">{shown(outcome.estimate)}</td>
              <td className="figure">
                {shown(outcome.ciLower)} to {shown(outcome.ciUpper)}
              </td>
              <td className="figure">100 %</td>
            </tr>
          )}
        </tbody>
      </table>
    </Scrollable>
  );
}

type OutcomeCardProps = {
  outcome: Outcome;
  treatment: string;
  /** Which figure this is, for arguing about it. */
  question: Question;
  /** From trials that stand apart: two outcomes of one treatment may otherwise be called the same. */
  apart?: boolean;
};

/** One outcome of one treatment: the sentence, the picture, how sure, and one level down the trials. */
export function OutcomeCard({ outcome, treatment, question, apart = false }: OutcomeCardProps) {
  const name = `${treatment}, ${outcome.label}, against ${outcome.comparator.name}${apart ? ", kept apart" : ""}`;
  const linked = useIsLinked(question);
  const trialCount = outcome.trials.length;
  const ratio = outcome.measure === "OR";
  return (
    <section className="stack outcome" aria-label={name}>
      <h4>
        <span className={`side ${outcome.side}`}>{outcome.side === "gain" ? "Gain" : "Harm"}</span>{" "}
        {outcome.label}
      </h4>
      <p>{outcome.sentence}</p>
      <Of100 outcome={outcome} treatment={treatment} />
      <p className="small soft">
        {outcome.rangeSentence} {outcome.anotherGroupSentence}
      </p>
      {outcome.measuredIn.words === null ? null : <p className="small notice">{outcome.measuredIn.words}</p>}
      <Sureness certainty={outcome.certainty} />
      <details open={linked}>
        <summary>
          {trialCount === 1 ? "One trial" : `${trialCount} trials`}
          {outcome.people === null ? "" : `, ${outcome.people} people`}: see{" "}
          {trialCount === 1 ? "it" : "them"}
        </summary>
        <div className="stack">
          <ForestPlot
            title={`${outcome.label}: each trial and the pooled figure. The table below says the same.`}
            studies={[...outcome.studies, ...outcome.beside]}
            pooled={trialCount > 1 ? outcome : null}
            ratio={ratio}
            lessLabel={ratio ? "fewer with it" : "lower with it"}
            moreLabel={ratio ? "more with it" : "higher with it"}
          />
          <StudyTable outcome={outcome} treatment={treatment} name={name} />
          {outcome.counted.length === 0 ? null : (
            <p className="small">What the trials counted: {outcome.counted.join("; ")}.</p>
          )}
          {outcome.per100 === null ? null : (
            <p className="small">
              The share without it is that of the control groups: {outcome.per100.baseline.events} of{" "}
              {outcome.per100.baseline.people} people. The share with it follows from the odds ratio.
            </p>
          )}
          {outcome.numberNeededSentence === null ? null : (
            <p className="small">{outcome.numberNeededSentence}</p>
          )}
          {outcome.tau2 === null ||
          outcome.predictionLower === null ||
          outcome.predictionUpper === null ? null : (
            <p className="small">
              A further trial might find anything from{" "}
              {signed(ratio ? Math.exp(outcome.predictionLower) : outcome.predictionLower)} to{" "}
              {signed(ratio ? Math.exp(outcome.predictionUpper) : outcome.predictionUpper)}. Differences
              between trials: I² {(outcome.i2 ?? 0).toFixed(0)} %, τ² {outcome.tau2.toFixed(3)} (
              {outcome.method}, {outcome.ci}).
            </p>
          )}
          {outcome.leaveOneOut.length === 0 ? null : (
            <ul className="small">
              {outcome.leaveOneOut.map((entry) => (
                <li key={entry.label}>
                  Without {entry.label}: {signed(ratio ? Math.exp(entry.estimate) : entry.estimate)} (
                  {signed(ratio ? Math.exp(entry.ciLower) : entry.ciLower)} to{" "}
                  {signed(ratio ? Math.exp(entry.ciUpper) : entry.ciUpper)})
                </li>
              ))}
            </ul>
          )}
          {outcome.robustness.level === "one-trial" ? null : (
            <p className="small">{outcome.robustness.sentence}</p>
          )}
          <Argue question={question} outcome={outcome} treatment={treatment} name={name} />
          <h5>Sources</h5>
          {[...outcome.studies, ...outcome.beside].map((study) => (
            <div key={study.label}>
              <Source source={study.source} />
              {study.notes.length === 0 ? null : <p className="small soft">{study.notes.join(" ")}</p>}
            </div>
          ))}
        </div>
      </details>
    </section>
  );
}

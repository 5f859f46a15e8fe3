import type { MattersOption, WhatMatters } from "@unclench/answers/what-matters";
import { RankBars } from "./RankBars.tsx";

function Told({ head, sentences }: { head: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div>
      <p className="field-name">{head}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function Why({ option: { treatment, name, why, toComeFirst } }: { option: MattersOption }) {
  return (
    <article className="card" aria-labelledby={`why-${treatment}`}>
      <h4 id={`why-${treatment}`}>{name}</h4>
      <Told head="Speaks for it" sentences={why.speaksFor} />
      <Told head="Speaks against it" sentences={why.speaksAgainst} />
      <Told head="Not clear" sentences={why.notKnown} />
      <p className="small soft">{toComeFirst}</p>
    </article>
  );
}

/** What was counted, why, and how it may be read. Nothing is sorted, and nothing is marked. */
export function MattersResult({ answer }: { answer: WhatMatters }) {
  const counting = answer.wishes.filter((wish) => wish.answer !== "no");
  const blind = counting.flatMap(({ cannotSeparate }) => cannotSeparate ?? []);
  return (
    <div className="card-rows">
      <p className="paper-only">
        {answer.about.condition.name}, {answer.about.pattern.name.toLowerCase()}. What matters:{" "}
        {counting
          .map(({ name, answerName }) => `${name.toLowerCase()}, ${answerName.toLowerCase()}`)
          .join("; ")}
        .
      </p>
      <p className="notice">{answer.readingSentence}</p>
      {answer.surenessSentence === null ? null : <p>{answer.surenessSentence}</p>}
      {answer.arguedSentence === null ? null : <p>{answer.arguedSentence}</p>}
      {blind.length === 0 ? null : (
        <ul>
          {blind.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <h3>Of 100 tries, how often each came first, second …</h3>
      <RankBars options={answer.options} />
      <h3>Why</h3>
      <div className="outcomes">
        {answer.options.map((option) => (
          <Why key={option.treatment} option={option} />
        ))}
      </div>
      {answer.apart === null ? null : (
        <details>
          <summary>Not weighed: {answer.apart.names.length}</summary>
          <div className="stack">
            <p>{answer.apart.sentence}</p>
            <p>{answer.apart.names.join(", ")}.</p>
          </div>
        </details>
      )}
      <p className="small soft">
        On which step of needles and visits a treatment stands is our own reading; nobody of the profession
        has checked it yet. {answer.draws.toLocaleString("en-GB")} tries; the same answers give the same
        numbers.
      </p>
    </div>
  );
}

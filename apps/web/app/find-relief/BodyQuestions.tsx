import type { BodyAnswer, BodyQuestion } from "@unclench/answers/relief";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { dateWords } from "@unclench/answers/dates";

type BodyQuestionsProps = {
  questions: readonly BodyQuestion[];
  /** with the ids that were ticked */
  onAnswered: (ticked: readonly string[]) => void;
};

/** Asked once before the first routine, and again when it is long ago. A tick is "so", or "not sure". */
export function BodyQuestions({ questions, onAnswered }: BodyQuestionsProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const open = questions.filter(({ id }) => ticked.includes(id)).map(({ id }) => id);
  const again = questions.some(({ before }) => before !== null);
  return (
    <section className="card" aria-labelledby="first-asked">
      <h3 id="first-asked">Is any of this so?</h3>
      <p>
        Tick what is so, or what you are not sure about. It is kept on this device, you can change it, and it
        leaves out what could do harm.
        {again ? " Some of it was asked a while ago, and bodies change." : ""}
      </p>
      <div className="ticks">
        {questions.map(({ id, ask, before }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={ticked.includes(id)}
              onChange={({ target }) =>
                setTicked((all) => (target.checked ? [...all, id] : all.filter((one) => one !== id)))
              }
            />
            <span>
              {ask}
              {before === null ? null : (
                <span className="soft small">
                  {" "}
                  You said {before.answer} on {dateWords(before.on)}.
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <div className="row">
        <Press primary onPress={() => onAnswered(open)}>
          {open.length === 0
            ? "None of these"
            : open.length === 1
              ? "Only this one"
              : `Only these ${open.length}`}
        </Press>
      </div>
    </section>
  );
}

type BodyAnswersProps = {
  questions: readonly BodyQuestion[];
  answers: readonly BodyAnswer[];
  disabled: boolean;
  onChange: (id: string, ticked: boolean) => void;
};

/** What was said, to look at and to change. */
export function BodyAnswers({ questions, answers, disabled, onChange }: BodyAnswersProps) {
  const asked = questions.filter(({ before }) => before !== null);
  if (asked.length === 0) return null;
  return (
    <details className="no-print">
      <summary>What I said about my body</summary>
      <div className="stack">
        <p className="soft small">A tick is “so” or “not sure”. Each change is kept at once.</p>
        <div className="ticks">
          {asked.map(({ id, ask }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                disabled={disabled}
                checked={answers.some(({ about, answer }) => about === id && answer === "yes")}
                onChange={({ target }) => onChange(id, target.checked)}
              />
              {ask}
            </label>
          ))}
        </div>
      </div>
    </details>
  );
}

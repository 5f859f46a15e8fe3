import { rowOf } from "@unclench/answers/arrange-questions";
import type { AskedQuestion } from "@unclench/answers/what-to-ask";
import {
  LONGEST_ANSWER,
  LONGEST_QUESTION,
  type LocalDate,
  type PersonalRecord,
  tables,
} from "@unclench/record";
import { useId, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { saved } from "../record/useDiary.ts";
import { Behind } from "./Behind.tsx";

type QuestionItemProps = {
  question: AskedQuestion;
  /** 1 is the first of the list */
  number: number;
  last: boolean;
  record: PersonalRecord;
  today: LocalDate;
  disabled: boolean;
  onMove: (by: -1 | 1) => void;
  onTakeAway: () => void;
  say: (what: string) => void;
};

/** One question of the list: its reason, and everything that can be done with it. */
export function QuestionItem(props: QuestionItemProps) {
  const { question, number, last, record, today, disabled, onMove, onTakeAway, say } = props;
  const { text, because, why, facts, answer, origin } = question;
  const [open, setOpen] = useState<"change" | "answer" | null>(null);
  const named = `question ${number}`;
  const put = async (
    set: { text?: string; answer?: string | null },
    done: string,
  ): Promise<string | null> => {
    const row = record.rows(tables.question).find(({ id }) => id === question.row);
    const failed = await saved(
      record.put(
        tables.question,
        {
          text,
          bank: origin === "own" ? null : question.id,
          place: row?.place ?? number - 1,
          answer,
          ...set,
        },
        today,
        rowOf(question),
      ),
    );
    if (failed === null) {
      setOpen(null);
      say(done);
    }
    return failed;
  };
  return (
    <li className="stack asked">
      <p className="asked-text">
        <b>{text}</b>
      </p>
      {because === null ? null : <p>Why now: {because}</p>}
      {why === null ? null : <p className="soft">Why ask: {why}</p>}
      {answer === null ? null : <p className="said">What was said: {answer}</p>}
      <Behind of={named} facts={facts} />
      {open === null ? (
        <div className="row no-print">
          <Press isDisabled={disabled || number === 1} aria-label={`Up: ${named}`} onPress={() => onMove(-1)}>
            Up
          </Press>
          <Press isDisabled={disabled || last} aria-label={`Down: ${named}`} onPress={() => onMove(1)}>
            Down
          </Press>
          <Press isDisabled={disabled} aria-label={`Change ${named}`} onPress={() => setOpen("change")}>
            Change
          </Press>
          <Press
            isDisabled={disabled}
            aria-label={`Write down what was said to ${named}`}
            onPress={() => setOpen("answer")}
          >
            Write down what was said
          </Press>
          <Press isDisabled={disabled} aria-label={`Take away ${named}`} onPress={onTakeAway}>
            Take away
          </Press>
        </div>
      ) : (
        <TextForm
          key={open}
          label={open === "change" ? "The question in my words" : "What was said"}
          start={open === "change" ? text : (answer ?? "")}
          most={open === "change" ? LONGEST_QUESTION : LONGEST_ANSWER}
          onCancel={() => setOpen(null)}
          onSave={(written) =>
            open === "change"
              ? put({ text: written }, "The question is changed.")
              : put({ answer: written.trim() === "" ? null : written }, "The answer is saved.")
          }
        />
      )}
    </li>
  );
}

type TextFormProps = {
  label: string;
  start: string;
  most: number;
  onSave: (text: string) => Promise<string | null>;
  onCancel: (() => void) | null;
};

/** One text to write, with Save and Cancel. */
export function TextForm({ label, start, most, onSave, onCancel }: TextFormProps) {
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const save = async () => {
    const failed = await onSave(text);
    setProblem(failed);
    if (failed === null && onCancel === null) setText("");
  };
  return (
    <form
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="field wide">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          rows={2}
          value={text}
          maxLength={most}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <Problem>{problem}</Problem>
      <div className="row">
        <Press onPress={() => void save()}>{onCancel === null ? "Add my question" : "Save"}</Press>
        {onCancel === null ? null : <Press onPress={onCancel}>Cancel</Press>}
      </div>
    </form>
  );
}

import { attainmentWords, type Goal, type GoalAttainment, measureEnds, type Rating } from "@unclench/record";
import { memo, useCallback } from "react";
import { Press } from "../controls/Press.tsx";
import { ZeroToTen } from "../controls/ZeroToTen.tsx";
import type { Draft } from "./draft.ts";
import { useSpokenNote } from "./useSpokenNote.ts";

export const questions: Readonly<Record<Rating, string>> = {
  stiffness: "Stiffness",
  spasms: "Spasms",
  pain: "Pain",
  sleep: "Trouble with sleep",
  tiredness: "Tiredness",
  mood: "Low mood",
};

type RatingRowProps = { rating: Rating; value: number | null; onChange: (part: Partial<Draft>) => void };

/** Drawn again only when its own value changes: each has eleven buttons. */
export const RatingRow = memo(function RatingRow({ rating, value, onChange }: RatingRowProps) {
  return (
    <ZeroToTen
      label={questions[rating]}
      low={measureEnds[rating].zero}
      high={measureEnds[rating].ten}
      value={value}
      onChange={(chosen) => onChange({ [rating]: chosen })}
    />
  );
});

const attainments = [-2, -1, 0, 1, 2] as const;

type MoreProps = {
  draft: Draft;
  goals: readonly Goal[];
  /** not the first of the day: spasms are counted since the one before */
  further: boolean;
  onChange: (part: Partial<Draft>) => void;
};

/** Everything that may be told and never has to be. */
export function CheckInMore({ draft, goals, further, onChange }: MoreProps) {
  const { note } = draft;
  const hear = useCallback(
    (said: string) => onChange({ note: note.trim() === "" ? said : `${note.trimEnd()} ${said}` }),
    [note, onChange],
  );
  const spoken = useSpokenNote(hear);
  return (
    <div className="card-rows">
      {(["pain", "sleep", "tiredness", "mood"] as const).map((rating) => (
        <RatingRow key={rating} rating={rating} value={draft[rating]} onChange={onChange} />
      ))}
      {goals.map((goal) => (
        <GoalRow
          key={goal.id}
          goal={goal}
          rated={draft.goals}
          onChange={(rated) => onChange({ goals: rated })}
        />
      ))}
      <label className="field">
        {further ? "Spasms counted since the last check-in" : "Spasms counted, if you count them"}
        <input
          inputMode="numeric"
          value={draft.count}
          onChange={({ target: { value } }) => onChange({ count: value })}
        />
      </label>
      <label className="field">
        Note
        <textarea rows={2} value={note} onChange={({ target: { value } }) => onChange({ note: value })} />
      </label>
      {spoken.possible ? (
        <p>
          <Press pressed={spoken.listening} onPress={spoken.toggle}>
            {spoken.listening ? "Stop listening" : "Speak the note"}
          </Press>
        </p>
      ) : null}
    </div>
  );
}

type GoalRowProps = {
  goal: Goal;
  rated: readonly GoalAttainment[];
  onChange: (rated: readonly GoalAttainment[]) => void;
};

function GoalRow({ goal, rated, onChange }: GoalRowProps) {
  const now = rated.find((one) => one.goal === goal.id)?.rating ?? null;
  const others = rated.filter((one) => one.goal !== goal.id);
  return (
    <fieldset className="plain stack">
      <legend>
        <h2>Goal: {goal.text}</h2>
      </legend>
      <div className="row">
        {attainments.map((rating) => (
          <Press
            key={rating}
            pressed={rating === now}
            onPress={() => onChange(rating === now ? others : [...others, { goal: goal.id, rating }])}
          >
            {attainmentWords[rating]}
          </Press>
        ))}
      </div>
    </fieldset>
  );
}

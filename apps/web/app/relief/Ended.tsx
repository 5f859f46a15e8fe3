import type { RoutineDone } from "@unclench/record";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";

const answers: readonly (readonly [value: NonNullable<RoutineDone["after"]> | null, words: string])[] = [
  ["easier", "Easier"],
  ["same", "The same"],
  ["worse", "Worse"],
  [null, "Just note that I did it"],
];

type EndedProps = {
  /** whole words: "2.5 minutes" */
  length: string;
  /** what was answered; undefined: nothing yet */
  answered: RoutineDone["after"] | undefined;
  canNote: boolean;
  onAnswer: (after: RoutineDone["after"]) => void;
  onAgain: () => void;
};

/** One question, then it is over. */
export function Ended({ length, answered, canNote, onAnswer, onAgain }: EndedProps) {
  return (
    <div className="stack ended">
      <h2 id="how-now">How does it feel now?</h2>
      <p>That was {length}.</p>
      <fieldset className="plain row" aria-labelledby="how-now">
        {answers.map(([value, words], place) => (
          <Press
            key={words}
            autoFocus={place === 0}
            pressed={answered !== undefined && answered === value}
            isDisabled={!canNote}
            onPress={() => onAnswer(value)}
          >
            {words}
          </Press>
        ))}
      </fieldset>
      {answered === "worse" ? (
        <p className="notice warn">
          Rest now. If it stays worse, or comes again with this routine, ask your physiotherapist or doctor
          before the next time.
        </p>
      ) : null}
      <p className="soft">
        Your answer goes into your diary on this device. One answer says little; many together say more.
      </p>
      <div className="row">
        <Press onPress={onAgain}>Do it again</Press>
        <Link className="button" to="/relief">
          Another routine
        </Link>
        <Link className="button" to="/relief/plan">
          My plan
        </Link>
        <Link className="button" to="/diary">
          Check in
        </Link>
      </div>
    </div>
  );
}

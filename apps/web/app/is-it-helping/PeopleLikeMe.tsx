import { conditions, patterns } from "@unclench/knowledge";
import { Press } from "../controls/Press.tsx";
import { type Diary, saved } from "../record/useDiary.ts";

type Choice = "condition" | "pattern";

const lists = { condition: conditions, pattern: patterns } as const;
const questions: Readonly<Record<Choice, string>> = {
  condition: "Where the stiffness comes from",
  pattern: "Where it is worst",
};

type PeopleLikeMeProps = {
  diary: Diary;
  withTrials: boolean;
  onWithTrials: (use: boolean) => void;
  onProblem: (sentence: string | null) => void;
};

/** Whose trials are the starting belief, kept in the record; and the verdict without any trial. */
export function PeopleLikeMe({ diary, withTrials, onWithTrials, onProblem }: PeopleLikeMeProps) {
  const { person, record, readOnly } = diary;
  if (record === null) return null;
  const known = person.condition !== null && person.pattern !== null;
  const choose = async (choice: Choice, id: string): Promise<void> =>
    onProblem(await saved(record.putPerson({ [choice]: id === "" ? null : id })));
  return (
    <details className="no-print" open={!known}>
      <summary>Start from what trials found for people like me</summary>
      <div className="stack">
        <p className="soft small">
          What trials found is then the belief from which your days start. The more days you fill in, the less
          it counts. It never makes a verdict by itself.
        </p>
        <div className="row">
          {(["condition", "pattern"] as const).map((choice) => (
            <label key={choice} className="field">
              {questions[choice]}
              <select
                value={person[choice] ?? ""}
                disabled={readOnly}
                onChange={(event) => void choose(choice, event.target.value)}
              >
                <option value="">not said</option>
                {lists[choice].map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        {known ? (
          <fieldset className="plain row">
            <legend>The verdict</legend>
            <Press pressed={withTrials} onPress={() => onWithTrials(true)}>
              With the trials
            </Press>
            <Press pressed={!withTrials} onPress={() => onWithTrials(false)}>
              From my days alone
            </Press>
          </fieldset>
        ) : null}
      </div>
    </details>
  );
}

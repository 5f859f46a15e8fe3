import type { BankEntry, BankGroup } from "@unclench/answers/question-bank";
import { Press } from "../controls/Press.tsx";
import { Behind } from "./Behind.tsx";

type BankListProps = {
  groups: readonly BankGroup[];
  caring: boolean;
  /** ids that stand in the list already */
  taken: ReadonlySet<string>;
  /** null: nothing can be added now; the questions can still be read */
  onAdd: ((entry: BankEntry) => void) | null;
};

/** All questions of the bank, by situation; for anyone to read, and to add to the list. */
export function BankList({ groups, caring, taken, onAdd }: BankListProps) {
  const order = caring
    ? [...groups.filter(({ id }) => id === "carer"), ...groups.filter(({ id }) => id !== "carer")]
    : groups;
  return (
    <section className="card" aria-labelledby="bank">
      <h2 id="bank">More questions to choose from</h2>
      <p className="soft">
        Each has its reason, and what that rests on. The words are ours; no clinician has checked them yet.
      </p>
      {order.map(({ id, name, questions }) => (
        <details key={id}>
          <summary>
            {name} ({questions.length})
          </summary>
          <ul className="plain-list ruled">
            {questions.map((entry) => {
              const text = caring ? entry.carer : entry.text;
              return (
                <li key={entry.id} className="stack">
                  <p>
                    <b>{text}</b>
                    {entry.treatments.length === 0 ? null : (
                      <span className="soft small"> {entry.treatments.join(", ")}</span>
                    )}
                  </p>
                  <p className="soft">Why ask: {entry.why}</p>
                  <Behind of={text} facts={entry.facts} />
                  {onAdd === null ? null : taken.has(entry.id) ? (
                    <p className="soft small">On your list.</p>
                  ) : (
                    <p className="no-print">
                      <Press aria-label={`Add to my list: ${text}`} onPress={() => onAdd(entry)}>
                        Add to my list
                      </Press>
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </section>
  );
}

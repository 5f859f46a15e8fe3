import { type CheckIn, type LocalDate, ratings } from "@unclench/record";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";
import { dayWords } from "@unclench/answers/dates";

const names = {
  stiffness: "Stiffness",
  spasms: "Spasms",
  pain: "Pain",
  sleep: "Sleep",
  tiredness: "Tiredness",
  mood: "Mood",
} as const;

/** Always said, also where nothing was: a day's two rows and the two that most people fill in. */
const always: readonly string[] = ["stiffness", "spasms", "pain", "sleep"];

type DayCardProps = {
  entry: CheckIn;
  today: LocalDate;
  disabled: boolean;
  onRemove: () => void;
};

/** One check-in, to read, change or remove. */
export function DayCard({ entry, today, disabled, onRemove }: DayCardProps) {
  const name = `${dayWords(entry.date, today)}${entry.time === null ? "" : `, ${entry.time}`}`;
  return (
    <li className="card day">
      <h2>{name}</h2>
      <dl>
        {ratings
          .filter((rating) => always.includes(rating) || entry[rating] !== null)
          .map((rating) => (
            <div key={rating}>
              <dt>{names[rating]}</dt>
              <dd>{entry[rating] ?? "–"}</dd>
            </div>
          ))}
        {entry.spasmCount === null ? null : (
          <div>
            <dt>Counted</dt>
            <dd>{entry.spasmCount}</dd>
          </div>
        )}
      </dl>
      <div className="row">
        <Link
          className="button"
          to={`/diary?day=${entry.date}&entry=${encodeURIComponent(entry.id)}`}
          aria-label={`Change ${name}`}
        >
          Change
        </Link>
        <Press aria-label={`Remove ${name}`} isDisabled={disabled} onPress={onRemove}>
          Remove
        </Press>
      </div>
      {entry.note === null ? null : <p className="note">{entry.note}</p>}
      {entry.backfilled ? <p className="soft small">Filled in later, from memory.</p> : null}
    </li>
  );
}

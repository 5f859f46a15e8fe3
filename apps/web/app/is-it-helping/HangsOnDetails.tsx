import type { HangsOn } from "@unclench/answers/is-it-helping";
import { dateWords } from "@unclench/answers/dates";

/** Whether the answer changes with what was assumed; one level down, with the result as its name. */
export function HangsOnDetails({ hangsOn, pending }: { hangsOn: HangsOn | null; pending: boolean }) {
  if (hangsOn === null) {
    return pending ? <p className="soft small">Checking what this answer depends on …</p> : null;
  }
  return (
    <details>
      <summary>{hangsOn.headline}</summary>
      <div className="stack">
        <p>{hangsOn.base} The same days, otherwise assumed:</p>
        <ul>
          {hangsOn.checks.map((check) => (
            <li key={check.of}>
              {check.sentence}
              {check.matters ? <strong> This makes a difference.</strong> : null}
            </li>
          ))}
        </ul>
        {hangsOn.oddDays.length === 0 ? null : (
          <p>
            Odd days:{" "}
            {hangsOn.oddDays.map(({ date, rating }) => `${dateWords(date)} (${rating} of 10)`).join(", ")}.
          </p>
        )}
      </div>
    </details>
  );
}

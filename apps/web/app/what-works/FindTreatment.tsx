import { findTreatments } from "@unclench/answers/find";
import type { Row } from "@unclench/answers/what-works";
import { useState } from "react";
import { CompareToggle } from "./chosen.tsx";

/** "Baclosign" finds baclofen: a field above the list, links to the rows, and a way to choose them. */
export function FindTreatment({ rows }: { rows: readonly Row[] }) {
  const [typed, setTyped] = useState("");
  const found = findTreatments(rows, typed);
  return (
    <search className="stack no-print needs-script">
      <label className="field">
        Find a treatment by any name or brand
        <input
          type="search"
          autoComplete="off"
          value={typed}
          onChange={({ target: { value } }) => setTyped(value)}
        />
      </label>
      <div role="status" aria-live="polite">
        {typed.trim() === "" ? null : found.length === 0 ? (
          <p>
            Nothing here is called “{typed.trim()}”. Check the spelling, or ask a pharmacist what it contains.
          </p>
        ) : (
          <ul className="choices">
            {found.map(({ treatment, name, by }) => (
              <li key={treatment}>
                <a href={`#${treatment}`}>{by === null ? name : `${by}: ${name}`}</a>
                <CompareToggle id={treatment} name={name} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </search>
  );
}

import type { Found, Hit } from "@unclench/answers/search-types";
import { useState } from "react";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";

const FIRST = 4;

/** The best hit of all stands first; then each kind with its best, and the rest one touch away. */
export function Results({ found }: { found: Found }) {
  return (
    <section className="stack" aria-label="Found">
      <p role="status">{found.sentence}</p>
      {found.groups.map(({ kind, name, hits }) => (
        <Group key={`${kind} ${found.query}`} name={name} hits={hits} />
      ))}
    </section>
  );
}

function Group({ name, hits }: { name: string; hits: readonly Hit[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? hits : hits.slice(0, FIRST);
  return (
    <div className="card">
      <h2>{name}</h2>
      <ul className="found-list">
        {shown.map(({ id, title, path, by }) => (
          <li key={id}>
            <Link to={path}>{title}</Link>
            {by === null ? null : <span className="soft"> ({by})</span>}
          </li>
        ))}
      </ul>
      {shown.length === hits.length ? null : (
        <div className="row">
          <Press onPress={() => setAll(true)}>
            {hits.length - shown.length} more: {name.toLowerCase()}
          </Press>
        </div>
      )}
    </div>
  );
}

import "../styles/learn.css";
import { Link } from "react-router";

type Way = { readonly to: string; readonly text: string };

/** At the end of a page: where to go from here, as plain links in one list. */
export function ReadOn({ ways }: { ways: readonly Way[] }) {
  if (ways.length === 0) return null;
  return (
    <section className="card no-print" aria-labelledby="read-on">
      <h2 id="read-on">Read on</h2>
      <ul className="ways-on">
        {ways.map(({ to, text }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

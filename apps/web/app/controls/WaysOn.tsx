import "../styles/waysOn.css";
import type { ReactNode } from "react";
import { Link } from "react-router";

type Way = { readonly to: string; readonly text: string };

/** Plain links in one list. */
export const WayList = ({ ways }: { ways: readonly Way[] }) => (
  <ul className="ways-on">
    {ways.map(({ to, text }) => (
      <li key={to}>
        <Link to={to}>{text}</Link>
      </li>
    ))}
  </ul>
);

type WaysOnProps = {
  readonly id: string;
  readonly heading: string;
  readonly ways: readonly Way[];
  readonly children?: ReactNode;
};

/** A part of a page that only leads elsewhere: nothing to follow, nothing shown, and nothing of it on paper. */
export function WaysOn({ id, heading, ways, children }: WaysOnProps) {
  if (ways.length === 0) return null;
  return (
    <section className="card no-print" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <WayList ways={ways} />
      {children}
    </section>
  );
}

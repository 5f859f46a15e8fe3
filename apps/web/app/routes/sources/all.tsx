import "../../styles/search.css";
import { type SourceCounts, sourceCounts } from "@unclench/answers/source-list";
import { Link } from "react-router";
import type { Route } from "./+types/all";

export const loader = (): SourceCounts => sourceCounts();

export const meta = () => [
  { title: "Sources · Unclench" },
  {
    name: "description",
    content:
      "Every paper, label and guideline behind the figures, how much of it was read, and which pages rest on it.",
  },
];

export default function Sources({ loaderData: { all, parts, reading, uncited } }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>Sources</h1>
        <p className="lead">
          {all} papers, labels, guidelines and pages. No figure of this app comes from anywhere else.
        </p>
      </div>
      <section className="card" aria-labelledby="parts">
        <h2 id="parts">Which do you want to see?</h2>
        <ul className="found-list">
          {parts.map(({ id, name, count }) => (
            <li key={id}>
              <Link to={`/sources/${id}`}>
                {name} ({count})
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="reading">
        <h2 id="reading">How much of them was read</h2>
        <ul>
          {reading.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>
          {uncited} were collected and stand behind no page yet, most of them trials whose figures could not
          be pooled.
        </p>
        <p>
          Is one read wrongly, or is one missing?{" "}
          <Link to="/about/intended-use">How to report a mistake</Link>
        </p>
      </section>
    </>
  );
}

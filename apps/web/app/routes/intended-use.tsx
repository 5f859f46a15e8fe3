import { intendedUse } from "@unclench/answers/intended-use";
import { Link } from "react-router";
import type { Route } from "./+types/intended-use";

export const meta = () => [
  { title: "What this is and is not · Unclench" },
  { name: "description", content: "What Unclench is for, what it is not, and what it cannot check." },
];

export const loader = () => intendedUse;

export default function IntendedUse({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>{loaderData.title}</h1>
        <p className="lead">{loaderData.lead}</p>
      </div>
      {loaderData.sections.map(({ id, title, items }) => (
        <section className="card" key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <Link className="button" to="/about">
          How this works
        </Link>
      </p>
    </>
  );
}

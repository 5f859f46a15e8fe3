import "../../styles/treatments.css";
import { treatmentGroups } from "@unclench/answers/treatment-page";
import { Link } from "react-router";
import { AnswerWords } from "../../treatments/Lines.tsx";
import type { Route } from "./+types/all";

export const meta = () => [
  { title: "Treatments · Unclench" },
  {
    name: "description",
    content: "Every treatment against spasticity, by kind, with the answer first: what trials found.",
  },
];

export const loader = () => treatmentGroups();

export default function Treatments({ loaderData: groups }: Route.ComponentProps) {
  return (
    <div className="treatment-page">
      <div className="intro">
        <h1>Treatments</h1>
        <p className="lead">
          One page for each, the answer first. The people in the trials differ from line to line, so the
          numbers of two lines cannot be compared. Side by side, for one condition:{" "}
          <Link to="/what-works">What works?</Link>
        </p>
      </div>
      {groups.map(({ id, name, treatments }) => (
        <section className="stack" key={id} aria-labelledby={id}>
          <h2 id={id}>{name}</h2>
          <ul className="treatment-all">
            {treatments.map(({ treatment, name: called, path, brands, answer }) => (
              <li key={treatment} className="card treatment-card">
                <h3>
                  <Link to={path}>{called}</Link>
                </h3>
                {brands.length === 0 ? null : <p className="small soft">{brands.slice(0, 4).join(", ")}</p>}
                <AnswerWords line={answer.gain} />
                {answer.harm === null ? null : <AnswerWords line={answer.harm} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

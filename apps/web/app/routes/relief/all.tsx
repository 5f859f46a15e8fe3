import "../../styles/reliefAll.css";
import { contactSheet } from "@unclench/answers/relief-sheet";
import { Link } from "react-router";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { RoutineFigure } from "../../figure/RoutineFigure.tsx";
import type { Route } from "./+types/all";

export const meta = () => [
  { title: "All routines · Unclench" },
  {
    name: "description",
    content: "Every routine with its picture, by the part of the body that it is for.",
  },
];

export const loader = () => contactSheet();

export default function AllRoutines({ loaderData: { groups, count } }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>All routines</h1>
        <p className="lead">
          {count} routines by the part of the body that they are for. Each picture shows the end of the
          movement: the arrow says which way, the light shape marks the muscle.
        </p>
        <p className="no-print">
          Not sure which one? <Link to="/relief">Find one for today</Link>, which also asks what speaks
          against it.
        </p>
      </div>
      <nav className="no-print" aria-label="Parts of the body">
        <ul className="sheet-parts">
          {groups.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ id, name, routines }) => (
        <section key={id} className="stack" aria-labelledby={id}>
          <h2 id={id}>{name}</h2>
          <ul className="contact-sheet">
            {routines.map((routine) => (
              <li key={routine.id} className="card">
                <RoutineFigure routine={routine.id} />
                <h3>
                  <Link to={`/relief/${routine.id}`}>{routine.name}</Link>
                </h3>
                <p className="small soft">{routine.how}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <PrintButton>Print this sheet</PrintButton>
    </>
  );
}

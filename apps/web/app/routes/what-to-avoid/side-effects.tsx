import { sideEffectsList } from "@unclench/answers/side-effects";
import { Link } from "react-router";
import type { Route } from "./+types/side-effects";

export const meta = () => [
  { title: "Side effects · Unclench" },
  {
    name: "description",
    content:
      "How often spasticity treatments have which side effects, with and without them, out of 100 people.",
  },
];

export const loader = () => ({ treatments: sideEffectsList() });

export default function SideEffectsOfAll({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>Side effects</h1>
        <p className="lead">
          How many of 100 people had them with the treatment, and how many without it: tiredness and headache
          come to people on dummy treatment too.
        </p>
      </div>
      <ul className="choices">
        {loaderData.treatments.map(({ treatment, name, words }) => (
          <li key={treatment}>
            <Link to={`/what-to-avoid/side-effects/${treatment}`}>
              <span className="stack tight">
                {name}
                <span className="soft small light">{words}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        Exercise, splints, stimulation and other treatments without a label: see{" "}
        <Link to="/what-works">What works?</Link> for the harms that trials counted, and{" "}
        <Link to="/what-to-avoid/stretching">Stretching done wrong</Link>.
      </p>
      <p className="notice">
        <span>
          Something new since you started a medicine? Tell your prescriber or pharmacist, and do not stop it
          suddenly: <Link to="/what-to-avoid/stopping">Stopping a medicine</Link>.
        </span>
      </p>
    </>
  );
}

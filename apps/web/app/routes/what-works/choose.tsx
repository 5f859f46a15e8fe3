import { conditions } from "@unclench/knowledge";
import { Link } from "react-router";

export const meta = () => [
  { title: "What works? · Unclench" },
  {
    name: "description",
    content: "Choose a condition and where it is worst: every treatment side by side, out of 100 people.",
  },
];

/** The first of the two choices. */
export default function Choose() {
  return (
    <>
      <div className="intro">
        <h1>What works?</h1>
        <p className="lead">Every treatment side by side: gains and harms out of 100 people, from trials.</p>
      </div>
      <section className="stack" aria-labelledby="which">
        <h2 id="which">Where does the stiffness come from?</h2>
        <ul className="choices">
          {conditions.map((condition) => (
            <li key={condition.id}>
              <Link to={`/what-works/${condition.id}`}>{condition.name}</Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="one">
        <h2 id="one">One treatment only?</h2>
        <p>
          <Link to="/treatments">All treatments</Link>, a page for each: how it works, what trials found, side
          effects, stopping, and what to ask.
        </p>
      </section>
      <section className="stack" aria-labelledby="own">
        <h2 id="own">For people who work with studies</h2>
        <p>
          <Link to="/what-works/your-studies">Compare treatments from studies of your own</Link>: a table in,
          a comparison out, all on this device.
        </p>
      </section>
    </>
  );
}

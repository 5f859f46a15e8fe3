import { patterns } from "@unclench/knowledge";
import { Link } from "react-router";
import { requirePlace } from "../../what-works/requirePlace.ts";
import type { Route } from "./+types/place";

export const loader = ({ params }: Route.LoaderArgs) => requirePlace(params).condition;

/** In the browser: an address that was never written as a page is said to be none, instead of being asked for. */
export const clientLoader = ({ params }: Route.ClientLoaderArgs) => requirePlace(params).condition;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.name ?? "What works?"}: where is it worst? · Unclench` },
  {
    name: "description",
    content: "Choose where the stiffness is worst: every treatment side by side, out of 100 people.",
  },
];

/** The second of the two choices. */
export default function Place({ loaderData: condition }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>What works?</h1>
        <p className="lead">
          {condition.name}. <Link to="/what-works">Choose again</Link>
        </p>
      </div>
      <section className="stack" aria-labelledby="where">
        <h2 id="where">Where is it worst?</h2>
        <ul className="choices">
          {patterns.map((pattern) => (
            <li key={pattern.id}>
              <Link to={`/what-works/${condition.id}/${pattern.id}`}>{pattern.name}</Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

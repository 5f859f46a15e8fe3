import "../../styles/learn.css";
import { articleGroups } from "@unclench/answers/articles";
import { Link } from "react-router";
import { WayList } from "../../controls/WaysOn.tsx";
import type { Route } from "./+types/all";

export const meta = () => [
  { title: "Articles on living with spasticity · Unclench" },
  {
    name: "description",
    content:
      "Pieces to read: the answer first, then why, what is not known, and what to ask. Every figure opens its source.",
  },
];

export const loader = () => articleGroups();

const waysOn = [
  { to: "/learn", text: "Short pages of facts: learn about spasticity" },
  { to: "/learn/glossary", text: "Words explained" },
  { to: "/sources", text: "All sources" },
];

export default function Articles({ loaderData: groups }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>Articles</h1>
        <p className="lead">
          Each has the answer first, then why, what is not known, and what to ask. Figures from trials are
          worked out when the page is made, from the same data as the comparisons.
        </p>
      </div>
      {groups.map(({ name, articles }) => (
        <section className="stack" key={name} aria-label={name}>
          <h2>{name}</h2>
          <ul className="learn-list">
            {articles.map(({ id, title, summary, path, minutes }) => (
              <li key={id}>
                <Link to={path}>
                  <b>{title}</b>
                  <span>{summary}</span>
                  <span className="small">About {minutes} minutes to read</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <WayList ways={waysOn} />
    </>
  );
}

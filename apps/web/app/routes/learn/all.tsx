import "../../styles/learn.css";
import { articleGroups } from "@unclench/answers/articles";
import { learnGroups } from "@unclench/answers/learn";
import { Link } from "react-router";
import { WayList } from "../../controls/WaysOn.tsx";
import type { Route } from "./+types/all";

export const meta = () => [
  { title: "Learn about spasticity · Unclench" },
  {
    name: "description",
    content: "What spasticity is, why it happens, the signs told apart, nights, scales, and each condition.",
  },
];

/** The pages of facts, and the articles. */
export const loader = () => ({
  groups: learnGroups(),
  articles: articleGroups().flatMap(({ articles }) => articles),
});

const waysOn = [
  { to: "/what-works", text: "What works, side by side" },
  { to: "/what-to-avoid", text: "What to avoid" },
  { to: "/what-do-i-ask", text: "Questions for the visit" },
  { to: "/learn/glossary", text: "Words explained" },
  { to: "/experiences", text: "What people report" },
  { to: "/sources", text: "All sources" },
];

export default function Learn({ loaderData: { groups, articles } }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>Learn about spasticity</h1>
        <p className="lead">
          Short pages in plain words. Each sentence says how sure it is and where it comes from. What was not
          read is said too.
        </p>
      </div>
      {groups.map(({ name, pages }) => (
        <section className="stack" key={name} aria-label={name}>
          <h2>{name}</h2>
          <ul className="learn-list">
            {pages.map(({ id, title, lead, path }) => (
              <li key={id}>
                <Link to={path}>
                  <b>{title}</b>
                  <span>{lead}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="stack" aria-label="Articles">
        <h2>
          <Link to="/articles">Articles</Link>
        </h2>
        <p>The answer first, then why, what is not known, and what to ask.</p>
        <ul className="learn-list">
          {articles.map(({ id, title, summary, path }) => (
            <li key={id}>
              <Link to={path}>
                <b>{title}</b>
                <span>{summary}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-label="In the tools">
        <h2>Into the tools</h2>
        <WayList ways={waysOn} />
      </section>
    </>
  );
}

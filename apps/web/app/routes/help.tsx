import { Link } from "react-router";
import { NetworkLog } from "../help/NetworkLog.tsx";
import { Stored } from "../help/Stored.tsx";

export const meta = () => [
  { title: "Help · Unclench" },
  {
    name: "description",
    content: "How to do what, what is stored where, and what goes over the network: nothing of yours.",
  },
];

const ways: readonly (readonly [what: string, to: string, link: string, how: string])[] = [
  ["See what trials found", "/what-works", "What works?", "Choose a condition and where it is worst."],
  [
    "Check medicines together",
    "/what-to-avoid/my-medicines",
    "My medicines",
    "Add all of them; warnings say whom to ask.",
  ],
  [
    "Know whether something helps",
    "/is-it-helping",
    "Is it helping me?",
    "It needs some weeks of check-ins.",
  ],
  ["Write down a day", "/diary", "Diary", "One row of numbers and Save. Yesterday can be filled in."],
  ["Prepare a visit", "/what-do-i-ask", "What do I ask?", "Three questions and one page to print."],
  [
    "Be reminded",
    "/settings",
    "Settings",
    "A calendar file is the sure way; notifications come while the app is open.",
  ],
  ["Make it fit my hands", "/settings", "Settings", "Second touches, holding, size of letters, colours."],
  ["Take everything with me", "/diary/data", "Save or bring in", "One file holds all of it."],
];

export default function Help() {
  return (
    <>
      <div className="intro">
        <h1>Help</h1>
        <p className="lead">How to do what, what is stored where, and what goes over the network.</p>
      </div>
      <div className="notice">
        <p>
          Is it about a sign that worries you? Go to <Link to="/help-today">Needs help today?</Link> This page
          is about the app.
        </p>
      </div>
      <section className="card" aria-labelledby="how">
        <h2 id="how">How do I …?</h2>
        <dl className="stack">
          {ways.map(([what, to, link, how]) => (
            <div key={what}>
              <dt>
                <b>{what}</b>
              </dt>
              <dd>
                <Link to={to}>{link}</Link>. {how}
              </dd>
            </div>
          ))}
        </dl>
        <p>
          Anything that you changed can be taken back with Undo for as long as the page is open. Everything
          works by keyboard: Tab moves on, Enter presses.
        </p>
      </section>
      <Stored />
      <NetworkLog />
      <section className="card" aria-labelledby="more">
        <h2 id="more">More about it</h2>
        <ul>
          <li>
            <Link to="/about">How this works</Link>: where figures come from and how a verdict is made.
          </li>
          <li>
            <Link to="/about/intended-use">What it is for, and what it is not for</Link>
          </li>
          <li>
            <Link to="/show-me">How often a verdict is wrong</Link>
          </li>
        </ul>
      </section>
    </>
  );
}

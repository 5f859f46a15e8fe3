import { Link } from "react-router";
import { useRole } from "../settings/useRole.ts";

export const meta = () => [
  { title: "Unclench: when muscles won’t let go" },
  {
    name: "description",
    content:
      "What works against spasticity, in numbers out of 100 people, and whether it is helping you. Free and private.",
  },
];

const questions = [
  {
    to: "/what-works",
    title: "What works?",
    text: "Treatments side by side, for your condition, in numbers out of 100 people.",
    icon: "M4 27h6V16H4zM13 27h6V6h-6zM22 27h6V11h-6z",
  },
  {
    to: "/what-to-avoid",
    title: "What should I avoid?",
    text: "Dangers of medicines, of stopping them, and of stretching wrong.",
    icon: "M16 3 28 8v8c0 7-5 11-12 13C9 27 4 23 4 16V8zM11 11l10 10M21 11 11 21",
  },
  {
    to: "/is-it-helping",
    title: "Is it helping me?",
    text: "An honest answer from your own days, or how many more it needs.",
    icon: "M3 22c5 0 6-12 12-12s6 7 14 7",
  },
  {
    to: "/relief",
    title: "How do I find relief today?",
    text: "A routine for a stiff place, for the time and the position you have.",
    icon: "M9 7.5a2.5 2.5 0 1 0 0-.1M9 12l7 5 9-1M16 17l-5 5-6 5M16 17l3 6 1 6",
  },
  {
    to: "/what-do-i-ask",
    title: "What do I ask?",
    text: "Three questions that matter now, and one page for the next visit.",
    icon: "M5 6h22v16H14l-6 5v-5H5zM12.5 12a3.5 3.5 0 1 1 4.6 3.3c-.8.3-1.1.8-1.1 1.7M16 19.3v.4",
  },
  {
    to: "/diary",
    title: "My diary",
    text: "A check-in takes under ten seconds. It stays on this device.",
    icon: "M8 4h12l5 5v19H8zM12 14h9M12 19h9M12 24h5",
  },
  {
    to: "/help-today",
    title: "Needs help today?",
    text: "Signs that cannot wait, and whom to call.",
    icon: "M16 4 29 27H3zM16 12v7M16 22.5v.5",
  },
];

/** Words for whoever reads; everything else is the same for all. */
const leads = {
  none: "What works, and whether it is helping you. Free, without an account. Your diary never leaves this device.",
  "living-with":
    "What works, and whether it is helping you. Free, without an account. Your diary never leaves this device.",
  caring:
    "What works, and whether it is helping the person you care for. Free, without an account. The diary never leaves this device.",
  understanding:
    "What works, for whom and at what price, from trials. Free, without an account. Nothing you do here leaves this device.",
} as const;

export default function Home() {
  const role = useRole();
  return (
    <>
      <div className="intro">
        <h1>When muscles won’t let go</h1>
        <p className="lead">{leads[role ?? "none"]}</p>
      </div>
      <ul className="questions">
        {questions.map((question) => (
          <li key={question.to}>
            <Link to={question.to}>
              <svg viewBox="0 0 32 32" aria-hidden="true">
                <path d={question.icon} />
              </svg>
              <b>{question.title}</b>
              <span>{question.text}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        You are not the only one: <Link to="/experiences">what people report</Link>, from surveys and
        interviews.
      </p>
      <p className="soft">
        New to this? <Link to="/learn/spasticity">What is spasticity?</Link> And{" "}
        <Link to="/learn">more to learn</Link>, in plain words. Or read an <Link to="/articles">article</Link>
        : the answer first, then why, and what to ask.
      </p>
      <p className="soft">
        Living with it, caring for someone, or here to understand? The words can follow:{" "}
        <Link to="/settings">who am I?</Link>
      </p>
      <section className="card">
        <h2>Two things to try first</h2>
        <div className="columns">
          <div className="stack">
            <p>
              Caring for someone, or just want to understand? The comparison needs two choices and no diary.
            </p>
            <p>
              <Link className="button" to="/what-works/stroke/upper-limb">
                See an arm after a stroke
              </Link>
            </p>
          </div>
          <div className="stack">
            <p>
              Wonder what a verdict looks like? Open a made-up diary. It is marked as made up, and one touch
              removes it.
            </p>
            <p>
              <Link className="button" to="/is-it-helping?example">
                Look at an example
              </Link>
            </p>
          </div>
        </div>
      </section>
    </>
  );
}

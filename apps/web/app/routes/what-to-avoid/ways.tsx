import { Link } from "react-router";

export const meta = () => [
  { title: "What should I avoid? · Unclench" },
  {
    name: "description",
    content:
      "Medicines that do not go together, stopping too fast, side effects, stretching done wrong, and what cannot wait.",
  },
];

const ways = [
  {
    to: "/what-to-avoid/my-medicines",
    title: "My medicines",
    text: "What does not go together, and what could not be checked.",
  },
  {
    to: "/what-to-avoid/stopping",
    title: "Stopping a medicine",
    text: "What a sudden stop does, its signs, and what to ask.",
  },
  {
    to: "/what-to-avoid/side-effects",
    title: "Side effects",
    text: "How many of 100 people, with the treatment and without it.",
  },
  { to: "/help-today", title: "Needs help today?", text: "Signs that cannot wait, and whom to call." },
  {
    to: "/what-to-avoid/suddenly-worse",
    title: "Why is it suddenly worse?",
    text: "Look for the trigger before blaming the medicine.",
  },
  {
    to: "/what-to-avoid/stretching",
    title: "Stretching done wrong",
    text: "Wrong ways, the right ones, and when to stop.",
  },
  {
    to: "/what-to-avoid/emergency-card",
    title: "Emergency card",
    text: "Pump, medicines and contacts, on paper and on your lock screen.",
  },
  {
    to: "/about/intended-use",
    title: "What this is and is not",
    text: "What Unclench is for, and what it cannot check.",
  },
];

export default function WhatToAvoid() {
  return (
    <>
      <div className="intro">
        <h1>What should I avoid?</h1>
        <p className="lead">
          The few dangers that are known, each with its source and with whom to ask; nothing here tells you to
          stop a medicine.
        </p>
      </div>
      <ul className="choices">
        {ways.map(({ to, title, text }) => (
          <li key={to}>
            <Link to={to}>
              <span className="stack tight">
                {title}
                <span className="soft small light">{text}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import { stretchingWrong } from "@unclench/answers/stretching-wrong";
import { Link } from "react-router";
import { Sources } from "../../avoid/Sources.tsx";
import type { Route } from "./+types/stretching";

export const meta = () => [
  { title: "Stretching done wrong · Unclench" },
  {
    name: "description",
    content: "Wrong ways to stretch a spastic muscle, the right ones, and when to stop.",
  },
];

export const loader = () => stretchingWrong();

const star = (ours: boolean): string => (ours ? " *" : "");

export default function StretchingDoneWrong({ loaderData }: Route.ComponentProps) {
  const { groups, stopSigns, askFirst, honest, oursSentence } = loaderData;
  return (
    <>
      <div className="intro">
        <h1>Stretching done wrong</h1>
        <p className="lead">What sets off a spasm or does harm, and what to do instead.</p>
        <p className="no-print">
          Right ways, step by step: <Link to="/relief">How do I find relief today?</Link>
        </p>
      </div>
      <section className="card" aria-labelledby="stop">
        <h2 id="stop">Stop at once when</h2>
        <ul>
          {stopSigns.map(({ id, text, ours }) => (
            <li key={id}>
              {text}
              {star(ours)}
            </li>
          ))}
        </ul>
        <p>
          Call for help where it says so: <Link to="/help-today">Needs help today?</Link>
        </p>
        <Sources sources={stopSigns.flatMap(({ sources }) => sources)} />
      </section>
      {groups.map(({ id, name, mistakes }) => (
        <section className="card" key={id} aria-labelledby={id}>
          <h2 id={id}>{name}</h2>
          <ul className="wrong-right">
            {mistakes.map(({ wrong, instead, ours }) => (
              <li key={wrong}>
                <p>
                  <b className="harm-word">Wrong:</b> {wrong}
                </p>
                <p>
                  <b>Instead:</b> {instead}
                  {star(ours)}
                </p>
              </li>
            ))}
          </ul>
          <Sources sources={mistakes.flatMap(({ sources }) => sources)} />
        </section>
      ))}
      <section className="card" aria-labelledby="first">
        <h2 id="first">Ask before you begin, if there is</h2>
        <ul>
          {askFirst.map(({ id, text, ours }) => (
            <li key={id}>
              {text}
              {star(ours)}
            </li>
          ))}
        </ul>
        <Sources sources={askFirst.flatMap(({ sources }) => sources)} />
      </section>
      <section className="card" aria-labelledby="honest">
        <h2 id="honest">What stretching can be expected to do</h2>
        <ul>
          {honest.map(({ text, certainty }) => (
            <li key={text}>
              {text} <span className="soft">How sure: {certainty}.</span>
            </li>
          ))}
        </ul>
        <Sources sources={honest.flatMap(({ sources }) => sources)} />
      </section>
      <p className="small soft">{oursSentence}</p>
    </>
  );
}

import { stoppingList } from "@unclench/answers/stopping";
import { Link } from "react-router";
import type { Route } from "./+types/stopping";

export const meta = () => [
  { title: "Stopping a medicine · Unclench" },
  {
    name: "description",
    content: "What stopping a spasticity medicine suddenly does, its signs, and what to ask.",
  },
];

export const loader = () => ({ medicines: stoppingList() });

const groups = [
  ["emergency", "A pump"],
  ["slowly", "Never suddenly"],
  ["no-text", "Nothing was found"],
  ["wears-off", "Wears off by itself"],
] as const;

export default function StoppingMedicines({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>Stopping a medicine</h1>
        <p className="lead">
          Some of these medicines are dangerous to stop suddenly. Ask first, then come down slowly, with the
          person who prescribes it.
        </p>
      </div>
      {groups.map(([kind, title]) => (
        <section className="stack" key={kind} aria-labelledby={kind}>
          <h2 id={kind}>{title}</h2>
          {kind === "no-text" ? (
            <p>
              No text on coming off these was read. That does not mean that they can stop at once: ask first.
            </p>
          ) : null}
          <ul className="choices">
            {loaderData.medicines
              .filter((medicine) => medicine.kind === kind)
              .map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/what-to-avoid/stopping/${id}`}>{name}</Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className="notice">
        Your medicine is not here? That says nothing about it. Ask your pharmacist: “Can I stop this at once,
        or does it have to come down slowly?”
      </p>
    </>
  );
}

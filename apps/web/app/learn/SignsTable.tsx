import type { SignLine } from "@unclench/answers/learn";
import { HowSure } from "./FactLine.tsx";

/** Signs told apart: a table where there is room and on paper, one card for each sign on a phone (styles/learn.css). */
export function SignsTable({ signs }: { signs: readonly SignLine[] }) {
  return (
    <section className="card signs-card" aria-labelledby="told-apart">
      <h2 id="told-apart">Told apart</h2>
      <table className="signs">
        <thead>
          <tr>
            <th scope="col">Sign</th>
            <th scope="col">What it is like</th>
            <th scope="col">What tells it apart</th>
            <th scope="col">How sure</th>
          </tr>
        </thead>
        <tbody>
          {signs.map(({ id, name, like, apart, sure, sources }) => (
            <tr key={id} id={id}>
              <th scope="row">{name}</th>
              <td>{like}</td>
              <td>{apart}</td>
              <td>
                <HowSure sure={sure} sources={sources} lead="" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

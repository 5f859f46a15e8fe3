import type { BesideTable } from "@unclench/answers/treatment-page";
import { Link } from "react-router";

/** Other treatments with a gain counted in the same place, in the order of the catalogue. */
export function Beside({ table: { place, rows } }: { table: BesideTable }) {
  return (
    <table className="treatment-beside">
      <caption>{place}</caption>
      <thead>
        <tr>
          <th scope="col">Treatment</th>
          <th scope="col">What was found</th>
          <th scope="col">How sure</th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ treatment, name, path, own, cells }) =>
          cells.map(({ label, text, sure }) => (
            <tr key={`${treatment} ${label}`}>
              <th scope="row">{own ? `${name} (this one)` : <Link to={path}>{name}</Link>}</th>
              <td>
                <span className="soft">{label}:</span> {text}
              </td>
              <td>{sure}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

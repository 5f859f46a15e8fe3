import type { EffectTable as Table } from "@unclench/answers/side-effects";
import { IconArray } from "../pictures/IconArray.tsx";
import { Scrollable } from "../controls/Scrollable.tsx";
import { Sources } from "./Sources.tsx";

const named = ({ name, people }: { name: string; people: number | null }): string =>
  people === null ? name : `${name} (${people} people)`;

/** One row as pictures: the same 100 people with the treatment and without it. */
function Pictures({ table, row }: { table: Table; row: Table["rows"][number] }) {
  const sides = [
    ...row.with.map((figure, place) => ({ figure, name: table.groups[place]?.name ?? "it" })),
    ...(row.without === null || table.without === null
      ? []
      : [{ figure: row.without, name: table.without.name }]),
  ];
  return (
    <figure className="effect" aria-label={row.sentence}>
      <figcaption>{row.effect}</figcaption>
      <div className="of-100-many">
        {sides.map(({ figure, name }) => (
          <div key={name}>
            <p>
              <strong>{figure.words}</strong> <span>with {name}</span>
            </p>
            {figure.of100 === null ? null : <IconArray count={figure.of100} side="harm" />}
          </div>
        ))}
      </div>
    </figure>
  );
}

/** One table of side effects: a few rows as pictures, all of them as a table, and what it cannot tell. */
export function EffectTable({ table }: { table: Table }) {
  const id = `table-${table.id}`;
  const groups = [...table.groups, ...(table.without === null ? [] : [table.without])];
  return (
    <section className="card" aria-labelledby={id}>
      <h3 id={id}>{table.title}</h3>
      {table.limits.map((limit) => (
        <p key={limit} className="notice">
          {limit}
        </p>
      ))}
      {table.pictured === 0 ? null : (
        <div className="effects">
          {table.rows.slice(0, table.pictured).map((row) => (
            <Pictures key={row.term} table={table} row={row} />
          ))}
        </div>
      )}
      <Scrollable label={`${table.title}: all figures`}>
        <table>
          <caption>All that was counted, of 100 people</caption>
          <thead>
            <tr>
              <th scope="col">Side effect</th>
              {groups.map((group) => (
                <th scope="col" key={group.name}>
                  {named(group)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.term}>
                <th scope="row">
                  {row.effect}
                  {row.note === null ? null : <span className="soft small light"> ({row.note})</span>}
                </th>
                {row.with.map((figure, place) => (
                  <td key={table.groups[place]?.name}>{figure.words}</td>
                ))}
                {row.without === null ? null : <td>{row.without.words}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <p>
        <b>How sure:</b> {table.certainty}.{table.note === null ? "" : ` ${table.note}`}
      </p>
      <Sources sources={table.sources} />
    </section>
  );
}

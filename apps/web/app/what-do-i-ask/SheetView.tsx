import type { SheetBlock, SheetPage, TrendPicture, VisitSheet } from "@unclench/answers/visit-sheet";
import type { CSSProperties } from "react";
import { Scrollable } from "../controls/Scrollable.tsx";

/** The visit sheet, block by block, as the command line writes it too. */
export function SheetView({ sheet }: { sheet: VisitSheet }) {
  return (
    <div className="visit-sheet">
      {sheet.pages.map((page) => (
        <Page key={page.id} page={page} foot={sheet.foot} />
      ))}
    </div>
  );
}

function Page({ page, foot }: { page: SheetPage; foot: string }) {
  const letters = { "--letters": `${page.letters}pt` } as CSSProperties;
  return (
    <article className={`visit-page ${page.id}`} style={letters} aria-labelledby={`page-${page.id}`}>
      <h2 className="page-title" id={`page-${page.id}`}>
        {page.title}
      </h2>
      <p className="lead">{page.lead}</p>
      {page.sections.map(({ id, title, blocks }) => (
        <section key={id} aria-labelledby={id}>
          <h3 id={id}>{title}</h3>
          {blocks.map((block) => (
            <Block key={block.type === "text" ? block.text : block.type} block={block} />
          ))}
        </section>
      ))}
      <p className="foot">{foot}</p>
    </article>
  );
}

function Block({ block }: { block: SheetBlock }) {
  switch (block.type) {
    case "text":
      return <p>{block.strong ? <strong>{block.text}</strong> : block.text}</p>;
    case "list": {
      const items = block.items.map(({ text, note, room }) => (
        <li key={`${text} ${note}`} className={room ? "room" : undefined}>
          <span>{text}</span> {note === null ? null : <small>{note}</small>}
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return (
        <Scrollable label={block.caption}>
          <table>
            <caption>{block.caption}</caption>
            <thead>
              <tr>
                {block.head.map((words) => (
                  <th key={words} scope="col">
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map(([name = "", ...cells]) => (
                <tr key={[name, ...cells].join("|")}>
                  <th scope="row">{name}</th>
                  {cells.map((words, place) => (
                    <td key={block.head[place + 1]}>{words}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrollable>
      );
    case "trend":
      return (
        <figure>
          <Scrollable label={block.picture.title} fromEnd>
            <Trend picture={block.picture} />
          </Scrollable>
        </figure>
      );
  }
}

function Trend({ picture }: { picture: TrendPicture }) {
  const { title, width, height, rows, columns, dots, line, bands, marks } = picture;
  const [top, bottom] = [rows.at(-1)?.y ?? 0, rows[0]?.y ?? 0];
  return (
    <svg className="trend" role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`}>
      {rows.map(({ y, label }) => (
        <g key={label}>
          <line className="rule" x1={26} x2={width - 8} y1={y} y2={y} />
          <text className="tick" x={20} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {columns.map(({ x, label }, place) => (
        <g key={label}>
          <line className="rule" x1={x} x2={x} y1={top} y2={bottom} />
          <text className="tick" x={x} y={bottom + 12} textAnchor={place === 0 ? "start" : "middle"}>
            {label}
          </text>
        </g>
      ))}
      {line === "" ? null : <path className="model" d={line} />}
      {dots.map(({ x, y, hollow }) => (
        <circle key={x} className={hollow ? "dot hollow" : "dot"} cx={x} cy={y} r={2.2} />
      ))}
      {bands.map(({ x, y, width: wide, label }) => (
        <g key={`${x} ${y}`}>
          <rect className="band" x={x} y={y} width={wide} height={14} />
          <text className="label" x={x + 3} y={y + 11}>
            {label}
          </text>
        </g>
      ))}
      {marks.map(({ x, y, label }) => (
        <g key={`${x} ${label}`}>
          <path className="mark" d={`M${x - 4} ${y}h8l-4 8z`} />
          <text className="label" x={x - 7} y={y + 9} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

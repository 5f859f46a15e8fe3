import type { ArticlePage, FilledFigure } from "@unclench/answers/articles";
import { Link } from "react-router";
import { Scrollable } from "../controls/Scrollable.tsx";
import { AlarmTrack } from "../pictures/AlarmTrack.tsx";
import { Course } from "../pictures/Course.tsx";
import { ForestPlot } from "../pictures/ForestPlot.tsx";
import { Hill } from "../pictures/Hill.tsx";
import { IconArray } from "../pictures/IconArray.tsx";
import { Marks } from "./Inlines.tsx";

type Picture = NonNullable<FilledFigure["picture"]>;
type Table = NonNullable<FilledFigure["table"]>;

function Drawn({ picture }: { picture: Picture }) {
  switch (picture.type) {
    case "people":
      return (
        <div className="of-100">
          {picture.blocks.map(({ count, side, words }) => (
            <div key={words}>
              <strong>{count}</strong>
              <span>{words}</span>
              <IconArray count={count} side={side} />
            </div>
          ))}
        </div>
      );
    case "forest":
      return <ForestPlot {...picture} />;
    case "course":
      return <Course {...picture} />;
    case "hill":
      return <Hill {...picture} />;
    case "alarms":
      return <Alarms picture={picture} />;
  }
}

/** The two rates of each line, drawn and in figures. */
function Alarms({ picture: { caption, head, lines } }: { picture: Extract<Picture, { type: "alarms" }> }) {
  return (
    <table className="alarms">
      <caption className="small soft">{caption}</caption>
      <thead>
        <tr>
          {head.map((words, place) => (
            <th scope="col" key={words} className={place === 0 ? undefined : "figure"}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, ours, other }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              <AlarmTrack ours={ours} other={other} />
            </th>
            <td className="figure">{ours.toFixed(1)}</td>
            <td className="figure">{other.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More columns than a phone has room for: there each row becomes a card, with the heads before its cells. */
const MOST_ON_A_PHONE = 3;

/** What a row says in place of all its figures, if it has none. */
const onlyWords = ([first = "", ...others]: readonly string[]): string | null =>
  others.length > 0 && others.every((cell) => cell === "") ? first : null;

function FigureTable({ table: { caption, head, rows } }: { table: Table }) {
  return (
    <Scrollable label={caption}>
      <table className={head.length > MOST_ON_A_PHONE ? "by-row" : undefined}>
        <caption className="small soft">{caption}</caption>
        <thead>
          <tr>
            {head.map((words) => (
              <th scope="col" key={words}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest], row) => {
            const words = onlyWords(rest);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes its rows
              <tr key={row}>
                <th scope="row">{first}</th>
                {words === null ? (
                  rest.map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes its columns
                    <td key={place} data-head={cell === "" ? undefined : head[place + 1]}>
                      {cell}
                    </td>
                  ))
                ) : (
                  <td className="soft" colSpan={rest.length}>
                    {words}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** A figure on a line of its own: picture, words, table, and where the same stands with everything behind it. */
export function ComputedFigure({
  figure,
  sources,
}: {
  figure: FilledFigure;
  sources: ArticlePage["sources"];
}) {
  const { title, text, table, picture, sources: numbers, more } = figure;
  // Two rates on a line are their own table already.
  const shown = picture?.type === "alarms" ? null : table;
  return (
    <figure className="worked-out card" aria-label={title}>
      <figcaption>
        <b>{title}</b>
      </figcaption>
      {picture === null ? null : <Drawn picture={picture} />}
      <p>
        {text}
        {numbers.length === 0 ? null : <Marks numbers={numbers} sources={sources} />}
      </p>
      {shown === null ? null : picture === null ? (
        <FigureTable table={shown} />
      ) : (
        <details>
          <summary>The same in figures</summary>
          <FigureTable table={shown} />
        </details>
      )}
      {more === null ? null : (
        <p className="no-print">
          <Link to={more.to}>{more.text}</Link>
        </p>
      )}
    </figure>
  );
}

import type { GraphEdge, GraphNode } from "@unclench/answers/your-studies";
import { scaleSqrt } from "d3-scale";
import { Scrollable } from "../controls/Scrollable.tsx";
import { shortName } from "./shortName.ts";

const WIDTH = 360;
const HEIGHT = 350;
const RADIUS = 110;
/** More names than these would stand on each other; then numbers stand there, and the list below says whose they are. */
const MOST_NAMES = 8;
const LINE = 17;

/** A name on two lines at most. */
function linesOf(name: string): string[] {
  const words = name.split(" ");
  const lines = [""];
  for (const word of words) {
    const last = lines.at(-1) ?? "";
    if (last === "" || `${last} ${word}`.length <= 13) lines[lines.length - 1] = `${last} ${word}`.trim();
    else lines.push(word);
  }
  const [one = "", ...others] = lines;
  return others.length === 0 ? [shortName(one, 15)] : [shortName(one, 15), shortName(others.join(" "), 15)];
}

/** Every treatment a dot, every comparison that studies made a line: the thicker, the more studies. */
export function NetworkGraph({
  title,
  nodes,
  edges,
}: {
  title: string;
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}) {
  const size = scaleSqrt([1, 40], [6, 16]).clamp(true);
  const width = scaleSqrt([1, 40], [1.5, 10]).clamp(true);
  const placed = nodes.map((node, place) => {
    const angle = (2 * Math.PI * place) / nodes.length - Math.PI / 2;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    return { ...node, dx, dy, x: WIDTH / 2 + RADIUS * dx, y: HEIGHT / 2 + RADIUS * dy };
  });
  const named = nodes.length <= MOST_NAMES;
  const at = (name: string) => placed.find(({ treatment }) => treatment === name);
  return (
    <figure className="stack">
      <svg
        className="chart graph"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}. The table below says the same.`}
      >
        {edges.map(({ treatment, versus, studies }) => {
          const [from, to] = [at(treatment), at(versus)];
          if (from === undefined || to === undefined) return null;
          return (
            <line
              key={`${treatment} ${versus}`}
              className="edge"
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
              strokeWidth={width(studies)}
            />
          );
        })}
        {placed.map(({ treatment, studies, x, y, dx, dy }, place) => (
          <g key={treatment}>
            <circle className="node" cx={x} cy={y} r={size(studies)} />
            {named ? (
              linesOf(treatment).map((line, row, lines) => (
                <text
                  key={line}
                  className="strong"
                  x={x}
                  y={y + (dy < -0.2 ? (row - lines.length + 1) * LINE - 24 : row * LINE + 36)}
                  textAnchor="middle"
                >
                  {line}
                </text>
              ))
            ) : (
              <text className="strong" x={x + 30 * dx} y={y + 30 * dy + 5} textAnchor="middle">
                {place + 1}
              </text>
            )}
          </g>
        ))}
      </svg>
      {named ? null : (
        <ol className="small numbered" aria-label="Numbers in the picture">
          {nodes.map(({ treatment }) => (
            <li key={treatment}>{treatment}</li>
          ))}
        </ol>
      )}
      <Scrollable label={`${title}, as a table`}>
        <table>
          <caption>Who was compared with whom; a thicker line is more studies</caption>
          <thead>
            <tr>
              <th scope="col">Compared directly</th>
              <th scope="col" className="figure">
                Studies
              </th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ treatment, versus, studies }) => (
              <tr key={`${treatment} ${versus}`}>
                <th scope="row">
                  {treatment} – {versus}
                </th>
                <td className="figure">{studies}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </figure>
  );
}

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useId } from "react";

type Point = { readonly value: number; readonly density: number };

type HillProps = {
  points: readonly Point[];
  /** What was believed before the diary spoke, drawn behind as an outline; none if left out. */
  before?: readonly Point[];
  /** The smallest change that matters, in points (positive). */
  smallestThatMatters: number;
  title: string;
  less: string;
  more: string;
};

const WIDTH = 400;
const HEIGHT = 230;
const BASE = 160;

const highest = (points: readonly Point[]): number =>
  points.reduce((most, { density }) => Math.max(most, density), 0);

/** What the diary says about one treatment: the higher the hill, the more likely that change. */
export function Hill({ points, before = [], smallestThatMatters, title, less, more }: HillProps) {
  const dots = useId();
  // The belief before is wide: its far tails would squeeze the hill that matters.
  const shown = before.filter(({ density }) => density > 0.12 * highest(before));
  const low = Math.min(points[0]?.value ?? -1, shown[0]?.value ?? 0, -smallestThatMatters);
  const high = Math.max(points.at(-1)?.value ?? 1, shown.at(-1)?.value ?? 0, 0.5);
  const x = scaleLinear([low, high], [20, WIDTH - 20]);
  const y = scaleLinear([0, Math.max(highest(points), highest(shown))], [BASE, 30]);
  const shape = area<Point>(
    (point) => x(point.value),
    BASE,
    (point) => y(point.density),
  );
  const outline = line<Point>(
    (point) => x(point.value),
    (point) => y(point.density),
  );
  const part = (from: number, to: number): Point[] =>
    points.filter(({ value }) => value >= from && value <= to);
  const ticks = x.ticks(5).filter((tick) => tick !== 0);
  const matters = x(-smallestThatMatters);
  return (
    <svg className="chart hill" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      <defs>
        <pattern id={dots} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1.2" fill="var(--card)" />
        </pattern>
      </defs>
      <path className="enough" d={shape(part(Number.NEGATIVE_INFINITY, -smallestThatMatters)) ?? ""} />
      <path className="helps" d={shape(part(-smallestThatMatters, 0)) ?? ""} />
      <path fill={`url(#${dots})`} d={shape(part(-smallestThatMatters, 0)) ?? ""} />
      <path className="worse" d={shape(part(0, Number.POSITIVE_INFINITY)) ?? ""} />
      {shown.length > 1 ? <path className="before" d={outline(shown) ?? ""} /> : null}
      <path className="outline" d={outline(points) ?? ""} />
      <line className="axis" x1={20} x2={WIDTH - 20} y1={BASE} y2={BASE} />
      <line className="limit" x1={matters} x2={matters} y1={18} y2={BASE + 6} />
      <line className="zero" x1={x(0)} x2={x(0)} y1={18} y2={BASE + 6} />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={BASE + 22} textAnchor="middle">
          {tick > 0 ? `+${tick}` : String(tick).replace("-", "−")}
        </text>
      ))}
      <text x={x(0)} y={BASE + 22} textAnchor="middle" className="strong">
        0
      </text>
      <text x={20} y={BASE + 52}>
        ← {less}
      </text>
      <text x={WIDTH - 20} y={BASE + 52} textAnchor="end">
        {more} →
      </text>
      <text x={matters} y={12} textAnchor={matters < 90 ? "start" : "middle"}>
        enough to matter
      </text>
    </svg>
  );
}

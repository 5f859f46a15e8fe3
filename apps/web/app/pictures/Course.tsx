import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { Axes } from "./Axes.tsx";

type Point = { readonly x: number; readonly y: number };
type CourseProps = {
  readonly title: string;
  readonly points: readonly Point[];
  readonly marks: readonly (Point & { readonly words: string })[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xTicks: readonly number[];
};

const WIDTH = 400;
const HEIGHT = 240;
const LEFT = 42;
const RIGHT = 14;
const TOP = 34;
const BOTTOM = 48;

/** One line over time, from 0 to 100, with a few of its points named. The table beside it says the same. */
export function Course({ title, points, marks, xLabel, yLabel, xTicks }: CourseProps) {
  const x = scaleLinear([0, Math.max(...points.map((point) => point.x))], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, 100], [HEIGHT - BOTTOM, TOP]);
  const path = line<Point>(
    (point) => x(point.x),
    (point) => y(point.y),
  ).curve(curveMonotoneX);
  return (
    <svg className="chart cycles" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      <text x={4} y={16}>
        {yLabel}
      </text>
      <Axes
        left={LEFT}
        right={WIDTH - RIGHT}
        bottom={HEIGHT - BOTTOM}
        height={HEIGHT}
        rows={[0, 50, 100].map((tick) => ({ at: y(tick), label: tick }))}
        columns={xTicks.map((tick) => ({ at: x(tick), label: tick })).filter(({ at }) => at <= WIDTH - RIGHT)}
        along={xLabel}
      />
      <g className="cycle latest">
        <path d={path(points) ?? ""} />
        {marks.map((mark) => (
          <circle key={mark.words} cx={x(mark.x)} cy={y(mark.y)} r="5" />
        ))}
      </g>
      {marks.map((mark) => (
        <text key={mark.words} x={x(mark.x) + 10} y={y(mark.y) - 8}>
          {mark.words}
        </text>
      ))}
    </svg>
  );
}
